"""Sending documents to agencies, and remembering what was sent and what became of it."""

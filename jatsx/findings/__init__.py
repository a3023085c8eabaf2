"""Findings: what is wrong, where, and the messages shown for it."""

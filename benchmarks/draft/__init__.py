"""Compares drafted issues with transcriptions of the same issues that people made."""

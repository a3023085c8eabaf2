"""Identifiers, languages, dates, vocabularies, romanisation: the standards that articles use."""

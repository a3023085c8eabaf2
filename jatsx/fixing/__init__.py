"""Correcting values in YAML and JSON files: what is certain, and nothing else in the file."""

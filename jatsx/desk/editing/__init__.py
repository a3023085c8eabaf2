"""Editing YAML and JSON files as a person would: everything else in them stays as it is."""

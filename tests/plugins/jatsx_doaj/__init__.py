"""DOAJ's JSON: what becomes of each part of an article, and whether DOAJ would take it."""

"""Reads JATS articles: Publishing and Archiving 1.0 to 1.4, and NLM 3.0."""

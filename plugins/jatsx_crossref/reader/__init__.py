"""Reads deposits (``doi_batch``) and records of the REST API."""

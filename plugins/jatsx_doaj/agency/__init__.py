"""Uploads to DOAJ: sending, asking, and reading the answers.

Sources: DOAJ's documentation of its API, and its source code (``api_v4``, ``ArticlesBulkApi``).
"""

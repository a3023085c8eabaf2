"""Deposits at Crossref: sending, asking, and reading the answers.

Sources: Crossref documentation, "Direct HTTPS POST", "Verify your registration" and "REST API".
"""

"""Rules for what Crossref requires and its schema cannot check or reports unclearly.

An error blocks only the Crossref deposit. What applies to every format (check digits, forms of
identifiers, dates that exist) is checked by the rules of jatsx itself.
"""

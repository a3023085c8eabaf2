"""What Crossref asks of an article, and its schema can't say or says badly.

A rule is a small function, which finds the faults of one part, and a line in ``RULES`` of its
module, which names them in words for the journal's staff. Errors keep an article from Crossref
alone. What every format asks (check digits, forms of identifiers, dates that exist) is asked by
the core.
"""

"""What eLIBRARY asks of an issue in prose, and its schema doesn't.

A rule is a small function, which finds the faults of one part, and a line in ``RULES`` of its
module, which names them in words for the journal's staff. Errors keep an article only from RSCI.
What every format asks (dates that exist, forms of identifiers, language) is asked by the core.
"""

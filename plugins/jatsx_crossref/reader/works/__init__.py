"""Records of Crossref's REST API, as the elements of a deposit.

A record is the same metadata in another form, with other names. So it is rebuilt as the elements
that :mod:`jatsx_crossref.reader` reads. Source: Crossref documentation, "REST API", and the format
of its JSON (``rest-api-format.md``).
"""

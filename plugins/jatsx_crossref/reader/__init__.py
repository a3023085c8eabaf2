"""Reads deposits (``doi_batch``) 4.3.0 to 5.5.0, and records of the REST API.

A module for each part, with the name of the module that writes it. Each function takes the parts of
an element that it reads (:mod:`jatsx_crossref.reader.tree`); the rest is reported. ``works``
rebuilds a record of the REST API as the elements of a deposit, so that both are read in one way.

``docs/reading/crossref.md`` lists what is read differently from how it is written.
"""

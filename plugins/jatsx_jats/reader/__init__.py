"""Reads JATS articles: Publishing and Archiving 1.0 to 1.4, and NLM 3.0.

Each module reads what the module of the same name outside this package writes. Functions take the
parts that they read from the tree (:mod:`jatsx_jats.reader.tree`). The other parts are reported
(:mod:`jatsx_jats.reader.unread`). ``docs/reading/jats.md`` lists what is read, what is read
in another form, and what is left out on purpose.
"""

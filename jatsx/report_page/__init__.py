"""The report of a check or an export as an HTML page: one file, for people, without a network."""

"""Writes articles as issue folders that people can edit.

    result ─→ tree ─→ lines ─→ files
               typed   layout   issues

Findings become comments above their fields. What the reader found is noted in notes.yaml too, from
which it is reported again. Reading the folder gives the same articles.
"""

from jatsx.issue_folder.issues import WrittenIssue, write_folders

__all__ = ["WrittenIssue", "write_folders"]

"""Writing issue folders: what any reader read, as files that a person likes to edit.

    result ─→ tree ─→ lines ─→ files
               typed   layout   issues

What was found stands as comments at the fields. Reading the folder gives the same articles.
"""

from jatsx.issue_folder.issues import WrittenIssue, write_folders

__all__ = ["WrittenIssue", "write_folders"]

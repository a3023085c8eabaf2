"""``archive_locations``: the archives of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Content, Loss, element
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import Journal


def archive_locations(journal: Journal, version: Version) -> Built:
    """``archive_locations`` of an article: the journal's archives.

    They are written for each article, because Crossref distributes them with its record.
    """
    return element("archive_locations", None, archives(journal, version))


def archives(journal: Journal, version: Version) -> Iterator[Content]:
    """An ``archive`` for each archive in the schema's list."""
    for n, name in enumerate(journal.archives):
        field = f"issue.journal.archives[{n}]"
        if name in version.archives:
            yield element("archive", {"name": name}, field=field, keep_empty=True)
        else:
            yield Loss(field, "archive-not-listed", {"archive": name, "version": version.name})

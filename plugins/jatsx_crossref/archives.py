"""``archive_locations``: where the journal is archived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import always_el
from jatsx.documents.build import Inside, Lost, Pieces, wrapped
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import Journal


def archive_locations(journal: Journal, version: Version) -> Pieces:
    """``archive_locations`` of an article: the journal's archives.

    They are said of each article: Crossref passes them on with its record.
    """
    return wrapped("archive_locations", None, archives(journal, version))


def archives(journal: Journal, version: Version) -> Iterator[Inside]:
    """An ``archive`` for each that the schema lists."""
    for n, name in enumerate(journal.archives):
        of = f"issue.journal.archives[{n}]"
        if name in version.archives:
            yield always_el("archive", {"name": name}, of=of)
        else:
            yield Lost(of, f"archive/@name doesn't list {name}")

"""``ai:program``: licenses."""

from __future__ import annotations

from collections.abc import Sequence

from jatsx.model import License
from jatsx.model.fieldpath import Path
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import kept, line
from jatsx_crossref.reader.tree import SourceNode


def licenses(programs: Sequence[SourceNode], notes: DepositNotes) -> tuple[License, ...]:
    """The licenses in order."""
    elements = [one for program in programs for one in program.take_all("ai:license_ref")]
    read: list[License] = []
    for element in elements:
        path: Path = ("licenses", len(read))
        url = line(element, notes, path)
        if url:
            named = {name: element.take_attribute(name) for name in ("applies_to", "start_date")}
            read.append(License(url=url, **kept(named)))
    return tuple(read)

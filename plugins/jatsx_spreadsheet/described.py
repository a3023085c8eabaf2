"""An article as the tables describe it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jatsx import Finding, Place
from jatsx.model.fieldpath import Path, parse_path
from jatsx_spreadsheet.tables import TableRow


@dataclass(slots=True)
class Described:
    """An article as the tables describe it.

    Args:
        row: its row in the table of articles.
        data: its data, as in an article file.
        places: the places of its values.
        findings: what is wrong with its rows.
    """

    row: TableRow
    data: dict[str, Any]
    places: dict[Path, Place]
    findings: list[Finding] = field(default_factory=list)

    def locate(self, name: str, excerpt: str) -> Place | None:  # noqa: ARG002
        """The place of a field; else of a value beside it; else of what is around it."""
        path = parse_path(name)
        for length in range(len(path), 0, -1):
            around = path[:length]
            if around in self.places:
                return self.places[around]
            beside = (place for one, place in self.places.items() if one[:length] == around)
            if found := next(beside, None):
                return found
        return self.row.place

"""What a new row of a list holds before it is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from jatsx.model import Affiliation, IssueSection, Part
from jatsx.model.fieldpath import Path
from jatsx.model.fields import inner_type, type_at


def new_row(root: type[Part], path: Path, rows: Sequence[Any]) -> dict[str, str]:
    """A new row: empty, or with an id by which the same file names it.

    >>> from jatsx.model import Article
    >>> new_row(Article, ("affiliations",), [{"id": "a1"}]), new_row(Article, ("funding",), [])
    ({'id': 'a2'}, {})
    """
    if inner_type(type_at(root, path)) not in (Affiliation, IssueSection):
        return {}
    taken = {row.get("id") for row in rows if isinstance(row, dict)}
    prefix = "a" if path[-1] == "affiliations" else "s"
    return {"id": next(f"{prefix}{n}" for n in count(1) if f"{prefix}{n}" not in taken)}

"""The drafted articles, and where each value was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from jatsx import Article, read

DOUBT: Final = "doubt"
DERIVED: Final = "derived"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was found, and how sure it is: two, one, doubt or derived."""

    place: str = ""
    sure: str = ""
    rule: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class DraftedArticle:
    """A drafted article.

    ``origins``: by the path of a value. ``doubts``: the codes of findings by path.
    """

    article: Article
    origins: Mapping[str, Origin]
    doubts: Mapping[str, str]

    def origin(self, path: str) -> Origin:
        """The origin of a value, else that of the value around it; in doubt if a note says so."""
        found = next((self.origins[one] for one in _around(path) if one in self.origins), Origin())
        if any(one in self.doubts for one in _around(path)):
            return Origin(found.place, DOUBT, found.rule)
        return found


def _around(path: str) -> list[str]:
    """A path and the paths around it: not beyond one contributor, affiliation or reference."""
    found = [path]
    while len(path) > 1:
        cut = max(path.rfind("."), path.rfind("["))
        if cut <= 0:
            break
        path = path[:cut]
        found.append(path)
        if path.endswith("]"):
            break
    return found


def read_drafts(folder: Path) -> list[DraftedArticle]:
    """The articles of a drafted issue folder.

    Raises:
        OSError: a file cannot be read.
        yaml.YAMLError: notes.yaml is not YAML.
    """
    notes = _notes(folder / "notes.yaml")
    return [
        _drafted(record.article, notes) for record in read(folder) if record.article is not None
    ]


def _notes(path: Path) -> Mapping[str, Any]:
    return yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}


def _drafted(article: Article, notes: Mapping[str, Any]) -> DraftedArticle:
    own = (None, article.id)
    origins = {
        one["field"]: Origin(
            str(one.get("place") or ""), str(one["sure"]), str(one.get("rule") or "")
        )
        for one in notes.get("origins") or ()
        if one.get("article") in own
    }
    doubts = {
        one["field"]: one["code"]
        for one in notes.get("notes") or ()
        if one.get("article") in own and one.get("field") and one["code"] not in _NOT_DOUBTS
    }
    return DraftedArticle(article, origins, doubts)


_NOT_DOUBTS: Final = frozenset({"draft-values-derived", "draft-values-missing"})
"""Notes that doubt no value."""

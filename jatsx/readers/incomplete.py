"""What can be read of an article that has errors in its structure, so that rules can check it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jatsx.findings.finding import Finding, Place
from jatsx.model import Article
from jatsx.model.fieldpath import Path, parse_path
from jatsx.readers.parsing import ShapeError, parsed_part

_LINKED: Final[Mapping[str, str]] = {
    "contributors": "affiliations",
    "affiliations": "contributors",
}
"""Fields that refer to each other: an error in one makes findings on the other unreliable."""


@dataclass(frozen=True, eq=False, slots=True)
class IncompleteArticle:
    """An article without the values that have errors. It is checked, and never exported.

    ``fields`` are the fields with errors. What rules find there is not reported.
    """

    article: Article
    fields: frozenset[str]
    is_mended: Callable[[Place | None], bool]
    """Whether a place is in a line that was read as it probably should be."""

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding is reliable."""
        path = parse_path(finding.field) if finding.field else ()
        return bool(path) and path[0] not in self.fields and not self.is_mended(finding.place)


def incomplete_article(
    data: Mapping[str, Any],
    faults: Sequence[ShapeError],
    wrong: frozenset[str],
    is_mended: Callable[[Place | None], bool],
) -> IncompleteArticle | None:
    """The article that the data describes without the values that have errors, if there is one.

    ``wrong`` are other fields with errors.
    """
    kept: Any = dict(data)
    fields: set[str] = set(wrong)
    for fault in faults:
        fields.add(str(fault.path[0]) if fault.path else "")
        kept = _without(kept, fault.path if not fault.is_missing else fault.path[:-1])
    article, further = parsed_part(Article, kept) if isinstance(kept, dict) else (None, [])
    if article is None or further:
        return None
    if any(fault.is_of_key and len(fault.path) == 1 for fault in faults):
        fields |= Article.model_fields.keys() - kept.keys()  # what was written under another name
    linked = {_LINKED[field] for field in fields if field in _LINKED}
    return IncompleteArticle(article, frozenset(fields | linked), is_mended)


def _without(data: Any, path: Path) -> Any:
    """The data without the value at a path, or without the innermost value around it.

    The items of a list keep their positions: instead of an item, its whole list is left out.
    """
    if not path or not isinstance(data, dict) or path[0] not in data:
        return None
    inner = _without(data[path[0]], path[1:])
    others = {key: value for key, value in data.items() if key != path[0]}
    return {**others, path[0]: inner} if inner else others

"""The assertions of ``crossmark``: dates of the manuscript, copyright, statements.

Publishers name assertions freely. Those that the exporter writes are read; others are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from jatsx import Text
from jatsx.model import Copyright, Statements
from jatsx.model.fieldpath import Path
from jatsx.model.text import Prose, Section
from jatsx_crossref.reader.notes import UNDETERMINED, DepositNotes
from jatsx_crossref.reader.texts import free_tag, kept, line, words
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.statements import STATEMENTS

DATE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}\Z")
"""The form of a date of the model."""


@dataclass(slots=True)
class Assertions:
    """What is asserted about an article."""

    received: str | None = None
    accepted: str | None = None
    revised: list[str] = field(default_factory=list)
    copyright: dict[str, Any] = field(default_factory=dict)
    statements: dict[str, dict[str, Prose]] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, Any]:
        """The fields ``copyright`` and ``statements``."""
        return {
            "copyright": Copyright(**kept(self.copyright)),
            "statements": Statements(**kept(self.statements)),
        }


def assertions(elements: Iterable[SourceNode], notes: DepositNotes) -> Assertions:
    """The assertions that have a field."""
    read = Assertions()
    for element in elements:
        name = element.attributes.get("name", "").strip().lower()
        if not (_add_date(read, name, element, notes) or _add_text(read, name, element, notes)):
            element.leave()
    return read


def _add_date(read: Assertions, name: str, element: SourceNode, notes: DepositNotes) -> bool:
    """Adds a date of the manuscript. A date in words is not read."""
    if name not in ("received", "revised", "accepted") or not DATE.match(element.whole_text):
        return False
    if name == "revised":
        notes.record(("dates", "revised", len(read.revised)), element)
        read.revised.append(element.take_line() or "")
        return True
    if getattr(read, name) is None:
        setattr(read, name, line(element, notes, ("dates", name)))
        return True
    return False


def _add_text(read: Assertions, name: str, element: SourceNode, notes: DepositNotes) -> bool:
    """Adds a text of the copyright or a statement. An assertion has no language."""
    if name == "copyright":
        texts = read.copyright.setdefault("statement", {})
        _add_words(texts, element, notes, ("copyright", "statement"))
    elif name == "copyright_holder" and "holder" not in read.copyright:
        holder = line(element, notes, ("copyright", "holder"))
        read.copyright["holder"] = {notes.language: holder} if holder else {}
    elif name == "copyright_year" and "year" not in read.copyright:
        read.copyright["year"] = line(element, notes, ("copyright", "year"))
    elif name in STATEMENTS:
        proses = read.statements.setdefault(name, {})
        found: dict[str, Text] = dict.fromkeys(proses, Text())
        _add_words(found, element, notes, ("statements", name))
        tag, text = found.popitem()
        proses[tag] = Prose((Section(None, (text,)),))
    else:
        return False
    return True


def _add_words(
    texts: dict[str, Text], element: SourceNode, notes: DepositNotes, path: Path
) -> None:
    """Adds a text: the first in the article's language, others in an undetermined language."""
    tag = free_tag(UNDETERMINED if texts else notes.language, texts)
    texts[tag] = words(element, notes, (*path, tag))

"""The parts of an article that were not taken: each is a warning with its line.

Attributes in :data:`IGNORED` have no meaning outside the file, or repeat other values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import ReaderNotes
from jatsx.model.fieldpath import Path
from jatsx_jats.reader.tree import JatsElement, shortened

IGNORED: Final = frozenset(
    {
        *("id", "xml:lang", "xml:base", "xml:space", "toggle", "rid", "dtd-version"),
        *("xlink:type", "xlink:show", "xlink:actuate", "xlink:role"),
        *("xsi:noNamespaceSchemaLocation", "xsi:schemaLocation"),
        *("lang-variant", "lang-group", "lang-focus", "lang-source", "initials", "name-style"),
        *("iso-8601-date", "calendar", "authenticated", "seq"),
        "article/@specific-use",
    }
)
"""The attributes that are not reported."""

MARKERS: Final = frozenset(
    {"anonymous", "etal", "ali:free_to_read", "open-access", "pub-date-not-available"}
)
"""The elements that mean something without text."""

MAX_KINDS: Final = 200
"""The maximum number of different names that are reported one by one."""

LABELS: Final = frozenset({"label", "article/processing-meta", "xref"})
"""The elements that are not reported: labels, marks, and how the file was made."""

FIELDS: Final[dict[str, Path]] = {
    "date": ("dates",),
    "pub-date": ("dates", "published"),
    "addr-line": ("affiliations",),
    "state": ("affiliations",),
    "institution-id": ("affiliations",),
    "aff": ("affiliations",),
    "contrib": ("contributors",),
    "contrib-id": ("contributors",),
    "corresp": ("contributors",),
    "fn": ("statements",),
    "license-p": ("licenses",),
    "license": ("licenses",),
    "kwd-group": ("keywords",),
    "compound-kwd": ("keywords",),
    "subj-group": ("subject_codes",),
    "subject": ("subject_codes",),
    "award-group": ("funding",),
    "funding-source": ("funding",),
    "ref": ("references",),
    "element-citation": ("references",),
    "mixed-citation": ("references",),
    "person-group": ("references",),
    "related-article": ("relations",),
    "article-id": ("identifiers",),
    "journal-id": ("issue", "journal", "identifiers"),
    "issn": ("issue", "journal", "issn"),
    "journal-meta": ("issue", "journal"),
    "issue-id": ("issue",),
}
"""The fields to which an element or the element around it may belong."""


def note_unread(element: JatsElement, notes: ReaderNotes) -> None:
    """Warns of the parts of an element that were not taken, with one finding for each name."""
    kinds: dict[str, list[tuple[JatsElement, str]]] = {}
    for name, found, value in _untaken(element):
        kinds.setdefault(name, []).append((found, value))
    more = [*kinds.items()][MAX_KINDS:]
    for name, values in [*kinds.items()][:MAX_KINDS]:
        first, value = values[0]
        params = {"name": name, "times": str(len(values)), "value": shortened(value)}
        notes.warn("jats-value-unread", _field(name), first, **params)
    if more:
        notes.warn("jats-values-unread", (), more[0][1][0][0], count=str(len(more)))


def _field(name: str) -> Path:
    around, _, own = name.partition("/")
    return FIELDS.get(own) or FIELDS.get(around) or ()


def _untaken(element: JatsElement) -> Iterator[tuple[str, JatsElement, str]]:
    """The parts that were not taken: the name after that of its parent, the element, the value."""
    yield from _unread_attributes(element)
    if element.is_passed_over:
        return
    if not element.is_text_taken and (text := element.own_text):
        yield f"{element.name}/text()", element, text
    for child in element.children:
        name = f"{element.name}/{child.name}"
        if child.is_taken:
            yield from _untaken(child)
        elif child.name in LABELS or name in LABELS:
            continue
        elif value := child.description or (child.name if child.name in MARKERS else ""):
            yield name, child, value


def _unread_attributes(element: JatsElement) -> Iterator[tuple[str, JatsElement, str]]:
    for name, value in element.attributes.items():
        path = f"{element.name}/@{name}"
        is_known = name in IGNORED or path in IGNORED or name in element.taken_attributes
        if value.strip() and not is_known:
            yield path, element, value

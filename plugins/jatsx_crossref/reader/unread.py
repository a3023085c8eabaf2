"""The parts of an element that were not taken, as findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.model.fieldpath import Path
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.tree import ILLEGAL_MARK, SourceNode

LENGTH: Final = 80
"""The maximum number of characters of a value in a finding."""

SETTINGS: Final = frozenset(
    (
        "citation/@key",
        "crossmark/crossmark_version",
        "collection/@setbyID",
        "doi_data/timestamp",
        "fr:program/@name",
        "ai:program/@name",
        "rel:program/@name",
        "journal_metadata/@reference_distribution_opts",
        "journal_article/@reference_distribution_opts",
        "organization/@sequence",
        "person_name/@sequence",
        "assertion/@order",
        "assertion/@group_label",
        "assertion/@group_name",
        "assertion/@label",
        "assertion/@name",
    )
)
"""Parts that a deposit makes again: keys, positions, labels and names of its own."""

FIELDS: Final[dict[str, Path]] = {
    "citation/component_number": ("references",),
    "citation/standards_body": ("references",),
    "citation/std_designator": ("references",),
    "institution/institution_acronym": ("affiliations",),
    "institution/institution_id": ("affiliations",),
    "journal_issue/contributors": ("contributors",),
}
"""The fields to which unread parts may belong."""


def note_unread(element: SourceNode, notes: DepositNotes, prefix: Path = ()) -> None:
    """Warns of the parts of an element that were not taken, with one finding for each name."""
    kinds: dict[str, list[tuple[SourceNode, str]]] = {}
    for name, found, value in untaken(element):
        if name not in SETTINGS:
            kinds.setdefault(name, []).append((found, value))
    for name, values in kinds.items():
        first, value = values[0]
        field = FIELDS.get(name) or FIELDS.get(name.rpartition("/")[2])
        path = (*prefix, *field) if field else ()
        code = "crossref-value-unplaced" if field else "crossref-value-unread"
        if name.endswith(f"/@{ILLEGAL_MARK}"):
            code = "crossref-character-illegal"
        params = {"name": name, "times": str(len(values)), "value": shortened(value)}
        notes.warn(code, path, first, **params)


def untaken(element: SourceNode) -> Iterator[tuple[str, SourceNode, str]]:
    """The parts that were not taken: the name with its parent, the element, the value."""
    if element.is_passed_over:
        return
    for name, value in element.attributes.items():
        is_read = name in element.taken_attributes or name.startswith("xsi:")
        if value.strip() and not is_read:
            yield f"{element.name}/@{name}", element, value
    if not element.is_text_taken and element.text.strip():
        yield f"{element.name}/text()", element, element.text
    for child in element.children:
        if child.is_taken:
            yield from untaken(child)
        else:
            value = described(child) or f"<{child.name}/>"
            yield f"{element.name}/{child.name}", child, value


def described(element: SourceNode) -> str:
    """The attributes and the text of an element and of all elements in it."""
    own = (f"{name}={value}" for name, value in element.attributes.items() if value.strip())
    inside = " ".join(filter(None, map(described, element.children)))
    return " ".join(filter(None, (*own, element.text.strip(), inside)))


def shortened(value: str) -> str:
    """The beginning of a value on one line."""
    line = " ".join(value.split())
    return line if len(line) <= LENGTH else f"{line[:LENGTH].rstrip()}…"

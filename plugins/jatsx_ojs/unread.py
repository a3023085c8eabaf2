"""The parts of an element that were not taken.

An attribute describes an element that was read. If the attribute is not known, the element may have
another meaning, so this is an error. Other parts that were not taken are warnings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.model.fieldpath import Path
from jatsx_ojs.identifiers import INTERNAL
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.tree import XmlNode, shortened
from jatsx_ojs.wordlists import wordlist

SETTINGS: Final = wordlist(
    "article/@access_status article/@seq article/@stage article/@status",
    "article/@submission_progress article/open_access",
    "publication/@access_status publication/@id publication/@seq publication/@status",
    "publication/@version publication/@version_major publication/@version_minor",
    "publication/@version_stage publication/@source_publication_id",
    "author/@id author/@include_in_browse author/@primary_contact author/@seq",
    "article_galley/@approved article_galley/@galley_type article_galley/@url_path",
    "article_galley/seq id/@advice submission_file_ref/@revision",
    "issue/@access_status issue/@current issue/@identification issue/@journal_id",
    "issue/@published issue/access_date issue/date_notified issue/last_modified",
    "issue/open_access issue/open_access_date",
    "section/@abstract_word_count section/@abstracts_not_required section/@editor_restricted",
    "section/@hide_author section/@hide_title section/@meta_indexed section/@meta_reviewed",
    "section/@review_form_id section/@seq",
)
"""Settings of the system, which have no meaning outside it."""

UNPLACED: Final = wordlist(
    "article/@public_id galley/@public_id htmlgalley/@public_id issue/@public_id",
)
"""Attributes whose meaning is known, and for which the model has no field."""

FIELDS: Final[dict[str, Path]] = {
    "article/@language": ("language",),
    "copyrightHolder": ("copyright", "holder"),
    "rights": ("copyright", "statement"),
    "type": ("type",),
    "subject": ("subject_codes",),
    "subjects": ("subject_codes",),
    "subject_class": ("subject_codes",),
    "discipline": ("subject_codes",),
    "disciplines": ("subject_codes",),
    "language": ("language",),
    "languages": ("language",),
    "sponsor": ("funding",),
    "competing_interests": ("statements", "conflict_of_interest"),
    "pages": ("pages",),
    "country": ("affiliations",),
    "dataAvailability": ("statements", "data_availability"),
    "competingInterests": ("statements", "conflict_of_interest"),
    "funders": ("funding",),
    "urlPublished": ("url",),
    "dateAccepted": ("dates", "accepted"),
    "contextName": ("issue", "journal", "title"),
    "contextAbbreviation": ("issue", "journal", "abbreviated_title"),
    "publisherLocation": ("issue", "journal", "publisher", "place"),
}
"""The fields to which unread elements and attributes may belong."""

_XSI = "http://www.w3.org/2001/XMLSchema-instance}"


def note_unread(element: XmlNode, notes: OjsNotes, prefix: Path = ()) -> None:
    """Warns of the parts of an element that were not taken, with one finding for each name."""
    kinds: dict[str, list[tuple[XmlNode, str]]] = {}
    for name, found, value in _untaken(element):
        if name not in SETTINGS:
            kinds.setdefault(name, []).append((found, value))
    for name, values in kinds.items():
        _note(name, values, notes, prefix)


def _note(name: str, values: list[tuple[XmlNode, str]], notes: OjsNotes, prefix: Path) -> None:
    first, value = values[0]
    field = FIELDS.get(name) or FIELDS.get(name.rpartition("/")[2])
    path = (*prefix, *field) if field else ()
    params = {"name": name, "times": str(len(values)), "value": shortened(value)}
    if "/@" in name and not field and name not in UNPLACED:
        notes.error("ojs-attribute-unknown", path, first, **params)
    else:
        code = "ojs-value-unplaced" if field else "ojs-value-unread"
        notes.warn(code, path, first, **params)


def _untaken(element: XmlNode) -> Iterator[tuple[str, XmlNode, str]]:
    """The parts that were not taken: the name with its parent, the element, the value."""
    if element.is_passed_over:
        return
    for name, value in element.attributes.items():
        is_read = name in element.taken_attributes or name.startswith(_XSI)
        if value.strip() and not is_read:
            yield f"{element.name}/@{name}", element, value
    if not element.is_text_taken and element.text.strip():
        yield f"{element.name}/text()", element, element.text
    for child in element.children:
        if child.is_taken:
            yield from _untaken(child)
        elif child.name == "id" and child.attributes.get("type") == INTERNAL:
            continue
        elif value := child.whole_text or _attributes(child):
            yield f"{element.name}/{child.name}", child, value


def _attributes(element: XmlNode) -> str:
    """The attributes of an element without text, except the locale."""
    attributes = {name: value for name, value in element.attributes.items() if name != "locale"}
    own = (f"{name}={value}" for name, value in attributes.items() if "}" not in name)
    return " ".join((*own, *map(_attributes, element.children))).strip()

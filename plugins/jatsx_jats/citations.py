"""One citation: its parts (``element-citation``) or its printed text (``mixed-citation``).

Source: JATS Publishing Tag Library; JATS4R, Citations and Data Citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from jatsx import (
    Built,
    Child,
    Content,
    Element,
    FrozenMap,
    element,
    is_present,
    non_blank,
    partition,
)
from jatsx.model import CitedPerson, Reference, cited_people
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Text
from jatsx.standards.dates import parse_date, printed_forms
from jatsx.standards.identifiers import bare_doi, doi_key
from jatsx_jats.names import name
from jatsx_jats.texts import FULL, WITHOUT_MATH, inline, text_element

PUBLICATION_TYPES: Final = FrozenMap(
    {"conference": "confproc", "dataset": "data", "website": "webpage"}
)
"""``@publication-type`` of cited works. Other types are written unchanged."""

TITLES: Final = FrozenMap({"chapter": "chapter-title", "dataset": "data-title"})
"""The element for the title of a cited work. For other types, it is ``article-title``."""

ELEMENTS: Final = FrozenMap(
    {
        "series": "series",
        "publisher": "publisher-name",
        "place": "publisher-loc",
        "edition": "edition",
        "year": "year",
        "volume": "volume",
        "issue": "issue",
        "first_page": "fpage",
        "last_page": "lpage",
        "elocation_id": "elocation-id",
        "issn": "issn",
        "isbn": "isbn",
    }
)
"""The element for each plain part of a cited work."""

NOT_PRINTED: Final = "not-printed"
"""``@specific-use`` of an identifier, link or date that the printed text does not contain."""

FIELDS: Final = FrozenMap({"@publication-type": "../../type"})
"""The field of the attribute of a ``mixed-citation``."""


def element_citation(reference: Reference, field: str) -> Built:
    """The parts of a reference."""
    work, home = reference.work, f"{field}.work"
    return element(
        "element-citation",
        {"publication-type": _publication_type(reference)},
        _person_groups(reference, home),
        _title(reference, home),
        text_element("source", work.source, f"{home}.source"),
        (
            element(tag, None, getattr(work, part), field=subpath(home, part))
            for part, tag in ELEMENTS.items()
        ),
        _pub_id(reference, field),
        _ext_link(reference, field),
        _date_in_citation(reference, field),
        field=field,
        fields={"@publication-type": "type"},
    )


def mixed_citation(
    reference: Reference,
    lang: str,
    text: Text,
    field: str,
    grouped: Mapping[str, str | None],
    *,
    is_first: bool,
) -> Built:
    """A reference as printed in one language, with the attributes of its group of languages.

    The first one contains the DOI, the URL and the access date. They are tagged in the text if it
    contains them in any of their printed forms, else they follow it.
    """
    tag, own = "mixed-citation", subpath(f"{field}.text", lang)
    attributes = {"publication-type": _publication_type(reference), **grouped}
    if not (is_first and (reference.url or reference.doi or reference.accessed)):
        return text_element(tag, text, own, attributes, lang=lang, fields=FIELDS)
    printed, lost = inline(tag, text, own)
    children = _with_links(printed, reference, field)
    return element(tag, attributes, children, lost, field=own, lang=lang, fields=FIELDS)


def _publication_type(reference: Reference) -> str | None:
    written = non_blank(reference.type)
    return PUBLICATION_TYPES.get(written, written) if written else None


def _person_groups(reference: Reference, field: str) -> Iterator[Content]:
    """The authors, then the editors of a cited work."""
    people = cited_people(reference)
    for kind, is_editor in (("author", False), ("editor", True)):
        group = [one for one in people if one.is_editor is is_editor]
        names = (_cited_person(one, subpath(f"{field}.authors", one.position)) for one in group)
        attributes = {"person-group-type": kind}
        yield element("person-group", attributes, names, field=f"{field}.authors")


def _cited_person(person: CitedPerson, field: str) -> Iterator[Content]:
    yield name(person.family, person.given, field)
    yield element("collab", None, person.group, field=f"{field}.group")


def _title(reference: Reference, field: str) -> Built:
    tag = TITLES.get(reference.type or "", "article-title")
    slot = WITHOUT_MATH if tag == "data-title" else FULL
    return text_element(tag, reference.work.title, f"{field}.title", slot=slot)


def _pub_id(reference: Reference, field: str) -> Built:
    """The DOI, with its URL if the reference has it."""
    if not is_present(reference.doi):
        return None
    attributes = {
        "pub-id-type": "doi",
        "xlink:href": reference.url if _is_doi_address(reference) else None,
    }
    doi, fields = bare_doi(reference.doi or ""), {"@xlink:href": "../url"}
    return element("pub-id", attributes, doi, field=f"{field}.doi", fields=fields)


def _ext_link(reference: Reference, field: str) -> Built:
    """The URL, with the title of the cited work (JATS4R, Accessibility)."""
    if not is_present(reference.url) or _is_doi_address(reference):
        return None
    attributes = {
        "ext-link-type": "uri",
        "xlink:href": reference.url,
        "xlink:title": _described(reference),
    }
    return element("ext-link", attributes, reference.url, field=f"{field}.url")


def _date_in_citation(reference: Reference, field: str) -> Built:
    if not is_present(reference.accessed):
        return None
    date = parse_date(reference.accessed)
    attributes = {"content-type": "access-date", "iso-8601-date": date.iso if date else None}
    return element("date-in-citation", attributes, reference.accessed, field=f"{field}.accessed")


def _is_doi_address(reference: Reference) -> bool:
    """Whether the URL is that of the DOI: https://doi.org/10.5555/…"""
    if not (reference.doi and reference.url):
        return False
    doi = doi_key(reference.doi)
    return bool(doi) and doi_key(reference.url) == doi


def _described(reference: Reference) -> str | None:
    work = reference.work
    candidates = (work.title, work.source, *reference.text.values())
    return next((text.plain for text in candidates if text), None)


def _with_links(children: tuple[Child, ...], reference: Reference, field: str) -> tuple[Child, ...]:
    url, doi = reference.url or "", bare_doi(reference.doi or "")
    for text, built in ((url, _ext_link(reference, field)), (doi, _pub_id(reference, field))):
        for made in partition(built)[0]:
            children = _tagged(children, text, made) or (*children, *_added(made))
    for date in partition(_date_in_citation(reference, field))[0]:
        children = _dated(children, reference.accessed or "", date) or (*children, *_added(date))
    return children


def _dated(children: tuple[Child, ...], written: str, made: Element) -> tuple[Child, ...] | None:
    """The children with the element around the last printed form of the date; None if the text does
    not contain the date."""
    patterns = [_date_pattern(form) for form in printed_forms(written)]
    for n, child in reversed([*enumerate(children)]):
        if isinstance(child, str):
            found = [one for pattern in patterns for one in pattern.finditer(child)]
            if found:
                last = max(found, key=lambda one: (one.end(), -one.start()))
                before, after = child[: last.start()], child[last.end() :]
                printed = _as_printed(made, last[0])
                return (*children[:n], before, printed, after, *children[n + 1 :])
    return None


def _date_pattern(form: str) -> re.Pattern[str]:
    """The printed form of a date, with any white space between its parts."""
    words = r"\s+".join(map(re.escape, form.split()))
    return re.compile(rf"(?<![0-9.]){words}(?![0-9])", re.IGNORECASE)


def _tagged(children: tuple[Child, ...], printed: str, made: Element) -> tuple[Child, ...] | None:
    """The children with the element around the printed text; None if the text is not found."""
    pattern = re.compile(rf"(?<![0-9.]){re.escape(printed)}(?=[.,;:)\]»”\"']*(?:\s|\Z))", re.I)
    for n, child in enumerate(children):
        found = pattern.search(child) if isinstance(child, str) else None
        if isinstance(child, str) and found:
            before, after = child[: found.start()], child[found.end() :]
            return (*children[:n], before, _as_printed(made, found[0]), after, *children[n + 1 :])
    return None


def _added(made: Element) -> tuple[Child, ...]:
    """The element after a space, marked as not part of the printed text."""
    attributes = {**made.attributes, "specific-use": NOT_PRINTED}
    return " ", replace(made, attributes=attributes)


def _as_printed(made: Element, text: str) -> Element:
    """The element with the text as printed."""
    return replace(made, children=(text,), inline=True)

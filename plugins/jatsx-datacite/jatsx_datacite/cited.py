"""Structured references with a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jatsx import (
    Article,
    JsonObject,
    Loss,
    Sourced,
    json_object,
    losses_of,
    lost_markup,
    non_blank,
    stripped,
)
from jatsx.model import CitedPerson, CitedWork, Reference, cited_people

from jatsx_datacite.parts import Parts, Values, plain, unique_list
from jatsx_datacite.related import identified
from jatsx_datacite.relations import CITED, CITED_TYPES
from jatsx_datacite.unsupported import ITEM_FIELDS

_YEAR: Final = re.compile(r"[0-9]{4}\Z", re.ASCII)


def cited_items(article: Article) -> Parts:
    """An item for each reference that is structured and has a title."""
    for n, reference in enumerate(article.references):
        if reference.work.title or reference.work.source:
            yield from _item(reference, f"references[{n}]")


def _item(reference: Reference, own: str) -> Parts:
    work, inside = reference.work, f"{own}.work"
    people = cited_people(reference)
    authors = [one for one in people if not one.is_editor]
    creators, _ = unique_list(_people(authors, inside), f"{inside}.authors")
    editors = [one for one in people if one.is_editor]
    contributors, _ = unique_list(_people(editors, inside, "Editor"), f"{inside}.authors")
    titles, title_losses = unique_list(_titles(work, inside), f"{inside}.title")
    number = stripped(work.elocation_id)
    described: Values = {
        "relatedItemIdentifier": _identifier(reference, own),
        "relatedItemType": Sourced(CITED_TYPES.get(reference.type or "", "Text"), f"{own}.type"),
        "relationType": CITED,
        "creators": creators,
        "contributors": contributors,
        "titles": titles,
        "publicationYear": Sourced(_year(work), f"{inside}.year"),
        **_texts(work, inside),
        "number": Sourced(number, f"{inside}.elocation_id"),
        "numberType": "Article" if number else None,
    }
    yield json_object(described, field=inside)
    yield from title_losses
    yield from _work_losses(reference, own)


def _texts(work: CitedWork, inside: str) -> Values:
    names = {
        "volume": "volume",
        "issue": "issue",
        "firstPage": "first_page",
        "lastPage": "last_page",
        "edition": "edition",
        "publisher": "publisher",
    }
    return {
        name: Sourced(stripped(getattr(work, field)), f"{inside}.{field}")
        for name, field in names.items()
    }


def _identifier(reference: Reference, own: str) -> JsonObject | None:
    """The DOI or the URL, else the ISBN."""
    isbn = stripped(reference.work.isbn)
    found = identified(reference, own) or (isbn and (f"{own}.work.isbn", "ISBN", isbn))
    if not found:
        return None
    field, kind, value = found
    described: Values = {
        "relatedItemIdentifier": Sourced(value, field),
        "relatedItemIdentifierType": kind,
    }
    return json_object(described, field=field)


def _titles(work: CitedWork, inside: str) -> Parts:
    """The title of the cited work: of the part, else of the journal or book."""
    field = "title" if work.title else "source"
    text = getattr(work, field)
    yield json_object(
        {"title": Sourced(plain(text), f"{inside}.{field}")}, field=f"{inside}.{field}"
    )
    yield from lost_markup(text, f"{inside}.{field}", "plain-text")


def _people(people: Iterable[CitedPerson], inside: str, kind: str | None = None) -> Parts:
    """``creators`` or, with a ``kind``, ``contributors``."""
    for one in people:
        yield _person(one, f"{inside}.authors[{one.position}]", kind)


def _person(author: CitedPerson, own: str, kind: str | None) -> JsonObject | None:
    family, given, group = map(stripped, (author.family, author.given, author.group))
    name = ", ".join(part for part in (family, given) if part)
    if name:
        described: Values = {
            "name": Sourced(name, own),
            "nameType": "Personal",
            "givenName": Sourced(given, f"{own}.given"),
            "familyName": Sourced(family, f"{own}.family"),
            "contributorType": kind,
        }
        return json_object(described, field=own)
    if group:
        organization: Values = {
            "name": Sourced(group, f"{own}.group"),
            "nameType": "Organizational",
            "contributorType": kind,
        }
        return json_object(organization, field=own)
    return None


def _year(work: CitedWork) -> str | None:
    year = stripped(work.year)
    return year if year and _YEAR.match(year) else None


def _work_losses(reference: Reference, own: str) -> Iterator[Loss]:
    work, inside = reference.work, f"{own}.work"
    if work.title and work.source:
        yield Loss(f"{inside}.source", "no-container")
    yield from losses_of(work, ITEM_FIELDS, inside)
    if non_blank(work.isbn) and identified(reference, own):
        yield Loss(f"{inside}.isbn", "one-item-identifier")
    if non_blank(work.year) and _year(work) is None:
        yield Loss(f"{inside}.year", "year-form")
    for n, author in enumerate(work.authors):
        if non_blank(author.group) and (non_blank(author.family) or non_blank(author.given)):
            yield Loss(f"{inside}.authors[{n}].group", "author-or-group")

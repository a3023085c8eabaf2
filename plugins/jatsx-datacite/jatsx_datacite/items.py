"""Related works with their metadata: journal and issue, related works, cited works."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import (
    Article,
    JsonList,
    Loss,
    Sourced,
    json_list,
    json_object,
    non_blank,
    present,
    stripped,
)
from jatsx.model.fieldpath import subpath

from jatsx_datacite.cited import cited_items
from jatsx_datacite.journal import container_identifiers, number_losses, place_values
from jatsx_datacite.parts import Parts, Value, Values, unique_list
from jatsx_datacite.related import identified
from jatsx_datacite.relations import RELATION_TYPES
from jatsx_datacite.settings import Settings
from jatsx_datacite.texts import typed_titles


def related_items(article: Article, settings: Settings) -> Parts:
    """``relatedItems``: the journal, the issue if it has a title, related works, cited works."""
    if present(article.issue.journal.title):
        yield _journal(article, settings)
    else:
        yield from _untitled(article)
    yield from number_losses(article)
    yield from _issue(article)
    yield from _relations(article)
    yield from cited_items(article)


def _journal(article: Article, settings: Settings) -> Value | None:
    """The journal, and the position of the article in it."""
    own, elocation = "issue.journal", stripped(article.elocation_id)
    described: Values = {
        "relatedItemIdentifier": _container_identifier(article, "Journal"),
        "relatedItemType": "Journal",
        "relationType": settings.version.in_journal,
        "titles": _journal_titles(article),
        **place_values(article),
        "number": Sourced(elocation, "elocation_id"),
        "numberType": "Article" if elocation else None,
        "firstPage": Sourced(stripped(article.pages.first), "pages.first"),
        "lastPage": Sourced(stripped(article.pages.last), "pages.last"),
    }
    return json_object(described, field=own)


def _journal_titles(article: Article) -> JsonList | None:
    """The registered title, the titles in other languages, and the abbreviated title."""
    journal, own = article.issue.journal, "issue.journal.title"
    titles = [
        json_object(
            {
                "title": Sourced(title.strip(), subpath(own, tag)),
                "titleType": "TranslatedTitle" if n else None,
                "lang": tag,
            },
            field=subpath(own, tag),
        )
        for n, (tag, title) in enumerate(present(journal.title).items())
    ]
    short = stripped(journal.abbreviated_title)
    field = "issue.journal.abbreviated_title"
    kind = "AlternativeTitle" if short else None
    abbreviated = json_object({"title": Sourced(short, field), "titleType": kind}, field=field)
    return json_list([*titles, abbreviated], field=own)


def _container_identifier(article: Article, general: str) -> Value | None:
    """The first identifier of the journal or the issue."""
    for field, kind, value, of_what in container_identifiers(article):
        if of_what == general:
            return _item_identifier(field, kind, value)
    return None


def _item_identifier(field: str, kind: str, value: str) -> Value | None:
    described: Values = {
        "relatedItemIdentifier": Sourced(value, field),
        "relatedItemIdentifierType": kind,
    }
    return json_object(described, field=field)


def _issue(article: Article) -> Parts:
    titles, lost = unique_list(
        typed_titles("issue.title", present(article.issue.title)), "issue.title"
    )
    yield from lost
    if titles:
        described: Values = {
            "relatedItemIdentifier": _container_identifier(article, "Collection"),
            "relatedItemType": "Collection",
            "relationType": "IsPartOf",
            "titles": titles,
            **place_values(article),
        }
        yield json_object(described, field="issue")


def _relations(article: Article) -> Parts:
    """Related works with a title. Their other losses are reported with their identifiers."""
    for n, relation in enumerate(article.relations):
        own, mapped = f"relations[{n}]", RELATION_TYPES.get(relation.type)
        titles, lost = unique_list(
            typed_titles(f"{own}.title", present(relation.title)), f"{own}.title"
        )
        if titles and mapped:
            identifier = identified(relation, own)
            described: Values = {
                "relatedItemIdentifier": _item_identifier(*identifier) if identifier else None,
                "relatedItemType": mapped.related_type or "Text",
                "relationType": mapped.name,
                "titles": titles,
            }
            yield json_object(described, field=own)
            yield from lost


def _untitled(article: Article) -> Iterator[Loss]:
    """The losses of values of the journal's item, if the journal has no title."""
    issue, pages = article.issue, article.pages
    values: dict[str, str | None] = {
        "issue.journal.abbreviated_title": issue.journal.abbreviated_title,
        "pages.first": pages.first,
        "pages.last": pages.last,
        "elocation_id": article.elocation_id,
    }
    if not present(issue.title):
        names = ("year", "volume", "number", "whole_number", "supplement", "special")
        values |= {f"issue.{name}": getattr(issue, name) for name in names}
    for field, value in values.items():
        if non_blank(value):
            yield Loss(field, "journal-title-missing")

"""Formats of third parties, in RELAX NG and XML Schema: any plugin that builds with the helpers is
led home by them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from jatsx import Article, Document, Element, ExportContext, Exporter, Schema, element
from tests.documents.making import made
from tests.testing.rich import rich_article
from tests.validation.schema_errors.finding_errors import (
    assert_reads,
    damaging,
    findings,
    rich_findings,
)

HERE = Path(__file__).parent / "third_parties"


def card(article: Article) -> Element:
    """A library's card of an article."""
    language, title = next(iter(article.title.items()), ("en", None))
    return made(
        "card",
        {"year": (article.dates.published.online or "")[:4] or None},
        element(
            "title",
            {"language": language},
            title.plain if title else None,
            field=f"title.{language}",
        ),
        (author(article, n) for n in range(len(article.contributors))),
        element("pages", None, article.pages.first, field="pages.first"),
        fields={"title": "title", "@year": "dates.published.online"},
    )


def author(article: Article, n: int) -> Element | None:
    field = f"contributors[{n}]"
    person = article.contributors[n]
    tag, name = next(iter(person.name.items()), ("", None))
    if name is None:
        return None
    return made(
        "author",
        {"orcid": person.orcid},
        element("family", None, name.family, field=f"{field}.name.{tag}.family"),
        element("given", None, name.given, field=f"{field}.name.{tag}.given"),
        field=field,
        fields={"family": f"name.{tag}.family", "@orcid": "orcid"},
    )


def export(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
    for article in articles:
        yield Document(f"{article.id}.xml", card(article))


CARDS = {
    "rng": Exporter("cards", "Cards", export, schema=Schema.rng(HERE, "card.rng")),
    "xsd": Exporter("cards", "Cards", export, schema=Schema.xsd(HERE, "card.xsd")),
}
BOTH: list[tuple[str, ...]] = [
    ("drop", "title", "part-missing", "title"),
    ("drop", "author/family", "part-missing", "contributors[0].name.ru.family"),
    ("drop", "author[1]/family", "part-missing", "contributors[2].name.en.family"),
    ("repeat", "title", "part-repeated", "title.ru"),
    ("repeat", "author/given", "part-repeated", "contributors[0].name.ru.given"),
    ("repeat", "pages", "part-repeated", "pages.first"),
    ("last", "title", "part-misplaced", "title.ru"),
    ("last", "author/family", "part-misplaced", "contributors[0].name.ru.given"),
    ("rename", "author/given", "name", "part-unexpected", "contributors[0].name.ru.given"),
    ("inside", "author", "email", "part-unexpected", "contributors[0]"),
    ("empty", "author/family", "value-empty", "contributors[0].name.ru.family"),
    ("words", "author", "words", "text-barred", "contributors[0]"),
    ("attribute", "title", "colour", "red", "attribute-unexpected", "title.ru"),
    ("attribute", ".", "year", "now", "value-type", "dates.published.online"),
    ("rename", ".", "ticket", "root-unknown", ""),
]
ONE: dict[str, list[tuple[str, ...]]] = {
    "rng": [
        ("text", "pages", "five", "value-form", "pages.first"),
        ("long", "author/family", "50", "value-form", "contributors[0].name.ru.family"),
        ("attribute", "title", "language", "ja", "attribute-unfit", "title.ru"),
        ("without", "title", "language", "attribute-unfit", "title.ru"),
    ],
    "xsd": [
        ("text", "pages", "five", "value-type", "pages.first"),
        ("long", "author/family", "50", "value-long", "contributors[0].name.ru.family"),
        ("attribute", "title", "language", "ja", "value-choice", "title.ru"),
        ("without", "title", "language", "attribute-missing", "title.ru"),
        ("attribute", "author", "orcid", "1825", "value-form", "contributors[0].orcid"),
    ],
}
CASES = [(kind, case) for kind in CARDS for case in (*BOTH, *ONE[kind])]


@pytest.mark.parametrize(("kind", "case"), CASES, ids=str)
def test_a_fault_is_told_once_and_of_its_field(kind: str, case: tuple[str, ...]) -> None:
    *damage, fault, field = case
    found = rich_findings(damaging(CARDS[kind], *damage))
    assert [(one.code, one.field) for one in found] == [(f"document-{fault}", field or None)]
    assert_reads(found[0])


@pytest.mark.parametrize("kind", CARDS)
def test_nothing_is_told_of_a_sound_document(kind: str) -> None:
    assert rich_findings(CARDS[kind]) == []


def without_title(article: Article) -> Article:
    return article.model_copy(update={"title": {}})


def without_anything(article: Article) -> Article:
    nobody = tuple(one.model_copy(update={"name": {}}) for one in article.contributors)
    return without_title(article).model_copy(update={"contributors": nobody})


MISSING: list[tuple[Callable[[Article], Article], list[str | None]]] = [
    (without_title, ["title"]),
    (without_anything, ["title", None]),
]


@pytest.mark.parametrize("kind", CARDS)
@pytest.mark.parametrize(("change", "fields"), MISSING)
def test_what_an_article_doesnt_say_is_missed_where_it_would_stand(
    kind: str, change: Callable[[Article], Article], fields: list[str | None]
) -> None:
    found = findings(CARDS[kind], change(rich_article()))
    assert [one.field for one in found] == fields
    assert {one.code for one in found} == {"document-part-missing"}


def test_a_document_that_knows_no_field_leads_to_the_article_as_a_whole() -> None:
    def bare(*_: object) -> Iterator[Document]:
        yield Document("x.xml", made("card", {"year": "2024"}))

    (finding, _) = rich_findings(replace(CARDS["xsd"], export=bare, schema=None))
    assert (finding.code, finding.field) == ("document-part-missing", None)

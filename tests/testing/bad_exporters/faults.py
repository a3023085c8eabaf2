"""Faults of exporters that lose or change data, each in a copy of the correct exporter.

A fault changes the content of the correct document of an article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from jatsx import Article, Document, ExportContext, Exporter, Loss, Option
from jatsx.documents.loss import Extent

from .exporters import CORRECT, content


def changed(change: Callable[[dict[str, Any]], object]) -> Exporter:
    """The correct exporter, with the content of each document changed in place."""

    def documents(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
        for article in articles:
            own = content(article)
            change(own)
            yield Document(f"{article.id}.json", own, articles=[article.id])

    return replace(CORRECT, export=documents, per="issue")


def in_texts(change: Callable[[str], str], *fields: str) -> Exporter:
    """The correct exporter, with each text of some fields changed."""

    def apply(own: dict[str, Any]) -> None:
        for field in fields or tuple(own):
            if field in own and field != "issue":
                own[field] = _mapped(own[field], change)

    return changed(apply)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _mapped(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [_mapped(item, change) for item in value]
    return change(value) if isinstance(value, str) else value


def at(change: Callable[[Any], Any], *path: str) -> Exporter:
    """The correct exporter, with the value at a path changed. ``*`` is every key or item."""

    def apply(own: Any, steps: Sequence[str]) -> None:
        step, *rest = steps
        keys = list(own if isinstance(own, dict) else range(len(own))) if step == "*" else [step]
        for key in keys:
            if isinstance(own, dict) and key not in own:
                continue
            if rest:
                apply(own[key], rest)
            else:
                own[key] = change(own[key])

    return changed(lambda own: apply(own, path))


def swap(*path: str, names: tuple[str, str]) -> Exporter:
    """The correct exporter, with two fields of a part swapped."""
    one, other = names

    def swapped(part: Any) -> Any:
        renamed = {one: other, other: one}
        return {renamed.get(key, key): value for key, value in part.items()}

    return at(swapped, *path)


def of_run(make: Callable[[Sequence[Article]], Iterator[Document]], **more: Any) -> Exporter:
    return replace(CORRECT, export=lambda articles, _: make(articles), per="issue", **more)


def only_first(articles: Sequence[Article]) -> Iterator[Document]:
    yield Document("run.json", content(articles[0]))


def losses_of_first(articles: Sequence[Article]) -> Iterator[Document]:
    for article in articles:
        own = content(article)
        own.pop("counts", None)
        lost = [Loss("counts", "no-room")] if article.counts else []
        yield Document(f"{article.id}.json", own, {articles[0].id: lost}, articles=[article.id])


def losses_of_written(articles: Sequence[Article]) -> Iterator[Document]:
    for article in articles:
        lost = {article.id: [Loss("title", "no-room")]} if article.title else {}
        yield Document(f"{article.id}.json", content(article), lost, articles=[article.id])


def constant_language(own: dict[str, Any]) -> None:
    for field in ("title", "subtitle"):
        own[field] = {"all": list(own.get(field, {}).values())}


def crossed_languages(own: dict[str, Any]) -> None:
    renamed = {"kk": "ru", "ru": "kk"}
    own["title"] = {renamed.get(tag, tag): text for tag, text in own["title"].items()}


def without_headings(own: dict[str, Any]) -> None:
    for tag, text in own.get("abstract", {}).items():
        if isinstance(text, list):
            own["abstract"][tag] = "\n\n".join(part["text"] for part in text)


def headings_as_paragraphs(own: dict[str, Any]) -> None:
    for tag, text in own.get("abstract", {}).items():
        if isinstance(text, list):
            parts = [one for part in text for one in (part.get("title"), part["text"]) if one]
            own["abstract"][tag] = "\n\n".join(parts)


def issue_date(own: dict[str, Any]) -> None:
    if own.get("dates", {}).get("published"):
        own["dates"]["published"] = own["issue"].get("published")


def crossed(field: str, *rest: str) -> Callable[[Any], None]:
    """Exchanges a value of neighbours in a list: the first and the second, and so on."""

    def apply(own: Any) -> None:
        parts = own.get(field, [])
        for one, other in zip(parts[::2], parts[1::2], strict=False):
            for name in rest:
                if one.get(name) and other.get(name):
                    one[name], other[name] = other[name], one[name]

    return apply


def without_issue_license(own: dict[str, Any]) -> None:
    own["issue"].pop("licenses", None)


def dates(own: dict[str, Any]) -> None:
    own["dates"] = _mapped(own.get("dates", {}), lambda date: date[:7])


def one_identifier(own: dict[str, Any]) -> None:
    own["identifiers"] = dict([*own.get("identifiers", {}).items()][:1])


def dropping(tags: str) -> Callable[[str], str]:
    return lambda text: re.sub(rf"</?(?:{tags})>", "", text)


def remembering() -> Exporter:
    known: dict[str, Any] = {}

    def apply(own: dict[str, Any]) -> None:
        own["references"] = known.setdefault(own["id"], own.get("references", []))

    return changed(apply)


VALUES: Final = "test_each_value_is_in_the_documents"
CHANGES: Final = "test_no_field_is_dropped_without_a_loss"
LISTS: Final = "test_lists_are_complete_and_in_order"
MARKUP: Final = "test_no_markup_is_dropped_without_a_loss"
RUNS: Final = "test_articles_of_a_run_are_written_like_single_articles"
OPTIONS: Final = "test_each_option_and_version_has_an_effect"

SCHEMA: Final = CORRECT.versions[""]

FAULTS: Final[Mapping[str, tuple[Exporter, str, str]]] = {
    "only-first-of-run": (of_run(only_first), RUNS, "article full-2 of 3: the value was changed"),
    "losses-of-first": (of_run(losses_of_first), RUNS, "is not reported in the run"),
    "loss-of-written": (of_run(losses_of_written), VALUES, "but the documents contain it"),
    "long-title-cut": (in_texts(lambda text: text[:200], "title"), VALUES, "field:    title.ru"),
    "author-21-gone": (at(lambda own: own[:20], "contributors"), LISTS, "contributors[20]"),
    "keyword-11-gone": (at(lambda own: own[:10], "keywords", "*"), LISTS, "keywords.ru[10]"),
    "tags-dropped": (in_texts(dropping("i|b|u|sub|sup|sc|tt")), MARKUP, "the tags <i>, <b>"),
    "one-tag-dropped": (in_texts(dropping("sup"), "abstract"), MARKUP, "the tags <sup>"),
    "formulas-dropped": (
        in_texts(lambda text: re.sub("<math.*?</math>", "", text)),
        MARKUP,
        "the tags <math>",
    ),
    "headings-dropped": (changed(without_headings), CHANGES, "abstract.ru[0].title"),
    "headings-as-paragraphs": (
        changed(headings_as_paragraphs),
        CHANGES,
        "its headings became paragraphs",
    ),
    "language-constant": (changed(constant_language), CHANGES, "moved to another language"),
    "languages-crossed": (changed(crossed_languages), VALUES, "a place of the language 'ru'"),
    "names-upper-case": (in_texts(str.upper, "contributors"), VALUES, 'They contain "Q'),
    "email-lower-case": (
        at(str.lower, "contributors", "*", "email"),
        VALUES,
        "contributors[0].email",
    ),
    "doi-lower-case": (changed(lambda own: own.update(doi=own["doi"].lower())), VALUES, "doi"),
    "pages-swapped": (
        swap("pages", names=("first", "last")),
        VALUES,
        "a place of the field 'last'",
    ),
    "names-swapped": (
        swap("contributors", "*", "name", "*", names=("family", "given")),
        VALUES,
        "a place of the field 'given'",
    ),
    "dates-swapped": (
        swap("dates", names=("received", "accepted")),
        VALUES,
        "a place of the field 'accepted'",
    ),
    "issn-swapped": (
        swap("issue", "journal", "issn", names=("print", "electronic")),
        VALUES,
        "a place of the field 'electronic'",
    ),
    "keywords-sorted": (at(sorted, "keywords", "*"), LISTS, "not in the order of the list"),
    "duplicates-dropped": (
        at(lambda own: [one for n, one in enumerate(own) if one not in own[:n]], "references"),
        CHANGES,
        "references[2]",
    ),
    "spaces-collapsed": (in_texts(lambda text: " ".join(text.split())), VALUES, "title.ru"),
    "zeros-lost": (in_texts(lambda text: text.lstrip("0"), "pages"), VALUES, "pages.first"),
    "dates-shortened": (changed(dates), CHANGES, "dates.received"),
    "second-paragraph-gone": (
        in_texts(lambda text: text.partition("\n\n")[0], "abstract"),
        VALUES,
        "abstract.ru[0].text",
    ),
    "last-reference-text-only": (
        changed(lambda own: own.get("references", [{}])[-1].pop("work", None)),
        LISTS,
        "references[35].work",
    ),
    "affiliations-crossed": (
        changed(crossed("affiliations", "institution")),
        LISTS,
        "affiliations[",
    ),
    "awards-crossed": (changed(crossed("funding", "awards")), LISTS, "funding[2].awards[0]"),
    "orcids-crossed": (changed(crossed("contributors", "orcid")), LISTS, "contributors[4].orcid"),
    "relation-type-constant": (
        at(lambda _: "related", "relations", "*", "type"),
        CHANGES,
        "relations[0].type",
    ),
    "issue-license-ignored": (changed(without_issue_license), CHANGES, "issue.licenses[0].url"),
    "issue-date-used": (changed(issue_date), CHANGES, "dates.published.print"),
    "one-identifier": (changed(one_identifier), CHANGES, "identifiers.publisher-id"),
    "astral-lost": (
        in_texts(lambda text: re.sub("[\U00010000-\U0010ffff]", "?", text)),
        VALUES,
        "title.ru",
    ),
    "characters-composed": (
        in_texts(lambda text: unicodedata.normalize("NFC", text)),
        VALUES,
        "title.ru",
    ),
    "values-kept-between-calls": (remembering(), CHANGES, "references[0]"),
    "option-ignored": (
        replace(CORRECT, options=(Option("paper", "size of the paper", choices=("a4", "a5")),)),
        OPTIONS,
        "the option paper has no effect",
    ),
    "version-ignored": (
        replace(CORRECT, schema=None, versions={"1": SCHEMA, "2": SCHEMA}, recognises=None),
        OPTIONS,
        "the same in versions 1 and 2",
    ),
    "form-without-need": (
        of_run(
            lambda articles: (
                Document(
                    f"{one.id}.json",
                    content(one),
                    {one.id: [Loss("subtitle", "no-room", extent=Extent.LANGUAGE)]},
                    articles=[one.id],
                )
                for one in articles
                if one.subtitle
            )
        ),
        VALUES,
        "but the documents contain it",
    ),
}
"""The exporter of each fault, the test that it fails, and a part of the message."""

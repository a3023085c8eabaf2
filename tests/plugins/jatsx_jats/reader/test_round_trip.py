"""An article that was exported is read again, and exported again, without a difference.

Here with some awkward articles; with all of them in ``tests/exhaustive``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from lxml import etree

from jatsx.documents.document import ExportContext
from jatsx.documents.xml import Element
from jatsx.model import Article, Journal
from jatsx.model.fieldpath import format_path
from jatsx.testing.awkward import Awkward, awkward_articles, rich_article
from jatsx_jats.exporter import EXPORTER
from jatsx_jats.leftovers import read_back
from jatsx_jats.reader.article import read_article
from jatsx_jats.reader.leftovers import OUTSIDE, leftovers
from tests.plugins.jatsx_jats.exporting import dtd
from tests.plugins.jatsx_jats.reader.reading import document_of, record_of
from tests.plugins.jatsx_jats.reader.round_trip import READING
from tests.strategies import few, filled_articles

AWKWARD: Final = [*awkward_articles()]
FEW: Final = AWKWARD[::12]
VERSIONS: Final = ("1.3", "1.4")

READ_DIFFERENTLY: Final = re.compile(
    r"status|section|language|issue\.(id|articles|language|licenses|year)"
    r"|issue\.sections\[\d+\]\.(id|title)|issue\.journal\.(doi_prefix|languages?|licenses)"
    r"|dates|dates\.published(\..*)?|issue\.published(\..*)?|licenses"
    r"|affiliations\[\d+\]\.id|contributors\[\d+\]\.affiliations(\[\d+\])?"
    r"|contributors\[\d+\]\.name\.[^.]*\.(given|patronymic)|contributors\[\d+\]\.orcid"
    r"|subject_codes\[\d+\]\.scheme|funding(\[\d+\]\.statement)?|(issue\.)?files"
)
"""The fields that docs/reading/jats.md says are read differently."""


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("case", FEW, ids=lambda case: case.name)
def test_nothing_is_different_with_leftovers(case: Awkward, version: str, tmp_path: Path) -> None:
    article = case.article
    document = document_of(article, version, leftovers="yes")
    without = document_of(article, version)
    assert is_valid(document, version) is is_valid(without, version)
    record = record_of(document, tmp_path, f"{article.id}.xml")
    assert record.article is not None
    assert without_settings(record.article) == without_settings(article)
    assert "jats-leftover-unread" not in {finding.code for finding in record.findings}


@few
@given(article=filled_articles())
@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_of_any_article_is_different_with_leftovers(article: Article, version: str) -> None:
    read = read_again(article, version, leftovers="yes")
    assert without_settings(read) == without_settings(article)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("case", FEW, ids=lambda case: case.name)
def test_what_is_different_is_lost_or_read_differently(case: Awkward, version: str) -> None:
    article = case.article
    lost = losses_of(article, version)
    different = [
        path
        for path, said in leftovers(article, read_again(article, version))
        if not is_white_space(said) and not READ_DIFFERENTLY.fullmatch(format_path(path))
    ]
    assert [path for path in map(format_path, different) if not is_among(path, lost)] == []


@few
@given(article=filled_articles())
@pytest.mark.parametrize("version", VERSIONS)
def test_each_value_of_any_article_is_read_or_was_lost(article: Article, version: str) -> None:
    context = ExportContext("20240101000000000", "b", version=version)
    (document,) = EXPORTER.export([article], context)
    read = read_again(article, version)
    assert READING.values_not_read(article, read, document.all_losses) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("case", FEW, ids=lambda case: case.name)
def test_it_is_exported_again_the_same(case: Awkward, version: str, tmp_path: Path) -> None:
    document = document_of(case.article, version)
    record = record_of(document, tmp_path, f"{case.article.id}.xml")
    assert record.article is not None
    assert comparable(document_of(record.article, version)) == comparable(document)


def test_the_losses_are_the_same_with_leftovers() -> None:
    article = rich_article()
    assert losses_of(article, "1.3", leftovers="yes") == losses_of(article, "1.3")


def test_a_document_without_differences_has_no_leftovers() -> None:
    read = read_again(rich_article(), "1.3")
    again = read_again(read, "1.3")
    assert again == read
    assert b"custom-meta" not in document_of(again, "1.3", leftovers="yes")


EMPTY: Final = re.compile(r"<(?:\w+)></\w+>")
"""Markup without text."""

CHANGES: Final = {
    "a changed value is not replaced": (b">ABCDEF<", b">GHIJKL<", "identifiers.edn", "GHIJKL"),
    "a value that is not JSON": (b'{"value":"published"}', b"{", "status", None),
    "a path that does not exist": (b">jatsx:status<", b">jatsx:nowhere[3].x<", "status", None),
    "a value of another type": (b'{"value":"published"}', b'{"value":[1]}', "status", None),
    "JSON that is nested too deeply": (b'{"value":"published"}', b"[" * 9999, "status", None),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_leftover_that_does_not_fit_is_reported(name: str, tmp_path: Path) -> None:
    old, new, field, expected = CHANGES[name]
    article = rich_article().model_copy(update={"doi": "https://doi.org/10.5555/full"})
    document = document_of(article, leftovers="yes")
    assert document.count(old) == 1
    record = record_of(document.replace(old, new), tmp_path, "full.xml")
    assert record.article is not None
    value: Any = record.article
    for step in field.split("."):
        value = value[step] if isinstance(value, Mapping) else getattr(value, step)
    assert value == expected
    codes = [finding.code for finding in record.findings]
    assert ("jats-leftover-unread" in codes) is (field == "status")


def test_a_leftover_of_a_value_that_was_changed_is_not_used(tmp_path: Path) -> None:
    article = rich_article().model_copy(update={"doi": "https://doi.org/10.5555/full"})
    document = document_of(article, leftovers="yes")
    assert record_of(document, tmp_path, "full.xml").article == read_again(
        article, "1.3", leftovers="yes"
    )
    old = b'<article-id pub-id-type="doi">10.5555/full<'
    changed = document.replace(old, old.replace(b"/full", b"/other"))
    record = record_of(changed, tmp_path, "full.xml")
    assert record.article is not None
    assert record.article.doi == "10.5555/other"
    names = [one.params["name"] for one in record.findings if one.code == "jats-leftover-unread"]
    assert names == ["jatsx:doi"]


def is_valid(document: bytes, version: str) -> bool:
    return bool(dtd(version).validate(etree.fromstring(document)))


def read_again(article: Article, version: str, **options: str) -> Article:
    """The article that is read from its document."""
    context = ExportContext("20240101000000000", "b", version=version, options=options)
    (document,) = EXPORTER.export([article], context)
    assert isinstance(document.content, Element)
    return read_article(read_back(document.content), article.id, "a.xml").article


def losses_of(article: Article, version: str, **options: str) -> list[str]:
    context = ExportContext("20240101000000000", "b", version=version, options=options)
    (document,) = EXPORTER.export([article], context)
    return [loss.field for loss in document.all_losses]


def is_among(path: str, lost: list[str]) -> bool:
    """Whether a field, a field around it or all fields inside it are lost."""
    return any(path.startswith(field) or field.startswith(path) for field in lost)


def is_white_space(said: Mapping[str, Any]) -> bool:
    """Whether values differ only in white space, in blank values or in the order of languages."""
    if "order" in said:
        return True
    return bool(visible(said["value"]) == visible(said.get("read")))


def visible(value: Any) -> Any:
    if isinstance(value, Mapping):
        kept = {key: visible(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item} or None
    if isinstance(value, list):
        return [item for item in map(visible, value) if item] or None
    if isinstance(value, str):
        return " ".join(value.replace("&#32;", " ").split()) or None
    return value


def without_settings(article: Article) -> Article:
    """The article without the settings of its journal."""
    settings: Mapping[str, Any] = {path[-1]: getattr(Journal(), path[-1]) for path in OUTSIDE}
    journal = article.issue.journal.model_copy(update={**settings})
    issue = article.issue.model_copy(update={"journal": journal})
    return article.model_copy(update={"issue": issue})


def comparable(document: bytes) -> str:
    """A document without white space at the ends of texts, the position in the issue, XML ids that
    count also what has no element, and titles that have no language."""
    text = re.sub(r' (?:seq|id|rid|lang-group)="[a-z]*\d+(?:text)?"', "", document.decode())
    text = re.sub(r"<award-desc>[^<]*</award-desc>", "", text)
    text = re.sub(r"\s+(?=[<\"])|(?<=>)\s+|(?<==\")\s+", "", text)
    while EMPTY.search(text):
        text = EMPTY.sub("", text)
    return text

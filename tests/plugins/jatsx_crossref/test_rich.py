"""An article with a value in nearly every field: valid, and no change of it goes unnoticed."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from jatsx.documents.xml import Element
from jatsx.model import Article, Part
from jatsx.model.fieldpath import parse_path
from jatsx.testing.loss_coverage import silent_changes
from jatsx_crossref.exporter import EXPORTER

from .deposits import HERE, POLICY, VERSIONS, context, exported, read_yaml

RICH: Mapping[str, Any] = read_yaml(HERE / "rich.yaml")
ARTICLE = Article.model_validate(RICH)
SETTINGS: Mapping[str, Mapping[str, str]] = {
    "bare": {},
    "Crossmark": {"crossmark_policy": POLICY, "crossmark_domains": "journal.example.org"},
}
SETTLED = [(version, name) for version in VERSIONS for name in SETTINGS]


@pytest.mark.parametrize(("version", "settings"), SETTLED)
def test_it_is_valid(version: str, settings: str) -> None:
    assert exported(ARTICLE, SETTINGS[settings], version).schema_errors == ()


@pytest.mark.parametrize(("version", "settings"), SETTLED)
def test_a_change_is_written_or_lost(version: str, settings: str) -> None:
    given = context(SETTINGS[settings], version)
    assert list(silent_changes(EXPORTER, ARTICLE, given)) == []


@pytest.mark.parametrize(("version", "settings"), SETTLED)
def test_origins_and_losses_are_fields_of_the_article(version: str, settings: str) -> None:
    document = exported(ARTICLE, SETTINGS[settings], version)
    fields = {*origins(document.content), *document.lost}
    fields -= {field for field in fields if field.startswith("issue.journal.formats.")}
    assert fields
    for field in fields:
        value: Any = ARTICLE
        for step in parse_path(field):
            value = getattr(value, str(step)) if isinstance(value, Part) else value[step]
        assert value


def origins(element: Element) -> Iterator[str]:
    """The fields that elements stand for."""
    if element.field:
        yield element.field
    for child in element.children:
        if isinstance(child, Element):
            yield from origins(child)


def test_the_same_article_gives_the_same_bytes() -> None:
    first, again = exported(ARTICLE), exported(pickle.loads(pickle.dumps(ARTICLE)))
    assert (again.name, again.xml, again.losses) == (first.name, first.xml, first.losses)


def test_a_run_is_one_file_with_the_articles_in_order() -> None:
    other = Article.model_validate({**RICH, "id": "02", "doi": "10.5555/2024-2-02"})
    document = exported([other, ARTICLE], run=2)
    assert document.name == "2024-2-2.xml"
    assert document.compact.count("<journal_issue>") == 1
    assert document.compact.index("2024-2-02</doi>") < document.compact.index("2024-2-01</doi>")
    assert document.schema_errors == ()


def test_losses_of_journal_and_issue_are_those_of_each_article() -> None:
    other = Article.model_validate({**RICH, "id": "02"})
    losses = exported([ARTICLE, other]).losses
    for field in ("issue.journal.publisher", "issue.whole_number", "keywords"):
        assert [id for id in losses if field in {loss.field for loss in losses[id]}] == ["01", "02"]


def test_a_file_is_named_for_its_issue_else_its_article() -> None:
    assert exported(ARTICLE).name == "2024-2.xml"
    assert exported(Article(id="07")).name == "07.xml"

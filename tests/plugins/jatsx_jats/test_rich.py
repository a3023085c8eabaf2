"""An article with a value in nearly every field of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from jatsx.documents.document import ExportContext
from jatsx.documents.xml import Element
from jatsx.model import Article, FrozenMap, Part
from jatsx.model.fieldpath import parse_path
from jatsx.testing.loss_coverage import silent_changes
from jatsx_jats.exporter import EXPORTER
from tests.plugins.jatsx_jats.exporting import as_bytes, exported, loaded, lost, schema_errors

RICH: Final = loaded("rich.yaml")
VERSIONS: Final = ("1.3", "1.4")


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_valid(version: str) -> None:
    assert schema_errors(exported(RICH, version), version) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_exported_twice_it_is_the_same(version: str) -> None:
    assert as_bytes(exported(RICH, version)) == as_bytes(exported(RICH, version))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_change_is_seen_or_said_to_be_lost(version: str) -> None:
    article = Article.model_validate(RICH)
    assert (
        list(
            silent_changes(
                EXPORTER, article, ExportContext("20240101000000000", "b", version=version)
            )
        )
        == []
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_elements_and_losses_name_fields_that_are_there(version: str) -> None:
    article, document = Article.model_validate(RICH), exported(RICH, version)
    assert isinstance(document.content, Element)
    fields = {*origins(document.content), *lost(document)}
    assert [field for field in sorted(fields) if not is_there(article, field)] == []


def test_the_format() -> None:
    assert (EXPORTER.name, EXPORTER.per, EXPORTER.default) == ("jats", "article", True)
    assert (EXPORTER.version, tuple(EXPORTER.versions)) == ("1.3", VERSIONS)


def test_the_document_is_of_the_article() -> None:
    document = exported(RICH, "1.4")
    assert document.name == "01.xml"
    assert document.articles == ("01",)
    assert document.doctype == (
        '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 '
        'v1.4 20241031//EN" "JATS-journalpublishing1-4-mathml3.dtd">'
    )


def test_an_unknown_version_is_the_default_one() -> None:
    assert as_bytes(exported(RICH, "")) == as_bytes(exported(RICH, "1.3"))


def test_a_text_in_no_known_language_isnt_english() -> None:
    document = exported({"id": "01"})
    assert isinstance(document.content, Element)
    assert document.content.attributes["xml:lang"] == "und"


def origins(element: Element) -> Iterator[str]:
    if element.field is not None:
        yield element.field
    for child in element.children:
        if isinstance(child, Element):
            yield from origins(child)


def is_there(article: Article, field: str) -> bool:
    """Whether a field says something."""
    value: Any = article
    for step in parse_path(field):
        value = getattr(value, str(step)) if isinstance(value, Part) else value[step]
    return value not in (None, "", (), FrozenMap())

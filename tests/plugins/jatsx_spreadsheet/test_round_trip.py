"""A workbook that was exported is read back as the same articles, but for the named losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import assume, given

import jatsx
from jatsx import ExportContext, MemoryFile
from jatsx.model import Article
from jatsx.model.fieldpath import format_path
from jatsx.testing.loss_coverage import is_within
from jatsx_spreadsheet.cells import SPACES
from jatsx_spreadsheet.exporter import EXPORTER
from tests.plugins.jatsx_spreadsheet.workbooks import articles, records
from tests.strategies import articles as any_articles
from tests.strategies import few

EXAMPLES: Final = Path(__file__).parents[3] / "examples"
CONTEXT: Final = ExportContext("20240101000000000", "batch")
NAMES: Final = ("caa-2021-4", "irilj-2024-2")


def differences(own: Any, again: Any, path: tuple[str | int, ...] = ()) -> list[str]:
    """The fields whose values differ, also in the order of their languages."""
    if own == again and not isinstance(own, Mapping):
        return []
    if isinstance(own, Mapping) and (again is None or isinstance(again, Mapping)):
        again = again or {}
        found = [
            each for key in own for each in differences(own[key], again.get(key), (*path, key))
        ]
        is_ordered = [key for key in own if key in again] == [key for key in again if key in own]
        return found if is_ordered else [*found, format_path(path)]
    if isinstance(own, tuple) and (again is None or len(own) == len(again)):
        pairs = enumerate(zip(own, again or [None] * len(own), strict=True))
        return [each for n, (a, b) in pairs for each in differences(a, b, (*path, n))]
    return [format_path(path)] if own else []


def exported(found: Sequence[Article]) -> tuple[MemoryFile, list[str]]:
    """The workbook of articles, and the fields of their losses."""
    (document,) = EXPORTER.export(found, CONTEXT)
    assert isinstance(document.content, bytes)
    lost = [loss.field for loss in document.all_losses]
    return MemoryFile("table.xlsx", document.content), lost


def unexplained(different: Sequence[str], lost: Sequence[str]) -> list[str]:
    """The fields that differ and that no loss names."""
    return [field for field in different if not any(is_within(field, one) for one in lost)]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_back(name: str) -> None:
    own = [one.article for one in jatsx.read(EXAMPLES / name) if one.article]
    file, lost = exported(own)
    again = articles(records(file))
    assert len(again) == len(own)
    for one, other in zip(own, again, strict=True):
        different = differences(one.model_dump(), other.model_dump())
        assert unexplained(different, lost) == []
    allowed = ("issue.journal.rules", "issue.journal.requirements", "title", "abstract", "keywords")
    assert {*lost} <= {*allowed}


@few
@given(article=any_articles())
def test_any_article_is_read_back_but_for_its_losses(article: Article) -> None:
    assume(article.id.strip(SPACES) == article.id != "")
    file, lost = exported([article])
    own = article.model_dump(exclude_defaults=True)
    (again,) = (one.article for one in records(file) if one.is_article)
    if again is None:  # a text whose markup is only half in its cell, or a missing required value
        assert lost
        return
    different = differences(own, again.model_dump(exclude_defaults=True))
    assert unexplained(different, lost) == []


def test_the_same_articles_give_the_same_bytes() -> None:
    own = [one.article for one in jatsx.read(EXAMPLES / NAMES[0]) if one.article]
    assert exported(own)[0].content == exported(own)[0].content


def test_what_looks_like_a_formula_is_text() -> None:
    title = '=HYPERLINK("http://example.org")'
    article = Article.model_validate({"id": "01", "title": {"en": title}, "doi": "+1-2"})
    (again,) = articles(records(exported([article])[0]))
    assert again.title["en"].plain == title
    assert again.doi == "+1-2"

"""Whole documents: each folder holds an article and what it becomes in each version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from described import BOTH, document, schema_errors, written
from jatsx import Article

from jatsx_datacite.exporter import EXPORTER

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("goldens/*/article.json"))


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_an_article_becomes_this(folder: Path, version: str) -> None:
    article = Article.model_validate(json.loads((folder / "article.json").read_text("utf-8")))
    assert written(article, version).decode() == (folder / f"{version}.json").read_text("utf-8")
    lost = "".join(
        f"{one.field}: {EXPORTER.reason(one)}\n" for one in document(article, version).all_losses
    )
    assert lost == (folder / f"{version}.lost.txt").read_text("utf-8")


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_what_is_expected_is_valid(folder: Path, version: str) -> None:
    assert schema_errors((folder / f"{version}.json").read_bytes(), version) == []


def test_there_are_goldens() -> None:
    assert [folder.name for folder in FOLDERS] == ["editorial", "research"]

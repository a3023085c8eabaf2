"""Articles to deposits and back: nothing that a deposit holds is lost in reading.

Here with some awkward articles; with all of them in ``tests/exhaustive``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from jatsx.model import Article
from jatsx.testing.awkward import awkward_articles
from tests.strategies import few, filled_articles

from .deposits import POLICY, VERSIONS, Exported, exported
from .reading import exported_again, read_again
from .round_trip import values_not_read

AWKWARD = {one.name: one.article for one in awkward_articles()}
OPTIONS = {
    "bare": {},
    "Crossmark": {"crossmark_policy": POLICY, "crossmark_domains": "journal.example.org"},
}

FEW = [*AWKWARD][::12]
GIVEN = [(version, name) for version in VERSIONS for name in OPTIONS]


def content(document: Exported) -> str:
    """The document without the id of the batch, with white space as in HTML."""
    whole = re.sub(r"<doi_batch_id>.*?</doi_batch_id>", "", document.compact)
    return re.sub(r"\s+", " ", whole).replace(" <", "<")


@pytest.mark.parametrize(("version", "options"), GIVEN)
@pytest.mark.parametrize("name", FEW)
def test_the_same_document_comes_of_what_was_read(
    name: str, version: str, options: str, tmp_path: Path
) -> None:
    first = exported(AWKWARD[name], OPTIONS[options], version)
    again = exported_again(read_again(first, tmp_path), version)
    assert content(again) == content(first)


@pytest.mark.parametrize(("version", "options"), GIVEN)
@pytest.mark.parametrize("name", FEW)
def test_each_value_is_read_or_was_lost(
    name: str, version: str, options: str, tmp_path: Path
) -> None:
    document = exported(AWKWARD[name], OPTIONS[options], version)
    (read,) = read_again(document, tmp_path)
    losses = [loss for losses in document.losses.values() for loss in losses]
    assert values_not_read(AWKWARD[name], read, losses) == []


@pytest.mark.parametrize("version", VERSIONS)
@given(article=filled_articles())
@settings(few, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_read_is_read_again(article: Article, version: str, tmp_path: Path) -> None:
    document = exported(article, OPTIONS["Crossmark"], version)
    read = read_again(document, tmp_path)
    assert bool(read) == (b"<journal_article" in document.xml)
    if read:
        assert read_again(exported_again(read, version), tmp_path) == read


@pytest.mark.parametrize("options", OPTIONS)
@given(article=filled_articles())
@settings(few, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_value_of_any_article_is_read_or_was_lost(
    article: Article, options: str, tmp_path: Path
) -> None:
    document = exported(article, OPTIONS[options], VERSIONS[0])
    losses = [loss for losses in document.losses.values() for loss in losses]
    for read in read_again(document, tmp_path):
        assert values_not_read(article, read, losses) == []


def test_several_articles_of_an_issue_keep_their_order(tmp_path: Path) -> None:
    plain = AWKWARD["plain"]
    run = [plain.model_copy(update={"id": n, "doi": f"10.5555/{n}"}) for n in ("b", "a", "c")]
    read = read_again(exported(run), tmp_path)
    assert [one.doi for one in read] == ["10.5555/b", "10.5555/a", "10.5555/c"]
    assert {one.issue for one in read} == {read[0].issue}
    assert read[0].issue.articles == ("b", "a", "c")

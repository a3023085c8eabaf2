"""What is written is read back: the same articles, in the same order; and written again alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.model import Article, Issue, Journal
from jatsx.readers.issue_folder import read_folder
from jatsx.readers.journal_values import with_journal_values
from jatsx.readers.json_lines import read_json_lines
from jatsx.readers.reader import Record
from tests.conftest import ROOT
from tests.issue_folder.converting import article, contents, convert, read, written
from tests.strategies import articles, few

FOLDERS = [ROOT / "examples" / "caa-2021-4", ROOT / "examples" / "irilj-2024-2"]
FOLDERS += [ROOT / "jatsx" / "testing" / "rich"]
FOLDERS += [ROOT / "jatsx" / "issue_folder" / "template" / "en"]

IDS = st.sampled_from(["01", "02", "a", "a-b", "A", "a1", "no", "1e3"])


@pytest.mark.parametrize("source", FOLDERS, ids=lambda path: path.name)
def test_a_folder_is_read_back(source: Path, tmp_path: Path) -> None:
    assert convert(source, "--out", tmp_path / "out").exit_code == 0
    assert read(tmp_path / "out") == _renamed(read(source), source)
    assert convert(tmp_path / "out", "--out", tmp_path / "again").exit_code == 0
    assert contents(tmp_path / "again") == contents(tmp_path / "out")


def _renamed(articles: list[Article], source: Path) -> list[Article]:
    """The articles; what names no issue takes the folder's name for its id, and keeps it."""
    assert {one.issue.id for one in articles} <= {source.name, "2024-2"}
    return articles


@few
@given(articles(), st.lists(IDS, min_size=1, max_size=3))
def test_every_article_is_read_back(given_article: Article, ids: list[str]) -> None:
    given_articles = [_given(given_article.model_copy(update={"id": id})) for id in ids]
    with TemporaryDirectory() as folder:
        out = Path(folder)
        (issue,) = written(given_articles, out / "1")
        assert issue.refused == []
        assert _read_in_any_order(out / "1", given_articles) == sorted(ids)
        convert(out / "1", "--out", out / "2")
        convert(out / "2", "--out", out / "3")
        assert contents(out / "2") == contents(out / "3")
        assert read(out / "2") == read(out / "1")


def _given(article: Article) -> Article:
    """The article as every reader gives it: with the values of its journal."""
    record = with_journal_values(Record("given", article, article.id))
    assert record.article is not None
    return record.article


def _read_in_any_order(folder: Path, expected: Sequence[Article]) -> list[str]:
    """The ids of the articles of a folder, each as expected, those of no set order in order."""
    found = read(folder)
    order = expected[0].issue.articles
    free = [one for one in expected if one.id not in order]
    assert [one for one in found if one.id not in order] == free
    assert all(one in expected for one in found)
    return sorted(one.id for one in found)


@pytest.mark.parametrize(
    ("ids", "order", "names"),
    [
        (["01", "02"], [], ["01", "02"]),
        (["02", "01"], [], ["01-02", "02-01"]),
        (["02", "01"], ["02", "01"], ["01", "02"]),
        (["b", "c", "a"], ["b"], ["01-b", "02-c", "03-a"]),
        (["b", "a", "c"], ["b"], ["a", "b", "c"]),
        (["a", "a-b"], [], ["01-a", "02-a-b"]),
        (["B", "a"], [], ["01-B", "02-a"]),
        (["a", "a"], [], ["01-a", "02-a"]),
        (["a", "A"], [], ["01-a", "02-A"]),
    ],
)
def test_names_keep_the_order(
    ids: list[str], order: list[str], names: list[str], tmp_path: Path
) -> None:
    issue = Issue(id="2024-1", articles=tuple(order))
    given_articles = [article(id, issue) for id in ids]
    written(given_articles, tmp_path)
    assert sorted(path.stem for path in (tmp_path / "articles").iterdir()) == names
    assert read(tmp_path) == given_articles


def test_an_issue_and_a_journal_that_say_nothing(tmp_path: Path) -> None:
    given_article = article("a", Issue())
    written([given_article], tmp_path / "out")
    assert read(tmp_path / "out") == [given_article]
    assert given_article.issue == Issue(id="", journal=Journal())


def test_an_issue_and_a_journal_with_nothing_in_what_they_say(tmp_path: Path) -> None:
    given_article = article("a", Issue(volume="", journal=Journal(doi="")))
    written([given_article], tmp_path)
    assert read(tmp_path) == [given_article]


def test_a_very_long_key(tmp_path: Path) -> None:
    given_article = article("a", identifiers={"x" * 3000: "y", "b": "c"})
    written([given_article], tmp_path)
    assert read(tmp_path) == [given_article]


def test_json_lines(tmp_path: Path) -> None:
    source = tmp_path / "all.jsonl"
    given_articles = [article("b", title={"en": "A & B"}), article("a")]
    source.write_text("".join(f"{one.model_dump_json()}\n" for one in given_articles), "utf-8")
    assert convert(source, "--out", tmp_path / "out").exit_code == 0
    assert read(tmp_path / "out") == [record.article for record in read_json_lines(source)]


def test_flags_given_though_they_say_no(tmp_path: Path) -> None:
    given_article = article("a", contributors=[{"kind": "author", "corresponding": "no"}])
    written([given_article], tmp_path)
    text = contents(tmp_path)["articles/a.yaml"]
    assert "kind: author\n" in text
    assert "corresponding: false\n" in text
    (record,) = [one for one in read_folder(tmp_path) if one.is_article]
    assert record.article == given_article

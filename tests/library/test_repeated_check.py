"""The check that is repeated gives what a check gives, and checks only what was changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import jatsx
from jatsx.library.repeated_check import RepeatedCheck
from tests.library.examples import FOLDERS

SESSION = jatsx.Session()


@pytest.fixture(params=FOLDERS, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(request.param, tmp_path / request.param.name))


def same(check: RepeatedCheck, folder: Path) -> bool:
    """Whether the repeated check gives the report of a check."""
    return check.result().to_dict() == jatsx.check(folder, session=SESSION).to_dict()


def test_it_gives_what_a_check_gives(folder: Path) -> None:
    check = RepeatedCheck(folder, SESSION)
    assert same(check, folder)
    assert check.changed == 0
    assert not check.is_stale


def test_after_a_change_of_an_article(folder: Path) -> None:
    check = RepeatedCheck(folder, SESSION)
    check.result()
    file, other = sorted((folder / "articles").iterdir())[:2]
    file.write_text(file.read_text("utf-8").replace("doi: ", "doi: https://doi.org/"), "utf-8")
    assert (check.changed, check.is_stale) == (1, True)
    assert same(check, folder)
    other.write_text(other.read_text("utf-8") + "keywords: {kk: [a]}\n", "utf-8")
    assert same(check, folder)


def test_after_a_duplicate_id(folder: Path) -> None:
    check = RepeatedCheck(folder, SESSION)
    check.result()
    file = sorted((folder / "articles").iterdir())[0]
    shutil.copy(file, file.with_name("99.yaml"))
    assert check.is_stale
    assert same(check, folder)
    assert "article-id-duplicate" in {one.code for one in check.result().findings}
    file.with_name("99.yaml").unlink()
    assert check.is_stale
    assert same(check, folder)


def test_after_a_change_of_the_journal(folder: Path) -> None:
    check = RepeatedCheck(folder, SESSION)
    check.result()
    file = folder / "journal.yaml"
    file.write_text(file.read_text("utf-8") + "patterns: {url: 'x'}\n", "utf-8")
    assert check.changed == len(list((folder / "articles").iterdir()))
    assert same(check, folder)


def test_only_changed_articles_are_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jatsx.rules.rulebook import Rulebook

    seen: list[str] = []
    original = Rulebook.article_findings

    def counted(self: Rulebook, article: jatsx.Article) -> object:
        seen.append(article.id)
        return original(self, article)

    monkeypatch.setattr(Rulebook, "article_findings", counted)
    check = RepeatedCheck(folder, SESSION)
    check.result()
    seen.clear()
    file = sorted((folder / "articles").iterdir())[0]
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    check.result()
    assert len(seen) == 1


def test_a_cancelled_check_is_not_the_last_one(folder: Path) -> None:
    check = RepeatedCheck(folder, SESSION)
    assert check.result(lambda *_: False).is_cancelled
    assert check.last is None
    assert same(check, folder)

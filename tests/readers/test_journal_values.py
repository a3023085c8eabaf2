"""What a journal gives its articles: shared affiliations, and DOIs and URLs by patterns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import jatsx
from jatsx.findings.finding import Finding
from jatsx.model import Article
from tests.cli.commands import run
from tests.cli.issues import JOURNAL, issue_folder

SHARED = """\
affiliations:
  - {id: kaznu, institution: {en: KazNU}, country: KZ}
  - {id: dku, institution: {en: DKU}, country: XX}
  - {id: aues, institution: {en: AUES}, country: KZ}
patterns:
  doi: "10.5555/ex.{issue.year}.{issue.number}.{article.id}"
  url: "https://example.org/{issue.volume}/{article.id}"
"""
ARTICLE = """\
id: {id}
language: en
title: {{en: Article {id}}}
abstract: {{en: Short.}}
contributors:
  - name: {{en: {{family: Example, given: Author}}}}
    affiliations: [{affiliations}]
"""


def folder(place: Path, article: str, shared: str = SHARED) -> Path:
    return issue_folder(place, journal=(JOURNAL + shared).encode(), a01=article.encode())


def only(source: Any, **settings: Any) -> Article:
    (article,) = (one.article for one in jatsx.read(source, **settings) if one.is_article)
    assert article is not None
    return article


def found(source: Any) -> list[Finding]:
    return list(jatsx.check(source).run.all_findings)


def article(affiliations: str, more: str = "") -> str:
    return ARTICLE.format(id="01", affiliations=affiliations) + more


def test_an_article_has_the_affiliations_that_it_names_in_the_order_of_mention(
    tmp_path: Path,
) -> None:
    read = only(folder(tmp_path / "2024-1", article("aues, kaznu")))
    assert [one.id for one in read.affiliations] == ["aues", "kaznu"]
    assert read.affiliations[0].institution["en"] == "AUES"


def test_its_own_affiliation_comes_first_and_wins(tmp_path: Path) -> None:
    own = "affiliations: [{id: kaznu, institution: {en: Own name}, country: KZ}]\n"
    read = only(folder(tmp_path / "2024-1", article("aues, kaznu", own)))
    assert [one.institution["en"] for one in read.affiliations] == ["Own name", "AUES"]


def test_an_id_that_nobody_describes_is_an_error(tmp_path: Path) -> None:
    (one,) = found(folder(tmp_path / "2024-1", article("kaznu, kgu")))
    assert (one.code, one.params["id"]) == ("contributor-affiliation-unknown", "kgu")
    assert (one.params["known"], one.params["shared"]) == ("kaznu", "dku, aues")


def test_two_shared_affiliations_with_one_id_are_an_error(tmp_path: Path) -> None:
    """Which of them an article names is not known, so no article of the journal is exported."""
    source = folder(tmp_path / "2024-1", article("kaznu"), SHARED.replace("id: aues", "id: kaznu"))
    (one,) = found(source)
    assert (one.code, one.field) == (
        "journal-affiliation-duplicate",
        "issue.journal.affiliations[2].id",
    )
    assert one.place is not None
    assert (one.place.file, one.place.line) == (str(source / "journal.yaml"), 11)
    assert one.blocks("jats")


def test_a_fault_of_a_shared_affiliation_is_found_in_the_journal_if_it_is_used(
    tmp_path: Path,
) -> None:
    source = folder(tmp_path / "2024-1", article("kaznu, dku"))
    (one,) = found(source)
    assert (one.code, one.field) == ("affiliation-country-unknown", "affiliations[1].country")
    assert one.place is not None
    assert (one.place.file, one.place.line) == (str(source / "journal.yaml"), 10)
    assert found(folder(tmp_path / "2024-2", article("kaznu"))) == []


def test_shared_affiliations_are_known_where_the_article_has_other_errors(tmp_path: Path) -> None:
    (one,) = found(folder(tmp_path / "2024-1", article("kaznu", "tytle: x\n")))
    assert one.code == "field-unknown"


def test_patterns_give_the_doi_and_the_url(tmp_path: Path) -> None:
    read = only(folder(tmp_path / "2024-1", article("kaznu")))
    assert (read.doi, read.url) == ("10.5555/ex.2024.1.01", "https://example.org/3/01")


def test_own_values_are_kept(tmp_path: Path) -> None:
    own = "doi: 10.5555/own\nurl: https://example.org/own\n"
    read = only(folder(tmp_path / "2024-1", article("kaznu", own)))
    assert (read.doi, read.url) == ("10.5555/own", "https://example.org/own")


def test_a_doi_that_is_not_valid_is_reported_at_the_pattern(tmp_path: Path) -> None:
    source = folder(tmp_path / "2024-1", article(""), SHARED.replace("10.5555/ex", "10.55/ex"))
    (one,) = (one for one in found(source) if one.code == "article-doi-form")
    assert one.place is not None
    assert (one.place.file, one.place.line) == (str(source / "journal.yaml"), 13)


@pytest.mark.parametrize(
    ("code", "doi"),
    [
        ("journal-pattern-unknown", "10.5555/{issue.yaer}.{article.id}"),
        ("article-pattern-empty", "10.5555/{issue.year}.{article.pages.first}"),
    ],
)
def test_a_pattern_without_a_value_gives_none(tmp_path: Path, code: str, doi: str) -> None:
    source = folder(tmp_path / "2024-1", article(""), f'patterns: {{doi: "{doi}"}}\n')
    assert only(source).doi is None
    (one,) = (one for one in found(source) if one.code == code)
    assert one.place is not None
    assert (one.place.file, one.place.line) == (str(source / "journal.yaml"), 8)


def test_convert_writes_the_values_so_that_a_new_pattern_does_not_change_them(
    tmp_path: Path,
) -> None:
    source = folder(tmp_path / "2024-1", article("aues"))
    before, out = only(source), tmp_path / "out"
    assert run("convert", source, "--out", out).exit_code == 0
    journal = (out / "journal.yaml").read_text("utf-8")
    (out / "journal.yaml").write_text(journal.replace("10.5555/ex", "10.5555/new"), "utf-8")
    after = only(out)
    assert (after.doi, after.affiliations) == (before.doi, before.affiliations)


def line(id: str, **journal: Any) -> str:
    issue = {"id": "2024-1", "year": "2024", "number": "1", **journal}
    return json.dumps({"id": id, "language": "en", "title": {"en": "X"}, "issue": issue}) + "\n"


PATTERNS = {"doi": "10.5555/ex.{issue.year}.{article.id}"}


def test_json_lines_have_them_too_and_equal_dois_are_found(tmp_path: Path) -> None:
    lines = tmp_path / "all.jsonl"
    journal = {"title": {"en": "J"}, "patterns": PATTERNS}
    lines.write_text(line("01", journal=journal) + line("02", journal=journal), "utf-8")
    assert [one.article.doi for one in jatsx.read(lines) if one.article] == [
        "10.5555/ex.2024.01",
        "10.5555/ex.2024.02",
    ]
    same = {"title": {"en": "J"}, "patterns": {"doi": "10.5555/{issue.year}.{article.language}"}}
    lines.write_text(line("01", journal=same) + line("02", journal=same), "utf-8")
    assert [one.code for one in found(lines)].count("article-doi-duplicate") == 2


def test_the_journal_of_the_command_line_gives_them(tmp_path: Path) -> None:
    journal, lines = tmp_path / "journal.yaml", tmp_path / "all.jsonl"
    journal.write_text(JOURNAL + SHARED, "utf-8")
    lines.write_text(line("01", volume="3") + line("02", volume="3"), "utf-8")
    result = jatsx.check(lines, journal=journal)
    assert [one.doi for one in result.articles] == ["10.5555/ex.2024.1.01", "10.5555/ex.2024.1.02"]

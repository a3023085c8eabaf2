"""Unpublished articles: they are reported, and not exported unless ``--include`` asks for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.commands import Ran, export, run
from tests.cli.issues import JOURNAL, article, issue_folder

CODE = "article-status-unpublished"
STATUSES = ("scheduled", "declined", "withdrawn")


def with_status(id_: str, status: str, **changes: str) -> bytes:
    text = article(id_).decode()
    for old, new in changes.items():
        text = text.replace(old, new)
    return f"{text}status: {status}\n".encode()


def folder(path: Path, status: str) -> Path:
    """An issue with a published article and one of another status."""
    return issue_folder(path / "2024-1", a01=article("01"), a02=with_status("02", status))


def codes(ran: Ran, id_: str) -> list[str]:
    return [finding["code"] for finding in ran.articles[id_]["findings"] if not finding["target"]]


@pytest.mark.parametrize("status", STATUSES)
def test_an_unpublished_article_goes_to_no_format_and_is_reported(
    status: str, tmp_path: Path
) -> None:
    ran = export(folder(tmp_path, status), out=tmp_path / "out")
    assert set(ran.statuses("01").values()) == {"valid"}
    assert set(ran.statuses("02").values()) == {"unpublished"}
    assert codes(ran, "02") == [CODE]
    assert ran.exit_code == 0
    assert "Not exported: 02 (status: " + status + ")." in ran.stdout
    for name in ran.files():
        assert b"10.5555/02" not in (ran.out / name).read_bytes()


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("asked", ["own", "unpublished"])
def test_it_is_exported_if_it_is_asked_for(status: str, asked: str, tmp_path: Path) -> None:
    include = status if asked == "own" else asked
    ran = export(folder(tmp_path, status), "--include", include, out=tmp_path / "out")
    assert set(ran.statuses("02").values()) == {"valid"}
    assert codes(ran, "02") == [CODE]


def test_other_statuses_are_not_included(tmp_path: Path) -> None:
    given = ("--include", "scheduled", "--include", "withdrawn")
    ran = export(folder(tmp_path, "declined"), *given, out=tmp_path / "out")
    assert set(ran.statuses("02").values()) == {"unpublished"}


def test_published_is_the_same_as_no_status(tmp_path: Path) -> None:
    ran = export(folder(tmp_path, "published"), out=tmp_path / "out")
    assert set(ran.statuses("02").values()) == {"valid"}
    assert codes(ran, "02") == []


def test_an_unknown_status_is_an_error_that_no_option_overrides(tmp_path: Path) -> None:
    given = folder(tmp_path, "rejected")
    ran = export(given, "--include", "unpublished", out=tmp_path / "out")
    assert set(ran.statuses("02").values()) == {"refused"}
    assert codes(ran, "02") == ["article-status-unknown"]
    assert ran.exit_code == 1


@pytest.mark.parametrize("code", [CODE, "article-status-unknown"])
def test_a_journal_cannot_switch_the_rules_off(code: str, tmp_path: Path) -> None:
    status = "declined" if code == CODE else "rejected"
    given = folder(tmp_path, status)
    settings = JOURNAL.replace("rules: {", f"rules: {{{code}: off, ")
    assert code in settings
    (given / "journal.yaml").write_text(settings, encoding="utf-8")
    ran = export(given, out=tmp_path / "out")
    assert code in codes(ran, "02")
    assert "valid" not in ran.statuses("02").values()


def test_check_says_so_too(tmp_path: Path) -> None:
    given = folder(tmp_path, "declined")
    ran = run("check", given)
    assert f"[{CODE}]" in ran.stdout
    assert "Blocked: 02 (status: declined)." in ran.stdout
    assert ran.exit_code == 0
    assert "Ready for export: 2 of 2." in run("check", given, "--include", "declined").stdout


def test_it_is_not_checked_unless_it_is_asked_for(tmp_path: Path) -> None:
    faulty = with_status("02", "declined", **{"10.5555/02": "10.5555"})
    given = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=faulty)
    assert run("check", given).exit_code == 0
    assert run("check", given, "--include", "declined").exit_code == 1


def test_it_blocks_no_published_article_with_the_same_doi(tmp_path: Path) -> None:
    same = with_status("02", "declined", **{"10.5555/02": "10.5555/01"})
    given = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=same)
    assert run("check", given).exit_code == 0
    both = run("check", given, "--include", "declined")
    assert both.exit_code == 1
    assert "[article-doi-duplicate]" in both.stdout


def test_lines_of_json_have_a_status_too(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    issue = {"year": "2024", "journal": {"title": {"en": "J"}, "issn": {"print": "1234-5679"}}}
    common = {"doi": "10.5555/01", "language": "en", "title": {"en": "T"}, "issue": issue}
    lines = [{"id": "01", **common}, {"id": "02", "status": "declined", **common}]
    source.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    ran = export(source, "--to", "jats", out=tmp_path / "out")
    assert ran.statuses("01") == {"jats": "valid"}
    assert ran.statuses("02") == {"jats": "unpublished"}


def test_a_test_case_of_junit_is_skipped(tmp_path: Path) -> None:
    ran = run("check", folder(tmp_path, "declined"), "--to", "jats", "--format", "junit")
    (skipped,) = etree.fromstring(ran.stdout.encode()).iter("skipped")
    assert skipped.get("message") == "Not published. Status: declined."


DECLINED = """<?xml version="1.0"?>
<article xmlns="http://pkp.sfu.ca" locale="en" status="4" stage="submission">
<publication version="1" status="4" section_ref="ART">
<id type="doi">10.5555/o.9</id><title locale="en">A rejected manuscript</title>
</publication></article>
"""


def test_a_declined_article_of_ojs_is_not_taken_before_or_after_convert(tmp_path: Path) -> None:
    source, folder_ = tmp_path / "declined.xml", tmp_path / "converted"
    source.write_text(DECLINED, encoding="utf-8")
    assert run("convert", source, "--out", folder_).exit_code == 0
    for given in (source, folder_):
        ran = export(given, out=tmp_path / f"out-{given.stem}")
        assert ran.files() == []
        (found,) = (one for one in ran.findings if one["code"] == CODE)
        assert found["params"] == {"status": "declined"}

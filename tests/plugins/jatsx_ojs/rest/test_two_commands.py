"""From a journal in OJS to a Crossref deposit: two commands, one journal.yaml, nothing typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from jatsx import validate
from tests.cli.commands import Ran, run

from .answers import SUMMARY, answers_3_5
from .serving import TOKEN, serve

JOURNAL = """
title: {kk: Су, ru: Вода, en: Water}
issn: {electronic: 2434-561X}
publisher: {name: {en: University}}
doi_prefix: "10.5555"
rules: {sample-value: off}
formats:
  crossref:
    depositor_name: Water
    email_address: office@water.kz
    registrant: University
"""


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    path = tmp_path / "journal.yaml"
    path.write_text(JOURNAL, "utf-8")
    return path


def output(ran: Ran) -> str:
    return ran.stdout + ran.stderr


def all_with_doi() -> dict[str, Any]:
    answers = answers_3_5()
    answers["submissions/71/publications/88"]["doiObject"] = {"doi": "10.5555/su.2024.2.2"}
    return answers


def test_convert_and_export(httpserver: HTTPServer, tmp_path: Path, journal_file: Path) -> None:
    address = serve(httpserver, all_with_doi(), [SUMMARY])
    folder, out = tmp_path / "2024-2", tmp_path / "out"
    options = ("--volume", "5", "--number", "2", "--year", "2024")
    converted = run("convert", address, *options, "--journal", journal_file, "--out", folder)
    assert converted.exit_code == 0, output(converted)
    exported = run("export", folder, "--to", "crossref", "--out", out)
    assert exported.exit_code == 0, output(exported)
    (deposit,) = (out / "2024-5-2" / "crossref").glob("*.xml")
    assert not validate(deposit.read_bytes(), format="crossref").findings
    text = deposit.read_text("utf-8")
    assert text.count("<journal_article ") == 2
    assert "https://example.org/su/article/view/su-1" in text
    assert TOKEN not in output(converted) + text


def test_an_address_is_checked_and_exported_directly(
    httpserver: HTTPServer, tmp_path: Path, journal_file: Path
) -> None:
    address = serve(httpserver, all_with_doi(), [SUMMARY])
    given = (address, "--set", "ojs-rest.issue-id=12", "--journal", journal_file)
    checked = run("check", *given, "--to", "crossref")
    assert checked.exit_code == 0, output(checked)
    out = tmp_path / "out"
    exported = run("export", *given, "--to", "crossref", "--out", out)
    assert exported.exit_code == 0, output(exported)
    assert len([*(out / "2024-5-2" / "crossref").glob("*.xml")]) == 1


def test_several_issues_are_printed(httpserver: HTTPServer, tmp_path: Path) -> None:
    others = [{**SUMMARY, "id": n, "number": str(n)} for n in (1, 3)]
    address = serve(httpserver, answers_3_5(), [*others, SUMMARY])
    result = run("convert", address, "--volume", "5", "--out", tmp_path / "2024-2")
    assert result.exit_code == 2
    for shown in ("issue-id=12 volume=5 number=2 year=2024", "issue-id=3", "--issue-id"):
        assert shown in " ".join(output(result).split())
    assert not (tmp_path / "2024-2").exists()


def test_a_server_out_of_reach_is_exit_code_6(tmp_path: Path) -> None:
    result = run("convert", "http://127.0.0.1:1/su", "--out", tmp_path / "2024-2")
    assert result.exit_code == 6, output(result)


def test_options_of_an_issue_are_for_addresses(tmp_path: Path, journal_file: Path) -> None:
    result = run("convert", journal_file, "--volume", "5", "--out", tmp_path / "2024-2")
    assert result.exit_code == 2
    assert "--volume: only for a source that is a web address" in output(result)


def test_plain_http_is_refused(tmp_path: Path) -> None:
    result = run("convert", "http://example.org/su", "--out", tmp_path / "2024-2")
    assert result.exit_code == 2
    assert "server-address-insecure" in output(result)

"""Wrong values that reach no agency, and what is said of them, each once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.commands import Ran, export, run
from tests.cli.issues import ISSUE, article, issue_folder

FORMATS = ("jats", "crossref", "doaj", "rsci")


def exported(folder: Path, **files: bytes) -> Ran:
    """An issue folder with these files, exported to the four formats."""
    to = [part for name in FORMATS for part in ("--to", name)]
    to += ["--set", "rsci.titleid=99999"]
    return export(issue_folder(folder / "2024-2", **files), *to, out=folder / "out")


ODD_DOIS = {
    "a Cyrillic letter": "10.5555/\N{CYRILLIC SMALL LETTER ES}01",
    "a soft hyphen": '"10.5555/c\\u00ad01"',
    "a dash": "10.5555/c\N{EN DASH}01",
}


@pytest.mark.parametrize("doi", ODD_DOIS.values(), ids=ODD_DOIS)
def test_a_doi_with_an_odd_character_goes_to_no_format(tmp_path: Path, doi: str) -> None:
    ran = exported(tmp_path, a01=article("01").replace(b"10.5555/01", doi.encode()))
    found = [(one["code"], one["level"]) for one in ran.findings if one.get("field") == "doi"]
    assert found == [("identifier-letter-foreign", "error")]
    assert set(ran.statuses("01").values()) == {"refused"}


def test_a_journal_may_lower_it(tmp_path: Path) -> None:
    odd = article("01").replace(b"10.5555/01", ODD_DOIS["a Cyrillic letter"].encode())
    folder = issue_folder(tmp_path / "2024-2", a01=odd)
    journal = folder / "journal.yaml"
    lowered = "rules: {identifier-letter-foreign: warning, "
    journal.write_text(journal.read_text("utf-8").replace("rules: {", lowered))
    ran = export(folder, "--to", "crossref", out=tmp_path / "out")
    assert ran.statuses("01") == {"crossref": "valid"}


NO_PAGES = ("5-", "стр. 5-17", "xii-xv", "S5–S17", "5,7,9-11", "с. 5–17", "5-17 бб.", "5–17 б.")


@pytest.mark.parametrize("written", NO_PAGES)
def test_pages_that_are_no_page_go_to_no_format(tmp_path: Path, written: str) -> None:
    ran = exported(tmp_path, a01=article("01") + f'pages: {{first: "{written}"}}\n'.encode())
    found = [one for one in ran.findings if one.get("field", "").startswith("pages")]
    assert [one["level"] for one in found] == ["error"]
    assert set(ran.statuses("01").values()) == {"refused"}


@pytest.mark.parametrize("written", ["5", "xii", "S5", "e1019", "12а"])
def test_odd_page_numbers_go_out_as_written(tmp_path: Path, written: str) -> None:
    ran = exported(tmp_path, a01=article("01") + f'pages: {{first: "{written}"}}\n'.encode())
    assert ran.statuses("01")["crossref"] == "valid"
    (crossref,) = ran.out.rglob("crossref/*.xml")
    assert f"<first_page>{written}</first_page>" in crossref.read_text("utf-8")


def test_an_article_number_that_rsci_has_no_place_for_is_a_warning(tmp_path: Path) -> None:
    ran = exported(tmp_path, a01=article("01") + b"elocation_id: e7\n")
    found = [(one["code"], one["level"]) for one in ran.findings if one["target"] == "rsci"]
    assert ("rsci-article-number-form", "warning") in found
    assert ran.statuses("01")["rsci"] == "valid"


def with_sample_values(folder: Path) -> Path:
    """An issue folder whose values are for tests, in a journal that does not allow them."""
    made = issue_folder(folder, a01=article("01"))
    journal = made / "journal.yaml"
    journal.write_text(journal.read_text("utf-8").replace("rules: {sample-value: off}\n", ""))
    return made


@pytest.mark.parametrize("format_", ["crossref", "doaj", "rsci"])
def test_sample_values_go_to_no_agency(tmp_path: Path, format_: str) -> None:
    folder = with_sample_values(tmp_path / "2024-2")
    ran = export(folder, "--to", format_, out=tmp_path / "out")
    found = [one for one in ran.findings if one["code"] == "sample-value"]
    assert {one["field"] for one in found} >= {"doi", "url", "issue.journal.issn.electronic"}
    assert {(one["level"], one["target"]) for one in found} == {("error", format_)}
    assert ran.statuses("01") == {format_: "refused"}


def test_an_option_of_one_format_is_reported_for_it_only(tmp_path: Path) -> None:
    folder = with_sample_values(tmp_path / "2024-2")
    ran = export(folder, "--to", "doaj", "--to", "crossref", out=tmp_path / "out")
    field = "issue.journal.formats.crossref.email_address"
    assert [one["target"] for one in ran.findings if one["field"] == field] == ["crossref"]


def test_sample_values_are_written_as_jats(tmp_path: Path) -> None:
    ran = export(with_sample_values(tmp_path / "2024-2"), "--to", "jats", out=tmp_path / "out")
    assert ran.statuses("01") == {"jats": "valid"}
    assert "sample-value" not in {one["code"] for one in ran.findings}


def test_a_new_folder_is_refused_until_its_values_are_replaced(tmp_path: Path) -> None:
    assert run("init", tmp_path / "2024-2").exit_code == 0
    ran = export(tmp_path / "2024-2", out=tmp_path / "out")
    assert ran.statuses("01") == {"jats": "valid", "crossref": "refused", "doaj": "refused"}
    assert {one["code"] for one in ran.findings if one["level"] == "error"} == {"sample-value"}


def listing(folder: Path) -> Path:
    """An issue folder that lists an article that isn't there."""
    issue = ISSUE + 'articles: ["01", "02"]\n'
    return issue_folder(folder, issue=issue.encode(), a01=article("01"))


def test_an_absent_article_keeps_the_issue_from_formats_of_whole_issues(tmp_path: Path) -> None:
    ran = export(listing(tmp_path / "2024-2"), out=tmp_path / "out")
    assert ran.statuses("01") == {"jats": "valid", "crossref": "refused", "doaj": "refused"}
    found = [one for one in ran.findings if one["code"] == "issue-article-absent"]
    assert [(one["level"], one["target"]) for one in found] == [
        ("error", "crossref"),
        ("error", "doaj"),
    ]
    assert {one["line"] for one in found} == {5}


def test_for_a_format_of_single_articles_it_is_a_warning(tmp_path: Path) -> None:
    ran = export(listing(tmp_path / "2024-2"), "--to", "jats", out=tmp_path / "out")
    assert ran.statuses("01") == {"jats": "valid"}
    found = [one for one in ran.findings if one["code"] == "issue-article-absent"]
    assert [(one["level"], one["target"]) for one in found] == [("warning", None)]


REFERENCE = b"""\
references:
  - text: {en: "Doe J. (2020) A work. J. 1:2. https://doi.org/10.1000/xyz123."}
"""


def test_no_format_takes_a_doi_from_the_text_of_a_reference(tmp_path: Path) -> None:
    ran = exported(tmp_path, a01=article("01") + REFERENCE + b'pages: {first: "5"}\n')
    assert set(ran.statuses("01").values()) == {"valid"}
    found = [one for one in ran.findings if one["code"] == "reference-doi-missing"]
    assert ["10.1000/xyz123" in one["message"] for one in found] == [True]
    for name in ran.files():
        document = (ran.out / name).read_text("utf-8")
        assert document.count("10.1000/xyz123") in (0, 1), name
        assert not re.search(r"<[^>]*doi[^>]*>10\.1000/xyz123", document), name


CONTRADICTION = """\
year: 2014
published: {online: 2016-02-11}
"""


def test_years_that_contradict_one_another_are_reported(tmp_path: Path) -> None:
    own = article("01") + b"dates: {published: {online: 2035-01-01}}\n"
    issue = ISSUE.partition("year")[0] + CONTRADICTION
    ran = exported(tmp_path, issue=issue.encode(), a01=own)
    years = [(one["code"], one["field"]) for one in ran.findings if "year" in one["code"]]
    assert ("issue-year-differs", "issue.published.online") in years
    assert ("article-year-differs", "dates.published.online") in years


def test_a_date_after_the_timestamp_of_the_run_is_reported(tmp_path: Path) -> None:
    dates = b"dates: {received: 2024-06-03, accepted: 2024-06-02, published: {online: 2025-08}}\n"
    folder = issue_folder(tmp_path / "2024-2", a01=article("01") + dates)
    ran = export(folder, "--to", "jats", out=tmp_path / "out")
    found = [one for one in ran.findings if one["code"] == "date-value-future"]
    assert {(one["field"], one["level"]) for one in found} == {
        ("dates.received", "warning"),
        ("dates.published.online", "warning"),
    }
    assert "the date 2024-06-03" in found[0]["message"].lower()


def test_without_a_timestamp_no_date_is_in_the_future(tmp_path: Path) -> None:
    own = article("01") + b"dates: {received: 2999-06-03}\n"
    folder = issue_folder(tmp_path / "2024-2", a01=own)
    assert "date-value-future" not in run("check", folder, "--format", "json").stdout


def test_an_error_of_several_formats_is_counted_once(tmp_path: Path) -> None:
    to_both = ("--to", "crossref", "--to", "doaj")
    ran = export(with_sample_values(tmp_path / "2024-2"), *to_both, out=tmp_path / "out")
    found = [one for one in ran.findings if one["level"] == "error"]
    faults = {(one["code"], one["field"], one.get("article")) for one in found}
    assert len(faults) < len(found)
    assert f"1 article: {len(faults)} errors" in ran.stdout

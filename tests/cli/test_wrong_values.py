"""Wrong values that reach no agency, and what is said of them, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Ran, export
from tests.cli.issues import article, issue_folder

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
    with (folder / "journal.yaml").open("a") as file:
        file.write("rules: {identifier-letter-foreign: warning}\n")
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
    (crossref,) = (ran.out / "crossref").glob("*.xml")
    assert f"<first_page>{written}</first_page>" in crossref.read_text("utf-8")


def test_an_article_number_that_rsci_has_no_place_for_is_a_warning(tmp_path: Path) -> None:
    ran = exported(tmp_path, a01=article("01") + b"elocation_id: e7\n")
    found = [(one["code"], one["level"]) for one in ran.findings if one["target"] == "rsci"]
    assert ("rsci-article-number-form", "warning") in found
    assert ran.statuses("01")["rsci"] == "valid"

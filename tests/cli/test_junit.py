"""JUnit's XML: a suite for each format, a case for each article."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.cli.commands import run
from tests.cli.issues import JOURNAL, article, issue_folder

HELD = {"testsuites": ["testsuite"], "testsuite": ["testcase"]}
IN_CASE = ("failure", "error", "skipped", "system-out")


def suites(*arguments: str | Path) -> dict[str, etree._Element]:
    """The suites that a command prints, by name; each counts its own cases right."""
    root = etree.fromstring(run(*arguments, "--format", "junit").stdout.encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        if element.tag == "testcase":
            assert element.get("name")
            assert element.get("classname")
            assert {child.tag for child in element} <= set(IN_CASE)
        for child in element if element.tag in HELD else ():
            assert child.tag in HELD[str(element.tag)]
    for suite in root:
        for count, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            assert suite.get(count) == str(len(list(suite.iter(tag))))
    return {str(suite.get("name")): suite for suite in root}


def cases(suite: etree._Element) -> dict[str, list[str]]:
    """What stands in each case."""
    return {str(case.get("name")): [str(child.tag) for child in case] for case in suite}


def test_an_article_without_a_doi_fails_where_one_is_due(tmp_path: Path) -> None:
    bare = article("02").replace(b"doi: 10.5555/02\n", b"")
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=bare)
    found = suites("check", folder)
    assert set(found) == {"jats", "crossref", "doaj"}
    assert cases(found["jats"]) == {"01: Article 01": [], "02: Article 02": []}
    assert cases(found["crossref"]) == {"01: Article 01": [], "02: Article 02": ["failure"]}
    (failure,) = found["crossref"].iter("failure")
    assert failure.get("type") == "crossref-article-doi-missing"
    assert f"{folder / 'articles' / '02.yaml'}:1:1: error: " in (failure.text or "")


def test_a_warning_fails_nothing(tmp_path: Path) -> None:
    warned = article("01").replace(b"Article 01", b"Article <p>")
    suite = suites("check", issue_folder(tmp_path / "2024-1", a01=warned), "--to", "jats")["jats"]
    assert cases(suite) == {"01: Article <p>": ["system-out"]}


def test_an_issue_at_fault_is_a_case_and_its_articles_are_skipped(tmp_path: Path) -> None:
    journal = JOURNAL.replace("1234-5679", "1234-5678").encode()
    folder = issue_folder(tmp_path / "2024-1", journal=journal, a01=article("01"))
    assert cases(suites("check", folder)["jats"]) == {
        "Issue 2024-1 and its journal": ["failure"],
        "01: Article 01": ["skipped"],
    }


@pytest.mark.parametrize("text", ['"\\x07]]>&<"', '"\\u0085\\uFFFE"', '"\\r\\n\\t"'])
def test_the_report_is_well_formed_whatever_a_file_holds(tmp_path: Path, text: str) -> None:
    bad = article("01") + f"{text}: {text}\n".encode()
    ((case, found),) = cases(
        suites("check", issue_folder(tmp_path / "2024-1", a01=bad), "--to", "jats")["jats"]
    ).items()
    assert (case, found) == ("01", ["failure"])


def test_files_made_elsewhere_are_cases(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    out = tmp_path / "out"
    exported = suites("export", folder, "--out", out)
    assert {name: cases(suite)["01: Article 01"] for name, suite in exported.items()} == {
        "crossref": [],
        "doaj": [],
        "jats": [],
    }
    (tmp_path / "page.html").write_text("<p>")
    found = suites("validate", out / "2024-1" / "jats" / "01.xml", tmp_path / "page.html")
    assert cases(found["jats"]) == {str(out / "2024-1" / "jats" / "01.xml"): []}
    assert cases(found["unknown"]) == {str(tmp_path / "page.html"): ["failure"]}

"""Two printed issues, end to end: from what print gives to valid deposits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
import yaml
from click.testing import CliRunner, Result

from jatsx.cli import main
from jatsx.model import Article
from jatsx.model.fieldpath import parse_path
from jatsx.readers.issue_folder import read_folder

from .from_print import CORPUS, COUNTRIES, written_issue
from .landed import CAA, KAZNU, LANDED

ISSUES: Final = {
    CAA: ("01", "02", "03", "04", "05"),
    KAZNU: ("01", "02", "04", "05", "09", "10"),
}
EVERY_ARTICLE: Final = tuple((issue, id) for issue, ids in ISSUES.items() for id in ids)
FORMATS: Final = ("jats", "crossref", "doaj")
TIMESTAMP: Final = "20240601120000000"

Folders: TypeAlias = dict[str, Path]
Report: TypeAlias = dict[str, Any]
Exported: TypeAlias = dict[str, tuple[Result, Report]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The issues with what print gives, and nothing else."""
    target = tmp_path_factory.mktemp("printed")
    return {issue: written_issue(CORPUS / issue, target, test_values=False) for issue in ISSUES}


@pytest.fixture(scope="module")
def completed(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The issues with test landing pages, DOIs and depositor."""
    target = tmp_path_factory.mktemp("completed")
    return {issue: written_issue(CORPUS / issue, target, test_values=True) for issue in ISSUES}


@pytest.fixture(scope="module")
def articles(printed: Folders) -> dict[tuple[str, str], Article]:
    """The articles as the reader gives them, by issue and id."""
    return {
        (issue, record.article.id): record.article
        for issue, folder in printed.items()
        for record in read_folder(folder)
        if record.article is not None
    }


@pytest.fixture(scope="module")
def exported_as_printed(printed: Folders, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return {issue: _exported(folder, tmp_path_factory) for issue, folder in printed.items()}


@pytest.fixture(scope="module")
def exported_completed(completed: Folders, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return {issue: _exported(folder, tmp_path_factory) for issue, folder in completed.items()}


def _exported(folder: Path, directories: pytest.TempPathFactory) -> tuple[Result, Report]:
    out = directories.mktemp("out") / "out"
    command = ["export", str(folder), "--out", str(out), "--timestamp", TIMESTAMP]
    result = CliRunner().invoke(main, command)
    (report,) = out.glob("*/report.json")
    return result, json.loads(report.read_text(encoding="utf-8"))


@pytest.mark.parametrize("issue", ISSUES)
def test_reading_finds_no_fault(printed: Folders, issue: str) -> None:
    records = list(read_folder(printed[issue]))
    assert [finding for record in records for finding in record.findings] == []
    assert tuple(record.id for record in records) == ISSUES[issue]


@pytest.mark.parametrize(
    ("article", "field", "expected"),
    [
        (article, field, value)
        for article, fields in LANDED.items()
        for field, value in fields.items()
    ],
)
def test_value_lands(
    articles: dict[tuple[str, str], Article],
    article: tuple[str, str],
    field: str,
    expected: str | bool | None,
) -> None:
    value = _value(articles[article], field)
    assert (value if value is None or isinstance(value, bool) else str(value)) == expected


def _value(part: Any, field: str) -> Any:
    for step in parse_path(field):
        if isinstance(part, tuple) and isinstance(step, int):
            part = part[step]
        else:
            part = part.get(step) if hasattr(part, "get") else getattr(part, str(step))
    return part


@pytest.mark.parametrize("article", EVERY_ARTICLE)
def test_every_reference_lands(
    articles: dict[tuple[str, str], Article], article: tuple[str, str]
) -> None:
    entries = _printed_article(*article)["references"]
    landed = [text.plain for ref in articles[article].references for text in ref.text.values()]
    assert set(landed) == {entry["text"] for entry in entries}
    assert len(articles[article].references) == len(entries) - sum(
        "pairs_with_original_n" in entry for entry in entries
    )


@pytest.mark.parametrize("article", EVERY_ARTICLE)
@pytest.mark.parametrize("field", ["title", "abstract", "keywords"])
def test_every_language_lands(
    articles: dict[tuple[str, str], Article], article: tuple[str, str], field: str
) -> None:
    source = _printed_article(*article)[field]
    landed = getattr(articles[article], field)
    assert list(landed) == list(source)
    assert {language: _lines(value) for language, value in landed.items()} == {
        language: value if isinstance(value, list) else value.replace("\n\n", "\n").splitlines()
        for language, value in source.items()
    }


def _lines(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [item.plain for item in value]
    return list(value.plain.splitlines())


@pytest.mark.parametrize("article", EVERY_ARTICLE)
def test_country_codes_are_those_of_the_corpus(article: tuple[str, str]) -> None:
    for author in _printed_article(*article)["authors"]:
        for place in author["affiliations"]:
            code = COUNTRIES[place["en"]["country"]]
            assert code == place.get("country_code", code)


def test_derived_values_are_said(printed: Folders) -> None:
    comments = _comments(printed[CAA] / "issue.yaml")
    assert [comment[:17] for comment in comments] == ["number 4 is deriv", "year 2021 is deri"]
    assert _comments(printed[KAZNU] / "issue.yaml") == []


def _comments(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# ") for line in lines if line.startswith("#")]


PRINT_SUFFICES: Final = {CAA: ("jats", "doaj"), KAZNU: ("jats",)}
"""The formats that the issues can be exported to with what print gives."""


@pytest.mark.parametrize("issue", ISSUES)
def test_print_suffices_for_some_formats(exported_as_printed: Exported, issue: str) -> None:
    result, report = exported_as_printed[issue]
    valid = dict.fromkeys(PRINT_SUFFICES[issue], "valid")
    refused = {format: "refused" for format in FORMATS if format not in valid}
    assert _statuses(report) == dict.fromkeys(ISSUES[issue], refused | valid)
    assert result.exit_code == 1


NO_LANDING_PAGE: Final = "landing page"
NO_DEPOSITOR: Final = "depositor_name"
NO_DOI: Final = "DOI"
NO_LINK: Final = "link"


@pytest.mark.parametrize(
    ("issue", "format", "reason"),
    [
        (CAA, "crossref", NO_LANDING_PAGE),
        (CAA, "crossref", NO_DEPOSITOR),
        (KAZNU, "crossref", NO_DOI),
        (KAZNU, "crossref", NO_LANDING_PAGE),
        (KAZNU, "crossref", NO_DEPOSITOR),
        (KAZNU, "doaj", NO_DOI),
        (KAZNU, "doaj", NO_LINK),
    ],
)
def test_refusal_names_its_reason(
    exported_as_printed: Exported, issue: str, format: str, reason: str
) -> None:
    _, report = exported_as_printed[issue]
    errors = [found for found in _findings(report) if _blocks(found, format)]
    assert any(reason in found["message"] + found["hint"] for found in errors), errors


def test_refusal_has_a_place(exported_as_printed: Exported) -> None:
    errors = [
        found
        for _, report in exported_as_printed.values()
        for found in _findings(report)
        if found["level"] == "error"
    ]
    assert errors
    assert [found for found in errors if not found["file"]] == []


@pytest.mark.parametrize("issue", ISSUES)
def test_all_formats_with_test_values(exported_completed: Exported, issue: str) -> None:
    result, report = exported_completed[issue]
    assert _statuses(report) == dict.fromkeys(ISSUES[issue], dict.fromkeys(FORMATS, "valid"))
    assert result.exit_code == 0


def _statuses(report: Report) -> dict[str, dict[str, str]]:
    return {
        article["id"]: {name: target["status"] for name, target in article["targets"].items()}
        for article in report["articles"]
    }


def _findings(node: Any) -> Iterator[dict[str, Any]]:
    """Every finding of a report, wherever it stands in it."""
    if isinstance(node, dict) and "code" in node and "level" in node:
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from _findings(child)


def _blocks(found: dict[str, Any], format: str) -> bool:
    return found["level"] == "error" and found["target"] in (None, format)


def _printed_article(issue: str, id: str) -> dict[str, Any]:
    (path,) = (CORPUS / issue).glob(f"{id}*.yaml")
    printed: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return printed

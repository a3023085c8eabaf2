"""Every awkward article: valid in every version of every format, or refused with the reason.

Here, all articles in the default versions of the formats with goldens, and a few in the other
versions and formats; all of them in ``tests/exhaustive``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from jatsx.plugin.registry import load_registry
from jatsx.testing.awkward import ARTICLES
from tests.cli.commands import Ran, export, run

from .cases import CASES, GOLDENS, Case, with_pages

VERSIONS: Final = {
    "jats 1.4, crossref 5.4.0": ["--set", "jats.version=1.4", "--set", "crossref.version=5.4.0"],
    "crossref 5.3.1": ["--to", "crossref", "--set", "crossref.version=5.3.1"],
}
"""The versions without goldens."""

EXPORTERS: Final = load_registry().exporters
OTHERS: Final = [name for name in EXPORTERS if name not in GOLDENS]
"""The formats that are installed and have no goldens."""

FEW: Final = CASES[::6]
EACH_OF_FEW: Final = pytest.mark.parametrize("one", FEW, ids=lambda one: one.name)


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    given: Case = request.param
    return given


@pytest.fixture(scope="module")
def ran(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    folder = case.issue_folder(tmp_path_factory.mktemp("case") / "issue")
    return export(folder, out=folder.parent / "out")


def test_there_are_cases() -> None:
    assert len(CASES) >= 60


def test_every_article_that_is_shipped_is_a_case() -> None:
    shipped = {path.stem for path in ARTICLES.glob("*.yaml")}
    assert len(shipped) >= 100
    assert shipped <= {case.name for case in CASES}
    assert not [case for case in CASES if case.name in shipped and case.describes_itself]


def test_documents_are_the_goldens(case: Case, ran: Ran, write_goldens: bool) -> None:
    written = documents(ran)
    if case.counts:
        assert counted(case, written) == case.counts
        return
    if write_goldens:
        case.write_goldens(written)
    assert written == case.goldens


def test_findings_are_those_expected(case: Case, ran: Ran, write_goldens: bool) -> None:
    found = findings(ran)
    if write_goldens:
        case.write_findings(found)
    assert found == case.findings


def test_a_format_writes_the_article_or_says_why(ran: Ran) -> None:
    blamed = {one.get("target") for one in findings(ran) if one["level"] == "error"}
    refused = set(GOLDENS) if None in blamed else blamed
    assert set(documents(ran)) == set(GOLDENS) - refused
    assert ran.exit_code in ((1, 2) if blamed else (0,))


@pytest.mark.parametrize("options", VERSIONS.values(), ids=VERSIONS)
@EACH_OF_FEW
def test_other_versions_write_it_too_or_say_why(
    one: Case, options: list[str], tmp_path: Path
) -> None:
    folder = one.issue_folder(tmp_path / "issue")
    ran = export(folder, out=tmp_path / "out")
    other = export(folder, *options, out=tmp_path / "other")
    more = [one for one in findings(other) if one not in findings(ran)]
    assert more == one.findings_of_other_versions
    asked = {"crossref"} if "--to" in options else {*GOLDENS}
    refused = {one["target"] for one in more}
    assert set(documents(other)) == set(documents(ran)) & asked - refused


@EACH_OF_FEW
def test_every_other_format_writes_it_or_says_why(one: Case, tmp_path: Path) -> None:
    """Those of which there are no goldens: the article has pages, for RSCI asks for them."""
    folder = with_pages(one.issue_folder(tmp_path / "issue"))
    formats = [part for name in OTHERS for part in ("--to", name)]
    ran = export(folder, *formats, "--set", "rsci.titleid=99999", out=tmp_path / "out")
    blamed = [one for one in ran.findings if one["level"] == "error"]
    assert [one for one in blamed if not one["message"] or one["code"] == "plugin-failed"] == []
    assert {one["target"] for one in blamed} <= {None, *OTHERS}
    for name in OTHERS:
        files = [ran.out / file for file in ran.files() if Path(file).parent.name == name]
        assert bool(files) != any(one["target"] in (None, name) for one in blamed), name
        for file in files if EXPORTERS[name].recognises else ():
            validated = run("validate", file)
            assert validated.exit_code == 0, validated.stdout


def test_goldens_are_valid() -> None:
    files = [case.folder / GOLDENS[format_] for case in CASES for format_ in case.goldens]
    validated = run("validate", *files)
    assert validated.exit_code == 0, validated.stdout
    assert validated.stdout.count(": valid: ") == len(files)


def documents(ran: Ran) -> dict[str, bytes]:
    """The documents by format."""
    return {Path(name).parent.name: (ran.out / name).read_bytes() for name in ran.files()}


def counted(case: Case, written: dict[str, bytes]) -> dict[str, dict[str, int]]:
    """How often each text of ``counts.yaml`` stands in the documents."""
    return {
        format_: {text: written[format_].count(text.encode()) for text in case.counts[format_]}
        for format_ in written
    }


def findings(ran: Ran) -> list[dict[str, Any]]:
    """The errors and warnings, as ``findings.yaml`` lists them."""
    said = (one for one in ran.findings if one["level"] != "lost")
    kept = ("code", "level", "field", "target")
    return [{key: one[key] for key in kept if one[key] is not None} for one in said]

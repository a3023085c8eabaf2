"""Every oddity of the printed issues is a finding, or stands in docs/rules/out-of-reach.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

import pytest
import yaml

from jatsx.findings.finding import Finding
from jatsx.model import ContentsEntry, IssueContents
from jatsx.plugin.registry import load_registry
from jatsx.readers.issue_folder import read_folder
from jatsx.rules.rulebook import Rulebook

from .as_printed import printed_issue
from .counted import COUNTED
from .found import FOUND, Oddity
from .from_print import CORPUS, written_issue

DOCS: Final = Path(__file__).parents[2] / "docs" / "rules" / "out-of-reach.md"
ISSUES: Final = {"caa": "caa-2021-4", "irilj": "irilj-2024-2"}
ENTRY: Final = re.compile(r"\b(caa|irilj)\s+(\w+)/(\d+)")
BOOK: Final = Rulebook(
    rule for rule in load_registry().rules.values() if rule.target in (None, "jats")
)

Told: TypeAlias = list[tuple[str | None, str, str | None]]
"""Findings: of which article, by which rule, of which field."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Told]]:
    """What the rules say of each issue, as transcribed and as printed."""
    target = tmp_path_factory.mktemp("issues")
    return {
        issue: {
            "transcribed": list(findings(written_issue(CORPUS / issue, target, test_values=False))),
            "printed": list(findings(printed_issue(CORPUS / issue, target / "printed"))),
        }
        for issue in ISSUES.values()
    }


@pytest.mark.parametrize(
    ("issue", "oddity", "code", "field"),
    [
        (issue, oddity, code, field)
        for issue, oddities in FOUND.items()
        for oddity, findings in oddities.items()
        for code, field in findings
    ],
)
def test_an_oddity_is_found(
    told: dict[str, dict[str, Told]], issue: str, oddity: Oddity, code: str, field: str
) -> None:
    found = told[issue]["printed"]
    articles = {oddity[0]} if oddity[0].isdigit() else {article for article, _, _ in found}
    assert any((article, code, field) in found for article in articles)


@pytest.mark.parametrize("issue", FOUND)
def test_every_oddity_is_found_or_said_to_be_out_of_reach(issue: str) -> None:
    assert set(written(issue)) == set(FOUND[issue]) | set(out_of_reach(issue))


@pytest.mark.parametrize("form", ["transcribed", "printed"])
@pytest.mark.parametrize("issue", FOUND)
def test_no_finding_is_new(told: dict[str, dict[str, Told]], issue: str, form: str) -> None:
    """Each was read and is true: read a new one before counting it."""
    counted = Counter(code for _, code, _ in told[issue][form])
    assert dict(sorted(counted.items())) == COUNTED[issue][form]


def findings(folder: Path) -> Iterator[tuple[str | None, str, str | None]]:
    """What the rules say of an issue folder."""
    articles = [record.article for record in read_folder(folder) if record.article is not None]
    issue = articles[0].issue
    found = [finding for article in articles for finding in BOOK.article_findings(article)]
    found += BOOK.issue_findings(issue)
    found += BOOK.contents_findings(
        IssueContents(issue, [ContentsEntry.of(one) for one in articles])
    )
    for finding in found:
        assert isinstance(finding, Finding), finding
        yield finding.article, finding.code, finding.field


def written(issue: str) -> Iterator[Oddity]:
    """The oddities of an issue that were written down."""
    for path in (CORPUS / issue).glob("*.yaml"):
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, _ in enumerate(said["anomalies"], 1):
            yield path.stem.partition("-")[0], number


def out_of_reach(issue: str) -> Iterator[Oddity]:
    """The oddities of an issue that the docs give a reason for."""
    for journal, file, number in ENTRY.findall(DOCS.read_text(encoding="utf-8")):
        if ISSUES[journal] == issue:
            yield file, int(number)

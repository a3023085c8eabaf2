"""Running the command line in-process, and reading what it left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from jsonschema import Draft202012Validator

from jatsx.cli import main
from jatsx.pipeline.report import report_schema

TIMESTAMP = "20240601120000000"
REPORT = Draft202012Validator(report_schema())
OWN_FILES = ("report.json", ".jatsx.jsonl", ".jatsx.lock")


@dataclass(frozen=True)
class Ran:
    """What a command printed, how it ended, and the folder it wrote to."""

    exit_code: int
    stdout: str
    stderr: str
    out: Path

    @property
    def report(self) -> dict[str, Any]:
        """The report of the run."""
        return read_report(self.out / "report.json")

    @property
    def reports(self) -> list[dict[str, Any]]:
        """The report of the run, and those of its issues."""
        report = self.report
        return [report, *(read_report(self.out / one["report"]) for one in report["issues"])]

    @property
    def articles(self) -> dict[str | None, dict[str, Any]]:
        return {one["id"]: one for report in self.reports for one in report["articles"]}

    @property
    def findings(self) -> list[dict[str, Any]]:
        shared = [one for report in self.reports for one in report["findings"]]
        articles = [one for report in self.reports for one in report["articles"]]
        return [*shared, *(one for article in articles for one in article["findings"])]

    def statuses(self, article: str) -> dict[str, str]:
        targets = self.articles[article]["targets"]
        return {target: result["status"] for target, result in targets.items()}

    def files(self) -> list[str]:
        """The documents in the output folder."""
        present = (path for path in self.out.rglob("*") if path.is_file())
        names = (path.relative_to(self.out) for path in present)
        return sorted(path.as_posix() for path in names if path.name not in OWN_FILES)


def read_report(path: Path) -> dict[str, Any]:
    """A report, which its schema must allow."""
    report: dict[str, Any] = json.loads(path.read_text("utf-8"))
    assert [error.message for error in REPORT.iter_errors(report)] == []
    return report


def run(*arguments: str | Path, out: Path | None = None) -> Ran:
    """Runs ``jatsx``; an exception that gets through is the test's failure."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr, out or Path())


def export(*arguments: str | Path, out: Path) -> Ran:
    """Runs ``jatsx export`` with a fixed timestamp."""
    return run("export", *arguments, "--out", out, "--timestamp", TIMESTAMP, out=out)

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


@dataclass(frozen=True)
class Ran:
    """What a command printed, how it ended, and the folder it wrote to."""

    exit_code: int
    stdout: str
    stderr: str
    out: Path

    @property
    def report(self) -> dict[str, Any]:
        """The report, which its schema must allow."""
        report: dict[str, Any] = json.loads((self.out / "report.json").read_text("utf-8"))
        assert [error.message for error in REPORT.iter_errors(report)] == []
        return report

    @property
    def articles(self) -> dict[str | None, dict[str, Any]]:
        return {article["id"]: article for article in self.report["articles"]}

    @property
    def findings(self) -> list[dict[str, Any]]:
        report = self.report
        of_articles = [one for article in report["articles"] for one in article["findings"]]
        return [*report["findings"], *of_articles]

    def statuses(self, article: str) -> dict[str, str]:
        targets = self.articles[article]["targets"]
        return {target: result["status"] for target, result in targets.items()}

    def files(self) -> list[str]:
        """The documents in the output folder."""
        present = (path for path in self.out.rglob("*") if path.is_file())
        names = (path.relative_to(self.out).as_posix() for path in present)
        return sorted(name for name in names if name not in ("report.json", ".jatsx.jsonl"))


def run(*arguments: str | Path, out: Path | None = None) -> Ran:
    """Runs ``jatsx``; an exception that gets through is the test's failure."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr, out or Path())


def export(*arguments: str | Path, out: Path) -> Ran:
    """Runs ``jatsx export`` with a fixed timestamp."""
    return run("export", *arguments, "--out", out, "--timestamp", TIMESTAMP, out=out)

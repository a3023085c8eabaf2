"""Articles into issue folders, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from jatsx.cli import main
from jatsx.findings.finding import Finding
from jatsx.findings.sentences import NOTE
from jatsx.issue_folder import WrittenIssue, write_folders
from jatsx.model import Article, Issue
from jatsx.pipeline import Request, read_all
from jatsx.pipeline.tracked import Tracked
from jatsx.plugin.registry import Plugin, Registry, load_registry
from jatsx.readers.issue_folder import read_folder
from jatsx.readers.reader import Reader, Record

INSTALLED = load_registry()
DEFAULT = [exporter for exporter in INSTALLED.exporters.values() if exporter.default]


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    exit_code: int
    stdout: str
    stderr: str


def convert(*arguments: str | Path) -> Ran:
    """Runs ``jatsx convert``; an exception that gets through is the test's failure."""
    result = CliRunner().invoke(main, ["convert", *map(str, arguments)], catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr)


def written(articles: Sequence[Article], out: Path, *findings: Finding) -> list[WrittenIssue]:
    """Writes articles as if a reader had given them, the first with these findings."""
    records = [
        Record(f"source-{number}", article, article.id, () if number else findings)
        for number, article in enumerate(articles)
    ]
    return write_folders(outcome_of(records), INSTALLED.sentences, out)


def outcome_of(records: Iterable[Record]) -> Tracked:
    """What the rules of every format that is on by default say of records."""

    def recognises(path: Path, head: bytes) -> bool:  # noqa: ARG001
        return True

    def read(path: Path) -> Iterable[Record]:  # noqa: ARG001
        return records

    offers = Plugin(
        "given",
        "jatsx",
        "0",
        exporters=DEFAULT,
        readers=[Reader("given", "Given", recognises, read)],
        rules=list(INSTALLED.rules.values()),
    )
    request = Request([Path(__file__)], [exporter.name for exporter in DEFAULT], {})
    return read_all(request, Registry([offers]))


def article(id: str, issue: Issue | None = None, **fields: object) -> Article:
    """An article of an issue."""
    data = {"id": id, "issue": Issue(id="2024-1") if issue is None else issue, **fields}
    return Article.model_validate(data)


def read(folder: Path) -> list[Article]:
    """The articles of an issue folder, all of which can be read; only notes are reported."""
    records = [record for record in read_folder(folder) if record.is_article]
    found = [finding for record in records for finding in record.findings]
    assert [finding for finding in found if NOTE not in finding.params] == []
    return [record.article for record in records if record.article is not None]


def contents(folder: Path) -> dict[str, str]:
    """The text of every file of a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}

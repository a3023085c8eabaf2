"""Articles into issue folders, without files to read them from; and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from jatsx.cli.convert import command
from jatsx.findings import Finding
from jatsx.folder import Written, write_folders
from jatsx.model import Article
from jatsx.outcome import Outcome
from jatsx.pipeline import Request, check
from jatsx.readers import Reader, Record
from jatsx.registry import Plugin, Registry, load_registry
from jatsx.sources.folder import read_folder

INSTALLED = load_registry()


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    exit_code: int
    stdout: str
    stderr: str


def convert(*arguments: str | Path) -> Ran:
    """Runs ``jatsx convert``; an exception that gets through is the test's failure."""
    result = CliRunner().invoke(command, [str(a) for a in arguments], catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr)


def written(articles: Sequence[Article], out: Path, *findings: Finding) -> list[Written]:
    """Writes articles that a reader gave, each with these findings."""
    records = [Record("source", one, one.id, findings) for one in articles]
    outcome = checked(records)
    return write_folders(outcome, INSTALLED.sentences, out)


def checked(records: Iterable[Record]) -> Outcome:
    """What the rules of every format that is on by default say of records."""
    reader = Reader("given", "Given", lambda path, head: True, lambda path: records)
    rules = list(INSTALLED.rules.values())
    exporters = [exporter for exporter in INSTALLED.exporters.values() if exporter.default]
    offers = Plugin("given", "jatsx", "0", exporters=exporters, readers=[reader], rules=rules)
    targets = [exporter.name for exporter in exporters]
    return check(Request([Path(__file__)], targets, {}), Registry([offers]))


def read(folder: Path) -> list[Article]:
    """The articles of an issue folder, all of which can be read."""
    records = [record for record in read_folder(folder) if record.is_article]
    assert [finding for record in records for finding in record.findings] == []
    return [record.article for record in records if record.article is not None]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

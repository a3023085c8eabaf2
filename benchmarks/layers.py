"""Each layer on its own, in this process, one issue at a time, as a run of jatsx does it.

The check reads the articles again, so that it can't reuse what an export cached in them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final, ParamSpec, Protocol, TypeAlias, TypeVar

from benchmarks.inputs import ISSUE_SIZE, TIMESTAMP, lines
from jatsx.documents.content import content_bytes
from jatsx.documents.document import ExportContext
from jatsx.pipeline.check import check_articles, track_articles
from jatsx.pipeline.job import open_job
from jatsx.pipeline.manifest import ManifestFile
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.request import Request
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import load_registry
from jatsx.readers.json_lines import read_json_lines
from jatsx.readers.reader import Record
from jatsx.validation import validate

FORMATS: Final = ("jats", "crossref", "doaj")
"""The formats that are measured."""

LAYERS: Final = (
    "read",
    "check",
    *(f"export {name}" for name in FORMATS),
    *(f"validate {name}" for name in FORMATS),
    "write",
)
"""The names of the layers, in order."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Documents: TypeAlias = Mapping[str, Sequence[tuple[str, bytes]]]
"""Names and bytes of documents, by format."""


class Meter(Protocol):
    """Runs a step of a layer, records its cost and returns its result."""

    def __call__(
        self,
        layer: str,
        step: Callable[Arguments, Result],
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Result: ...


class Bench:
    """What the layers need, opened once."""

    def __init__(self, folder: Path) -> None:
        gc.set_threshold(100_000, 10, 10)  # as the command line does
        self.folder = folder
        self.registry = load_registry()
        self.job = open_job(Request([], FORMATS, {}), self.registry)

    def run(self, issue: Sequence[bytes], meter: Meter) -> Documents:
        """Runs every layer over the lines of an issue; returns the documents."""
        source = self.folder / "issue.jsonl"
        source.write_bytes(b"".join(issue))
        records = meter("read", _read, source)
        documents = {name: meter(f"export {name}", self.export, name, records) for name in FORMATS}
        meter("check", check_articles, track_articles(_read(source), self.job), self.job)
        for name, exported in documents.items():
            meter(f"validate {name}", self.validate, name, exported)
        meter("write", _write, OutputFolder(self.folder / "out"), documents)
        return documents

    def export(self, name: str, records: Sequence[Record]) -> list[tuple[str, bytes]]:
        """Names and bytes of the documents of one issue's articles."""
        exporter: Exporter = self.registry.exporters[name]
        articles = [record.article for record in records if record.article is not None]
        issue = articles[0].issue
        options: Mapping[str, str] = issue.journal.formats.get(name, {})
        context = ExportContext(TIMESTAMP, f"{issue.id}-{TIMESTAMP}", 0, exporter.version, options)
        runs = [articles] if exporter.per == "issue" else [[article] for article in articles]
        return [
            (f"{name}/{document.name}", content_bytes(document))
            for run in runs
            for document in exporter.export(run, context)
        ]

    def validate(self, name: str, documents: Sequence[tuple[str, bytes]]) -> None:
        """Validates documents against the schema of their format."""
        exporter: Exporter = self.registry.exporters[name]
        schema = exporter.versions[exporter.version]
        for path, content in documents:
            schema_errors = validate(content, schema)
            assert not schema_errors, (path, schema_errors)


def issues(count: int) -> Iterator[list[bytes]]:
    """The lines of this many articles, grouped by issue."""
    every = lines(count)
    while issue := list(islice(every, ISSUE_SIZE)):
        yield issue


def _read(source: Path) -> list[Record]:
    return list(read_json_lines(source))


def _write(folder: OutputFolder, documents: Documents) -> None:
    with folder:
        issue = folder.open_issue("issue")
        for format, exported in documents.items():
            for name, content in exported:
                digest = sha256(content).hexdigest()
                issue.write(ManifestFile(name, format, digest), content)
        issue.finish((), tuple(documents), None)

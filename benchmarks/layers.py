"""Each layer by itself, in this process, issue by issue, as a run of jatsx does it.

Articles are read anew for the check, so that what an export leaves in them makes it no faster.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, ParamSpec, Protocol, TypeAlias, TypeVar

from lxml import etree

from benchmarks import floor, loop
from benchmarks.inputs import ISSUE_SIZE, TIMESTAMP, lines
from jatsx.documents.content import content_bytes
from jatsx.documents.document import ExportContext
from jatsx.pipeline.check import check_articles, track_articles
from jatsx.pipeline.job import open_job
from jatsx.pipeline.output_folder import OutputFolder
from jatsx.pipeline.request import Request
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import load_registry
from jatsx.readers.json_lines import read_json_lines
from jatsx.readers.reader import Record
from jatsx.validation import validate
from jatsx_xsd import CROSSREF

FORMATS: Final = ("jats", "crossref", "doaj")
"""The formats that are measured."""

EXPORTS: Final = tuple(f"export {name}" for name in FORMATS)
VALIDATIONS: Final = tuple(f"validate {name}" for name in FORMATS)
LAYERS: Final = ("read", "check", *EXPORTS, *VALIDATIONS, "write")
"""What jatsx does, by name and in order."""

FLOOR: Final = "the floor"
LOOP: Final = "the loop"
BESIDE: Final = (FLOOR, LOOP)
"""What is measured beside it."""

SCHEMAS: Final = Path(str(CROSSREF)).parent
"""The folder of the agencies' schemas."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Documents: TypeAlias = Mapping[str, Sequence[tuple[str, bytes]]]
"""Names and bytes of documents, by format."""


class Meter(Protocol):
    """Runs a step of a layer, gives back what it returned, and keeps what it cost."""

    def __call__(
        self,
        layer: str,
        step: Callable[Arguments, Result],
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Result: ...


class Bench:
    """All that the layers need, opened once. The loop's schemas only where it is measured."""

    def __init__(self, folder: Path, *, has_loop: bool) -> None:
        gc.set_threshold(100_000, 10, 10)  # as the command line does
        self.folder = folder
        self.registry = load_registry()
        self.job = open_job(Request([], FORMATS, {}), self.registry)
        self.loop = official_schemas() if has_loop else None

    def work(self, count: int, meter: Meter) -> None:
        """Every layer over so many articles, an issue at a time."""
        for issue in issues(count):
            self.work_on(issue, meter)

    def work_on(self, issue: Sequence[bytes], meter: Meter) -> Documents:
        """Every layer over the lines of an issue; returns the documents."""
        source = self.folder / "issue.jsonl"
        source.write_bytes(b"".join(issue))
        records = meter("read", _read, source)
        documents = {name: meter(f"export {name}", self.export, name, records) for name in FORMATS}
        meter("check", check_articles, track_articles(_read(source), self.job), self.job)
        for name, made in documents.items():
            meter(f"validate {name}", self.validate, name, made)
        meter("write", _write, OutputFolder(self.folder / "out"), documents)
        meter(FLOOR, by_floor, [json.loads(line) for line in issue])
        if self.loop is not None:
            meter(LOOP, _loop, self.loop, documents)
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
        """Holds documents against the schema of their format."""
        exporter: Exporter = self.registry.exporters[name]
        schema = exporter.versions[exporter.version]
        for path, content in documents:
            complaints = validate(content, schema)
            assert not complaints, (path, complaints)


def issues(count: int) -> Iterator[list[bytes]]:
    """So many articles, the lines of an issue together."""
    every = lines(count)
    while issue := list(islice(every, ISSUE_SIZE)):
        yield issue


def by_floor(articles: Sequence[Mapping[str, Any]]) -> Documents:
    """What the floor writes of articles of one issue."""
    id = articles[0]["issue"]["id"]
    return {
        "jats": [(f"jats/{one['id']}.xml", floor.jats(one)) for one in articles],
        "crossref": [(f"crossref/{id}.xml", floor.crossref(articles, TIMESTAMP))],
        "doaj": [(f"doaj/{id}.json", floor.doaj(articles))],
    }


def official_schemas() -> Mapping[str, etree.DTD | etree.XMLSchema]:
    """The schemas of the loop, by format."""
    return {
        "jats": etree.DTD(file=str(SCHEMAS / loop.JATS)),
        "crossref": loop.crossref_schema(SCHEMAS / "crossref"),
    }


def _read(source: Path) -> list[Record]:
    return list(read_json_lines(source))


def _write(folder: OutputFolder, documents: Documents) -> None:
    for made in documents.values():
        for name, content in made:
            folder.write(name, content)
    folder.finish()


def _loop(schemas: Mapping[str, etree.DTD | etree.XMLSchema], documents: Documents) -> None:
    for name, schema in schemas.items():
        for path, content in documents[name]:
            assert schema.validate(etree.fromstring(content)), path

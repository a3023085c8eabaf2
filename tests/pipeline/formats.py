"""Small formats, really registered, and exports of ten articles to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.xml import Element
from jatsx.findings.finding import Finding, Level
from jatsx.model import Article
from jatsx.pipeline import Request, export
from jatsx.pipeline.output_folder import OutputFolder, file_names
from jatsx.pipeline.result import RunResult
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Plugin, Registry
from jatsx.readers import READERS
from jatsx.rules.engine import Fault, Rule
from jatsx.validation.schema import Schema
from tests.documents.making import made

DATA = Path(__file__).parent / "data"
DTD = Schema.dtd(DATA, "note.dtd")
JSON = Schema.json(DATA, "note.json")
TIMESTAMP = "20240601120000000"
IDS = tuple(f"{number:02}" for number in range(1, 11))
CULPRIT = "05"
"""The article that bad formats stumble over."""

Make = Callable[[Sequence[Article], ExportContext], Any]


def note(article: Article) -> Element:
    """The element of an article."""
    title = made("title", None, str(article.title.get("en", "")), field="title.en")
    return made("note", {"id": article.id}, title)


def notes(run: Sequence[Article], context: ExportContext) -> Iterable[Document]:
    """A sound document of a run: named for its article, or for the issue and the run."""
    if len(run) == 1:
        name = run[0].id
    else:
        name = run[0].issue.id + (f"-{context.run}" if context.run else "")
    return [Document(f"{name}.xml", made("notes", None, map(note, run)))]


def stumbling(bad: Make) -> Make:
    """Makes sound documents, but what ``bad`` makes where the culprit is in the run."""

    def make(run: Sequence[Article], context: ExportContext) -> Any:
        is_bad = any(article.id == CULPRIT for article in run)
        return bad(run, context) if is_bad else notes(run, context)

    return make


def fmt(make: Make = notes, name: str = "notes", **said: Any) -> Exporter:
    """A format of notes."""
    schema = {} if "versions" in said else {"schema": DTD}
    return Exporter(**{"name": name, "title": "Notes", "export": make, **schema, **said})


def registry(
    *exporters: Exporter, rules: Sequence[Rule] = (), beside: Sequence[Plugin] = ()
) -> Registry:
    """The core's readers, a plugin with these rules, one for each format, and others."""
    core = Plugin("core", "jatsx", "0", readers=list(READERS), rules=list(rules))
    plugins = (Plugin(e.name, "test", "1", exporters=[e]) for e in exporters)
    return Registry([core, *plugins, *beside])


def article(id_: str, **said: Any) -> dict[str, Any]:
    """An article as input says it."""
    return {"id": id_, "doi": f"10.5555/{id_}", "title": {"en": f"Title {id_}"}, **said}


def faulty(on: type, id_: str = "05", **said: Any) -> Rule:
    """A rule that finds a fault in the part with this id."""
    fault = Fault("doi")
    said = {"code": "x-y-z", "level": Level.ERROR, "message": "No.", **said}
    return Rule(on=on, check=lambda part: [fault] if part.id == id_ else [], **said)


@dataclass(frozen=True)
class Exported:
    """An export: what became of everything, and the folder."""

    result: RunResult
    out: Path

    @property
    def statuses(self) -> dict[str | None, str]:
        """What became of each article in the one format asked for."""
        (target,) = self.result.targets
        return {one.id: one.targets[target].status.value for one in self.result.articles}

    @property
    def report(self) -> Any:
        """The report of the one issue."""
        (path,) = self.out.glob("*/report.json")
        return json.loads(path.read_bytes())

    def of(self, id_: str) -> list[Finding]:
        """The findings of one article."""
        return next(one.findings for one in self.result.articles if one.id == id_)

    def files(self) -> list[str]:
        """The documents, as paths in the folder of the one issue."""
        return sorted(name.partition("/")[2] for name in file_names(self.out))


def exported(
    folder: Path,
    *exporters: Exporter,
    articles: Sequence[dict[str, Any]] = tuple(map(article, IDS)),
    rules: Sequence[Rule] = (),
    beside: Sequence[Plugin] = (),
    **asked: Any,
) -> Exported:
    """Exports articles, ten where nothing else is said, to these formats and other plugins'."""
    source = folder / "2024-2.jsonl"
    source.write_text("".join(f"{json.dumps(one)}\n" for one in articles))
    offered = registry(*exporters, rules=rules, beside=beside)
    asked = {"inputs": [source], "targets": list(offered.exporters), "settings": {}, **asked}
    request = Request(**{"timestamp": TIMESTAMP, **asked})
    out = folder / "out"
    return Exported(export(request, offered, OutputFolder(out, TIMESTAMP)), out)

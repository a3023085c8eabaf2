"""A process with a clock, time zone, locale and hash seed of its own, in which a format is tried.

``python -m jatsx.testing.environment FILE MODULE CLASS SECONDS RESULT`` tries the class of tests
CLASS, and leaves in RESULT what its exporter made of each article.
"""

from __future__ import annotations

import json
import locale
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module, util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jatsx.documents.content import content_bytes
from jatsx.documents.document import Document
from jatsx.testing.clock import set_clock
from jatsx.testing.side_effects import Watch

if TYPE_CHECKING:
    from jatsx.model import Article
    from jatsx.testing.subject import HasSubject, Subject, Variant


def main(file: str, module: str, name: str, seconds: str, result: str) -> None:
    """Tries a class of tests, and writes what came of it."""
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    set_clock(float(seconds))
    subject = _tests(file, module, name).subject()
    watch = Watch()
    made = {
        awkward.name: {
            str(way): _made(subject, awkward.article, way, watch)
            for way in subject.main_ways_of(awkward)
        }
        for awkward in subject.articles
    }
    Path(result).write_text(json.dumps(made), encoding="ascii")


def _tests(file: str, module: str, name: str) -> type[HasSubject]:
    """The class of tests, from its file."""
    found: Any = _module(file, module)
    for part in name.split("."):
        found = getattr(found, part)
    tests: type[HasSubject] = found
    return tests


def _module(file: str, name: str) -> Any:
    with suppress(ImportError):
        module = import_module(name)
        if Path(module.__file__ or "") == Path(file):
            return module
    spec = util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _made(subject: Subject, article: Article, way: Variant, watch: Watch) -> Mapping[str, Any]:
    """What the exporter makes of an article, twice; what it raises and does on the way."""
    raised = ""
    once: Mapping[str, str] = {}
    again: Mapping[str, str] = {}
    with watch.on() as deeds:
        try:
            documents = subject.exported([article], way)
            once, again = _shown(documents), _shown(subject.exported([article], way))
        except (Exception, SystemExit) as error:
            raised = type(error).__name__
    return {"documents": once, "again": again, "raised": raised, "deeds": list(deeds)}


def _shown(documents: Sequence[Document]) -> Mapping[str, str]:
    """The documents by name, and what is lost."""
    shown = {one.name: content_bytes(one).decode("latin-1") for one in documents}
    losses = [
        [article, *map(repr, own)] for one in documents for article, own in one.losses.items()
    ]
    return {**shown, "(losses)": json.dumps(losses, ensure_ascii=False, indent=0)}


if __name__ == "__main__":
    main(*sys.argv[1:])

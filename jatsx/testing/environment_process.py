"""The child process that exports articles with its own clock, time zone, locale and hash seed.

``python -m jatsx.testing.environment_process FILE MODULE CLASS SECONDS RESULT`` runs the exporter
of the test class CLASS, and writes the documents of each article to RESULT.
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
    """Runs the exporter of a test class, and writes the results to a file."""
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    set_clock(float(seconds))
    subject = _test_class(file, module, name).subject()
    watch = Watch()
    results = {
        awkward.name: {
            str(variant): _exported(subject, awkward.article, variant, watch)
            for variant in subject.main_variants_of(awkward)
        }
        for awkward in subject.articles
    }
    Path(result).write_text(json.dumps(results), encoding="ascii")


def _test_class(file: str, module: str, name: str) -> type[HasSubject]:
    """The test class, loaded from its file."""
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


def _exported(
    subject: Subject, article: Article, variant: Variant, watch: Watch
) -> Mapping[str, Any]:
    """The documents of an article, exported twice, with the errors and side effects."""
    raised = ""
    once: Mapping[str, str] = {}
    again: Mapping[str, str] = {}
    with watch.on() as side_effects:
        try:
            documents = subject.exported([article], variant)
            once, again = _shown(documents), _shown(subject.exported([article], variant))
        except (Exception, SystemExit) as error:
            raised = type(error).__name__
    return {"documents": once, "again": again, "raised": raised, "side_effects": list(side_effects)}


def _shown(documents: Sequence[Document]) -> Mapping[str, str]:
    """The documents by name, and their losses."""
    shown = {one.name: content_bytes(one).decode("latin-1") for one in documents}
    losses = [
        [article, *map(repr, own)] for one in documents for article, own in one.losses.items()
    ]
    return {**shown, "(losses)": json.dumps(losses, ensure_ascii=False, indent=0)}


if __name__ == "__main__":
    main(*sys.argv[1:])

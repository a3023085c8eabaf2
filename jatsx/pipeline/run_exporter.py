"""An exporter run on articles, its documents validated; a bad article costs only itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.loss import Loss, distinct
from jatsx.findings.finding import Finding
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.validate import ValidatedDocument, package_missing, validated_document
from jatsx.plugin.exporter import Exporter
from jatsx.validation.schema import PackageMissing

if TYPE_CHECKING:
    from jatsx.model import Article


LONGEST_NAME = 200
"""How long a file's name may be, in bytes; most systems take 255."""


@dataclass(frozen=True, slots=True)
class ExportedRun:
    """The documents of a run of articles, and the failure that ended it, if any."""

    articles: tuple[Article, ...]
    documents: tuple[ValidatedDocument, ...] = ()
    failure: Finding | None = None

    @property
    def is_valid(self) -> bool:
        return self.failure is None and all(one.is_valid for one in self.documents)


def export_run(
    exporter: Exporter, articles: Sequence[Article], context: ExportContext, plugin: str
) -> Iterator[ExportedRun]:
    """The run as a whole if it is valid; else each article at fault alone, then the rest."""
    is_alone = len(articles) == 1
    whole = _exported(exporter, articles, context, plugin, explain=is_alone)
    if whole.is_valid or is_alone:
        yield whole
        return
    alone = [_exported(exporter, [one], context, plugin, explain=True) for one in articles]
    at_fault = [one for one in alone if not one.is_valid]
    if not at_fault:
        yield _exported(exporter, articles, context, plugin, explain=True)
        return
    yield from at_fault
    rest = [one.articles[0] for one in alone if one.is_valid]
    if rest:
        yield from export_run(exporter, rest, context, plugin)


def _exported(
    exporter: Exporter,
    articles: Sequence[Article],
    context: ExportContext,
    plugin: str,
    *,
    explain: bool,
) -> ExportedRun:
    run = tuple(articles)
    try:
        given = tuple(article.model_copy() for article in run)
        documents = [_checked(document) for document in exporter.export(given, context)]
        _check_together(documents, run)
        validated = tuple(
            validated_document(document, exporter, context.version, plugin, explain=explain)
            for document in documents
        )
    except PackageMissing as missing:
        return ExportedRun(run, failure=package_missing(plugin, exporter.name, missing))
    except PLUGIN_ERRORS as error:
        if not explain:
            return ExportedRun(run, failure=plugin_failure(plugin, exporter.name, "it failed"))
        detail = describe_error(
            error, f"The format {exporter.name} of {plugin}, given {_named(run)},"
        )
        return ExportedRun(run, failure=plugin_failure(plugin, exporter.name, detail))
    return ExportedRun(run, validated)


def _named(run: Sequence[Article]) -> str:
    first, *others = run
    return f"the article {first.id}" + (f" and {len(others)} more" if others else "")


def _checked(document: object) -> Document:
    """The document, if it is one; its losses and articles as they are, once and for all.

    Raises:
        TypeError: it is something else, or a part of it is.
        ValueError: its name isn't a bare file name.
    """
    if not isinstance(document, Document):
        raise TypeError(f"it returned {document!r}, which is not a Document")
    name = document.name
    is_bare = (
        len(name.encode()) <= LONGEST_NAME
        and name == PurePosixPath(name).name == PureWindowsPath(name).name
    )
    if not is_bare or name in ("", ".", "..") or not name.isprintable():
        raise ValueError(f"{name!r} is not a bare file name")
    if not isinstance(document.doctype, str):
        raise TypeError(f"{document.doctype!r} is not a doctype")
    losses = {id: distinct(own) for id, own in document.losses.items()}
    for loss in chain.from_iterable(losses.values()):
        _check_loss(loss)
    return replace(document, losses=losses, articles=tuple(document.articles))


def _check_loss(loss: object) -> None:
    """Nothing, where an exporter gave a loss.

    Raises:
        TypeError: it is something else, or a part of it is.
    """
    if not isinstance(loss, Loss):
        raise TypeError(f"{loss!r} is not a Loss")
    if not all(isinstance(text, str) for text in (loss.field, loss.code, *loss.params.values())):
        raise TypeError(f"{loss!r} holds something that is not text")


def _check_together(documents: Sequence[Document], run: Sequence[Article]) -> None:
    """Whether the documents describe the run, the whole run and nothing but the run.

    Raises:
        ValueError: they don't, or two have one name.
    """
    if len({document.name.lower() for document in documents}) < len(documents):
        raise ValueError("it gave two documents one name")
    ids = {article.id for article in run}
    described = {id_ for document in documents for id_ in document.articles or ids}
    lost = {id for document in documents for id in document.losses}
    if (described | lost) - ids:
        strange = ", ".join(sorted(map(str, (described | lost) - ids)))
        raise ValueError(f"it described {strange}, which it wasn't given")
    if ids - described:
        raise ValueError(f"no document describes {', '.join(sorted(ids - described))}")


def plugin_failure(plugin: str, target: str, detail: str) -> Finding:
    """The finding that a format's plugin failed."""
    params = FrozenMap({"plugin": plugin, "detail": detail})
    return Finding("plugin-failed", params=params, target=target)

"""Running an exporter and validating its documents. An error affects only its own article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from jatsx.documents.document import Attachment, Document, ExportContext
from jatsx.documents.loss import Loss, distinct
from jatsx.findings.finding import Finding
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.findings.surroundings import raise_surroundings
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.activity import Activity, note
from jatsx.pipeline.options import own_schemas
from jatsx.pipeline.package import NO_FOLDERS, Folders
from jatsx.pipeline.validate import (
    ValidatedDocument,
    package_missing,
    validated_document,
    with_attachments,
)
from jatsx.plugin.exporter import Exporter
from jatsx.validation.schema import PackageMissing

if TYPE_CHECKING:
    from jatsx.model import Article


LONGEST_NAME = 200
"""The maximum length of a file name in bytes. Most systems allow 255."""


@dataclass(frozen=True, slots=True)
class ExportedRun:
    """The documents of a run of articles, and the failure of the exporter, if any."""

    articles: tuple[Article, ...]
    documents: tuple[ValidatedDocument, ...] = ()
    failure: Finding | None = None

    @property
    def is_valid(self) -> bool:
        return self.failure is None and all(one.is_valid for one in self.documents)


def try_each(
    exporter: Exporter, articles: Sequence[Article], context: ExportContext, plugin: str
) -> None:
    """Exports each article by itself, so that the note names the one at which a process ends."""
    for article in articles:
        _exported(exporter, [article], context, plugin, explain=False)


def export_run(
    exporter: Exporter,
    articles: Sequence[Article],
    context: ExportContext,
    plugin: str,
    folders: Folders = NO_FOLDERS,
) -> Iterator[ExportedRun]:
    """One result for the whole run if it is valid; else one for each article with an error, and one
    for the others together."""
    export = partial(_exported, exporter, context=context, plugin=plugin, folders=folders)
    is_single = len(articles) == 1
    whole = export(articles, explain=is_single)
    if whole.is_valid or is_single:
        yield whole
        return
    single = [export([one], explain=True) for one in articles]
    invalid = [one for one in single if not one.is_valid]
    if not invalid:
        yield export(articles, explain=True)
        return
    yield from invalid
    rest = [one.articles[0] for one in single if one.is_valid]
    if rest:
        yield from export_run(exporter, rest, context, plugin, folders)


def _exported(
    exporter: Exporter,
    articles: Sequence[Article],
    context: ExportContext,
    plugin: str,
    folders: Folders = NO_FOLDERS,
    *,
    explain: bool,
) -> ExportedRun:
    run = tuple(articles)
    note(Activity(exporter.name, str(run[0].id) if len(run) == 1 else ""))
    try:
        given = tuple(article.model_copy() for article in run)
        documents = [_checked(document) for document in exporter.export(given, context)]
        _check_together(documents, run)
        own = tuple(own_schemas(exporter, context.options))
        validated = tuple(
            validated_document(document, exporter, context.version, plugin, own, explain=explain)
            for document in documents
        )
    except PackageMissing as missing:
        return ExportedRun(run, failure=package_missing(plugin, exporter.name, missing))
    except PLUGIN_ERRORS as error:
        raise_surroundings(error)
        if not explain:
            return ExportedRun(run, failure=plugin_failure(plugin, exporter.name, "the run failed"))
        detail = describe_error(
            error, f"The format {exporter.name} of {plugin}, given {_named(run)},"
        )
        return ExportedRun(run, failure=plugin_failure(plugin, exporter.name, detail))
    complete = (with_attachments(one, folders, exporter.name) for one in validated)
    return ExportedRun(run, tuple(complete))


def _named(run: Sequence[Article]) -> str:
    first, *others = run
    return f"the article {first.id}" + (f" and {len(others)} more" if others else "")


def _checked(document: object) -> Document:
    """The document with its losses and articles as sequences.

    Raises:
        TypeError: it is not a Document, or one of its attributes has the wrong type.
        ValueError: a name is not a bare file name, or occurs twice in a ZIP file.
    """
    if not isinstance(document, Document):
        raise TypeError(f"{document!r} is not a Document")
    _check_name(document.name)
    _check_package(document)
    if not isinstance(document.doctype, str):
        raise TypeError(f"{document.doctype!r} is not a doctype")
    losses = {id: distinct(own) for id, own in document.losses.items()}
    for loss in chain.from_iterable(losses.values()):
        _check_loss(loss)
    articles, attachments = tuple(document.articles), tuple(document.attachments)
    return replace(document, losses=losses, articles=articles, attachments=attachments)


def _check_name(name: str) -> None:
    """Checks the name of a file in a folder or a ZIP file.

    Raises:
        ValueError: it is not a bare file name.
    """
    is_bare = (
        len(name.encode()) <= LONGEST_NAME
        and name == PurePosixPath(name).name == PureWindowsPath(name).name
    )
    if not is_bare or name in ("", ".", "..") or not name.isprintable():
        raise ValueError(f"{name!r} is not a bare file name")


def _check_package(document: Document) -> None:
    """Checks the files of a ZIP file.

    Raises:
        TypeError: an attachment is not an Attachment, or one of its attributes has a wrong type.
        ValueError: a name is not a bare file name, two files have the same name, or there are
            attachments without a ZIP file.
    """
    for one in document.attachments:
        if not isinstance(one, Attachment):
            raise TypeError(f"{one!r} is not an Attachment")
        if not all(isinstance(text, str) for text in (one.path, one.field)):
            raise TypeError(f"{one!r} contains a value that is not text")
    if not document.content_name:
        if document.attachments:
            raise ValueError("a document with attachments requires content_name")
        return
    names = [document.content_name, *(one.name for one in document.attachments)]
    for name in names:
        _check_name(name)
    if len({name.lower() for name in names}) < len(names):
        raise ValueError(f"two files in {document.name} have the same name")


def _check_loss(loss: object) -> None:
    """Checks the types of a loss.

    Raises:
        TypeError: it is not a Loss, or one of its attributes has the wrong type.
    """
    if not isinstance(loss, Loss):
        raise TypeError(f"{loss!r} is not a Loss")
    if not all(isinstance(text, str) for text in (loss.field, loss.code, *loss.params.values())):
        raise TypeError(f"{loss!r} contains a value that is not text")


def _check_together(documents: Sequence[Document], run: Sequence[Article]) -> None:
    """Checks that the documents describe all articles of a run and no others.

    Raises:
        ValueError: they do not, or two documents have the same name.
    """
    if len({document.name.lower() for document in documents}) < len(documents):
        raise ValueError("two documents have the same name")
    ids = {article.id for article in run}
    described = {id_ for document in documents for id_ in document.articles or ids}
    lost = {id for document in documents for id in document.losses}
    if (described | lost) - ids:
        others = ", ".join(sorted(map(str, (described | lost) - ids)))
        raise ValueError(f"a document describes articles that are not in the run: {others}")
    if ids - described:
        missing = ", ".join(sorted(ids - described))
        raise ValueError(f"no document describes these articles: {missing}")


def process_lost(plugin: str, target: str) -> Finding:
    """The finding that a process ended while the plugin of a format was working on an article."""
    params = FrozenMap({"plugin": plugin, "format": target})
    return Finding("plugin-process-lost", params=params, target=target)


def plugin_failure(plugin: str, target: str, detail: str) -> Finding:
    """The finding that the plugin of a format failed."""
    params = FrozenMap({"plugin": plugin, "detail": detail})
    return Finding("plugin-failed", params=params, target=target)

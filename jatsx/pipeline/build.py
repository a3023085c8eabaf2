"""A run of articles into valid documents of one format; a bad article costs only itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from jatsx.documents.content import content_bytes, origin
from jatsx.documents.document import Document, ExportContext
from jatsx.documents.loss import Loss, distinct
from jatsx.findings.finding import Finding, Level
from jatsx.findings.messages import MESSAGES
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.exporter import Exporter
from jatsx.validation import validate
from jatsx.validation.schema import PackageMissing, Schema, SchemaError

if TYPE_CHECKING:
    from jatsx.model import Article


LONGEST_NAME = 200
"""How long a file's name may be, in bytes; most systems take 255."""


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """A document that an exporter made, as bytes, and what its schema has against it."""

    document: Document
    content: bytes
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of exporting a run: the documents, and the failure that ended it, if any."""

    articles: tuple[Article, ...]
    documents: tuple[BuiltDocument, ...] = ()
    failure: Finding | None = None

    @property
    def is_sound(self) -> bool:
        return self.failure is None and not any(built.findings for built in self.documents)


def build_documents(
    exporter: Exporter, articles: Sequence[Article], context: ExportContext, plugin: str
) -> Iterator[BuildResult]:
    """The run as a whole where it is sound; else each culprit alone, and the rest as a run."""
    is_alone = len(articles) == 1
    whole = _attempt(exporter, articles, context, plugin, explain=is_alone)
    if whole.is_sound or is_alone:
        yield whole
        return
    alone = [_attempt(exporter, [one], context, plugin, explain=True) for one in articles]
    culprits = [attempt for attempt in alone if not attempt.is_sound]
    if not culprits:
        yield _attempt(exporter, articles, context, plugin, explain=True)
        return
    yield from culprits
    rest = [attempt.articles[0] for attempt in alone if attempt.is_sound]
    if rest:
        yield from build_documents(exporter, rest, context, plugin)


def _attempt(
    exporter: Exporter,
    articles: Sequence[Article],
    context: ExportContext,
    plugin: str,
    *,
    explain: bool,
) -> BuildResult:
    run = tuple(articles)
    try:
        given = tuple(article.model_copy() for article in run)
        documents = [_checked(document) for document in exporter.export(given, context)]
        _check_together(documents, run)
        schema = exporter.versions[context.version]
        made = tuple(
            _made(document, schema, exporter, context, plugin, explain=explain)
            for document in documents
        )
    except PackageMissing as missing:
        return BuildResult(run, failure=package_missing(plugin, exporter.name, missing))
    except PLUGIN_ERRORS as error:
        if not explain:
            return BuildResult(run, failure=plugin_failure(plugin, exporter.name, "it failed"))
        detail = describe_error(
            error, f"The format {exporter.name} of {plugin}, given {_named(run)},"
        )
        return BuildResult(run, failure=plugin_failure(plugin, exporter.name, detail))
    return BuildResult(run, made)


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
        raise TypeError(f"it made {document!r}, which is no Document")
    name = document.name
    is_bare = (
        len(name.encode()) <= LONGEST_NAME
        and name == PurePosixPath(name).name == PureWindowsPath(name).name
    )
    if not is_bare or name in ("", ".", "..") or not name.isprintable():
        raise ValueError(f"{name!r} is no bare file name")
    if not isinstance(document.doctype, str):
        raise TypeError(f"{document.doctype!r} is no doctype")
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
        raise TypeError(f"{loss!r} is no Loss")
    if not all(isinstance(text, str) for text in (loss.field, loss.code, *loss.params.values())):
        raise TypeError(f"{loss!r} holds something that is no text")


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
        raise ValueError(f"it told of {strange}, which it wasn't given")
    if ids - described:
        raise ValueError(f"no document describes {', '.join(sorted(ids - described))}")


def _made(
    document: Document,
    schema: Schema,
    exporter: Exporter,
    context: ExportContext,
    plugin: str,
    *,
    explain: bool,
) -> BuiltDocument:
    """The document with its findings: of several that say one thing of one field, the first."""
    content = content_bytes(document)
    schema_errors = validate(content, schema, explain=explain)
    findings = (
        _finding(schema_error, document, exporter, context, plugin)
        for schema_error in schema_errors
    )
    told = {
        (finding.code, finding.field, finding.params.get("name")): finding
        for finding in reversed(list(findings))
    }
    return BuiltDocument(document, content, tuple(reversed(told.values())))


def _finding(
    schema_error: SchemaError,
    document: Document,
    exporter: Exporter,
    context: ExportContext,
    plugin: str,
) -> Finding:
    field = origin(document.content, schema_error.path)
    code = error_code(schema_error, "document-invalid")
    params = error_params(schema_error, exporter, context.version, field)
    named = FrozenMap({**params, "plugin": plugin})
    return Finding(code, Level.ERROR, named, field, target=exporter.name)


def error_code(schema_error: SchemaError, otherwise: str) -> str:
    """The code of what a schema reports, where there is a sentence for it."""
    code = f"document-{schema_error.kind}"
    return code if code in MESSAGES else otherwise


def error_params(
    schema_error: SchemaError, exporter: Exporter, version: str, field: str | None = None
) -> FrozenMap[str]:
    """What the sentence needs, and the schema's own words.

    ``where`` is the field to look at, or the part of the document where there is no field.
    """
    said = {"format": f"{exporter.title} {version}".strip(), "detail": schema_error.detail}
    where = field or schema_error.params.get("parent", "")
    return FrozenMap({**said, "where": where, **schema_error.params})


def plugin_failure(plugin: str, target: str, detail: str) -> Finding:
    """The finding that a format's plugin failed."""
    params = FrozenMap({"plugin": plugin, "detail": detail})
    return Finding("plugin-failed", params=params, target=target)


def package_missing(plugin: str, target: str, missing: PackageMissing) -> Finding:
    """The finding that documents of a format can't be validated without a further package."""
    params = {"plugin": plugin, "package": missing.package, "extra": missing.extra}
    return Finding("plugin-needs-package", params=FrozenMap(params), target=target)

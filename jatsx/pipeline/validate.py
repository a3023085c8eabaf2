"""Validation of an exported document against the schema of its format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jatsx.documents.content import content_bytes, origin
from jatsx.documents.document import Document
from jatsx.findings.finding import Finding, Level
from jatsx.findings.messages import MESSAGES
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.package import Attached, Folders, attached
from jatsx.plugin.exporter import Exporter, ForeignFormat
from jatsx.validation import validate
from jatsx.validation.schema import PackageMissing, Schema, SchemaError


@dataclass(frozen=True, slots=True)
class ValidatedDocument:
    """A document that an exporter made, its content as bytes, the errors in it, and its attachments
    as they were found."""

    document: Document
    content: bytes
    findings: tuple[Finding, ...] = ()
    attached: tuple[Attached, ...] = ()

    @property
    def is_valid(self) -> bool:
        return not self.findings


def validated_document(
    document: Document,
    exporter: Exporter,
    version: str,
    plugin: str,
    own: Iterable[Schema] = (),
    *,
    explain: bool,
) -> ValidatedDocument:
    """The document with its findings. Of several with the same code and field, only the first.

    Without ``explain``, the findings only show whether the document is valid. ``own`` are the
    user's own schemas.
    """
    content = content_bytes(document)
    findings: dict[tuple[str, str | None, str | None], Finding] = {}
    for found, error in _errors(content, exporter.foreign(version), exporter, own, explain):
        field = origin(document.content, error.path)
        name = document.content_name or document.name
        params = FrozenMap({**error_params(error, found, name, field), "plugin": plugin})
        code = error_code(error, "document-invalid")
        finding = Finding(code, Level.ERROR, params, field, target=exporter.name)
        findings.setdefault((code, field, params.get("name")), finding)
    return ValidatedDocument(document, content, tuple(findings.values()))


def _errors(
    content: bytes, found: ForeignFormat, exporter: Exporter, own: Iterable[Schema], explain: bool
) -> Iterator[tuple[ForeignFormat, SchemaError]]:
    """The errors of the format's schema, then of the user's own, each with what is not matched."""
    schemas = {found: exporter.versions[found.version]}
    schemas |= {replace(found, version=f"({one.name})", schema=one): one for one in own}
    for each, schema in schemas.items():
        for error in validate(content, schema, explain=explain):
            if not error.is_warning:
                yield each, error


def with_attachments(
    validated: ValidatedDocument, folders: Folders, format: str
) -> ValidatedDocument:
    """The document with its attachments, and a finding for each that cannot be read."""
    found = attached(validated.document, folders, format)
    lost = (one for one in found if isinstance(one, Finding))
    kept = tuple(one for one in found if isinstance(one, Attached))
    return replace(validated, findings=(*validated.findings, *lost), attached=kept)


def error_code(error: SchemaError, otherwise: str) -> str:
    """The code of the finding for an error: by its kind, or ``otherwise`` for an unknown kind."""
    code = f"document-{error.kind}"
    return code if code in MESSAGES else otherwise


def error_params(
    error: SchemaError, found: ForeignFormat, file: str, field: str | None = None
) -> FrozenMap[str]:
    """The params of the finding for an error.

    ``detail`` is the message of the schema library. ``where`` is the field; if it is unknown, the
    parent element. The name of the whole document is that of its file.
    """
    format = f"{found.title} {found.version}".strip()
    own = {"format": format, "detail": error.detail, "name": file, "parent": file}
    return FrozenMap({**own, "where": field or error.params.get("parent", file), **error.params})


def package_missing(plugin: str, target: str, missing: PackageMissing) -> Finding:
    """The finding that a package is missing that the schema of a format needs."""
    params = {"plugin": plugin, "package": missing.package, "extra": missing.extra}
    return Finding("plugin-needs-package", params=FrozenMap(params), target=target)

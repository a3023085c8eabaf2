"""Validate: a document against its format's schema; the schema's errors as findings."""

from __future__ import annotations

from dataclasses import dataclass

from jatsx.documents.content import content_bytes, origin
from jatsx.documents.document import Document
from jatsx.findings.finding import Finding, Level
from jatsx.findings.messages import MESSAGES
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.exporter import Exporter
from jatsx.validation import validate
from jatsx.validation.schema import PackageMissing, SchemaError


@dataclass(frozen=True, slots=True)
class ValidatedDocument:
    """A document that an exporter made, as bytes, and what its schema reports of it."""

    document: Document
    content: bytes
    findings: tuple[Finding, ...] = ()

    @property
    def is_valid(self) -> bool:
        return not self.findings


def validated_document(
    document: Document, exporter: Exporter, version: str, plugin: str, *, explain: bool
) -> ValidatedDocument:
    """The document with the findings of its schema; of several with one code and field, the first.

    Without ``explain`` only the verdict matters.
    """
    content = content_bytes(document)
    findings: dict[tuple[str, str | None, str | None], Finding] = {}
    for error in validate(content, exporter.versions[version], explain=explain):
        field = origin(document.content, error.path)
        params = FrozenMap({**error_params(error, exporter, version, field), "plugin": plugin})
        code = error_code(error, "document-invalid")
        finding = Finding(code, Level.ERROR, params, field, target=exporter.name)
        findings.setdefault((code, field, params.get("name")), finding)
    return ValidatedDocument(document, content, tuple(findings.values()))


def error_code(error: SchemaError, otherwise: str) -> str:
    """The code of the finding for a schema's error, where there is a sentence for its kind."""
    code = f"document-{error.kind}"
    return code if code in MESSAGES else otherwise


def error_params(
    error: SchemaError, exporter: Exporter, version: str, field: str | None = None
) -> FrozenMap[str]:
    """The params of the sentence for a schema's error, and the schema's own words.

    ``where`` is the field to look at, or the part of the document where there is no field.
    """
    own = {"format": f"{exporter.title} {version}".strip(), "detail": error.detail}
    where = field or error.params.get("parent", "")
    return FrozenMap({**own, "where": where, **error.params})


def package_missing(plugin: str, target: str, missing: PackageMissing) -> Finding:
    """The finding that documents of a format can't be validated without a further package."""
    params = {"plugin": plugin, "package": missing.package, "extra": missing.extra}
    return Finding("plugin-needs-package", params=FrozenMap(params), target=target)

"""Validation of files from any source against the schema of their format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.pipeline.open_input import HEAD
from jatsx.pipeline.validate import error_code, error_params, package_missing
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.registry import Registry
from jatsx.validation import validate
from jatsx.validation.schema import PackageMissing, SchemaError


@dataclass(frozen=True, slots=True)
class Validated:
    """A file, its format and version, and the findings about it."""

    path: Path
    format: str | None = None
    version: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def is_valid(self) -> bool:
        return all(finding.level is not Level.ERROR for finding in self.findings)


def validate_files(paths: Iterable[Path], registry: Registry) -> Iterator[Validated]:
    """The validation of each file. Never raises an error because of a file's content."""
    for path in paths:
        yield _validated(path, registry)


def _validated(path: Path, registry: Registry) -> Validated:
    try:
        content = path.read_bytes()
    except OSError as error:
        detail = error.strerror or str(error)
        return Validated(path, findings=(_finding(path, "file-unreadable", detail=detail),))
    failures: list[Finding] = []
    for exporter in registry.exporters.values():
        try:
            version = exporter.recognises(content[:HEAD]) if exporter.recognises else None
        except PLUGIN_ERRORS as error:
            failures.append(_failure(path, exporter, registry, error))
            continue
        if version is not None:
            warnings = (replace(failure, level=Level.WARNING) for failure in failures)
            findings = _schema_findings(path, content, exporter, version, registry)
            return Validated(path, exporter.name, str(version), (*warnings, *findings))
    known = ", ".join(exporter.title for exporter in registry.exporters.values())
    return Validated(path, findings=(*failures, _finding(path, "document-unknown", formats=known)))


def _schema_findings(
    path: Path, content: bytes, exporter: Exporter, version: str, registry: Registry
) -> Iterable[Finding]:
    """The errors in a file of a known format and version, or why it cannot be validated."""
    try:
        schema = exporter.versions[version]
        errors = validate(content, schema)
        lines = _json_lines(content, errors) if schema.kind == "json" else {}
        return [
            _invalid(path, exporter, version, one, one.line or lines.get(one)) for one in errors
        ]
    except PackageMissing as missing:
        return [package_missing(str(registry.plugin_of(exporter)), exporter.name, missing)]
    except PLUGIN_ERRORS as error:
        return [_failure(path, exporter, registry, error)]


def _failure(path: Path, exporter: Exporter, registry: Registry, error: BaseException) -> Finding:
    plugin = str(registry.plugin_of(exporter))
    detail = describe_error(error, f"The format {exporter.name} of {plugin}, given {path},")
    return _finding(path, "plugin-failed", plugin=plugin, detail=detail)


def _finding(path: Path, code: str, **params: str) -> Finding:
    name = shown(str(path))
    return Finding(code, params=FrozenMap({"path": name, **params}), place=Place(name))


def _json_lines(content: bytes, schema_errors: Sequence[SchemaError]) -> dict[SchemaError, int]:
    """The lines of the incorrect values; for a missing one, the line of its parent."""
    if all(one.line or one.kind in ("encoding", "depth") for one in schema_errors):
        return {}
    from jatsx.readers.source_map import SourceMap

    source_map = SourceMap(content.decode("utf-8"), is_json=True)
    marks = ((one, source_map.of_value(one.path)) for one in schema_errors)
    return {one: mark.line for one, mark in marks if mark is not None}


def _invalid(
    path: Path, exporter: Exporter, version: str, schema_error: SchemaError, line: int | None
) -> Finding:
    return Finding(
        error_code(schema_error, "file-invalid"),
        Level.ERROR,
        error_params(schema_error, exporter, version, shown(path.name)),
        target=exporter.name,
        place=Place(shown(str(path)), line),
    )

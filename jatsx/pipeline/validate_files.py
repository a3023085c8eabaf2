"""Validation of files from any source against the schema of their format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from jatsx.findings.arguments import as_argument
from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.findings.process_state import working_folder_kept
from jatsx.findings.surroundings import raise_surroundings
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.pipeline.open_input import HEAD
from jatsx.pipeline.result import Worded
from jatsx.pipeline.validate import error_code, error_params, package_missing
from jatsx.pipeline.zip_package import ZipPackage, zip_package
from jatsx.plugin.exporter import Exporter, ForeignFormat
from jatsx.plugin.registry import Registry
from jatsx.readers import READERS
from jatsx.readers.file_state import is_regular, read_whole
from jatsx.readers.memory_file import InputFile, MemoryFile
from jatsx.readers.reader import Reader
from jatsx.validation import validate
from jatsx.validation.schema import PackageMissing, SchemaError

NOT_VALIDATED: Final = ("document-schema-absent", "document-entity-unread")
"""The codes of findings that say why a file of a known format was not validated."""


@dataclass(frozen=True, slots=True)
class Validated(Worded):
    """A file, its format and version, and the findings about it.

    ``format`` is the name of the exporter or reader that recognised the file. ``title`` is the name
    of the format shown to users.
    """

    path: InputFile
    registry: Registry = field(repr=False, compare=False)
    format: str | None = None
    title: str = ""
    version: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the format is known, the file was validated, and it has no errors."""
        return self.format is not None and self.is_valid

    @property
    def is_valid(self) -> bool:
        """Whether the file was validated and has no errors."""
        return self.is_validated and all(one.level is not Level.ERROR for one in self.findings)

    @property
    def is_validated(self) -> bool:
        """Whether the file was validated, if its format is known."""
        return all(finding.code not in NOT_VALIDATED for finding in self.findings)


def validate_files(paths: Iterable[Path], registry: Registry) -> Iterator[Validated]:
    """The validation of each file. Never raises an error because of a file's content.

    Raises:
        InputChanged: a file was changed while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    for path in paths:
        yield validated(path, registry)


@working_folder_kept()
def validated(path: InputFile, registry: Registry, format: str | None = None) -> Validated:
    """The validation of a file, which must have this format if one is given.

    Raises:
        InputChanged: the file was changed while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    try:
        if path.exists() and not is_regular(path):
            return Validated(path, registry, findings=(_finding(path, "file-not-regular"),))
        package = zip_package(path, _exporters(registry, format))
        if package is not None:
            return _validated_package(package, registry)
        content = read_whole(path)
    except FileNotFoundError:
        return Validated(path, registry, findings=(_finding(path, "file-missing"),))
    except OSError as error:
        raise_surroundings(error)
        detail = error.strerror or str(error)
        fault = _finding(path, "file-unreadable", detail=detail)
        return Validated(path, registry, findings=(fault,))
    failures: list[Finding] = []
    all_offers: list[Exporter | Reader] = [*registry.exporters.values(), *_readers(registry)]
    offers = all_offers if format is None else _exporters(registry, format)
    for offer in offers:
        try:
            found = _recognised(offer, path, content[:HEAD])
        except PLUGIN_ERRORS as error:
            failures.append(_failure(path, offer, registry, error))
            continue
        if found is not None:
            warnings = (replace(failure, level=Level.WARNING) for failure in failures)
            findings = _schema_findings(path, content, offer, found, registry)
            return Validated(
                path, registry, offer.name, found.title, found.version, (*warnings, *findings)
            )
    known = ", ".join(
        one.title for one in offers if isinstance(one, Exporter) and one.recognises is not None
    )
    unknown = _finding(path, "document-unknown", formats=known)
    return Validated(path, registry, findings=(*failures, unknown))


def _exporters(registry: Registry, format: str | None) -> list[Exporter]:
    """The exporter of a format; None for those of all formats."""
    return [*registry.exporters.values()] if format is None else [registry.exporters[format]]


def _validated_package(package: ZipPackage, registry: Registry) -> Validated:
    """The validation of a ZIP file: of its document, and of the files that the document names."""
    exporter = package.exporter
    try:
        findings = (*package.findings(),)
    except PLUGIN_ERRORS as error:
        findings = (_failure(package.path, exporter, registry, error),)
    if package.content is None:
        return Validated(package.path, registry, exporter.name, exporter.title, "", findings)
    document = validated(MemoryFile(package.document, package.content), registry, exporter.name)
    return replace(document, path=package.path, findings=(*document.findings, *findings))


def _readers(registry: Registry) -> Iterator[Reader]:
    """The readers of plugins. Those of jatsx itself recognise files by their names."""
    return (one for one in registry.readers.values() if one not in READERS)


def _recognised(offer: Exporter | Reader, path: InputFile, head: bytes) -> ForeignFormat | None:
    """The format and version of a file, if an exporter or a reader recognises it.

    Raises:
        KeyError: it is not a version of the exporter.
    """
    if isinstance(offer, Reader):
        return ForeignFormat(offer.title) if offer.recognises(path, head) else None
    found = offer.recognises(head) if offer.recognises else None
    return found if found is None or isinstance(found, ForeignFormat) else offer.foreign(found)


def _schema_findings(
    path: InputFile,
    content: bytes,
    offer: Exporter | Reader,
    found: ForeignFormat,
    registry: Registry,
) -> Iterable[Finding]:
    """The errors in a file of a known format and version, or why it cannot be validated."""
    if found.schema is None:
        is_readable = _is_readable(path, content[:HEAD], registry)
        return [_schema_absent(path, offer, found, is_readable=is_readable)]
    try:
        errors = validate(content, found.schema)
        lines = _json_lines(content, errors) if found.schema.kind == "json" else {}
        return [_invalid(path, offer, found, one, one.line or lines.get(one)) for one in errors]
    except PackageMissing as missing:
        return [package_missing(str(registry.plugin_of(offer)), offer.name, missing)]
    except PLUGIN_ERRORS as error:
        return [_failure(path, offer, registry, error)]


def _is_readable(path: InputFile, head: bytes, registry: Registry) -> bool:
    """Whether a reader of a plugin recognises a file."""
    for reader in _readers(registry):
        with suppress(*PLUGIN_ERRORS):
            if reader.recognises(path, head):
                return True
    return False


def _schema_absent(
    path: InputFile, offer: Exporter | Reader, found: ForeignFormat, *, is_readable: bool
) -> Finding:
    format = f"{found.title} {found.version}".rstrip()
    readable = {"readable": as_argument(shown(str(path)))} if is_readable else {}
    finding = _finding(path, "document-schema-absent", format=format, **readable)
    return replace(finding, level=Level.WARNING, target=offer.name)


def _failure(
    path: InputFile, offer: Exporter | Reader, registry: Registry, error: BaseException
) -> Finding:
    plugin = str(registry.plugin_of(offer))
    detail = describe_error(error, f"The format {offer.name} of {plugin}, given {path},")
    return _finding(path, "plugin-failed", plugin=plugin, detail=detail)


def _finding(path: InputFile, code: str, **params: str) -> Finding:
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
    path: InputFile,
    offer: Exporter | Reader,
    found: ForeignFormat,
    schema_error: SchemaError,
    line: int | None,
) -> Finding:
    code = error_code(schema_error, "file-invalid")
    is_warning = schema_error.is_warning or code in NOT_VALIDATED
    return Finding(
        code,
        Level.WARNING if is_warning else Level.ERROR,
        error_params(schema_error, found, shown(path.name)),
        target=offer.name,
        place=Place(shown(str(path)), line),
    )

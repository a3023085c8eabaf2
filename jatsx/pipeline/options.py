"""The options of formats, from the journal and from the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jatsx.findings.finding import Finding, Level
from jatsx.model import Issue, Journal
from jatsx.model.fieldpath import format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.option import Option
from jatsx.plugin.exporter import Exporter
from jatsx.standards.languages import is_language_tag
from jatsx.validation.own_schema import UnusableSchema, own_schema
from jatsx.validation.schema import Schema

Settings = Mapping[str, Mapping[str, str]]
"""Options by format: ``{"crossref": {"registrant": …}}``."""


def known_options(exporter: Exporter) -> tuple[Option, ...]:
    """The options of a format. If it has several versions, ``version`` is the first option."""
    versions = tuple(exporter.versions)
    if len(versions) < 2:
        return exporter.options
    version = Option(
        "version", help="the version of the format", choices=versions, default=versions[0]
    )
    return (version, *exporter.options)


def with_settings(issue: Issue, settings: Settings) -> Issue:
    """The issue with the options of its journal overridden."""
    if not settings:
        return issue
    formats = {name: dict(options) for name, options in issue.journal.formats.items()}
    for name, options in settings.items():
        formats.setdefault(name, {}).update(options)
    frozen = FrozenMap({name: FrozenMap(options) for name, options in formats.items()})
    journal = issue.journal.model_copy(update={"formats": frozen})
    return issue.model_copy(update={"journal": journal})


def option_findings(journal: Journal, exporters: Iterable[Exporter]) -> Iterator[Finding]:
    """The findings about a journal's options of these formats."""
    for exporter in exporters:
        given = journal.formats.get(exporter.name, FrozenMap())
        known = {option.name: option for option in known_options(exporter)}
        for name in given:
            if name not in known:
                params = {"option": name}
                if known:
                    params["options"] = ", ".join(known)
                found = _finding("format-option-unknown", exporter, name, params)
                yield replace(found, excerpt=name)
        for option in known.values():
            yield from _option_findings(exporter, option, given.get(option.name))


def unknown_formats(journal: Journal, known: Iterable[str]) -> Iterator[Finding]:
    """A warning for each format in the journal's options that no plugin provides."""
    formats = tuple(known)
    for name in journal.formats:
        if name not in formats:
            params = FrozenMap({"format": name, "formats": ", ".join(formats)})
            field = format_path(("issue", "journal", "formats", name))
            yield Finding("format-unknown", Level.WARNING, params, field, excerpt=name)


def value_fault(option: Option, value: str) -> str | None:
    """The code of the finding about the value of an option; None if it is valid."""
    if option.choices and value not in option.choices:
        return "format-option-choice"
    if option.kind == "language" and not is_language_tag(value):
        return "format-option-language"
    if option.kind == "schema" and schema_fault(value):
        return "format-option-schema"
    return None


def own_schemas(exporter: Exporter, options: Mapping[str, str]) -> Iterator[Schema]:
    """The user's own schemas, with which the documents of a format are validated too."""
    for option in exporter.options:
        if option.kind == "schema" and options.get(option.name):
            yield own_schema(options[option.name])


def schema_fault(path: str) -> str:
    """Why a file cannot be used as a schema; empty if it can."""
    try:
        own_schema(path)
    except UnusableSchema as unusable:
        return str(unusable) or path
    return ""


def _option_findings(exporter: Exporter, option: Option, value: str | None) -> Iterator[Finding]:
    if option.required and not value:
        params = {"option": option.name, "help": option.help}
        yield _finding("format-option-missing", exporter, option.name, params)
    code = value_fault(option, value) if value else None
    if code and value:
        params = {"option": option.name, "value": value, "choices": ", ".join(option.choices)}
        if option.kind == "schema":
            params["detail"] = schema_fault(value)
        yield _finding(code, exporter, option.name, params)


def _finding(code: str, exporter: Exporter, option: str, params: Mapping[str, str]) -> Finding:
    return Finding(
        code,
        Level.ERROR,
        FrozenMap({"format": exporter.name, **params}),
        format_path(("issue", "journal", "formats", exporter.name, option)),
        target=exporter.name,
    )

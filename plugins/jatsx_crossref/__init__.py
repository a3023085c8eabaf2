"""Crossref deposits 5.5.0, 5.4.0 and 5.3.1.

``docs/formats/crossref.md`` shows how each field is exported. It is generated from the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from jatsx import Agency, Exporter, InputFile, Reader, Record, Rule, hookimpl, rules_in


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """Crossref deposits."""
    from jatsx_crossref.exporter import EXPORTER

    return [EXPORTER]


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """Crossref deposits, and records of its REST API."""
    from jatsx_crossref.reader.messages import MESSAGES
    from jatsx_crossref.recognition import DEPOSIT, WORKS, is_deposit, is_works

    yield Reader("crossref", DEPOSIT, is_deposit, _read_deposit, MESSAGES)
    yield Reader("crossref-api", WORKS, is_works, _read_works)


@hookimpl
def jatsx_agencies() -> Iterable[Agency]:
    """Crossref."""
    from jatsx_crossref.agency.definition import AGENCY

    return [AGENCY]


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """Rules for Crossref deposits."""
    if "crossref" not in formats:
        return ()
    from jatsx_crossref import rules

    return rules_in(rules)


def _read_deposit(path: InputFile) -> Iterator[Record]:
    from jatsx_crossref.reader.batch import read

    return read(path)


def _read_works(path: InputFile) -> Iterator[Record]:
    from jatsx_crossref.reader.batch import read
    from jatsx_crossref.reader.works.records import parts

    return read(path, parts)

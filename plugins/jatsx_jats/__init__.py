"""JATS (ANSI/NISO Z39.96): metadata and references.

Exports Journal Publishing 1.3 and 1.4. Reads Publishing and Archiving 1.0 to 1.4, and NLM 3.0.

``docs/formats/jats.md`` shows how each field is exported. It is generated from the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from jatsx import Exporter, InputFile, Reader, Record, Rule, hookimpl, rules_in
from jatsx_jats.reader.messages import MESSAGES
from jatsx_jats.recognition import is_article


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """JATS documents."""
    from jatsx_jats.exporter import EXPORTER

    return [EXPORTER]


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """JATS articles."""
    yield Reader(
        name="jats",
        title="JATS (Publishing and Archiving 1.0–1.4, NLM 3.0)",
        recognises=is_article,
        read=_read,
        messages=MESSAGES,
        joins_issues=True,
    )


def _read(path: InputFile) -> Iterator[Record]:
    from jatsx_jats.reader.reader import read

    return read(path)


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """Rules for JATS documents."""
    if "jats" not in formats:
        return ()
    from jatsx_jats import rules

    return rules_in(rules)

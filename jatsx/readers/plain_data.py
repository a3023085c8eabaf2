"""From plain data to the record of an article, for readers of tables and of other formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jatsx.findings.finding import Finding, Level
from jatsx.model import Article
from jatsx.model.fieldpath import format_path
from jatsx.model.text import shown
from jatsx.readers.parsing import parsed_part
from jatsx.readers.reader import Locate, Record
from jatsx.readers.source_file import MOST_FAULTS


def record_of(
    data: Mapping[str, Any],
    source: str,
    locate: Locate | None = None,
    findings: Iterable[Finding] = (),
) -> Record:
    """The record of an article, or the findings that say what is wrong with its data.

    Args:
        data: the fields of the article, with its issue and journal, as in an article file. All
            values are text.
        source: the name of the file, as it is shown to users.
        locate: finds the place of a field in the file.
        findings: what the reader found itself. If one of them is an error, there is no article.
    """
    article, faults = parsed_part(Article, data)
    found = [*findings]
    for fault in faults[:MOST_FAULTS]:
        field = format_path(fault.path)
        found.append(fault.finding(locate(field, fault.excerpt) if locate else None))
    is_faulty = any(finding.level is Level.ERROR for finding in found)
    identifier = data.get("id")
    return Record(
        source,
        None if is_faulty else article,
        shown(identifier) if isinstance(identifier, str) else None,
        found,
        locate,
    )

"""Findings that are errors only for some formats: those that can't take what is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.model.fieldpath import parse_path
from jatsx.plugin.exporter import Exporter

OPTIONS: Final = ("issue", "journal", "formats")
"""The path of the options of formats."""


@dataclass(frozen=True, slots=True)
class Concern:
    """For which formats a finding is an error, and its level if none of them is requested.

    ``otherwise`` is None if the finding is then left out.
    """

    is_for: Callable[[Exporter], bool]
    otherwise: Level | None = None


CONCERNS: Final[Mapping[str, Concern]] = {
    "article-url-duplicate": Concern(lambda one: one.unique_urls, Level.WARNING),
    "issue-article-absent": Concern(lambda one: one.per == "issue", Level.WARNING),
    "sample-value": Concern(lambda one: one.real_values),
}
"""The findings by code."""


def for_formats(finding: Finding, exporters: Iterable[Exporter]) -> Iterator[Finding]:
    """The finding; if only some formats are concerned, an error for each of those requested.

    A finding on an option of a format concerns this format only. What a journal lowered to a
    warning stays one.
    """
    concern = CONCERNS.get(finding.code)
    if concern is None:
        yield finding
        return
    path = parse_path(finding.field or "")
    option_of = path[len(OPTIONS)] if path[: len(OPTIONS)] == OPTIONS else None
    concerned = [one.name for one in exporters if concern.is_for(one)]
    names = [name for name in concerned if option_of in (None, name)]
    if names and finding.level is Level.WARNING:
        yield finding
    elif names:
        yield from (replace(finding, target=name) for name in names)
    elif concern.otherwise is not None:
        yield replace(finding, level=concern.otherwise)

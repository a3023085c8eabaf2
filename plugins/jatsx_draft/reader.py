"""Reads a printed issue: its lines, then a record for each article."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from jatsx import (
    Finding,
    FrozenMap,
    InputFile,
    Level,
    Origin,
    Place,
    Record,
    UnreadableSource,
    record_of,
)
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import format_path, parse_path
from jatsx_draft.contents import Entry
from jatsx_draft.evidence import Drafted, Evidence, quoted
from jatsx_draft.issue_draft import IssueDraft, draft_issue
from jatsx_draft.journal import compare_journal, missing_values
from jatsx_draft.layout import NAME, layout_text, read_layout
from jatsx_draft.printed import PrintedLine
from jatsx_draft.sources import printed_lines

NO_ISSN: Final = "-"
"""What stands for the ISSNs of a journal that has none."""

MOST_LINES: Final = 100_000
"""The maximum number of lines of an issue. One of 300 pages has about 20,000."""

_UNFIT = re.compile(r"[^\w.-]+")


def read(path: InputFile, options: Mapping[str, str]) -> Iterator[Record]:
    """The articles of a printed issue. What is in doubt is a finding."""
    source = str(path)
    try:
        layout = read_layout(options.get("layout"))
        lines = list(_lines(path, options))
    except UnreadableSource as error:
        file = error.params.pop("file", source)
        yield Record(source, findings=[error.finding(file)], is_article=False)
        return
    draft = draft_issue(lines, _issue_id(path), layout)
    if draft is None:
        finding = Finding("draft-issue-unrecognised", place=Place(source))
        yield Record(source, findings=[finding], is_article=False)
        return
    yield from _records(draft, source, options.get("issns"))


def _lines(path: InputFile, options: Mapping[str, str]) -> Iterator[PrintedLine]:
    """The lines of all files of an issue.

    Raises:
        OSError: a file cannot be read.
        UnreadableSource: a file has no printed text, or there are too many lines.
    """
    further = [Path(one) for one in options.get("files", "").split(os.pathsep) if one]
    count = 0
    for file in (path, *further):
        try:
            for line in printed_lines(file):
                count += 1
                if count > MOST_LINES:
                    raise UnreadableSource("draft-file-lines", limit=str(MOST_LINES))
                yield line
        except UnreadableSource as error:
            error.params["file"] = str(file)
            raise


def _issue_id(path: InputFile) -> str:
    """The id of the issue: the name of its first file."""
    return _UNFIT.sub("-", path.stem).strip("-.") or "issue"


def _records(draft: IssueDraft, source: str, issns: str | None) -> Iterator[Record]:
    """A record for what was found in the issue, and one for each article."""
    if issns is not None:
        compare_journal(draft.issue, [one for one in issns.split() if one != NO_ISSN])
    draft.issue.note_derived()
    for article in draft.articles:
        article.note_derived()
    draft.issue.findings += missing_values(draft, has_journal=issns is not None)
    absent = [_absent(entry) for entry in draft.absent]
    findings = [_in_issue(one) for one in draft.issue.findings]
    yield Record(source, findings=[*findings, *absent], is_article=False)
    kept = FrozenMap({NAME: layout_text(draft.layout)})
    for article in draft.articles:
        evidence = {
            **article.evidence,
            **{("issue", *path): one for path, one in draft.issue.evidence.items()},
        }
        data = {**article.data, "issue": _issue_data(draft)}
        record = record_of(data, source, _Locate(evidence), article.findings)
        yield replace(record, origins=FrozenMap(_origins(evidence)), kept_files=kept)


def _issue_data(draft: IssueDraft) -> dict[str, Any]:
    """The data of the issue, with the ids of its articles in order."""
    return {**draft.issue.data, "articles": [str(one.id) for one in draft.articles]}


def _in_issue(finding: Finding) -> Finding:
    """A finding about the issue, with its field from the article."""
    return replace(finding, field=f"issue.{finding.field}" if finding.field else "issue")


def _absent(entry: Entry) -> Finding:
    """The finding that an article is only in the contents."""
    names = ", ".join(name.text for name in entry.names)
    title = f"{names}. {entry.title}" if names else entry.text
    params = FrozenMap({"page": entry.page, "title": title, "printed": quoted(entry.lines)})
    place = entry.lines[-1].place
    return Finding("draft-article-absent", Level.WARNING, params, "issue.articles", place=place)


def _origins(evidence: Mapping[FieldPath, Evidence]) -> dict[str, Origin]:
    return {
        format_path(path): Origin(one.place, one.sure.value, one.rule)
        for path, one in evidence.items()
    }


class _Locate:
    """Finds the place of a field: its own, else that of what is in it or around it."""

    def __init__(self, evidence: Mapping[FieldPath, Evidence]) -> None:
        self.evidence = evidence

    def __call__(self, field: str, excerpt: str) -> Place | None:
        path = parse_path(field)
        for length in range(len(path), 0, -1):
            part = path[:length]
            if part in self.evidence:
                return self._place(self.evidence[part], excerpt)
            inside = (one for own, one in self.evidence.items() if own[:length] == part)
            found = next(inside, None)
            if found:
                return found.place
        return None

    @staticmethod
    def _place(evidence: Evidence, excerpt: str) -> Place | None:
        lines = (line for line in evidence.lines if excerpt and excerpt in line.text)
        own = next(lines, None)
        return own.place if own else evidence.place


__all__ = ["Drafted", "read"]

"""What is found in a file, beside the fields of its form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from jatsx.desk.files import FileKind, FileOnDesk
from jatsx.desk.forms.anchors import block_at, row_at
from jatsx.desk.forms.blocks import FormBlock, anchor
from jatsx.desk.issue_desk import IssueDesk
from jatsx.desk.pages import OneLanguage
from jatsx.desk.shown_parts import DeskParts
from jatsx.findings.finding import Finding, Level
from jatsx.findings.joining import joined_formats
from jatsx.findings.sentences import NOTE, NOTED_AT
from jatsx.findings.visible import visible
from jatsx.fixing.mended_files import is_mendable
from jatsx.model.fieldpath import Path, parse_path
from jatsx.pipeline.result import RunResult
from jatsx.report_page.overview import FindingShown, PageParts, counted
from jatsx.report_page.record import ArticleRecord, article_record


@dataclass(frozen=True, slots=True)
class ShownInForm:
    """A finding beside its field.

    Args:
        shown: its sentences.
        field: its field, from the article.
        can_mend: whether ``check --fix`` would correct it.
        is_note: whether it is a note of notes.yaml.
        printed: where a drafted value was printed.
    """

    shown: FindingShown
    field: str
    can_mend: bool
    is_note: bool
    printed: str


@dataclass(frozen=True, slots=True)
class RowMark:
    """The number of errors and warnings of a row."""

    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class FileView:
    """What is found in a file.

    Args:
        found: the findings by the anchor of the block beside which they stand; empty for those of
            the whole file.
        marks: the numbers of findings by the anchors of rows.
        total: the numbers of all findings.
        origins: where drafted values were printed, by the anchors of their blocks.
    """

    found: dict[str, list[ShownInForm]]
    marks: dict[str, RowMark]
    total: RowMark
    origins: dict[str, list[str]]

    def printed(self, place: str) -> Sequence[str]:
        """Where the drafted values at an anchor were printed."""
        return self.origins.get(place, ())

    def at(self, place: str) -> Sequence[ShownInForm]:
        """The findings at an anchor."""
        return self.found.get(place, ())

    def is_found_in(self, blocks: Sequence[FormBlock]) -> bool:
        """Whether anything is found in blocks, so that they are not folded away."""
        own = [block.anchor for block in blocks]
        found = [place for place, shown in self.found.items() if shown]
        return any(place == one or place.startswith(f"{one}-") for place in found for one in own)

    def mark(self, place: str) -> RowMark:
        """The numbers of findings in the row at an anchor."""
        return self.marks.get(place, RowMark(0, 0))


def file_view(issue: IssueDesk, file: FileOnDesk) -> FileView:
    """What is found in a file."""
    parts = _parts(issue)
    found: dict[str, list[ShownInForm]] = {}
    rows: dict[str, list[Finding]] = {}
    ordered = sorted(joined_formats(file.findings), key=lambda one: one.level is not Level.ERROR)
    for finding in ordered:
        path = _path_in_file(file, finding)
        block = block_at(file.key.kind.root, path)
        place = anchor(block) if block else ""
        found.setdefault(place, []).append(_found(parts, file, finding))
        row = row_at(block)
        if row is not None:
            rows.setdefault(anchor(row), []).append(finding)
    marks = {place: RowMark(*counted(inside)) for place, inside in rows.items()}
    return FileView(found, marks, RowMark(*counted(file.findings)), _origins(issue, file))


def file_record(issue: IssueDesk, file: FileOnDesk) -> ArticleRecord | None:
    """The record of an article as a reader sees it; None if it cannot be read."""
    article = issue.article_result(file.path).article if is_article(file) else None
    return article_record(article, OneLanguage(), visible, emails=True) if article else None


def _origins(issue: IssueDesk, file: FileOnDesk) -> dict[str, list[str]]:
    """Where drafted values were printed, each place once, by the anchors of their blocks."""
    found: dict[str, list[str]] = {}
    for path, place in issue.origins(str(file.data.get("id"))) if is_article(file) else ():
        places = found.setdefault(anchor(block_at(file.key.kind.root, path)), [])
        if place not in places:
            places.append(place)
    return found


def is_article(file: FileOnDesk) -> bool:
    """Whether a file describes an article."""
    return file.key.kind is FileKind.ARTICLE


def _parts(issue: IssueDesk) -> PageParts:
    result = RunResult(issue.targets, issue.session.registry)
    return DeskParts(result, issue.folder)


def _path_in_file(file: FileOnDesk, finding: Finding) -> Path:
    prefix = file.key.kind.prefix
    try:
        path = parse_path(finding.field or "")
    except ValueError:
        return ()
    return path[len(prefix) :] if path[: len(prefix)] == prefix else ()


def _found(parts: PageParts, file: FileOnDesk, finding: Finding) -> ShownInForm:
    is_note = NOTE in finding.params
    can_mend = bool(finding.mends) and is_mendable(file.path.name) and not is_note
    printed = str(finding.params.get(NOTED_AT, ""))
    return ShownInForm(parts.finding(finding), finding.field or "", can_mend, is_note, printed)


def finding_at(file: FileOnDesk, code: str, field: str) -> Finding | None:
    """The finding of a file with a code and a field."""
    same = (one for one in file.findings if one.code == code and (one.field or "") == field)
    return next(same, None)


def changed_anchors(before: Iterable[str], view: FileView) -> list[str]:
    """The anchors whose findings may be different now."""
    return [one for one, _ in groupby(sorted({*before, *view.found}))]

"""Writes issues as folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jatsx.findings.finding import Finding
from jatsx.findings.sentences import ALIKE, Sentences
from jatsx.issue_folder.comments import field_path
from jatsx.issue_folder.file_names import folder_names, is_bare_name
from jatsx.issue_folder.folder_files import issue_files
from jatsx.issue_folder.notes import issue_notes, issue_origins, notes_file
from jatsx.pipeline.tracked import Tracked, TrackedArticle, TrackedIssue
from jatsx.pipeline.whole_files import write_whole
from jatsx.readers.issue_folder import article_files
from jatsx.readers.notes_file import NAME


@dataclass(frozen=True, slots=True)
class WrittenIssue:
    """An issue that was written: its folder (None if nothing was written) and its articles.

    ``refused``: articles that were not written, because their id or the id of their issue cannot
    be a file name. ``others``: other article files that were already in the folder. ``notes``: its
    notes.yaml, if there is anything to note.
    """

    folder: Path | None
    articles: Sequence[TrackedArticle]
    refused: Sequence[TrackedArticle] = ()
    others: Sequence[Path] = ()
    notes: Path | None = None


def write_folders(tracked: Tracked, sentences: Sentences, out: Path) -> list[WrittenIssue]:
    """Writes a single issue to the folder ``out``, or each of several issues to a folder in it.

    No folder is written for an issue if none of its articles can be written.

    Raises:
        OSError: a file cannot be written.
    """
    return [
        _written(issue, _reader_findings(issue, tracked), sentences, folder)
        for issue, folder in _places(tracked, out)
    ]


def _places(tracked: Tracked, out: Path) -> Iterator[tuple[TrackedIssue, Path | None]]:
    """Yields each issue and its folder; None if the id cannot be the name of a folder."""
    if len(tracked.issues) == 1:
        yield tracked.issues[0], out
        return
    names = folder_names([issue.issue for issue in tracked.issues])
    for issue, name in zip(tracked.issues, names, strict=True):
        yield issue, out / name if _is_fit(name, "issue-id-form", issue.findings) else None


def _is_fit(name: str, code: str, findings: Iterable[Finding]) -> bool:
    return is_bare_name(name) and all(finding.code != code for finding in findings)


def _reader_findings(issue: TrackedIssue, tracked: Tracked) -> list[Finding]:
    """What the reader found in an issue, its journal or all its articles.

    If there are several issues, those that name this one, and those of the journal of all. Errors
    that name the issue are among its own findings.
    """
    is_alone = len(tracked.issues) == 1
    own = [finding for finding in issue.findings if finding.issue is not None]
    shared = [one for one in tracked.findings if is_alone or _is_about(one, issue)]
    return [one for one in (*own, *shared) if one.field or ALIKE in one.params]


def _is_about(finding: Finding, issue: TrackedIssue) -> bool:
    is_of_journal = field_path(finding)[:2] == ("issue", "journal")
    return finding.issue == issue.issue.id or (finding.issue is None and is_of_journal)


def _written(
    issue: TrackedIssue, found: Sequence[Finding], sentences: Sentences, folder: Path | None
) -> WrittenIssue:
    is_fit = [
        folder is not None and _is_fit(one.id or "", "article-id-form", one.findings)
        for one in issue.articles
    ]
    fit = [one for one, fits in zip(issue.articles, is_fit, strict=True) if fits]
    refused = [one for one, fits in zip(issue.articles, is_fit, strict=True) if not fits]
    if folder is None or not fit:
        return WrittenIssue(None, (), refused)
    files = issue_files(issue.issue, fit, [*issue.findings, *found], sentences)
    notes = issue_notes(issue.issue, found, fit)
    origins = issue_origins(fit)
    if notes or origins or (folder / NAME).exists():
        files[NAME] = notes_file(notes, origins)
    for one in fit:
        files = {**one.record.kept_files, **files}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, content)
    present = article_files(folder)
    others = [path for path in present if path.relative_to(folder).as_posix() not in files]
    return WrittenIssue(folder, fit, refused, others, folder / NAME if notes else None)

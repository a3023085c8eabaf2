"""The notes of an issue folder: what the reader found, for ``jatsx check`` to report again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.findings.sentences import NOTE, NOTED_AT
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _
from jatsx.issue_folder.comments import OF_THE_WHOLE_INPUT, Comment, Comments
from jatsx.issue_folder.layout import file_text
from jatsx.issue_folder.yaml_tree import part_tree
from jatsx.model import FrozenMap, Issue, Part
from jatsx.model.text import ILLEGAL
from jatsx.model.value_hash import ValueHashes
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.readers.notes_file import VERSION, Note, NotedOrigin, NotesFile, note_path

HEAD: Final = N_("What was in doubt, or had no place, when this folder was made.")
HEAD_HINT: Final = N_(
    "`jatsx check` reports each note until its value is changed. When a note is settled, delete it."
)


def issue_notes(
    issue: Issue, findings: Iterable[Finding], articles: Iterable[TrackedArticle]
) -> list[Note]:
    """The notes of an issue.

    Args:
        issue: the issue.
        findings: what the reader found in the issue and its journal.
        articles: the articles; their records have what the reader found in them.
    """
    notes = list(_notes(issue, None, findings, 1))
    for one in articles:
        if one.article is not None:
            notes += _notes(one.article, one.article.id, one.record.findings, 0)
    return list(dict.fromkeys(notes))


def issue_origins(articles: Iterable[TrackedArticle]) -> list[NotedOrigin]:
    """Where the values of an issue and its articles were found, if their reader says it."""
    found = (
        NotedOrigin(
            article=None if field.partition(".")[0] == "issue" else one.id,
            field=field,
            place=str(origin.place) if origin.place else None,
            sure=origin.sure,
            rule=origin.rule or None,
        )
        for one in articles
        for field, origin in one.record.origins.items()
    )
    return list(dict.fromkeys(found))


def notes_file(notes: Sequence[Note], origins: Sequence[NotedOrigin] = ()) -> bytes:
    """The content of notes.yaml."""
    file = NotesFile(version=VERSION, notes=tuple(notes), origins=tuple(origins))
    return file_text(part_tree(file), [Comment(_(HEAD), _(HEAD_HINT))], Comments()).encode()


def without_note(finding: Finding) -> Finding:
    """A finding that was read from a note, as the reader gave it first."""
    params = {name: value for name, value in finding.params.items() if name not in (NOTE, NOTED_AT)}
    return replace(finding, params=FrozenMap(params))


def _notes(
    part: Part, article: str | None, findings: Iterable[Finding], skip: int
) -> Iterator[Note]:
    """The notes about a part. ``skip``: how many steps of a path lead to the part."""
    found = [finding for finding in findings if _is_about_values(finding)]
    hashes = ValueHashes(part) if found else None
    for finding in found:
        path = note_path(finding.field)
        place = finding.params.get(NOTED_AT) or (str(finding.place) if finding.place else None)
        fields = {
            "article": article,
            "field": finding.field if path else None,
            "code": finding.code,
            "level": Level.ERROR.value if finding.level is Level.ERROR else None,
            "params": {name: _legal(v) for name, v in without_note(finding).params.items()},
            "place": place,
            "hash": hashes.of(path[skip:]) if path and hashes else None,
        }
        given = {name: _legal(v) if isinstance(v, str) else v for name, v in fields.items() if v}
        yield Note.model_validate(given)


_OTHERS: Final = (*OF_THE_WHOLE_INPUT, "issue-article-absent")
"""Findings about other files. Reading the new folder finds them again if they are still true."""


def _is_about_values(finding: Finding) -> bool:
    """Whether a finding is about the values that were read, not about other files or a plugin."""
    return finding.code not in _OTHERS and not finding.code.startswith("plugin-")


def _legal(text: str) -> str:
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)

"""Findings: what is wrong, and where.

A finding has no text, only a code and params. The message is made from them when it is shown
(:mod:`jatsx.findings.sentences`), so that it can be shown in any language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jatsx.model.frozenmap import FrozenMap


class Level(StrEnum):
    """The severity of a finding."""

    ERROR = "error"
    """Blocks the document."""
    WARNING = "warning"
    """Should be reviewed; does not block the document."""
    LOST = "lost"
    """Not included in a format; the document is valid without it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file. Lines and columns count characters from 1; either may be None (unknown).

    ``end_column`` is the column after the last character of the value on that line, or None if it
    is unknown. In a workbook, ``cell`` is the place: ``Authors!C7``; in a PDF file, it is the page:
    ``p12``.
    """

    file: str
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    cell: str | None = None

    def __str__(self) -> str:
        parts = (self.file, self.cell, self.line, self.column)
        return ":".join(str(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Message:
    """The message of a code and its hint: format strings filled with a finding's params.

    The message says what is wrong, the hint what to do. If there are several sentences, the first
    one that has params for all its placeholders is shown. The most general sentence comes last.
    :mod:`jatsx.findings.formatting` describes how a placeholder shows its param.
    """

    sentence: str | tuple[str, ...]
    hint: str | tuple[str, ...] = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences that may be shown as the message."""
        return self.sentence if isinstance(self.sentence, tuple) else (self.sentence,)

    @property
    def hints(self) -> tuple[str, ...]:
        """All sentences that may be shown as the hint; empty if there is no hint."""
        if isinstance(self.hint, tuple):
            return self.hint
        return (self.hint,) if self.hint else ()


@dataclass(frozen=True, slots=True)
class Mend:
    """A change of a value that is certain to be right: ``jatsx check --fix`` makes it.

    Args:
        field: the path of the value; in a finding, it starts at the article.
        new: the value as it should be written.
        old: the value as it is written; None if the field is not written yet.
        is_excerpt: whether ``old`` and ``new`` are only a part of the value. Each occurrence of
            ``old`` in the value is then replaced.
    """

    field: str
    new: str
    old: str | None = None
    is_excerpt: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in an article, an issue, a file or a plugin.

    Args:
        code: part-thing-fault, for example ``contributor-orcid-checksum``.
        level: the severity.
        params: values and codes for the message, never English words.
        field: a path in the model, starting at the article: ``issue.journal.issn.print``.
        article: the id of the article; None if the finding is about an issue, a file or a plugin.
        target: the format concerned; None if all formats are.
        place: where it is in the input.
        excerpt: the incorrect characters, if they are only a part of the value.
        issue: the id of the issue, if the finding is about one of several issues of the input.
        own_message: the journal's own message by language, if the journal declares the rule.
        mends: the changes that correct it, if the right value is certain.
    """

    code: str
    level: Level = Level.ERROR
    params: Mapping[str, str] = FrozenMap()
    field: str | None = None
    article: str | None = None
    target: str | None = None
    place: Place | None = None
    excerpt: str = ""
    issue: str | None = None
    own_message: Mapping[str, str] = FrozenMap()
    mends: tuple[Mend, ...] = ()

    def blocks(self, target: str) -> bool:
        """Whether the finding blocks the export of an article to the format ``target``."""
        return self.level is Level.ERROR and self.target in (None, target)


def errors_and_warnings(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that people should act on: all but what a format does not include."""
    return [finding for finding in findings if finding.level is not Level.LOST]

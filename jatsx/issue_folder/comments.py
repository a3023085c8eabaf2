"""Findings as YAML comments, by field."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jatsx.findings.finding import Finding
from jatsx.findings.level_names import level_name, with_format
from jatsx.findings.sentences import Sentences
from jatsx.model.fieldpath import Path, parse_path

OF_THE_WHOLE_INPUT: Final = (
    "article-doi-duplicate",
    "article-id-duplicate",
    "article-url-duplicate",
    "issue-id-duplicate",
)
"""Findings that name files of other articles. They concern the input and get no comment."""


@dataclass(frozen=True, slots=True)
class Comment:
    """The text of a comment, and a hint."""

    sentence: str
    hint: str = ""


@dataclass(slots=True)
class Comments:
    """The comments of a field, and the comments of the fields in it."""

    own: dict[Comment, None] = field(default_factory=dict)
    below: dict[str | int, Comments] = field(default_factory=dict)

    def add(self, path: Path, comment: Comment) -> None:
        """Adds a comment to the field at a path, unless it already has the same comment."""
        at_path = self
        for step in path:
            at_path = at_path.below.setdefault(step, Comments())
        at_path.own.setdefault(comment)

    def at(self, step: str | int) -> Comments:
        """The comments at a step of the path; empty if there are none."""
        return self.below.get(step) or Comments()

    @property
    def all(self) -> Iterator[Comment]:
        """The comments of the field and of everything in it."""
        yield from self.own
        for comments in self.below.values():
            yield from comments.all

    def __bool__(self) -> bool:
        return bool(self.own or self.below)


def field_path(finding: Finding) -> Path:
    """The path of a finding's field; the empty path (the article) if the finding has no field."""
    try:
        return parse_path(finding.field or "")
    except ValueError:
        return ()


def finding_comment(finding: Finding, sentences: Sentences) -> Comment:
    """The comment for a finding: its level, format, message and hint."""
    level = with_format(level_name(finding.level), finding.target)
    sentence = f"{level}: {sentences.sentence(finding)}"
    return Comment(_in_comment(sentence), _in_comment(sentences.hint(finding)))


def comment_lines(comments: Iterable[Comment], width: int) -> Iterator[str]:
    """The lines of comments. The hint and continuation lines are indented."""
    for comment in comments:
        for text, indent in ((comment.sentence, ""), (comment.hint, "  ")):
            for line in textwrap.wrap(
                text,
                width - 2,
                initial_indent=indent,
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            ):
                yield f"# {line}"


def _in_comment(text: str) -> str:
    """The text in one line, without characters that a YAML comment cannot contain."""
    return " ".join("".join(map(_visible, word)) for word in text.split())


def _visible(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"

"""What was found, by the field that it is found of: it becomes comments."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jatsx.findings.finding import Finding
from jatsx.findings.messages import Sentences
from jatsx.model.fieldpath import Path, parse_path

OF_THE_WHOLE_INPUT: Final = (
    "article-doi-duplicate",
    "article-id-duplicate",
    "article-url-duplicate",
    "issue-id-duplicate",
)
"""Findings that name the files of other articles: they are told of the input, not of a field."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, and what to do about it."""

    sentence: str
    hint: str = ""


@dataclass(slots=True)
class Comments:
    """The notes of a field, and those of what stands in it."""

    own: list[Comment] = field(default_factory=list)
    below: dict[str | int, Comments] = field(default_factory=dict)

    def add(self, path: Path, note: Comment) -> None:
        """Adds a note, once, of the field at a path."""
        notes = self
        for step in path:
            notes = notes.below.setdefault(step, Comments())
        if note not in notes.own:
            notes.own.append(note)

    def at(self, step: str | int) -> Comments:
        """The notes of what stands at a step; empty where there are none."""
        return self.below.get(step) or Comments()

    @property
    def all(self) -> Iterator[Comment]:
        """The notes of the field and of everything in it."""
        yield from self.own
        for notes in self.below.values():
            yield from notes.all

    def __bool__(self) -> bool:
        return bool(self.own or self.below)


def field_path(finding: Finding) -> Path:
    """The path of the field that a finding is of; the article's own where it names none."""
    try:
        return parse_path(finding.field or "")
    except ValueError:
        return ()


def note_of(finding: Finding, sentences: Sentences) -> Comment:
    """A finding as a comment says it."""
    target = f" for {finding.target}" if finding.target else ""
    sentence = f"{finding.level}{target}: {sentences.sentence(finding)}"
    return Comment(_in_comment(sentence), _in_comment(sentences.hint(finding)))


def comments(notes: Iterable[Comment], width: int) -> Iterator[str]:
    """The lines of comments: each note begins a line, and what belongs to it is indented."""
    for note in notes:
        for text, indent in ((note.sentence, ""), (note.hint, "  ")):
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
    """The text without what a comment of YAML can't hold: line breaks, control characters."""
    return " ".join("".join(map(_visible, word)) for word in text.split())


def _visible(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"

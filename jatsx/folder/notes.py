"""What was found, by the field that it is found of: it becomes comments."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jatsx.fieldpath import Path, parsed
from jatsx.findings import Finding
from jatsx.messages import Sentences

OF_THE_WHOLE_INPUT = ("article-doi-duplicate", "article-id-duplicate")
"""Findings that name the files of other articles: they are told of the input, not of a field."""


@dataclass(slots=True)
class Notes:
    """Sentences of a field, and the notes of what stands in it."""

    own: list[str] = field(default_factory=list)
    below: dict[str | int, Notes] = field(default_factory=dict)

    def add(self, path: Path, sentence: str) -> None:
        """Notes a sentence, once, of the field at a path."""
        notes = self
        for step in path:
            notes = notes.below.setdefault(step, Notes())
        if sentence not in notes.own:
            notes.own.append(sentence)

    def at(self, step: str | int) -> Notes:
        """The notes of what stands at a step; empty where there are none."""
        return self.below.get(step) or Notes()

    @property
    def sentences(self) -> Iterator[str]:
        """The sentences of the field and of everything in it."""
        yield from self.own
        for notes in self.below.values():
            yield from notes.sentences

    def __bool__(self) -> bool:
        return bool(self.own or self.below)


def field_path(finding: Finding) -> Path:
    """The path of the field that a finding is of; the article's own where it names none."""
    try:
        return parsed(finding.field or "")
    except ValueError:
        return ()


def noted_sentence(finding: Finding, sentences: Sentences) -> str:
    """A finding as a comment says it."""
    target = f" for {finding.target}" if finding.target else ""
    said = f"{finding.level}{target}: {sentences.sentence(finding)} {sentences.hint(finding)}"
    return comment_text(said)


def comment_text(text: str) -> str:
    """The text without what a comment of YAML can't hold: line breaks, control characters."""
    return " ".join("".join(map(_visible, word)) for word in text.split())


def comments(sentences: Iterable[str], width: int) -> Iterator[str]:
    """The lines of comments."""
    for sentence in sentences:
        for line in textwrap.wrap(
            sentence,
            width - 2,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        ):
            yield f"# {line}"


def _visible(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"

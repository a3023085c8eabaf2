"""What is asked of every text: that it says something, and holds no tags by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.fieldpath import Path
from jatsx.findings import Level
from jatsx.model import Article, Issue, Journal, Part
from jatsx.rules.faults import fault, listed, values
from jatsx.text import Prose, Text


def article_lookalikes(article: Article) -> Iterator[Fault]:
    """No text of the article holds what looks like a tag and is none of ours.

    ``<p>`` or ``<a href=…>``, pasted from a web page, would be printed as it stands. The tags of
    the input are ``i b u sub sup sc tt`` and MathML.
    """
    yield from _lookalikes(article, without="issue")


def issue_lookalikes(issue: Issue) -> Iterator[Fault]:
    """As :func:`article_lookalikes`, of the titles of an issue and its sections."""
    yield from _lookalikes(issue, without="journal")


def article_empty(article: Article) -> Iterator[Fault]:
    """A field that was written in the article says something.

    Formats leave out what is empty; mostly a value was forgotten.
    """
    yield from _empty(article, without="issue")


def issue_empty(issue: Issue) -> Iterator[Fault]:
    """As :func:`article_empty`, of an issue without its journal."""
    yield from _empty(issue, without="journal")


def journal_empty(journal: Journal) -> Iterator[Fault]:
    """As :func:`article_empty`, of a journal."""
    yield from _empty(journal)


def _lookalikes(part: Part, *, without: str) -> Iterator[Fault]:
    for path, value in values(part, without=without):
        for place, text in _texts(path, value):
            if text.lookalikes:
                yield fault(place, tags=listed(dict.fromkeys(text.lookalikes)))


def _texts(path: Path, value: object) -> Iterator[tuple[Path, Text]]:
    """The texts in a value; those of a prose stand at the prose's path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Prose):
        yield from ((path, text) for text in value.texts)
    else:
        for place, item in _items(path, value):
            yield from _texts(place, item)


def _empty(part: Part, *, without: str | None = None) -> Iterator[Fault]:
    for path, value in values(part, without=without):
        yield from map(fault, _empty_places(path, value))


def _empty_places(path: Path, value: object) -> Iterator[Path]:
    """The path of a blank text or part, and of each item in a list or mapping that is blank."""
    if isinstance(value, str | Text | Prose | Part) and _is_blank(value):
        yield path
    for place, item in _items(path, value):
        if _is_blank(item):
            yield place
        else:
            yield from _empty_places(place, item)


def _is_blank(value: object) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


def _items(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    """What a list or mapping holds, each with its path; nothing of anything else."""
    if isinstance(value, Mapping):
        yield from (((*path, key), item) for key, item in value.items())
    elif isinstance(value, tuple):
        yield from (((*path, n), item) for n, item in enumerate(value))


_LOOKALIKE_MESSAGE = "The text holds {tags}, which would be printed as it stands."
_LOOKALIKE_HINT = "Delete it. The tags that a text may have are: i, b, u, sub, sup, sc, tt."
_EMPTY_MESSAGE = "There is nothing in {field}."
_EMPTY_HINT = "Write the value, or remove the line."

RULES: Final = (
    Rule(
        "article-text-lookalike",
        Level.WARNING,
        Article,
        article_lookalikes,
        _LOOKALIKE_MESSAGE,
        _LOOKALIKE_HINT,
    ),
    Rule(
        "issue-text-lookalike",
        Level.WARNING,
        Issue,
        issue_lookalikes,
        _LOOKALIKE_MESSAGE,
        _LOOKALIKE_HINT,
    ),
    Rule("article-value-empty", Level.WARNING, Article, article_empty, _EMPTY_MESSAGE, _EMPTY_HINT),
    Rule("issue-value-empty", Level.WARNING, Issue, issue_empty, _EMPTY_MESSAGE, _EMPTY_HINT),
    Rule("journal-value-empty", Level.WARNING, Journal, journal_empty, _EMPTY_MESSAGE, _EMPTY_HINT),
)

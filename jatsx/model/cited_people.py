"""The authors and editors of a cited work.

A reference lists both under ``authors``. An editor is marked as in print: “Reed A., ed.”, either in
the name (``given: A., ed.``) or after the name in the printed text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from jatsx.model.presence import non_blank
from jatsx.model.references import CitedAuthor, Reference

__all__ = ["CitedPerson", "cited_people"]

_MARK: Final = re.compile(r"[(\[]?(?:[Ee]d(?:s|itors?)?|[Рр]ед(?:актор(?:ы|лары)?)?)\.?[)\]]?")
_KIND: Final = re.compile(
    r"[(\[]?(?:[Оо]тв|[Гг]л|[Нн]ауч|[Жж]ауапты|[Бб]ас|[Ғғ]ыл|[Cc]hief|[Gg]uest)\.?"
)
"""The word before the mark: “отв. ред.”, “жауапты ред.”."""
_AFTER_NAME: Final = re.compile(r"[,\s]\s*[(\[]?(?:[Ee]d|[Рр]ед)\b(?!\s*\.?\s*(?:by|in)\b)")
_AFTER_NAMES: Final = re.compile(r"[,\s]\s*[(\[]?[Ee]ds\b")


@dataclass(frozen=True, slots=True)
class CitedPerson:
    """An author or editor of a cited work: a person or a group.

    Args:
        position: the position in ``work.authors``.
        family: the family name.
        given: the given names or initials.
        group: the name of a group.
        is_editor: whether the entry marks it as an editor. The names are without the mark.
    """

    position: int
    family: str | None
    given: str | None
    group: str | None
    is_editor: bool


def cited_people(reference: Reference) -> tuple[CitedPerson, ...]:
    """The authors and editors of a cited work, in order.

    >>> from jatsx.model import CitedWork
    >>> reed = CitedAuthor(family="Reed", given="A., ed.")
    >>> cited_people(Reference(work=CitedWork(authors=(reed,))))
    (CitedPerson(position=0, family='Reed', given='A.', group=None, is_editor=True),)
    """
    authors = reference.work.authors
    printed = [text.plain for text in reference.text.values()] if authors else []
    edited = any(_are_editors(authors, text) for text in printed)
    return tuple(
        _person(n, author, edited or any(_is_editor(author, text) for text in printed))
        for n, author in enumerate(authors)
    )


def _person(position: int, author: CitedAuthor, is_printed_editor: bool) -> CitedPerson:
    names = tuple(map(non_blank, (author.family, author.given, author.group)))
    bare = tuple(_without_mark(name) if name else None for name in names)
    is_editor = is_printed_editor or bare != names
    return CitedPerson(position, bare[0], bare[1], bare[2], is_editor)


def _without_mark(name: str) -> str:
    """A name without the mark of an editor after it, and without the comma before the mark."""
    rest = _without_last(name, _MARK)
    if rest is None:
        return name
    rest = _without_last(rest, _KIND) or rest
    return rest.removesuffix(",")


def _without_last(text: str, pattern: re.Pattern[str]) -> str | None:
    """The text before its last word; None if the word does not match, or is the only one."""
    whole = text.rstrip()
    last = whole.split()[-1].rpartition(",")[2] if whole else ""
    if len(last) == len(whole) or not pattern.fullmatch(last):
        return None
    return whole[: -len(last)].rstrip()


def _is_editor(author: CitedAuthor, text: str) -> bool:
    """Whether the mark of an editor follows the author's name in the printed text."""
    return any(_AFTER_NAME.match(text, end) for end in _ends(author, text))


def _are_editors(authors: tuple[CitedAuthor, ...], text: str) -> bool:
    """Whether the mark of several editors follows the last of the authors' names."""
    return any(_AFTER_NAMES.match(text, end) for end in _ends(authors[-1], text))


def _ends(author: CitedAuthor, text: str) -> list[int]:
    """The ends of the author's name in the text, in either order of its parts."""
    names = [name for name in (author.family, author.given) if name and name.strip()]
    if author.group and author.group.strip():
        names = [author.group]
    orders = {tuple(names), tuple(reversed(names))}
    patterns = [r"[,\s]+".join(re.escape(name.strip()) for name in order) for order in orders]
    return [found.end() for one in patterns if one for found in re.finditer(one, text)]

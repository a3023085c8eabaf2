"""Lines of authors: names with marks, and what is glued to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jatsx_draft.letters import spaced
from jatsx_draft.names import PrintedName, read_name
from jatsx_draft.places import has_institution, is_country
from jatsx_draft.roles import is_role

_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = r"(?:[*†‡§✉#∗]|(?<!\d)\d{1,2}(?!\d))"
_MARKS = re.compile(rf"{_MARK}(?:\s?,?\s?{_MARK})*")
_MARKS_BEFORE = re.compile(rf"{_MARK}(?:\s?{_MARK})*")
"""Marks that stand before their name: those after a comma belong to the next one."""

_SEPARATOR = re.compile(r"\s*(?:[,;·•/|\t]|\s[–—]\s|\b(?:and|және|и)\b(?=\s)|&)\s*")
_HOLD: Final = "\x02"
LONGEST: Final = 600
"""The maximum number of characters of a line of names."""


@dataclass(frozen=True, slots=True)
class Byline:
    """The names of a line.

    Args:
        names: the names in order, with their marks.
        rest: what follows the last name in the line: an affiliation.
        roles: degrees and positions among the names.
    """

    names: tuple[PrintedName, ...]
    rest: str = ""
    roles: tuple[str, ...] = ()


Known = Callable[[PrintedName], bool]
"""Whether a name is one that is known from another place in print."""


def read_byline(text: str, known: Known) -> Byline | None:
    """The names of a line; None if it does not begin with names or contains anything else."""
    if not text or len(text) > LONGEST or "@" in text or text.rstrip().endswith(("?", "!", ":")):
        return None
    marks: list[tuple[str, ...]] = []
    plain = text.translate(_RAISED)
    pattern = _MARKS_BEFORE if _MARKS_BEFORE.match(plain.lstrip()) else _MARKS
    held = pattern.sub(lambda found: _hold(found, marks), plain)
    pieces = [one for one in _SEPARATOR.split(held) if spaced(one)]
    return _read(list(_rejoined(pieces)), marks, held, known)


def _hold(found: re.Match[str], marks: list[tuple[str, ...]]) -> str:
    """Replaces marks by a placeholder, and keeps them."""
    marks.append(tuple(re.findall(_MARK, found[0].replace("∗", "*"))))
    return f" {_HOLD}{len(marks) - 1}{_HOLD} "


def _rejoined(pieces: Sequence[str]) -> Iterator[str]:
    """Pieces in which a family name and its initials are together: ``Kim, A.``."""
    waiting = ""
    for piece in pieces:
        bare = _without_marks(piece)
        if waiting:
            joined = f"{waiting} {piece}"
            if re.fullmatch(r"(?:\w{1,3}\.[\s-]*)+", bare):
                yield joined
                waiting = ""
                continue
            yield waiting
            waiting = ""
        if bare and re.fullmatch(r"[^\W\d_][\w’'-]+", bare):
            waiting = piece
        else:
            yield piece
    if waiting:
        yield waiting


def _read(
    pieces: Sequence[str], marks: Sequence[tuple[str, ...]], held: str, known: Known
) -> Byline | None:
    names: list[PrintedName] = []
    roles: list[str] = []
    before: tuple[str, ...] = ()
    for n, piece in enumerate(pieces):
        own, bare = _marks_of(piece, marks), _without_marks(piece)
        if not bare:
            if names:
                names[-1] = replace(names[-1], marks=(*names[-1].marks, *own))
            else:
                before = own
            continue
        name = read_name(bare)
        if name and not is_country(bare) and not has_institution(bare):
            names.append(replace(name, marks=(*before, *own)))
            before = ()
        elif names and is_role(bare):
            roles.append(bare)
        else:
            return _glued(names, piece, pieces[n + 1 :], marks, held, known, tuple(roles))
    return Byline(tuple(names), roles=tuple(roles)) if names else None


def _glued(
    names: Sequence[PrintedName],
    piece: str,
    following: Sequence[str],
    marks: Sequence[tuple[str, ...]],
    held: str,
    known: Known,
    roles: tuple[str, ...],
) -> Byline | None:
    """Names and an affiliation in the same line, without anything between them."""
    rest = held[held.rindex(piece) :] if piece in held else " ".join((piece, *following))
    rest = _HELD.sub(lambda found: "".join(marks[int(found[1])]), rest)
    if names and (has_institution(piece) or is_role(_without_marks(piece))) and not roles:
        words = spaced(rest).split(" ")
        split = _name_and_rest(words, known)
        if split:
            return Byline((*names, split[0]), split[1], roles)
        if len(names) > 0 and all(known(name) or name.has_initials for name in names):
            return Byline(tuple(names), spaced(rest), roles)
        return None
    split = _name_and_rest(spaced(rest).split(" "), known)
    return Byline((*names, split[0]), split[1], roles) if split else None


def _name_and_rest(words: Sequence[str], known: Known) -> tuple[PrintedName, str] | None:
    """A name at the start of words, and the institution after it."""
    found: list[tuple[bool, PrintedName, str]] = []
    for length in range(2, min(6, len(words))):
        text, rest = " ".join(words[:length]), " ".join(words[length:])
        name = read_name(_MARKS.sub("", text))
        if not name or not has_institution(rest) or has_institution(text) or rest[0].islower():
            continue
        is_initialled = name.has_initials and " " not in name.family
        is_known = known(name)
        if is_known or (is_initialled and not _MARKS.match(text)):
            marked = replace(name, marks=tuple(re.findall(_MARK, text)))
            found.append((is_known, marked, rest))
    best = next((one for one in reversed(found) if one[0]), next(iter(found), None))
    return best[1:] if best else None


_HELD = re.compile(f"{_HOLD}(\\d+){_HOLD}")


def _without_marks(piece: str) -> str:
    return spaced(_HELD.sub(" ", piece))


def _marks_of(piece: str, marks: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(mark for found in _HELD.finditer(piece) for mark in marks[int(found[1])])

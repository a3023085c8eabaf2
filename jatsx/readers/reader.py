"""What a reader is: a way to get articles out of a file or folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from jatsx.findings.finding import Finding, Message, Place
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from jatsx.model import Article

Locate: TypeAlias = Callable[[str, str], Place | None]
"""The place at which a field of the article was written; of a field that wasn't, its parent's.

The second argument is an excerpt of the value, or empty: where the source says it as it stands, the
place is the excerpt's own.
"""


@dataclass(frozen=True, slots=True)
class Record:
    """What a reader found of one article, or of a file that is none.

    ``article`` is None where it couldn't be read; then ``findings`` say why, or it belongs to an
    issue or journal that couldn't be read. ``id`` is the article's, as far as it is known.
    ``source`` is the file's name for people. A record with ``is_article`` false tells only what is
    wrong with an issue, a journal or a whole file.
    """

    source: str
    article: Article | None = None
    id: str | None = None
    findings: Sequence[Finding] = ()
    locate: Locate | None = None
    is_article: bool = True


@dataclass(frozen=True, slots=True)
class RecordHead:
    """What a quick look at one article of a large source tells, before it is read.

    ``start`` and ``end`` are bytes of the file; ``line`` counts from 1. ``issue`` describes its
    issue as input does. What the source doesn't say is None or empty.
    """

    start: int
    end: int
    line: int
    issue: Mapping[str, object] = FrozenMap()
    id: str | None = None
    doi: str | None = None
    url: str | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Bulk:
    """How a reader takes a source of a million articles: a look at each, then piece by piece.

    Args:
        scan: the head of each article, in order.
        read: the records of the articles that stand between two bytes, given the line of the
            first. Called in other processes too, so it is a function of a module.
    """

    scan: Callable[[Path], Iterable[RecordHead]]
    read: Callable[[Path, int, int, int], Iterable[Record]]


@dataclass(frozen=True, eq=False, slots=True)
class Reader:
    """A kind of source.

    Args:
        name: one lower-case word.
        title: what people call it.
        recognises: whether a path is of this kind, given the first bytes of it (of a folder,
            none).
        read: its records. Never raises on what a file holds: that is a finding.
        messages: what the codes of its own findings say.
        bulk: how it reads a source that may not fit memory, if it can.
    """

    name: str
    title: str
    recognises: Callable[[Path, bytes], bool]
    read: Callable[[Path], Iterable[Record]]
    messages: Mapping[str, Message] = FrozenMap()
    bulk: Bulk | None = None

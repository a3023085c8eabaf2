"""Readers: they read articles from a file or folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jatsx.findings.finding import Finding, Message, Place
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.option import Option
from jatsx.readers.incomplete import IncompleteArticle
from jatsx.readers.memory_file import InputFile
from jatsx.readers.web_address import InputSource

if TYPE_CHECKING:
    from jatsx.model import Article

Locate: TypeAlias = Callable[[str, str], Place | None]
"""Returns the place of a field in the source, or of its parent if the field is not written there.

The second argument is an excerpt of the value, or empty. If the source contains the excerpt, the
place is that of the excerpt.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was found, and how sure it is.

    Args:
        place: the first place where it was found; None if there is none.
        sure: ``two`` (two places agree), ``one``, ``doubt`` or ``derived`` (a rule made it).
        rule: the rule that made a derived value.
    """

    place: Place | None
    sure: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """The result of reading one article, or the findings about a file that is not an article.

    Args:
        source: the name of the file, as it is shown to users.
        article: the article; None if it, its issue or its journal could not be read.
        id: the id of the article, if it is known.
        findings: the errors found while reading.
        locate: finds the place of a field.
        incomplete: what could be read of the article if ``article`` is None. Rules check it.
        is_article: False if the record has only findings about an issue, a journal or a file.
        position: the position of the article in its issue, if its source contains only one article.
        origins: where each value was found and how sure it is, by its field; only from readers that
            read print.
        kept_files: files that an issue folder made of this article also gets, by their name.
        folder: the folder of the files that the article and its issue name. If it is None, jatsx
            sets the source itself, if that is a folder, or else the folder that contains it.
    """

    source: str
    article: Article | None = None
    id: str | None = None
    findings: Sequence[Finding] = ()
    locate: Locate | None = None
    is_article: bool = True
    position: int | None = None
    incomplete: IncompleteArticle | None = None
    origins: Mapping[str, Origin] = FrozenMap()
    kept_files: Mapping[str, bytes] = FrozenMap()
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class RecordHead:
    """The position and main fields of one article in a large source, found without reading it.

    ``start`` and ``end`` are byte offsets in the file. ``line`` counts from 1. ``issue`` is the
    issue as described in the input. Fields that the source does not give are None or empty.
    """

    start: int
    end: int
    line: int
    issue: Mapping[str, object] = FrozenMap()
    id: str | None = None
    doi: str | None = None
    url: str | None = None
    status: str | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Bulk:
    """How a reader reads a source with a million articles: it is scanned, then read in parts.

    Args:
        scan: returns the head of each article, in order.
        read: returns the records of the articles between two byte offsets, given the line of the
            first. It is also called in other processes, so it must be a function of a module.
    """

    scan: Callable[[InputFile], Iterable[RecordHead]]
    read: Callable[[InputFile, int, int, int], Iterable[Record]]


@dataclass(frozen=True, eq=False, slots=True)
class Reader:
    """A reader of one type of source.

    Args:
        name: one lower-case word.
        title: the name shown to users.
        recognises: whether a file or folder (an :data:`InputFile`) is of this type, given its
            first bytes (none for a folder).
        read: returns the records of a file or folder. It never raises an error because of the
            content of a file: that is a finding. If the reader has options, it gets their values
            as a second argument: a mapping with the options that are set.
        messages: the messages of the reader's own findings, by code.
        bulk: how it reads a source that may not fit in memory, if it can. A reader with options
            has none.
        whole_issues: whether a path always has all articles of its issue.
        joins_issues: whether a path describes its issue only as far as its articles need it. Such
            issues of several paths are joined if they have the same id.
        options: its options, set with ``--set NAME.option=value``.
        reads_addresses: whether it also reads sources on the web. ``recognises`` and ``read`` then
            get a :class:`WebAddress` too. Other readers are never asked about one.
        reads_print: whether it reads printed issues, for ``jatsx draft``. It must have the options
            ``files`` (further files, separated as in PATH), ``layout`` (a layout file) and
            ``issns`` (those of a known journal, or ``-``: it is then not read from the print).
    """

    name: str
    title: str
    recognises: Callable[[Any, bytes], bool]
    read: Callable[..., Iterable[Record]]
    messages: Mapping[str, Message] = FrozenMap()
    bulk: Bulk | None = None
    whole_issues: bool = False
    options: tuple[Option, ...] = ()
    joins_issues: bool = False
    reads_addresses: bool = False
    reads_print: bool = False

    def records(self, path: InputSource, options: Mapping[str, str]) -> Iterable[Record]:
        """The records of a file or folder, read with these options."""
        return self.read(path, options) if self.options else self.read(path)

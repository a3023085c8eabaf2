"""The journal: ``titleid``, ``issn``, ``eissn``, ``journalInfo``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar

from jatsx import el
from jatsx.documents.build import Lost, Pieces, at, stated, wrapped
from jatsx.standards.identifiers import is_issn
from jatsx_rsci.languages import language_code, language_losses
from jatsx_rsci.settings import Settings, origin_of

if TYPE_CHECKING:
    from jatsx.model import Journal

Value = TypeVar("Value")

JOURNAL: Final = "issue.journal"


def journal_parts(journal: Journal, settings: Settings) -> Iterator[Pieces]:
    """What stands before the issue: what eLIBRARY knows the journal by."""
    yield titleid(settings)
    yield from issn("issn", journal.issn.print, "print")
    yield from issn("eissn", journal.issn.electronic, "electronic")
    yield from journal_info(journal, settings)


def titleid(settings: Settings) -> Pieces:
    """``titleid``: the journal's number at eLIBRARY."""
    return wrapped("titleid", None, settings.titleid, of=origin_of("titleid"))


def issn(tag: str, written: str | None, medium: str) -> Iterator[Pieces]:
    """``issn`` of the printed journal, ``eissn`` of the online one."""
    of = f"{JOURNAL}.issn.{medium}"
    if written and is_issn(written):
        yield wrapped(tag, None, written, of=of)
    elif written:
        yield Lost(of, f"{tag} takes the form NNNN-NNNX alone")


def journal_info(journal: Journal, settings: Settings) -> Iterator[Pieces]:
    """``journalInfo``: the title, in one language."""
    of = f"{JOURNAL}.title"
    tag = one_language(journal.title, settings)
    if tag is not None:
        title = el("title", None, journal.title[tag], of=at(of, tag))
        yield wrapped("journalInfo", {"lang": language_code(tag)}, title, of=at(of, tag))
    yield from one_language_losses(journal.title, tag, of, "journalInfo")


def one_language(values: Mapping[str, object], settings: Settings) -> str | None:
    """The language of what stands in one: the option's, else the first written."""
    tags = tuple(stated(values))
    return settings.language if settings.language in tags else next(iter(tags), None)


def one_language_losses(
    values: Mapping[str, object], chosen: str | None, of: str, element: str
) -> Iterator[Lost]:
    """The languages that weren't chosen, and what isn't said of the one that was."""
    others = (tag for tag in stated(values) if tag != chosen)
    why = f"{element} stands once, in one language"
    own = language_losses(chosen, at(of, chosen)) if chosen is not None else ()
    return chain((Lost(at(of, tag), why) for tag in others), own)

"""The journal: ``titleid``, ``issn``, ``eissn``, ``journalInfo``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from jatsx import Built, Loss, element, option_path, other_languages, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import is_issn
from jatsx_rsci.languages import language_code, language_losses
from jatsx_rsci.options import NAME
from jatsx_rsci.settings import Settings

if TYPE_CHECKING:
    from jatsx.model import Journal

Value = TypeVar("Value")

JOURNAL: Final = "issue.journal"


def journal_parts(journal: Journal, settings: Settings) -> Iterator[Built]:
    """What precedes the issue: what eLIBRARY knows the journal by."""
    yield titleid(settings)
    yield from issn("issn", journal.issn.print, "print")
    yield from issn("eissn", journal.issn.electronic, "electronic")
    yield from journal_info(journal, settings)


def titleid(settings: Settings) -> Built:
    """``titleid``: the journal's number at eLIBRARY."""
    return element("titleid", None, settings.titleid, field=option_path(NAME, "titleid"))


def issn(tag: str, written: str | None, medium: str) -> Iterator[Built]:
    """``issn`` of the printed journal, ``eissn`` of the online one."""
    field = f"{JOURNAL}.issn.{medium}"
    if written and is_issn(written):
        yield element(tag, None, written, field=field)
    elif written:
        yield Loss(field, "issn-form", {"element": tag})


def journal_info(journal: Journal, settings: Settings) -> Iterator[Built]:
    """``journalInfo``: the title, in one language."""
    field = f"{JOURNAL}.title"
    tag = one_language(journal.title, settings)
    if tag is not None:
        title = element("title", None, journal.title[tag], field=subpath(field, tag))
        yield element("journalInfo", {"lang": language_code(tag)}, title, field=subpath(field, tag))
    yield from one_language_losses(journal.title, tag, field, "journalInfo")


def one_language(values: Mapping[str, object], settings: Settings) -> str | None:
    """The language of what is in one only: the option's, else the first written."""
    tags = tuple(present(values))
    return settings.language if settings.language in tags else next(iter(tags), None)


def one_language_losses(
    values: Mapping[str, object], chosen: str | None, field: str, element: str
) -> Iterator[Loss]:
    """The languages that weren't chosen, and what ``lang`` lacks of the one that was."""
    yield from other_languages(field, values, chosen, "one-language", {"element": element})
    if chosen is not None:
        yield from language_losses(chosen, subpath(field, chosen))

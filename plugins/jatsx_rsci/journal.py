"""The journal: ``titleid``, ``issn``, ``eissn``, ``journalInfo``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from jatsx import Built, Loss, element, inheritance, option_path, other_languages
from jatsx.model.inheritance import InLanguage
from jatsx.standards.identifiers import is_issn
from jatsx_rsci.languages import language_code, language_losses
from jatsx_rsci.options import NAME
from jatsx_rsci.settings import Settings

if TYPE_CHECKING:
    from jatsx.model import Journal

Value = TypeVar("Value")

JOURNAL: Final = "issue.journal"


def journal_parts(journal: Journal, settings: Settings) -> Iterator[Built]:
    """The elements before ``issue``, which identify the journal."""
    yield titleid(settings)
    yield from issn("issn", journal.issn.print, "print")
    yield from issn("eissn", journal.issn.electronic, "electronic")
    yield from journal_info(journal, settings)


def titleid(settings: Settings) -> Built:
    """``titleid``: the journal's number at eLIBRARY."""
    return element("titleid", None, settings.titleid, field=option_path(NAME, "titleid"))


def issn(tag: str, written: str | None, medium: str) -> Iterator[Built]:
    """``issn`` of the print journal, ``eissn`` of the online journal."""
    field = f"{JOURNAL}.issn.{medium}"
    if written and is_issn(written):
        yield element(tag, None, written, field=field)
    elif written:
        yield Loss(field, "issn-form", {"element": tag})


def journal_info(journal: Journal, settings: Settings) -> Iterator[Built]:
    """``journalInfo``: the title in one language."""
    field = f"{JOURNAL}.title"
    chosen = one_language(field, journal.title, settings)
    if chosen:
        title = element("title", None, chosen.value, field=chosen.field)
        attributes = {"lang": language_code(chosen.language)}
        yield element("journalInfo", attributes, title, field=chosen.field)
        yield from one_language_losses(field, journal.title, chosen, "journalInfo")


def one_language(
    field: str, values: Mapping[str, Value], settings: Settings
) -> InLanguage[Value] | None:
    """The value in the option's language, else the first value."""
    return inheritance.in_one_language(field, values, settings.language, *values)


def one_language_losses(
    field: str, values: Mapping[str, Value], chosen: InLanguage[Value], element: str
) -> Iterator[Loss]:
    """The losses of the other languages, and of the language tag of the chosen one."""
    params = {"element": element}
    yield from other_languages(field, values, chosen.language, "one-language", params)
    yield from language_losses(chosen.language, chosen.field)

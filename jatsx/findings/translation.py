"""Translation of all sentences that users read, by gettext.

``N_("…")`` only marks a sentence, which is translated when it is shown: the message of a rule, the
reason of a loss. ``gettext("…")``, which the command line imports as ``_``, translates it at once.

The catalogues are ``locale/LANGUAGE/LC_MESSAGES/DOMAIN.po``, here for jatsx itself and in each
plugin. A wheel contains them compiled (``.mo``). If one is not compiled, or was changed afterwards,
it is read as it is.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

SOURCE_LANGUAGE: Final = "en"
"""The language of the sentences in the code (BCP 47)."""

LANGUAGES: Final = ("en", "ru", "kk")
"""The languages in which sentences can be shown."""

FALLBACKS: Final[Mapping[str, tuple[str, ...]]] = {"ru": ("ru",), "kk": ("kk", "ru")}
"""The languages in which a sentence is looked for, in this order. The last one is English."""

_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)
_machine_language: ContextVar[str] = ContextVar("machine_language", default=SOURCE_LANGUAGE)
_catalogues: list[tuple[Path, str]] = [(Path(__file__).parent / "locale", "jatsx")]
"""The folders of the catalogues, each with the name of its files."""


def N_(message: str) -> str:
    """Marks a sentence for translation and returns it unchanged."""
    return message


def gettext(message: str) -> str:
    """The translation of a sentence into the reader's language."""
    return _translations(reader_language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """The translation of a sentence that depends on a number."""
    return _translations(reader_language()).ngettext(singular, plural, number)


def in_reader_language(values: Mapping[str, str]) -> str:
    """The text in the reader's language; else in Russian, in English or the first one.

    ``values`` are the texts by language tag (BCP 47).

    >>> in_reader_language({"kk": "Аңдатпа қысқа.", "en": "The abstract is short."})
    'The abstract is short.'
    """
    wanted = (reader_language(), "ru", "en", *values)
    return next(values[language] for language in wanted if language in values)


def reader_language() -> str:
    """The language tag (BCP 47) in which sentences are shown."""
    return _language.get()


def machine_language() -> str:
    """The language of sentences in reports for programs: English, unless another is asked for."""
    return _machine_language.get()


@contextmanager
def in_language(language: str, machine: str | None = None) -> Iterator[None]:
    """Shows sentences in a language, in this thread or task.

    Args:
        language: one of :data:`LANGUAGES`. Another one stands for English.
        machine: the language of reports for programs; None to leave it as it is.
    """
    known = language if language in LANGUAGES else SOURCE_LANGUAGE
    token = _language.set(known)
    machine_token = _machine_language.set(machine or machine_language())
    try:
        yield
    finally:
        _machine_language.reset(machine_token)
        _language.reset(token)


def add_catalogues(package: Path, domain: str) -> None:
    """Adds the catalogues of a plugin, if it has any.

    Args:
        package: the folder of its module.
        domain: the name of the catalogues: that of its module.
    """
    found = (package / "locale", domain)
    if found not in _catalogues and found[0].is_dir():
        _catalogues.append(found)
        _translations.cache_clear()


@cache
def _translations(language: str) -> _gettext.NullTranslations:
    """The sentences in a language, and those in its fallbacks."""
    first = _gettext.NullTranslations()
    for fallback in FALLBACKS.get(language, ()):
        for folder, domain in _catalogues:
            found = _catalogue(folder / fallback / "LC_MESSAGES" / domain)
            if found is not None:
                first.add_fallback(found)
    return first


def _catalogue(path: Path) -> _gettext.GNUTranslations | None:
    """A catalogue, given its path without an ending; None if there is none."""
    compiled, source = path.with_suffix(".mo"), path.with_suffix(".po")
    if compiled.exists():
        is_old = source.exists() and source.stat().st_mtime > compiled.stat().st_mtime
        if not is_old:
            return _gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    if not source.exists():
        return None
    return _gettext.GNUTranslations(BytesIO(compiled_catalogue(source)))


def compiled_catalogue(source: Path) -> bytes:
    """A catalogue (``.po``) in the form that gettext reads (``.mo``)."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()

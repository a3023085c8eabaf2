"""The sentences that users read, marked for gettext.

``N_("…")`` marks a sentence that is translated where it is shown: the message of a rule, the reason
of a loss. ``gettext("…")``, imported as ``_`` by the command line, translates at once. Both are
found by ``pybabel extract``.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Mapping
from typing import Final

SOURCE_LANGUAGE: Final = "en"
"""The language of the sentences in the code (BCP 47)."""

_translations = _gettext.NullTranslations()


def N_(message: str) -> str:
    """The sentence itself, marked for translation."""
    return message


def gettext(message: str) -> str:
    """The sentence in the reader's language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The sentence for a number of things in the reader's language."""
    return _translations.ngettext(singular, plural, number)


def in_reader_language(values: Mapping[str, str]) -> str:
    """Of one text in several languages (BCP 47) the one that the reader can read best.

    That is the reader's own language, else Russian, English or the first one.

    >>> in_reader_language({"kk": "Аңдатпа қысқа.", "en": "The abstract is short."})
    'The abstract is short.'
    """
    wanted = (reader_language(), "ru", "en", *values)
    return next(values[language] for language in wanted if language in values)


def reader_language() -> str:
    """The language tag (BCP 47) in which sentences are shown."""
    return SOURCE_LANGUAGE

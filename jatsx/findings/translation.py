"""Translation of all sentences that users read, by gettext.

``N_("…")`` only marks a sentence, which is translated when it is shown: the message of a rule, the
reason of a loss. ``gettext("…")``, which the command line imports as ``_``, translates it at once.
``pybabel extract`` finds both.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Mapping
from typing import Final

SOURCE_LANGUAGE: Final = "en"
"""The language of the sentences in the code (BCP 47)."""

_translations = _gettext.NullTranslations()


def N_(message: str) -> str:
    """Marks a sentence for translation and returns it unchanged."""
    return message


def gettext(message: str) -> str:
    """The translation of a sentence into the reader's language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The translation of a sentence that depends on a number."""
    return _translations.ngettext(singular, plural, number)


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
    return SOURCE_LANGUAGE

"""Sentences in all languages of the page.

The page shows the reader's language. The other languages are in one table at its end, in which each
sentence stands once, and a small script exchanges them.
"""

from __future__ import annotations

from collections.abc import Callable
from json import dumps
from typing import Final

from markupsafe import Markup, escape

from jatsx.findings.translation import LANGUAGES, gettext, in_language

NAMES: Final = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
"""The languages of the page, each in its own name."""

_IN_SCRIPT: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Characters that would end the element ``script`` or start a comment in it."""


class Phrases:
    """The sentences of a page. ``language`` is the language in which it is shown first."""

    def __init__(self, language: str, show: Callable[[str], str]) -> None:
        """Starts without sentences; ``show`` is applied to each text, to hide what is private."""
        self.language = language
        self._show = show
        self._numbers: dict[tuple[str, ...], int] = {}

    def label(self, message: str) -> Markup:
        """A sentence without params, as HTML."""
        return self.said(lambda: gettext(message))

    def said(self, sentence: Callable[[], str]) -> Markup:
        """A sentence that a function returns in the reader's language, as HTML."""
        texts = []
        for language in LANGUAGES:
            with in_language(language):
                texts.append(self._show(sentence()))
        shown = with_code(texts[LANGUAGES.index(self.language)])
        if len(set(texts)) == 1:
            return shown
        number = self._numbers.setdefault(tuple(texts), len(self._numbers))
        return Markup('<span data-t="{}">{}</span>').format(number, shown)

    def table(self) -> Markup:
        """The sentences by language, as JSON for the element ``script``."""
        columns = {
            language: [texts[position] for texts in self._numbers]
            for position, language in enumerate(LANGUAGES)
        }
        json = dumps(columns, ensure_ascii=False, separators=(",", ":"))
        return Markup(json.translate(_IN_SCRIPT))


def with_code(text: str) -> Markup:
    """A text as HTML, with the parts in backticks as code.

    >>> with_code("Write `title` <here>.")
    Markup('Write <code>title</code> &lt;here&gt;.')
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    code = Markup("<code>{}</code>")
    return Markup("").join(code.format(one) if n % 2 else one for n, one in enumerate(parts))

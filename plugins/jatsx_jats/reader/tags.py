"""Language tags in the case of BCP 47: PMC writes ``EN`` for English."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

UNDETERMINED: Final = "und"
"""The tag of an undetermined language (ISO 639-2)."""

DEFAULT: Final = "en"
"""The language of an article without ``xml:lang``: the default value in the DTD."""


@lru_cache(maxsize=1024)
def language_tag(written: str) -> str:
    """A language tag with the case of its subtags as recommended by RFC 5646, 2.1.1.

    >>> language_tag("EN"), language_tag("ru-latn"), language_tag("pt-br")
    ('en', 'ru-Latn', 'pt-BR')
    """
    first, *others = written.replace("_", "-").split("-")
    return "-".join((first.lower(), *map(_subtag, others)))


def _subtag(written: str) -> str:
    if len(written) == 4 and written.isalpha():
        return written.title()
    return written.upper() if len(written) == 2 else written.lower()

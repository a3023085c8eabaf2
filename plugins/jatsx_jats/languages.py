"""The order of languages of repeated elements, and the attributes of JATS 1.4 for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, TypeVar

from jatsx import inheritance, present
from jatsx.model import Article
from jatsx.standards.languages import language_subtag
from jatsx_jats.version import Version

Value = TypeVar("Value")

LATIN: Final = "latn"
"""The subtag of the Latin script (ISO 15924), as in ``ru-Latn``."""


def main_first(values: Mapping[str, Value], article: Article) -> tuple[tuple[str, Value], ...]:
    """The present values with their languages. The first value is in the article's own language,
    else in English, else the first one written. The others follow in the order written."""
    main = inheritance.one_language(values, inheritance.language_tag(article))
    if main is None:
        return ()
    return (main, *((tag, value) for tag, value in present(values).items() if tag != main[0]))


def group_attributes(
    group: str, tag: str, tags: Collection[str], language: str | None, version: Version
) -> dict[str, str | None]:
    """The attributes of an element that occurs in several languages; none in JATS 1.3.

    The element in the article's language has the id of the group, and the others refer to it.
    Whether a text in another language is a translation is not known. ``@lang-source`` is not known.

    Args:
        group: the id of the group, unique in the document.
        tag: the language of the element.
        tags: the languages of the group, the main one first.
        language: the language of the article.
        version: the version of JATS.
    """
    if not version.has_language_groups:
        return {}
    is_own, is_grouped = tag == language, len(tags) > 1 and language in tags
    own, other = (group, None) if is_own else (None, group)
    focus = "primary" if tag == next(iter(tags)) else "secondary"
    return {
        "id": own if is_grouped else None,
        "lang-variant": "original" if is_own else transliteration(tag, tags, version),
        "lang-group": other if is_grouped else None,
        "lang-focus": focus if len(tags) > 1 else None,
    }


def transliteration(tag: str, tags: Collection[str], version: Version) -> str | None:
    """The value of ``@lang-variant`` for a name or text in Latin letters, if there is an original
    in the same language. JATS 1.3 does not have the attribute."""
    if not version.has_language_groups or not _is_latin(tag):
        return None
    twins = (
        other
        for other in tags
        if language_subtag(other) == language_subtag(tag) and not _is_latin(other)
    )
    return "transliteration" if any(twins) else None


def _is_latin(tag: str) -> bool:
    return LATIN in tag.lower().split("-")[1:]

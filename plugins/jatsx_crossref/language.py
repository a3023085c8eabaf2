"""Languages: the value for a slot that holds one, and the values of ``@language``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from jatsx import Extent, Loss, inheritance
from jatsx.standards.languages import language_subtag
from jatsx_crossref.options import Settings
from jatsx_crossref.vocabulary import languages

if TYPE_CHECKING:
    from jatsx.model import Article

Value = TypeVar("Value")


def one_language(
    values: Mapping[str, Value], article: Article, settings: Settings
) -> tuple[str, Value] | tuple[None, None]:
    """The language and the value for a slot that holds one language: that of the option
    ``language``, else the article's, else English, else the first one written."""
    own = inheritance.language_tag(article)
    return inheritance.one_language(values, settings.language, own) or (None, None)


def language_code(tag: str | None) -> str | None:
    """The value of ``@language`` for a language tag: its primary subtag, if Crossref lists it."""
    code = language_subtag(tag or "")
    return code if code in languages() else None


def language_loss(tag: str, field: str, extent: Extent = Extent.FORM) -> Loss | None:
    """The loss of a language tag, or of a part of it, in ``@language``.

    Args:
        tag: the language tag.
        field: the field with the tag, or with a value in this language.
        extent: how much of its value is lost if ``@language`` does not list the language.
    """
    code = language_code(tag)
    if code is None:
        return Loss(field, "language-not-listed", {"tag": tag}, extent)
    if code != tag.lower():
        return Loss(field, "language-only", {"language": code, "tag": tag}, Extent.FORM)
    return None

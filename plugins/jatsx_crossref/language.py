"""Languages: which value fills a slot for one, and what the attributes call them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from jatsx import Loss, inheritance
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
    """What ``@language`` says of a language tag: its primary subtag, where Crossref lists it."""
    code = language_subtag(tag or "")
    return code if code in languages() else None


def language_loss(tag: str, field: str) -> Loss | None:
    """What ``@language`` doesn't say of a tag."""
    code = language_code(tag)
    if code is None:
        return Loss(field, f"{tag} isn't among the languages of Crossref's schema")
    if code != tag.lower():
        return Loss(field, f"@language takes the language alone: of {tag}, {code} is kept")
    return None

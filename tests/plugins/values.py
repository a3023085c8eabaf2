"""Which values of an article are read again from its document, whatever their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.fields import field_of
from jatsx.testing.loss_coverage import is_within

SPACES: Final = re.compile(r"&#(?:9|10|13|32);")
"""White space as the model writes it at the end of a text."""

WITHOUT_CHARACTERS: Final = re.compile(r"(?=.*</)<\w(?:[^>]*>\s*<)*/?[^>]*>")
"""Markup and formulas that contain no characters."""

ENDS: Final = re.compile(r"\A((?:<[^/<>][^<>]*>)+) | ((?:</[^<>]*>)+)\Z")
"""White space at the ends of a text, inside of markup."""

EMPTY: Final = re.compile(r"<(\w+)></\1>")

PROSES: Final = ("abstract", "other_abstracts", "statements")


@dataclass(frozen=True)
class Reading:
    """What a format reads in another form."""

    not_read: tuple[str, ...]
    """Fields that are compared in another way or that the docs name."""
    form: Callable[[str, str], str | None]
    """The form in which a value of a field is read; None if it is reported instead."""
    change: Callable[[dict[str, Any]], None]
    """Changes the data of an article as its document does."""
    without_language: tuple[str, ...] = ()
    """Fields whose values are written without their language."""

    def values_not_read(self, article: Article, read: Article, losses: Iterable[Loss]) -> list[str]:
        """The values of an article that are neither lost nor read in their field."""
        lost = [loss.field for loss in losses]
        found = {named for _, named in self._values(read)}
        return [
            f"{path}: {named[1][:80]}"
            for path, named in self._values(article)
            if named not in found and not any(is_within(path, one) for one in lost)
        ]

    def _values(self, article: Article) -> Iterator[tuple[str, tuple[str, str]]]:
        """Each value with its path, and its field without positions."""
        data = article.model_dump(mode="json", exclude_defaults=True)
        self.change(data)
        for path, value in _leaves(data):
            plain = ".".join(step for step in path if isinstance(step, str))
            if any(is_within(plain, one) for one in self.not_read):
                continue
            normal = self.form(plain, visible(value))
            if normal and not WITHOUT_CHARACTERS.fullmatch(normal):
                yield format_path(path), (self._field(path, plain), normal)

    def _field(self, path: Path, plain: str) -> str:
        """The field, with the language if the format has a place for it, in lower case."""
        is_without = any(
            is_within(plain, one) or plain.startswith(one) for one in self.without_language
        )
        return field_of(format_path(path)) if is_without else plain.lower()


def visible(value: str) -> str:
    """A value without the white space that a reader of XML does not keep, nor markup around it."""
    text, before = " ".join(SPACES.sub(" ", value).split()), ""
    while text != before:
        text, before = EMPTY.sub("", ENDS.sub(r"\1\2", text)).strip(), text
    return text


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _leaves(inside, (*path, key))
    elif isinstance(value, list):
        for n, inside in enumerate(value):
            yield from _leaves(inside, (*path, n))
    elif value is not None:
        is_section = path[0] in PROSES and path[-1] in ("title", "text")
        whole = path[:-2] if is_section and isinstance(path[-2], int) else path
        yield from ((whole, paragraph) for paragraph in str(value).split("\n\n"))

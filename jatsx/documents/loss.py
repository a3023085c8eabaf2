"""The losses of a document: values of an article that it does not include."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Final

from jatsx.model.fieldpath import join_path, subpath
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.people import Affiliation
from jatsx.model.presence import is_present, present
from jatsx.model.text import Prose, Text

__all__ = [
    "Extent",
    "Loss",
    "affiliation_losses",
    "losses_of",
    "lost_markup",
    "other_languages",
]

LANGUAGE_TAG_INVALID: Final = "language-tag-invalid"
"""The code of the loss of a language tag that ``xml:lang`` does not allow."""


class Extent(StrEnum):
    """How much of a value is lost."""

    WHOLE = "whole"
    """The value is not in the document."""
    LANGUAGE = "language"
    """The value is in the document in another language."""
    FORM = "form"
    """The value is in the document in another form, for example without markup."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A value that a document does not include, or not as it was written.

    Args:
        field: the path of the value in the model, from the article.
        code: the reason. The exporter's ``losses`` contain the English sentence of each code. The
            sentence must be true of the format's schema, or of the agency's documentation.
        params: the values of the sentence's placeholders: values, names or numbers, not words.
        extent: how much of the value is lost.
    """

    field: str
    code: str
    params: Mapping[str, str] = FrozenMap()
    extent: Extent = Extent.WHOLE

    def __post_init__(self) -> None:
        if type(self.params) is dict:
            object.__setattr__(self, "params", FrozenMap(self.params))


def losses_of(part: object, codes: Mapping[str, str], field: str = "") -> Iterator[Loss]:
    """A loss for each field with a value that the format does not allow.

    Args:
        part: the part of the model.
        codes: the code of the loss for each field. A field may be dotted: ``dates.received``.
        field: the path of the part, from the article.
    """
    for name, code in codes.items():
        if is_present(attrgetter(name)(part)):
            yield Loss(join_path(field, name), code)


def other_languages(
    field: str,
    values: Mapping[str, object],
    chosen: str | None,
    code: str,
    params: Mapping[str, str] = FrozenMap(),
) -> Iterator[Loss]:
    """A loss for each value in a language other than the chosen one.

    Without a value in the chosen language, the whole value is lost.
    """
    written = present(values)
    extent = Extent.LANGUAGE if chosen in written else Extent.WHOLE
    for language in written:
        if language != chosen:
            yield Loss(subpath(field, language), code, params, extent)


def affiliation_losses(
    affiliation: Affiliation, field: str, written: Collection[str], code: str
) -> Iterator[Loss]:
    """A loss for each name in an affiliation that is not written.

    Args:
        affiliation: the affiliation.
        field: its path, from the article.
        written: the fields of the names that are written, as in
            :func:`jatsx.model.inheritance.affiliation_in_language`.
        code: the code of the losses.
    """
    for name in ("department", "institution", "city", "country_name"):
        paths = [subpath(field, name, tag) for tag in present(getattr(affiliation, name))]
        is_named = name == "country_name" and f"{field}.country" in written
        extent = Extent.LANGUAGE if is_named or {*paths} & {*written} else Extent.WHOLE
        yield from (Loss(path, code, extent=extent) for path in paths if path not in written)


def lost_markup(
    text: Text | Prose, field: str, code: str, params: Mapping[str, str] = FrozenMap()
) -> Iterator[Loss]:
    """The loss of the markup of a text, if it has markup, where only plain text is allowed."""
    lines = text.texts if isinstance(text, Prose) else (text,)
    if any(line.has_markup for line in lines):
        yield Loss(field, code, params, Extent.FORM)


def distinct(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """The losses in order, without duplicates."""
    return tuple(dict.fromkeys(losses))

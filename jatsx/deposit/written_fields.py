"""Which field of an article, as it was written, became a field of its document.

A document may not say the language of a title, and lists affiliations in an order of its own. So a
field that is read in it is found in the article by its value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jatsx.deposit.compared_fields import ComparedField, FieldState
from jatsx.deposit.refusals import values_of
from jatsx.deposit.shown_values import one_line
from jatsx.model import Article
from jatsx.model.fieldpath import Path, format_path, parse_path
from jatsx.model.fields import field_of

AFFILIATION: Final = "contributors[].affiliations[]"
"""What a record shows of an affiliation is shown with each of its people."""


def with_written_fields(fields: list[ComparedField], article: Article) -> list[ComparedField]:
    """The fields, each once, as the article has them."""
    known = [(path, one_line(plain)) for path, plain in values_of(article)]
    named = (replace(one, field=_written(one, known)) for one in fields)
    return [*dict.fromkeys(named)]


def _written(one: ComparedField, known: list[tuple[Path, str]]) -> str:
    """The field with the value: the same one, else one in another language or at another place."""
    path = parse_path(one.field)
    same = [other for other, plain in known if plain == one.here]
    if not one.here or path in same:
        return one.field
    if field_of(path) == AFFILIATION:
        if one.state is FieldState.MISSING:  # from this person; others may have it
            return one.field
        alike = (other for other in same if other[0] == "affiliations")
    else:
        shortened = (other[: len(path)] for other in same)
        alike = (other for other in shortened if field_of(other) == field_of(path))
    return format_path(next(alike, path))

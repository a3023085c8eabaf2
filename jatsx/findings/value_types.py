"""Types of values, as sentences name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.translation import N_, gettext
from jatsx.model.frozenmap import FrozenMap

VALUE_TYPES: Final[Mapping[str, str]] = FrozenMap(
    {
        # XML Schema
        "boolean": N_("true or false"),
        "date": N_("a date (2024-06-30)"),
        "gYear": N_("a year (2024)"),
        "gYearMonth": N_("a year and month (2024-06)"),
        "dateTime": N_("a date and time (2024-06-30T12:00:00)"),
        "integer": N_("a whole number"),
        "int": N_("a whole number"),
        "nonNegativeInteger": N_("a whole number"),
        "positiveInteger": N_("a whole number of at least 1"),
        "decimal": N_("a number"),
        "float": N_("a number"),
        "double": N_("a number"),
        "anyURI": N_("a web address (URI)"),
        "language": N_("a language tag (kk, ru, en)"),
        "ID": N_("an id (letters, digits and hyphens, starting with a letter)"),
        "IDREF": N_("an id (letters, digits and hyphens, starting with a letter)"),
        "NCName": N_("an id (letters, digits and hyphens, starting with a letter)"),
        "NMTOKEN": N_("a word without spaces"),
        # JSON
        "string": N_("text"),
        "number": N_("a number"),
        "object": N_("a mapping (field: value)"),
        "array": N_("a list"),
        "null": N_("nothing"),
    }
)
"""The names of types, by what XML Schema and JSON Schema call them."""


def type_name(types: str) -> str:
    """Types, separated by spaces, as a sentence names them; an unknown one as it is.

    >>> type_name("string null"), type_name("duration")
    ('text / nothing', 'duration')
    """
    return " / ".join(gettext(VALUE_TYPES.get(one, one)) for one in types.split())

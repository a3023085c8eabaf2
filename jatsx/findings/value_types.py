"""The names of types of values, as messages show them."""

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
        "anyURI": N_("a URL or another URI"),
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
        "null": N_("an empty value (null)"),
    }
)
"""The names by the type's code in XML Schema or JSON Schema."""


def type_name(types: str) -> str:
    """The names of types, given their codes separated by spaces. An unknown code is unchanged.

    >>> type_name("string null"), type_name("duration")
    ('text / an empty value (null)', 'duration')
    """
    return " / ".join(gettext(VALUE_TYPES.get(one, one)) for one in types.split())

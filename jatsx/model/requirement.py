"""What a journal sets for rules, and the rules that it declares itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import SCALAR, Count, Flag, Line, Part, PerLanguage

LEVEL: Final = "level"
"""The setting that every rule has."""


def _as_settings(value: object) -> object:
    """A level on its own is a mapping with a level; each option has a list of values."""
    settings = {LEVEL: value} if isinstance(value, str) else value
    if not isinstance(settings, Mapping):
        return settings
    return {name: (one,) if isinstance(one, str) else one for name, one in settings.items()}


def _settings_input(settings: Mapping[str, tuple[str, ...]]) -> Any:
    """The settings as they are written: a level on its own as one text."""
    if tuple(settings) == (LEVEL,) and len(settings[LEVEL]) == 1:
        return settings[LEVEL][0]
    return {name: one[0] if len(one) == 1 else list(one) for name, one in settings.items()}


RuleSettings = Annotated[
    FrozenMap[tuple[Line, ...]],
    BeforeValidator(_as_settings),
    PlainSerializer(_settings_input),
    WithJsonSchema(
        {
            "anyOf": [
                SCALAR,
                {
                    "type": "object",
                    "additionalProperties": {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]},
                },
            ]
        }
    ),
]
"""A level (error, warning or off), or a mapping of ``level`` and the options of the rule."""


class Limits(Part):
    """The smallest and the largest number allowed. Either may be left out."""

    min: Count | None = None
    """The smallest number."""
    max: Count | None = None
    """The largest number."""


class Requirement(Part):
    """A rule that the journal declares: what its author guidelines require of one field."""

    field: Line
    """The field of an article, without positions and languages: abstract, contributors.orcid."""
    required: Flag | None = None
    """Whether it must not be empty."""
    words: Limits = Limits()
    """How many words each text has."""
    characters: Limits = Limits()
    """How many characters each text has, spaces included."""
    items: Limits = Limits()
    """How many entries a list has: keywords in each language, references, contributors."""
    pattern: Line | None = None
    """A regular expression (Python ``re``) that each text matches as a whole."""
    languages: tuple[Line, ...] = ()
    """The languages to check. By default all that are written; if the field is required, one of
    them is enough."""
    types: tuple[Line, ...] = ()
    """The article types to check, such as research-article. By default all. An article without a
    type is always checked."""
    level: Line | None = None
    """error, warning or off. By default warning."""
    message: PerLanguage[Line] = PerLanguage()
    """The journal's own sentence in each language, shown instead of the one of jatsx."""

"""What a journal sets for rules, and the rules that it declares itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import SCALAR, Count, Flag, Line, Part, PerLanguage

LEVEL: Final = "level"
"""The setting that every rule has."""


class RuleSettings(FrozenMap[tuple[str, ...]]):
    """What a journal sets for a rule: its level, article types and options, each a list of values.

    In input, a level may be written instead of the mapping: ``warning`` for ``{level: warning}``.
    """

    __slots__ = ()

    @property
    def as_input(self) -> str | dict[str, str | tuple[str, ...]]:
        """The settings in the shortest form that input may have."""
        values = {name: one[0] if len(one) == 1 else one for name, one in self.items()}
        level = values.get(LEVEL)
        return level if isinstance(level, str) and len(values) == 1 else values

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        settings = core_schema.no_info_after_validator_function(
            cls, handler.generate_schema(FrozenMap[tuple[Line, ...]])
        )
        return core_schema.no_info_before_validator_function(
            _as_settings,
            settings,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda one: one.as_input
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls,
        schema: CoreSchema,
        handler: GetJsonSchemaHandler,
    ) -> dict[str, Any]:
        values = {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]}
        return {"anyOf": [SCALAR, {"type": "object", "additionalProperties": values}]}


def _as_settings(value: object) -> object:
    settings = {LEVEL: value} if isinstance(value, str) else value
    if not isinstance(settings, Mapping):
        return settings
    return {name: (one,) if isinstance(one, str) else one for name, one in settings.items()}


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
    """Whether the field must have a value."""
    words: Limits = Limits()
    """How many words each text has."""
    characters: Limits = Limits()
    """How many characters each text has, including spaces."""
    items: Limits = Limits()
    """How many entries a list has: keywords in each language, references, contributors."""
    pattern: Line | None = None
    """A regular expression (Python ``re``) that each text must match as a whole."""
    languages: tuple[Line, ...] = ()
    """The languages to check, and with ``required`` the languages that must be present. By default
    all that are present; with ``required`` one is enough."""
    types: tuple[Line, ...] = ()
    """The article types to check, such as research-article. By default all types. An article
    without a type is always checked."""
    level: Line | None = None
    """The level: error, warning or off. By default warning."""
    message: PerLanguage[Line] = PerLanguage()
    """The journal's own message in each language, shown instead of the message of jatsx."""

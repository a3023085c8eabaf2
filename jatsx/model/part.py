"""The base class and the value types of the model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import (
    LEGAL,
    MarkupError,
    Prose,
    Section,
    Text,
    paragraphs,
    parse_prose,
    parse_text,
)


class Part(BaseModel):
    """The base class of the model: immutable, hashable, comparable.

    A part without values is false: ``if article.pages``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def __bool__(self) -> bool:
        if not self.__pydantic_fields_set__:
            return False
        return any(
            value or type(value) is int for value in vars(self).values()
        )  # a count of 0 is a value


Value = TypeVar("Value", covariant=True)


class PerLanguage(FrozenMap[Value]):
    """A value in each language. The keys are language tags as typed (``kk``, ``ru-Latn``)."""

    __slots__ = ()


SCALAR: Final = {"type": ["string", "number", "boolean"]}
"""A string in the JSON Schema for editors. Editors read YAML's plain ``4`` as a number, jatsx reads
it as a string."""

Line = Annotated[str, StringConstraints(strict=True, pattern=LEGAL), WithJsonSchema(SCALAR)]
"""A plain string, as typed: a name, an identifier, a code, a date."""

FREE: Final = "free text"
"""Marks plain characters that are text, not an identifier, a code or a date."""

PlainText = Annotated[Line, FREE]
"""Text without markup: a name, a printed title. In a value per language, ``Line`` is text too."""


def _as_text(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "expected a string")
    try:
        return parse_text(value)
    except MarkupError as error:
        raise _pydantic_error(error) from None


def _pydantic_error(error: MarkupError) -> PydanticCustomError:
    context: dict[str, Any] = {**error.params}
    return PydanticCustomError(error.code, "invalid markup", context)


Words = Annotated[
    Text,
    BeforeValidator(_as_text),
    PlainSerializer(lambda text: text.source),
    WithJsonSchema(SCALAR),
]
"""A line of text that may contain markup: a title, a keyword, a reference."""


class TitledText(Part):
    """A section of an abstract in input."""

    title: Words | None = None
    """Heading of the section: Methods, Results …"""
    text: PlainText
    """Paragraphs, separated by empty lines."""

    def section(self) -> Section:
        return Section(self.title, paragraphs(self.text))


class _ProseInInput:
    """Reads a :class:`Prose` from one string or from a list of titled sections."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            _as_prose,
            handler.generate_schema(tuple[TitledText, ...]),
            serialization=core_schema.plain_serializer_function_ser_schema(_prose_input),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [SCALAR, handler(schema)]}


Paragraphs = Annotated[Prose, _ProseInInput]
"""Running text: a string with empty lines between its paragraphs, or a list of titled sections."""


def _as_prose(value: object, sections: core_schema.ValidatorFunctionWrapHandler) -> Prose:
    if isinstance(value, Prose):
        return value
    try:
        if isinstance(value, str):
            return parse_prose(value)
        if not isinstance(value, (list, tuple)):
            raise PydanticCustomError("string_type", "expected a string")
        parts: Iterable[TitledText] = sections(value)
        read = tuple(part.section() for part in parts)
        return Prose(tuple(one for one in read if one.title is not None or one.paragraphs))
    except MarkupError as error:
        raise _pydantic_error(error) from None


def _prose_input(prose: Prose) -> str | list[dict[str, str]]:
    if all(section.title is None for section in prose.sections) and len(prose.sections) < 2:
        return "\n\n".join(text.source for text in prose.texts)
    return [_section_input(section) for section in prose.sections]


def _section_input(section: Section) -> dict[str, str]:
    text = "\n\n".join(paragraph.source for paragraph in section.paragraphs)
    if section.title is None:
        return {"text": text}
    return {"title": section.title.source, "text": text}


def _as_flag(value: object) -> object:
    words = {"true": True, "yes": True, "false": False, "no": False}
    return words.get(value.lower(), value) if isinstance(value, str) else value


Flag = Annotated[
    bool,
    BeforeValidator(_as_flag),
    Field(strict=True),
    WithJsonSchema({"type": ["boolean", "string"]}),
]
"""A boolean: ``true``, ``yes``, ``false`` or ``no``."""


def _as_count(value: object) -> object:
    is_number = isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value)
    return int(value) if isinstance(value, str) and is_number else value


Count = Annotated[
    int,
    BeforeValidator(_as_count),
    Field(strict=True, ge=0),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}),
]
"""A number of things: 0, 1, 2 …"""

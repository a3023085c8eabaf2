"""What a sheet is, and what a column of it is. The table itself is in :mod:`.sheets`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Final, TypeAlias

LANGUAGE: Final = "LANG"
"""The step of a field that stands for a language tag."""

KEY: Final = "KEY"
"""The step of a field that stands for another key."""

ITEM: Final = "[]"
"""The step of a field that stands for the items of a list."""

LANGUAGES: Final = ("en", "ru", "kk")
"""The languages of the names of sheets and columns, in the order of :data:`Names`."""

Names: TypeAlias = tuple[str, str, str]
"""A name in English, Russian and Kazakh."""


class Form(Enum):
    """What the cells of a column contain, which decides what may be read from a number."""

    TEXT = auto()
    """Text, or a whole number."""
    PROSE = auto()
    """Running text with paragraphs."""
    MARKED = auto()
    """Text with markup. In a list, an entity (``&amp;``) does not end an item."""
    NAME = auto()
    """A part of a person's name."""
    CODE = auto()
    """A code. A number in the cell may have lost its zeros."""
    DATE = auto()
    """A date."""
    FLAG = auto()
    """Yes or no."""


@dataclass(frozen=True, eq=False)
class Column:
    """A column of a sheet.

    Args:
        field: the field of the model that it contains, from the part that a row describes, with
            LANG for a language, KEY for another key and ``[]`` for the items of a list. At its end,
            ``[]`` is a list in one cell, separated by semicolons. Elsewhere, each item has columns
            of its own: ``license``, ``license 2``.
        names: its name.
        form: what its cells contain.
        values: the values of its drop-down list.
        note: what to write in it, one English sentence marked for translation.
        tags: the languages for which the template has a column.
        is_extra: whether it is written and read, but not part of the template.
        is_read_only: whether it is only read.
    """

    field: str
    names: Names
    form: Form = Form.TEXT
    values: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ("kk", "ru", "en")
    is_extra: bool = False
    is_read_only: bool = False

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The field as steps: ``links[].url`` as ``links``, ``[]``, ``url``."""
        return tuple(self.field.replace(ITEM, f".{ITEM}").split("."))

    @property
    def is_list(self) -> bool:
        """Whether a cell contains a list."""
        return self.steps[-1] == ITEM

    @property
    def is_numbered(self) -> bool:
        """Whether each item of a list has columns of its own."""
        return ITEM in self.steps[:-1]

    @property
    def keys(self) -> tuple[str, ...]:
        """The steps that a header names: languages and keys."""
        return tuple(step for step in self.steps if step in (LANGUAGE, KEY))

    @property
    def group(self) -> str:
        """The part of the field that columns side by side have in common."""
        places = [n for n, step in enumerate(self.steps[:-1]) if step in (LANGUAGE, ITEM)]
        return ".".join(self.steps[: places[0] + 1]) if places else self.field


@dataclass(frozen=True, slots=True)
class ColumnSlot:
    """A column as it stands in a table: with its number, and its language or keys."""

    column: Column
    number: int = 1
    keys: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str | int, ...]:
        """The path of its value in the part that a row describes."""
        keys = iter(self.keys)
        steps = self.column.steps[:-1] if self.column.is_list else self.column.steps
        return tuple(
            next(keys) if step in (LANGUAGE, KEY) else self.number - 1 if step == ITEM else step
            for step in steps
        )

    def header(self, language: str = LANGUAGES[0]) -> str:
        """Its header: ``title ru``, ``license 2``, ``setting crossref.registrant``."""
        name = self.column.names[LANGUAGES.index(language)]
        number = [str(self.number)] if self.number > 1 else []
        return " ".join([name, *number, *([".".join(self.keys)] if self.keys else [])])


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """A sheet: what its rows describe, and their columns.

    Args:
        name: its name in the code, which is also its English name.
        names: its name in each language.
        columns: its columns, in order.
        is_single: whether it has one row.
        article: whether a row names the article that it belongs to: ``no``, ``optional`` or
            ``required``.
    """

    name: str
    names: Names
    columns: Sequence[Column]
    is_single: bool = False
    article: str = "no"

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns with that of the article, if there is one."""
        return (*([] if self.article == "no" else [ARTICLE]), *self.columns)


ARTICLE: Final = Column("article", ("article", "статья", "мақала"), Form.TEXT)
"""The column that names the article of a row by its id."""

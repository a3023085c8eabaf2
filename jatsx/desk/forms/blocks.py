"""The blocks of a form: what its templates show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from jatsx.desk.forms.values import ControlKind
from jatsx.model.fieldpath import Path, format_path

_ODD: Final = re.compile("[^A-Za-z0-9_]")


@dataclass(frozen=True, slots=True)
class AtPath:
    """What a form shows of the value at a path."""

    path: Path

    @property
    def name(self) -> str:
        """The path as text."""
        return format_path(self.path)

    @property
    def anchor(self) -> str:
        """The id in the page."""
        return anchor(self.path)


@dataclass(frozen=True, slots=True)
class Control(AtPath):
    """An input of a form: where its value is, what it is called, and what it shows."""

    kind: ControlKind
    label: str
    value: str
    language: str = ""
    choices: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the input in the page."""
        return f"value-{self.anchor}"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """The controls of a field in one language; all of them if the field has no languages."""

    language: str
    label: str
    controls: Sequence[Control]


@dataclass(frozen=True, slots=True)
class FieldBlock(AtPath):
    """A field with its controls, in a column for each language."""

    label: str
    columns: Sequence[FormColumn]
    has_languages: bool = False
    has_keys: bool = False
    kind: str = field(init=False, default="field")


@dataclass(frozen=True, slots=True)
class FormRow(AtPath):
    """A row of a list: its texts in short, and its blocks."""

    texts: Sequence[str]
    blocks: Sequence[FormBlock]
    further: Sequence[FormBlock]

    @property
    def list(self) -> str:
        """The path of the list, as text."""
        return format_path(self.path[:-1])

    @property
    def position(self) -> int:
        """The position in the list, from 0."""
        return int(self.path[-1])


@dataclass(frozen=True, slots=True)
class RowsBlock(AtPath):
    """A list of parts of the model."""

    label: str
    rows: Sequence[FormRow]
    kind: str = field(init=False, default="rows")


@dataclass(frozen=True, slots=True)
class GroupBlock(AtPath):
    """A part of the model with several fields."""

    label: str
    blocks: Sequence[FormBlock]
    kind: str = field(init=False, default="group")


FormBlock: TypeAlias = FieldBlock | RowsBlock | GroupBlock


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section of a form; ``further`` are the blocks that are folded away."""

    id: str
    title: str
    blocks: Sequence[FormBlock]
    further: Sequence[FormBlock]


def anchor(path: Path) -> str:
    """The id of what is at a path.

    >>> anchor(("contributors", 0, "name", "ru-Latn"))
    'at-contributors-0-name-ru-2d-Latn'
    """
    steps = (_ODD.sub(lambda odd: f"-{ord(odd[0]):x}-", str(step)) for step in path)
    return "-".join(["at", *steps])


def paths_of(blocks: Sequence[FormBlock]) -> list[Path]:
    """The paths of blocks and of all blocks and rows inside them."""
    found: list[Path] = []
    for block in blocks:
        found.append(block.path)
        if isinstance(block, GroupBlock):
            found += paths_of(block.blocks)
        elif isinstance(block, RowsBlock):
            for row in block.rows:
                found += [row.path, *paths_of(row.blocks), *paths_of(row.further)]
    return found

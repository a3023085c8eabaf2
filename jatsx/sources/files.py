"""A file of the input, or a line of one: its data, and where everything stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from jatsx.fieldpath import Path as FieldPath
from jatsx.fieldpath import parsed, written
from jatsx.findings import Finding, Place
from jatsx.frozenmap import FrozenMap
from jatsx.sources.faults import Lines, SourceFault, Unreadable, mark_at
from jatsx.sources.json_text import json_positions, read_json
from jatsx.sources.parsing import ShapeFault
from jatsx.sources.positions import Mark, Positions
from jatsx.sources.yaml_text import read_yaml, yaml_positions
from jatsx.text import ILLEGAL, shown

MOST_ILLEGAL = 10
"""How many illegal characters of one file are worth telling."""

SUFFIXES = (".yaml", ".yml", ".json")


class Source:
    """Something that describes one thing. Reading never raises: faults are findings.

    ``data`` is empty where the source can't be read; ``findings`` then say why.
    """

    def __init__(self, name: str, content: bytes, *, is_json: bool, first_line: int = 1) -> None:
        self.name = name
        self.is_json = is_json
        self.first_line = first_line
        self.content = content
        self.faults: list[SourceFault] = []
        self.data: dict[str, Any] = {}
        self.is_readable = True
        try:
            self.data = self._mapping()
        except Unreadable as unreadable:
            self.is_readable = False
            self.faults.append(unreadable.fault)

    def form_findings(self, prefix: FieldPath = ()) -> list[Finding]:
        """What is wrong with its form, the fields named from ``prefix`` on."""
        return [
            Finding(
                fault.code,
                params=self._in_file(fault.params),
                field=None if fault.path is None else shown(written((*prefix, *fault.path))),
                place=self._place(fault.mark),
            )
            for fault in self.faults
        ]

    def _in_file(self, params: Mapping[str, str]) -> Mapping[str, str]:
        """The params, a line in them counted from the file's first."""
        if "line" not in params:
            return params
        return FrozenMap({**params, "line": str(int(params["line"]) + self.first_line - 1)})

    def shape_findings(self, faults: Iterable[ShapeFault], prefix: FieldPath = ()) -> list[Finding]:
        """What the model has against the data, the fields named from ``prefix`` on."""
        if not self.is_readable:
            return []
        return [
            fault.finding(
                self.locate_key(fault.path) if fault.is_of_key else self._at(fault.path), prefix
            )
            for fault in faults
        ]

    def locate(self, field: str) -> Place:
        """Where a field's value stands; of a field that isn't written, what is around it."""
        return self._at(parsed(field))

    def locate_key(self, path: FieldPath) -> Place:
        """Where a field's name stands."""
        return self._place(self._positions.of_key(path))

    def _at(self, path: FieldPath) -> Place:
        return self._place(self._positions.of_value(path))

    def _place(self, mark: Mark | None) -> Place:
        if mark is None:
            return Place(self.name, self.first_line if self.first_line > 1 else None)
        return Place(self.name, mark.line + self.first_line - 1, mark.column)

    @cached_property
    def _positions(self) -> Positions:
        if not self.is_readable:
            return Positions()
        text = legal(decoded(self.content))
        return json_positions(text) if self.is_json else yaml_positions(text)

    def _mapping(self) -> dict[str, Any]:
        text = decoded(self.content)
        if not text.strip():
            raise Unreadable("file-empty", mark_at(text, 0))
        self.faults += illegal_characters(text)
        data, faults = read_json(legal(text)) if self.is_json else read_yaml(legal(text))
        self.faults += faults
        return _fields(data)


def source_file(path: Path) -> Source:
    """The source that a YAML or JSON file is."""
    name = shown(str(path))
    try:
        return Source(name, path.read_bytes(), is_json=path.suffix.lower() == ".json")
    except OSError as error:
        source = Source(name, b"", is_json=False)
        params = FrozenMap({"path": name, "detail": error.strerror or str(error)})
        source.faults = [SourceFault("file-unreadable", params)]
        return source


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte-order mark.

    Raises:
        Unreadable: it isn't UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        mark = mark_at(before, len(before))
        raise Unreadable("file-encoding", mark, offset=str(error.start)) from None


def illegal_characters(text: str) -> list[SourceFault]:
    """A fault for each of the first characters that no XML document can hold."""
    lines = Lines(text)
    return [
        SourceFault(
            "character-illegal",
            FrozenMap({"character": f"U+{ord(found[0]):04X}", "field": "The file"}),
            lines.mark(found.start()),
        )
        for found in islice(ILLEGAL.finditer(text), MOST_ILLEGAL)
    ]


def legal(text: str) -> str:
    """The text with a mark in the place of each character that no XML document can hold."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def _fields(data: Any) -> dict[str, Any]:
    if data is None:
        raise Unreadable("file-empty", Mark(1, 1))
    if not isinstance(data, dict):
        found = "a list" if isinstance(data, list) else "text alone"
        raise Unreadable("file-root", Mark(1, 1), found=found)
    return data

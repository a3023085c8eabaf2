"""YAML as plain data: mappings, lists and text.

Every scalar is read as typed: ``no``, ``11.20``, ``0042``, ``1e3`` and ``2024-02-30`` are text, and
the model decides what they mean. An empty value and ``~`` are absent. A key given twice, a tag and
a second document are faults. An alias is followed, as long as the file doesn't grow beyond reason.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from jatsx.fieldpath import Path
from jatsx.frozenmap import FrozenMap
from jatsx.sources.faults import MAX_DEPTH, SourceFault, Unreadable
from jatsx.sources.positions import Mark, Positions

MAX_ALIASED = 100_000
"""How many values aliases may add to a file."""

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HARMLESS_TAGS = ("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")


def read_yaml(text: str) -> tuple[Any, list[SourceFault]]:
    """The data of a YAML text, and its faults.

    Raises:
        Unreadable: the text isn't well-formed, or is too deep or too large.
    """
    builder = _built(text)
    return builder.root, builder.faults


def yaml_positions(text: str) -> Positions:
    """Where each value of a YAML text stands, as far as it is well-formed."""
    positions = Positions()
    with suppress(Unreadable):
        _built(text, positions)
    return positions


def _built(text: str, positions: Positions | None = None) -> _Builder:
    builder = _Builder(positions)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            builder.take(event)
    except yaml.reader.ReaderError as error:
        mark = _mark_of_byte(text, error.position)
        raise Unreadable(
            "character-illegal",
            mark,
            character=_code_point(error.character),
            field="The file",
        ) from None
    except yaml.MarkedYAMLError as error:
        detail = " ".join(str(part) for part in (error.context, error.problem) if part)
        at = error.problem_mark
        where = Mark(at.line + 1, at.column + 1) if at else None
        raise Unreadable("file-syntax", where, syntax="YAML", detail=detail) from None
    return builder


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being read."""

    container: dict[str, Any] | list[Any]
    path: Path
    mark: Mark
    anchor: str | None
    size: int = 1
    key: str | None = None
    key_is_due: bool = True
    seen: dict[str, Mark] = field(default_factory=dict)


class _Builder:
    """Takes the events of a YAML text one after another and builds the data."""

    def __init__(self, positions: Positions | None) -> None:
        self.root: Any = None
        self.faults: list[SourceFault] = []
        self.positions = positions
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliased = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.start(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.end()
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise Unreadable("file-many-documents", _mark(event))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self.refuse_tag(event)
        is_plain = event.style is None or event.style == ""
        value = None if is_plain and event.value in ("", "~") else event.value
        self.add(value, _mark(event), event.anchor, size=1)

    def start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self.refuse_tag(event)
        if len(self.stack) == MAX_DEPTH:
            raise Unreadable("file-depth", _mark(event), limit=str(MAX_DEPTH))
        container: dict[str, Any] | list[Any] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self.stack.append(_Frame(container, self.path_of_next(), _mark(event), event.anchor))

    def end(self) -> None:
        frame = self.stack.pop()
        self.add(frame.container, frame.mark, frame.anchor, frame.size)

    def alias(self, event: yaml.AliasEvent) -> None:
        value, size = self.anchors.get(event.anchor or "", (None, 0))
        if not size:
            detail = f"the alias *{event.anchor} stands for nothing that is written before it"
            raise Unreadable("file-syntax", _mark(event), syntax="YAML", detail=detail)
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            raise Unreadable("file-expansion", _mark(event), limit=str(MAX_ALIASED))
        self.add(value, _mark(event), None, size)

    def add(self, value: Any, mark: Mark, anchor: str | None, size: int) -> None:
        """Puts a value where it belongs: into its list, after its key, or as a key."""
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.record(self.path_of_next(), mark)
            self.root = value
            return
        frame = self.stack[-1]
        frame.size += size
        if isinstance(frame.container, dict) and frame.key_is_due:
            self.take_key(frame, value, mark)
            return
        self.record(self.path_of_next(), mark)
        if isinstance(frame.container, list):
            frame.container.append(value)
        else:
            if frame.key is not None and value is not None:
                frame.container[frame.key] = value
            frame.key_is_due = True

    def take_key(self, frame: _Frame, key: Any, mark: Mark) -> None:
        frame.key_is_due = False
        frame.key = None
        if not isinstance(key, str):
            self.faults.append(SourceFault("key-not-text", mark=mark))
        elif key in frame.seen:
            first = str(frame.seen[key].line)
            params = FrozenMap({"key": key, "line": first})
            self.faults.append(SourceFault("key-duplicate", params, mark, (*frame.path, key)))
        else:
            frame.key = key
            frame.seen[key] = mark
            if self.positions is not None:
                self.positions.keys[(*frame.path, key)] = mark

    def path_of_next(self) -> Path:
        """The path of the value that comes next."""
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if isinstance(frame.container, list):
            return (*frame.path, len(frame.container))
        return (*frame.path, frame.key or "")

    def record(self, path: Path, mark: Mark) -> None:
        if self.positions is not None:
            self.positions.values.setdefault(path, mark)

    def refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in _HARMLESS_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.faults.append(
                SourceFault("file-tag", FrozenMap({"tag": tag}), _mark(event), self.path_of_next())
            )


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _mark_of_byte(text: str, offset: int) -> Mark:
    before = text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace")
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _code_point(character: int | str) -> str:
    return f"U+{character if isinstance(character, int) else ord(character):04X}"

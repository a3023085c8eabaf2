"""YAML as plain data: mappings, lists and text.

Every scalar is read as typed: ``no``, ``11.20``, ``0042``, ``1e3`` and ``2024-02-30`` are text, and
the model decides what they mean. An empty value and ``~`` are absent. Duplicate keys, tags and a
second document are errors. Aliases are expanded up to :data:`MAX_ALIASED` values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any

import yaml

from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.errors import MAX_DEPTH, SourceError, UnreadableFile
from jatsx.readers.positions import LineIndex, Mark, Positions, Span
from jatsx.readers.yaml_comments import InlineComment, comment_span
from jatsx.readers.yaml_names import is_name
from jatsx.readers.yaml_quoting import quoted

MAX_ALIASED = 100_000
"""The maximum number of values that aliases may add to a file."""

ILLEGAL_IN_YAML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
"""A character that YAML allows only as an escape (YAML 1.1, ``c-printable``)."""

_GLUED_KEY = re.compile(r"(?P<name>[\w-]+):(?P<value>(?!//)\S.*)\Z")
_BLOCK = re.compile(r"\n\s*(?=\S)")
_BRACKET = re.compile(r"[][{}]")
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROBLEMS = {
    "mapping values are not allowed": "file-colon-bare",
    "could not find expected ':'": "file-colon-missing",
    "found unexpected end of stream": "file-quote-open",
    "found unexpected document indicator": "file-quote-open",
    "did not find expected ',' or": "file-bracket-open",
    "did not find expected node content": "file-bracket-open",
    "did not find expected key": "file-indent-wrong",
    "did not find expected '-'": "file-indent-wrong",
    "found character that cannot start any token": "file-character-start",
    "found a tab character": "file-character-start",
}
"""The codes of common errors by the start of libyaml's message."""
_AT_START = ("file-quote-open", "file-bracket-open", "file-colon-missing")
"""Errors reported where the value starts, not where libyaml noticed the error."""
_LONGEST_FOUND = 40
"""How many characters of an unexpected text are shown."""
_HARMLESS_TAGS = ("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")


def read_yaml(text: str) -> tuple[Any, list[SourceError]]:
    """The data of a YAML text, and the errors in it, comments behind values among them.

    Raises:
        UnreadableFile: the text is not well-formed, nested too deeply or too large.
    """
    builder = _built(text)
    comments = [comment.fault(text, builder.lines) for comment in builder.comments]
    return builder.root, [*builder.faults, *builder.lost_anchors(), *comments]


def yaml_positions(text: str) -> Positions:
    """The position of each value of a YAML text, up to the first syntax error."""
    positions = Positions()
    with suppress(UnreadableFile):
        _built(text, positions)
    return positions


def _built(text: str, positions: Positions | None = None) -> _YamlBuilder:
    builder = _YamlBuilder(text, positions)
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            builder.take(event)
    except yaml.reader.ReaderError as error:
        mark = _mark_of_byte(text, error.position)
        character = _code_point(error.character)
        raise UnreadableFile("character-illegal", mark, character=character) from None
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, text) from None
    return builder


def _unreadable(error: yaml.MarkedYAMLError, text: str) -> UnreadableFile:
    offset = error.problem_mark.index if error.problem_mark else None
    mark = None if offset is None else LineIndex(text).mark(offset)
    if _deepest(text[:offset]) > MAX_DEPTH:  # libyaml looks ahead, and has a limit of its own
        return UnreadableFile("file-depth", mark, limit=str(MAX_DEPTH))
    problem = error.problem or ""
    code = next((code for start, code in _PROBLEMS.items() if problem.startswith(start)), None)
    if code is None:
        detail = " ".join(str(part) for part in (error.context, problem) if part)
        return UnreadableFile("file-syntax", mark, syntax="YAML", detail=detail)
    if code in _AT_START and error.context_mark is not None:
        mark = LineIndex(text).mark(error.context_mark.index)
    return UnreadableFile(code, mark, **_params_at(text, offset, code))


def _params_at(text: str, offset: int | None, code: str) -> dict[str, str]:
    """The unexpected character or text at the place of an error, if the message shows it."""
    if offset is None:
        return {}
    character = text[offset : offset + 1]
    if code == "file-character-start":
        return {"tab": "U+0009"} if character == "\t" else {"character": character}
    line_start = text.rfind("\n", 0, offset) + 1
    if code == "file-indent-wrong" and text[line_start:offset].strip():
        found = text[offset:].partition("\n")[0].strip()
        is_long = len(found) > _LONGEST_FOUND
        return {"found": f"{found[:_LONGEST_FOUND]}…" if is_long else found} if found else {}
    return {}


def _deepest(text: str) -> int:
    """The maximum number of brackets that are open at the same time in a text."""
    steps = (1 if bracket in "[{" else -1 for bracket in _BRACKET.findall(text))
    return max(accumulate(steps), default=0)


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is not complete yet."""

    container: dict[str, Any] | list[Any]
    path: Path
    start: int
    anchor: str | None
    indent: int | None
    size: int = 1
    key: str | None = None
    expects_key: bool = True
    seen: dict[str, Span] = field(default_factory=dict)


class _YamlBuilder:
    """Builds the data from the events of a YAML text."""

    def __init__(self, text: str, positions: Positions | None) -> None:
        self.text = text
        self.root: Any = None
        self.faults: list[SourceError] = []
        self.comments: list[InlineComment] = []
        self.positions = positions
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliases: set[str] = set()
        self.texts_with_anchor: dict[str, tuple[str, Span]] = {}
        self.aliased = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.start(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.end(event)
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise UnreadableFile("file-many-documents", self.mark(event))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self.refuse_tag(event)
        is_plain = event.style is None or event.style == ""
        if is_plain and event.anchor is not None:
            self.texts_with_anchor.setdefault(event.anchor, (event.value, _span(event)))
        value = None if is_plain and event.value in ("", "~") else event.value
        if event.style not in ("|", ">") and not self.is_key_next:
            self.take_comment(event)
        self.add(value, self.span(event), event.anchor, size=1)

    @property
    def is_key_next(self) -> bool:
        frame = self.stack[-1] if self.stack else None
        return frame is not None and isinstance(frame.container, dict) and frame.expects_key

    def take_comment(self, event: Any) -> None:
        """Keeps the comment behind a value, if there is one."""
        indent = self.stack[-1].indent if self.stack else 0
        span = comment_span(self.text, event.end_mark.index, indent)
        if span is not None:
            self.comments.append(InlineComment(self.path_of_next(), event.value, span))

    def start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self.refuse_tag(event)
        if len(self.stack) == MAX_DEPTH:
            raise UnreadableFile("file-depth", self.mark(event), limit=str(MAX_DEPTH))
        container: dict[str, Any] | list[Any] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        start = _span(event).start
        indent = _indent(event)
        self.stack.append(_Frame(container, self.path_of_next(), start, event.anchor, indent))

    def end(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        frame = self.stack.pop()
        span = Span(frame.start, _span(event).end, is_whole=False)
        self.add(frame.container, span, frame.anchor, frame.size)

    def alias(self, event: yaml.AliasEvent) -> None:
        self.aliases.add(event.anchor or "")
        value, size = self.anchors.get(event.anchor or "", (None, 0))
        if not size:
            alias = event.anchor or ""
            raise UnreadableFile("file-syntax", self.mark(event), syntax="YAML", alias=alias)
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            raise UnreadableFile("file-expansion", self.mark(event), limit=str(MAX_ALIASED))
        self.add(value, _span(event), None, size)

    def add(self, value: Any, span: Span, anchor: str | None, size: int) -> None:
        """Adds a value to its list or mapping, or keeps it as the key of the next value."""
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.record(self.path_of_next(), span)
            self.root = value
            return
        frame = self.stack[-1]
        frame.size += size
        if isinstance(frame.container, dict) and frame.expects_key:
            self.take_key(frame, value, span)
            return
        self.record(self.path_of_next(), span)
        if isinstance(frame.container, list):
            frame.container.append(value)
        else:
            if frame.key is not None and value is not None:
                frame.container[frame.key] = value
            frame.expects_key = True

    def take_key(self, frame: _Frame, key: Any, span: Span) -> None:
        frame.expects_key = False
        frame.key = None
        if not isinstance(key, str):
            self.faults.append(SourceError("key-not-text", mark=self.lines.mark_of(span)))
        elif (glued := _GLUED_KEY.match(key)) and is_name(glued["name"]):
            mended = f"{glued['name']}: {glued['value']}"
            mark = self.lines.mark_of(span)
            params = FrozenMap({"mended": mended})
            self.faults.append(SourceError("file-colon-space", params, mark, frame.path))
        elif key in frame.seen:
            first = str(self.lines.mark(frame.seen[key].start).line)
            params = FrozenMap({"key": key, "line": first})
            mark = self.lines.mark_of(span)
            self.faults.append(SourceError("key-duplicate", params, mark, (*frame.path, key)))
        else:
            frame.key = key
            frame.seen[key] = span
            if self.positions is not None:
                self.positions.keys[(*frame.path, key)] = span

    def path_of_next(self) -> Path:
        """The path of the next value."""
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if isinstance(frame.container, list):
            return (*frame.path, len(frame.container))
        return (*frame.path, frame.key or "")

    def record(self, path: Path, span: Span) -> None:
        if self.positions is not None:
            self.positions.values.setdefault(path, span)

    def lost_anchors(self) -> Iterator[SourceError]:
        """The errors that a text starts with &: without alias, its first word would be lost."""
        for name, (value, span) in self.texts_with_anchor.items():
            if name not in self.aliases and " " in value:
                params = FrozenMap({"character": "&", "mended": quoted(f"&{name} {value}")})
                yield SourceError("file-character-start", params, self.lines.mark_of(span))

    def refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in _HARMLESS_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.faults.append(
                SourceError(
                    "file-tag", FrozenMap({"tag": tag}), self.mark(event), self.path_of_next()
                )
            )

    def span(self, event: yaml.ScalarEvent) -> Span:
        """The span of a scalar. For a block scalar, the span of its text without ``|`` or ``>``."""
        span = _span(event)
        if event.style in ("|", ">"):
            block = _BLOCK.search(self.text, span.start, span.end)
            return Span(block.end(), span.end) if block else span
        return span

    def mark(self, event: Any) -> Mark:
        return self.lines.mark_of(_span(event))

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.text)


def _indent(event: Any) -> int | None:
    """The column of the keys or dashes of a mapping or list; None in brackets."""
    return None if event.flow_style else int(event.start_mark.column)


def _span(event: Any) -> Span:
    """The span of an event."""
    return Span(event.start_mark.index, event.end_mark.index)


def _mark_of_byte(text: str, offset: int) -> Mark:
    before = text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace")
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _code_point(character: int | str) -> str:
    return f"U+{character if isinstance(character, int) else ord(character):04X}"

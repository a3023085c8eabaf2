"""A YAML or JSON file, or a line of JSON Lines: its data, and the place of each value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.surroundings import raise_surroundings
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import format_path, parse_path
from jatsx.model.fields import is_free_text
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import ILLEGAL, shown
from jatsx.readers.errors import SourceError, UnreadableFile, mark_at
from jatsx.readers.file_state import is_regular, read_whole
from jatsx.readers.incomplete import IncompleteArticle, incomplete_article
from jatsx.readers.json_text import read_json, refuse_depth
from jatsx.readers.memory_file import InputFile
from jatsx.readers.parsing import ShapeError, field_name, json_type
from jatsx.readers.positions import LineIndex, Mark, Span
from jatsx.readers.short_forms import ModelForm, Written, model_form
from jatsx.readers.source_map import SourceMap
from jatsx.readers.yaml_comments import HASH_UNQUOTED

if TYPE_CHECKING:
    from jatsx.readers.yaml_mending import Mending

MOST_FAULTS = 100
"""How many errors of one file are explained. The others are counted."""

MOST_ILLEGAL = 10
"""How many illegal characters of one file are reported."""

SUFFIXES = (".yaml", ".yml", ".json")


class Source:
    """The text that describes one article, issue or journal.

    Reading it never raises an error: errors in the text become findings. ``data`` is empty if the
    text cannot be read.
    """

    def __init__(self, name: str, content: bytes, *, is_json: bool, first_line: int = 1) -> None:
        self.name = name
        self.is_json = is_json
        self.first_line = first_line
        self.content = content
        self.illegal: list[tuple[int, Mark, str]] = []
        self.faults: list[SourceError] = []
        self.comments: list[SourceError] = []
        self.data: dict[str, Any] = {}
        self.form = ModelForm({})
        self.is_readable = True
        self.mended_text: str | None = None
        self.mended_lines: frozenset[int] = frozenset()
        try:
            self.data = self._mapping()
        except UnreadableFile as unreadable:
            self.is_readable = False
            self.faults.append(unreadable.fault)

    def article_data(self, language: str | None) -> dict[str, Any]:
        """The data of an article in the form of the model.

        ``language`` is the language of an article that has none of its own.
        """
        own = self.data.get("language")
        has_own = isinstance(own, str) and own.strip()
        self.form = model_form(self.data, own if has_own else language)
        return self.form.data

    def form_findings(self, prefix: FieldPath = ()) -> list[Finding]:
        """The findings about the syntax. ``prefix`` is the path from the article to the data."""
        faults = [*self._illegal_faults(), *self.faults]
        found = [self._form_finding(fault, prefix) for fault in faults[:MOST_FAULTS]]
        found += self._short_form_findings(Level.ERROR)
        return [*found, *self._further(len(faults) - MOST_FAULTS)]

    def pair_findings(self) -> list[Finding]:
        """The warnings about entries of reference lists that have no pair in another language."""
        return self._short_form_findings(Level.WARNING)

    def _short_form_findings(self, level: Level) -> list[Finding]:
        faults = [fault for fault in self.form.faults if fault.level is level]
        found = [
            Finding(
                fault.code,
                level,
                FrozenMap(fault.params),
                shown(format_path(fault.field)),
                place=self._place(self._mark(fault.written)),
            )
            for fault in faults[:MOST_FAULTS]
        ]
        return [*found, *self._further(len(faults) - MOST_FAULTS)]

    def comment_findings(self, prefix: FieldPath = ()) -> list[Finding]:
        """The findings about comments behind free text: they may be a part of the text."""
        return [
            self._form_finding(fault, prefix)
            for fault in self.comments
            if fault.path is not None and self._is_of_text(fault, prefix)
        ]

    def _is_of_text(self, fault: SourceError, prefix: FieldPath) -> bool:
        """Whether a comment is behind free text, or where free text was expected."""
        is_empty = "text" not in fault.params
        return self.form.is_text(fault.path or ()) or is_free_text(
            (*prefix, *(fault.path or ())), with_parts=not is_empty
        )

    def _form_finding(self, fault: SourceError, prefix: FieldPath) -> Finding:
        return Finding(
            fault.code,
            params=self._in_file(fault.params),
            field=None if fault.path is None else shown(format_path((*prefix, *fault.path))),
            place=self._place(fault.mark),
        )

    def _illegal_faults(self) -> Iterator[SourceError]:
        """An error for each character that is not allowed, with the field that contains it."""
        for offset, mark, character in self.illegal:
            path = self._source_map.path_at(offset) if self._source_map else None
            params = {"character": character}
            if path:
                params["field"] = field_name(path)
            yield SourceError("character-illegal", FrozenMap(params), mark, path)

    def _in_file(self, params: Mapping[str, str]) -> Mapping[str, str]:
        """The params, with the line number counted from the start of the file."""
        if "line" not in params:
            return params
        return FrozenMap({**params, "line": str(int(params["line"]) + self.first_line - 1)})

    def shape_findings(self, faults: Iterable[ShapeError], prefix: FieldPath = ()) -> list[Finding]:
        """The findings about the structure. ``prefix`` is the path from the article to the data.

        Data that is nested too deeply always has other errors too, so the depth is checked only if
        there are errors.
        """
        if not self.is_readable:
            return []
        faults = list(faults)
        try:
            if faults and self.is_json:
                refuse_depth(self.data)
        except UnreadableFile as unreadable:
            self.is_readable = False
            return [self._form_finding(unreadable.fault, prefix)]
        found = [
            fault.finding(
                self.locate_key(fault.path)
                if fault.is_of_key
                else self._at(fault.path, fault.excerpt),
                prefix,
            )
            for fault in faults[:MOST_FAULTS]
        ]
        found = [one for one in found if not self.is_mended(one.place)]
        return [*found, *self._further(len(faults) - MOST_FAULTS)]

    def incomplete(
        self, data: Mapping[str, Any], faults: Sequence[ShapeError]
    ) -> IncompleteArticle | None:
        """What could be read of the article that the data describes; None if nothing could."""
        if not self.is_readable or not self.data:
            return None
        wrong = {str(fault.path[0]) for fault in self.faults if fault.path}
        errors = (one for one in self.form.faults if one.level is Level.ERROR)
        wrong |= {str(one.field[0]) for one in errors}
        return incomplete_article(data, faults, frozenset(wrong), self.is_mended)

    def _further(self, count: int) -> Iterator[Finding]:
        """The finding that there are more errors, if there are."""
        if count > 0:
            params = FrozenMap({"count": str(count)})
            yield Finding("file-errors-more", params=params, place=self._place(None))

    def locate(self, field: str, excerpt: str = "") -> Place:
        """The place of a field's value or of an excerpt of it; else of what is around the field."""
        return self._at(parse_path(field), excerpt)

    def locate_key(self, path: FieldPath) -> Place:
        """The place of a field's name."""
        written = self.form.place_of(path).path
        return self._place(
            self._marked(self._source_map.of_key(written) if self._source_map else None)
        )

    def _at(self, path: FieldPath, excerpt: str = "") -> Place:
        return self._place(self._mark(self.form.place_of(path), excerpt))

    def _mark(self, written: Written, excerpt: str = "") -> Mark | None:
        """The place of a value, of lines in it, or of an excerpt."""
        source_map = self._source_map
        if source_map is None:
            return None
        if written.lines:
            return self._marked(source_map.of_lines(*written, excerpt))
        return self._marked(source_map.of_value(written.path, excerpt))

    def is_mended(self, place: Place | None) -> bool:
        """Whether a place is in a line that was mended: what is found there is not reported."""
        line = place.line if place else None
        return line is not None and line - self.first_line + 1 in self.mended_lines

    def _marked(self, mark: Mark | None) -> Mark | None:
        """The place in the file of a place in the mended text, where columns may differ."""
        is_changed = mark is not None and mark.line in self.mended_lines
        return Mark(mark.line, None) if mark and is_changed else mark

    def _place(self, mark: Mark | None) -> Place:
        if mark is None:
            return Place(self.name, self.first_line if self.first_line > 1 else None)
        return Place(self.name, mark.line + self.first_line - 1, mark.column, mark.end_column)

    @cached_property
    def _source_map(self) -> SourceMap | None:
        if not self.is_readable:
            return None
        text = self.mended_text or self._legal(decoded(self.content))
        return SourceMap(text, is_json=self.is_json)

    def _mapping(self) -> dict[str, Any]:
        text = decoded(self.content)
        if not text.strip():
            raise UnreadableFile("file-empty", mark_at(text, 0))
        self.illegal = illegal_characters(text, self._illegal_pattern)
        text = self._legal(text) if self.illegal else text
        data, faults = read_json(text) if self.is_json else self._from_yaml(text)
        self.faults += (fault for fault in faults if fault.code != HASH_UNQUOTED)
        self.comments += (fault for fault in faults if fault.code == HASH_UNQUOTED)
        return _fields(data)

    def _from_yaml(self, text: str) -> tuple[Any, list[SourceError]]:
        """The data of a YAML text. If the parser refuses it, its lines are explained and mended.

        Raises:
            UnreadableFile: its lines do not explain why it cannot be read.
        """
        from jatsx.readers.yaml_mending import OF_LINES, SPACES, has_odd_space, mending
        from jatsx.readers.yaml_text import read_yaml

        try:
            read = read_yaml(text)
            mended = mending(text, SPACES) if has_odd_space(text) else None
            if mended is None or not mended.faults:
                return read
        except UnreadableFile as unreadable:
            if unreadable.fault.code not in OF_LINES:
                raise
            mended = mending(text)
            if not mended.faults:
                raise
        self.faults += mended.faults
        return self._mended(mended)

    def _mended(self, mended: Mending) -> tuple[Any, list[SourceError]]:
        """The data of the mended text; none if only a person can mend it."""
        from jatsx.readers.yaml_text import read_yaml

        self.is_readable = mended.text is not None
        if mended.text is None:
            return {}, []
        self.mended_text, self.mended_lines = mended.text, mended.lines
        try:
            return read_yaml(mended.text)
        except UnreadableFile as unreadable:
            self.is_readable = False
            explained = {fault.mark.line for fault in mended.faults if fault.mark}
            further = unreadable.fault.mark
            is_new = further is not None and further.line not in explained
            return {}, [unreadable.fault] if is_new else []

    def _legal(self, text: str) -> str:
        """The text with each illegal character replaced by U+FFFD."""
        return self._illegal_pattern.sub("\N{REPLACEMENT CHARACTER}", text)

    @property
    def _illegal_pattern(self) -> re.Pattern[str]:
        if self.is_json:
            return ILLEGAL
        from jatsx.readers.yaml_text import ILLEGAL_IN_YAML

        return ILLEGAL_IN_YAML


def source_file(path: InputFile) -> Source:
    """The content of a YAML or JSON file. A pipe, socket or device is not opened.

    Raises:
        InputChanged: it was changed while it was being read.
        OSError: the system fails, for example because too many files are open.
    """
    name = shown(str(path))
    try:
        if is_regular(path):
            return Source(name, read_whole(path), is_json=path.suffix.lower() == ".json")
        fault = SourceError("file-not-regular", FrozenMap({"path": name}))
    except FileNotFoundError:
        fault = SourceError("file-missing", FrozenMap({"path": name}))
    except OSError as error:
        raise_surroundings(error)
        params = FrozenMap({"path": name, "detail": error.strerror or str(error)})
        fault = SourceError("file-unreadable", params)
    source = Source(name, b"", is_json=False)
    source.faults = [fault]
    return source


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte-order mark.

    Raises:
        UnreadableFile: the file is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        mark = mark_at(before, len(before))
        raise UnreadableFile("file-encoding", mark, offset=str(error.start)) from None


def illegal_characters(text: str, illegal: re.Pattern[str]) -> list[tuple[int, Mark, str]]:
    """The first illegal characters of a text: offset, line and column, and code point."""
    found = [] if text.isprintable() else list(islice(illegal.finditer(text), MOST_ILLEGAL))
    lines = LineIndex(text) if found else None
    return [
        (one.start(), lines.mark_of(Span(*one.span())), f"U+{ord(one[0]):04X}")
        for one in found
        if lines
    ]


def _fields(data: Any) -> dict[str, Any]:
    if data is None:
        raise UnreadableFile("file-empty", Mark(1, 1))
    if not isinstance(data, dict):
        raise UnreadableFile("file-root", Mark(1, 1), found=json_type(data))
    return data

"""The text of a file in which values are changed one after another, and checked after each."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from jatsx.fixing.text_edits import (
    WrittenText,
    changed_excerpts,
    changed_value,
    has_anchor,
    new_field,
)
from jatsx.model.fieldpath import Path
from jatsx.model.value_hash import value_at
from jatsx.readers.errors import UnreadableFile
from jatsx.readers.json_text import json_positions, read_json
from jatsx.readers.source_file import Source, decoded
from jatsx.readers.yaml_text import read_yaml, yaml_positions


class Refusal(StrEnum):
    """Why a value is not changed."""

    SOURCE = "source"
    """The file is not a YAML or JSON file of an issue or article."""
    UNREADABLE = "unreadable"
    """The file has errors, so that it cannot be read whole."""
    ELSEWHERE = "elsewhere"
    """The value is not written in the file as it was read."""
    NOTED = "noted"
    """A note in notes.yaml says that the value is in doubt."""
    ANCHOR = "anchor"
    """The value is an alias, or has an anchor or a tag."""
    FORM = "form"
    """No change of the value alone gives what is expected."""


class FileText:
    """The text of a YAML or JSON file, and what is read from it.

    A change is made only if the file is then read as before, but for the changed value.

    Raises:
        UnreadableFile: the file has errors, so that it cannot be read whole.
    """

    def __init__(self, content: bytes, *, is_json: bool) -> None:
        source = Source("", content, is_json=is_json)
        if not source.is_readable or source.illegal or source.faults or source.mended_text:
            raise UnreadableFile("file-syntax")
        self._is_json = is_json
        self._mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
        self._text = decoded(content)
        self.data, self._codes = self._read(self._text)

    @property
    def content(self) -> bytes:
        """The bytes of the file with the changes."""
        return self._mark + self._text.encode()

    def change(self, path: Path, old: str | None, new: str) -> Refusal | None:
        """Changes a value, or adds a field if there is no old value; says why not, if it doesn't.

        The value may be changed already.
        """
        written = value_at(self.data, path)
        if written == new:
            return None
        if written != old or (old is None and not isinstance(value_at(self.data, path[:-1]), dict)):
            return Refusal.ELSEWHERE
        given = self._written()
        if has_anchor(given, path):
            return Refusal.ANCHOR
        is_new = old is None
        texts = new_field(given, path, new) if is_new else changed_value(given, path, str(old), new)
        return self._take(texts, with_value(self.data, path, new))

    def change_excerpts(self, path: Path, excerpts: Mapping[str, str]) -> Refusal | None:
        """Changes excerpts of a value and of all values inside it; says why not, if it doesn't."""
        before = self.data, self._text
        changed = False
        for inner, value in list(texts_in(value_at(self.data, path), path)):
            new = value
            for old, other in excerpts.items():
                new = new.replace(old, other)
            if new == value:
                continue
            given = self._written()
            refusal = (
                Refusal.ANCHOR
                if has_anchor(given, inner)
                else self._take(
                    changed_excerpts(given, inner, dict(excerpts)),
                    with_value(self.data, inner, new),
                )
            )
            if refusal is not None:
                self.data, self._text = before
                return refusal
            changed = True
        return None if changed else Refusal.ELSEWHERE

    def _take(self, texts: Iterable[str], expected: Any) -> Refusal | None:
        """Takes the first text that is read as expected."""
        for text in texts:
            try:
                data, codes = self._read(text)
            except UnreadableFile:
                continue
            if same_data(data, expected) and codes == self._codes:
                self._text, self.data = text, data
                return None
        return Refusal.FORM

    def _written(self) -> WrittenText:
        positions = (json_positions if self._is_json else yaml_positions)(self._text)
        return WrittenText(self._text, positions, self._is_json)

    def _read(self, text: str) -> tuple[Any, list[str]]:
        """The data of a text, and the codes of the faults found while reading it."""
        data, faults = (read_json if self._is_json else read_yaml)(text)
        return data, [fault.code for fault in faults]


def with_value(data: Any, path: Path, value: str) -> Any:
    """The data with another value at a path."""
    if not path:
        return value
    if isinstance(data, dict):
        return {**data, path[0]: with_value(data.get(str(path[0])), path[1:], value)}
    return [with_value(one, path[1:], value) if n == path[0] else one for n, one in enumerate(data)]


def texts_in(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts in a value, with their paths."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from texts_in(inner, (*path, n))


def same_data(one: Any, other: Any) -> bool:
    """Whether two data are the same; an absent value and no field are, and the order is not."""
    return bool(_present(one) == _present(other))


def _present(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _present(value) for key, value in data.items() if value is not None}
    return [_present(one) for one in data] if isinstance(data, list) else data

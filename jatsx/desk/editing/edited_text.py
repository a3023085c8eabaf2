"""The text of a file in which edits are made one after another, and checked after each."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from typing import Any

from jatsx.desk.editing.edits import Edit, SetValue, edited, present, same_text
from jatsx.desk.editing.json_edits import edited_json
from jatsx.desk.editing.yaml_edits import edited_texts
from jatsx.desk.editing.yaml_places import YamlPlaces
from jatsx.model import Article, Part
from jatsx.model.value_hash import value_at
from jatsx.readers.errors import UnreadableFile
from jatsx.readers.json_text import read_json
from jatsx.readers.source_file import Source, decoded
from jatsx.readers.yaml_comments import HASH_UNQUOTED
from jatsx.readers.yaml_text import read_yaml


class NotEdited(Exception):
    """An edit cannot be made without changing something else in the file."""


class EditedText:
    """The text of a YAML or JSON file, and what is read from it.

    An edit is made only if the file is then read as before, but for the edited value.

    Args:
        content: the bytes of the file.
        root: what it describes: an article, an issue or a journal.
        is_json: whether it is a JSON file.

    Raises:
        UnreadableFile: the file has errors, so that it cannot be read whole.
    """

    def __init__(
        self, content: bytes, root: type[Part] = Article, *, is_json: bool = False
    ) -> None:
        self._root = root
        self._is_json = is_json
        self._mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
        self._text = decoded(content)
        self.data: Any = {}
        self._faults: list[str] = []
        self._edited_fields: set[str] = set()
        if not self._is_empty():
            source = Source("", content, is_json=is_json)
            if not source.is_readable or source.illegal or source.faults or source.mended_text:
                raise UnreadableFile("file-syntax")
            self.data, self._faults = self._read(self._text)

    @property
    def content(self) -> bytes:
        """The bytes of the file with the edits."""
        return self._mark + self._text.encode()

    def make(self, edit: Edit, model_form: Mapping[str, Any] | None = None) -> None:
        """Makes an edit.

        Args:
            edit: the edit.
            model_form: the data in the form of the model, if some are written in a shorter form. A
                field in a shorter form is first written in the form of the model.

        Raises:
            NotEdited: it cannot be made without changing something else.
        """
        field = str(edit.path[0])
        given = (model_form or {}).get(field)
        is_first = field not in self._edited_fields
        if is_first and given is not None and not same_text(self.data.get(field), given):
            self._make(SetValue((field,), given))
        self._make(edit)
        self._edited_fields.add(field)

    def _make(self, edit: Edit) -> None:
        try:
            expected = edited(self.data, edit)
        except LookupError as error:
            raise NotEdited(str(error)) from error
        if same_text(present(expected), present(self.data)):
            return
        for text in self._texts(edit, expected):
            try:
                data, faults = self._read(text)
            except UnreadableFile:
                continue
            if self._is_expected(data, expected, edit) and faults == self._faults:
                self._text, self.data = text, data
                return
        raise NotEdited(str(edit.path))

    def _is_expected(self, data: Any, expected: Any, edit: Edit) -> bool:
        """Whether all is read as before, and the edited value as given but for line breaks."""
        if not same_text(present(data), present(expected)):
            return False
        others = (SetValue(edit.path[:1], value_at(expected, edit.path[:1])),)
        return all(present(edited(data, one)) == present(expected) for one in others)

    def _texts(self, edit: Edit, expected: Any) -> Iterator[str]:
        if self._is_json:
            yield from edited_json(self._text, expected, edit)
            return
        places = YamlPlaces(self._text)
        if not places.positions.keys:
            yield from _first_fields(self._text, expected)
        else:
            yield from edited_texts(places, self.data, edit, self._root)

    def _is_empty(self) -> bool:
        """Whether the text has no fields: it is empty, or has only comments."""
        lines = (line.strip() for line in self._text.splitlines())
        return all(not line or line.startswith("#") for line in lines)

    def _read(self, text: str) -> tuple[Any, list[str]]:
        """The data of a text, and the codes of the faults found while reading it."""
        data, faults = (read_json if self._is_json else read_yaml)(text)
        codes = [fault.code for fault in faults if fault.code != HASH_UNQUOTED]
        return data or {}, codes


def _first_fields(text: str, expected: Any) -> Iterator[str]:
    """The text of a file without values, with its first ones at its end."""
    from jatsx.issue_folder.layout import field_lines
    from jatsx.issue_folder.yaml_tree import data_tree

    lines = [line for name, one in expected.items() for line in field_lines(name, data_tree(one))]
    start = text if not text or text.endswith("\n") else f"{text}\n"
    yield start + "\n".join(lines) + "\n"

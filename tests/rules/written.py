"""Writes an issue as files, and notes by itself where each value of it stands.

What jatsx finds in those files is compared with these notes: nothing here is jatsx's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

Path: TypeAlias = tuple[str | int, ...]

PLAIN: Final = re.compile(r"[A-Za-zЀ-ԯ0-9](?:[\w ./()-]*[\w./()-])?")
"""What YAML takes for text without quotes, whatever stands around it."""


@dataclass(frozen=True)
class Spot:
    """Where something stands: the file, line and column of its first character, and its end."""

    file: str
    line: int
    column: int
    start: int
    end: int


@dataclass
class Notes:
    """A text that is being written, and where each value and key of it stands."""

    file: str
    text: str = ""
    values: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)

    def write(self, text: str) -> None:
        self.text += text

    def spot(self, start: int) -> Spot:
        """From a character to the last one written."""
        before = self.text[:start]
        line, column = before.count("\n") + 1, start - before.rfind("\n")
        return Spot(self.file, line, column, start, len(self.text))

    def note_key(self, path: Path, key: str) -> None:
        start = len(self.text)
        self.write(key)
        self.keys[path] = self.spot(start)


class JsonNotes(Notes):
    """JSON, on lines of its own or all on one."""

    def value(self, value: Any, path: Path, step: str | None, indent: str = "\n") -> None:
        """Writes a value; ``step`` is what each level is indented by, None for one line."""
        start = len(self.text)
        inner = "" if step is None else indent + step
        if isinstance(value, Mapping):
            self.write("{")
            for n, (key, item) in enumerate(value.items()):
                self.write(("," if n else "") + inner)
                self.note_key((*path, key), json.dumps(key, ensure_ascii=False))
                self.write(": ")
                self.value(item, (*path, key), step, inner)
            self.write(("" if step is None else indent) + "}")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            self.write("[")
            for n, item in enumerate(value):
                self.write(("," if n else "") + inner)
                self.value(item, (*path, n), step, inner)
            self.write(("" if step is None else indent) + "]")
        else:
            self.write(json.dumps(value, ensure_ascii=False))
        self.values[path] = self.spot(start)


class YamlNotes(Notes):
    """YAML in block style, as people write it."""

    def value(self, value: Any, path: Path, indent: int = 0) -> None:
        """Writes a value after its key or dash."""
        if not value and not isinstance(value, str):
            start = len(self.text)
            self.write("{}\n" if isinstance(value, Mapping) else "[]\n")
            self.values[path] = self.spot(start)
        elif isinstance(value, Mapping):
            self._mapping(value, path, indent)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            self._list(value, path, indent)
        else:
            self._scalar(str(value), path, indent)

    def _mapping(self, mapping: Mapping[str, Any], path: Path, indent: int) -> None:
        start = len(self.text)
        for n, (key, item) in enumerate(mapping.items()):
            self.write(" " * indent if n else "")
            self.note_key((*path, key), _spelt(key))
            self.write(":" + _gap(item, indent))
            self.value(item, (*path, key), indent + 2)
        self.values[path] = self.spot(start)

    def _list(self, items: Sequence[Any], path: Path, indent: int) -> None:
        start = len(self.text)
        for n, item in enumerate(items):
            self.write((" " * indent if n else "") + "-" + _gap_of_item(item, indent))
            self.value(item, (*path, n), indent + 2)
        self.values[path] = self.spot(start)

    def _scalar(self, text: str, path: Path, indent: int) -> None:
        if "\n" in text and text == text.strip() + "\n":
            self.write("|\n")
            lines = [" " * indent + line if line else "" for line in text.split("\n")[:-1]]
            start = len(self.text) + indent
            self.write("\n".join(lines) + "\n")
        else:
            start = len(self.text)
            self.write(_spelt(text) + "\n")
        self.values[path] = self.spot(start)


def _spelt(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _gap(item: Any, indent: int) -> str:
    """What stands between a key and what is written of its value."""
    if item and not isinstance(item, str):
        return "\n" + " " * (indent + 2)
    return " "


def _gap_of_item(item: Any, indent: int) -> str:
    if item and isinstance(item, list):
        return "\n" + " " * (indent + 2)
    return " "


@dataclass
class Files:
    """The files of an issue: their texts, and where each value of each article stands."""

    texts: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[int | None, Path, Notes]] = field(default_factory=list)
    """Each file's notes; the number of the article whose they are, and the path they begin at."""

    def add(self, number: int | None, prefix: Path, notes: Notes) -> None:
        self.texts[notes.file] = notes.text
        self.notes.append((number, prefix, notes))

    def notes_of(self, number: int, path: Path) -> tuple[Notes, Path]:
        """The notes of the file in which a value of an article stands, and its path there."""
        fitting = [
            (prefix, notes)
            for n, prefix, notes in self.notes
            if n in (number, None) and path[: len(prefix)] == prefix
        ]
        prefix, notes = max(fitting, key=lambda one: len(one[0]))
        return notes, path[len(prefix) :]


def yaml_folder(articles: Sequence[Mapping[str, Any]]) -> Files:
    """An issue folder in YAML."""
    return _folder(articles, "yaml")


def json_folder(articles: Sequence[Mapping[str, Any]]) -> Files:
    """An issue folder in JSON."""
    return _folder(articles, "json")


def json_lines(articles: Sequence[Mapping[str, Any]]) -> Files:
    """JSON Lines: each article with its issue and journal on a line."""
    files, notes = Files(), JsonNotes("issue.jsonl")
    for number, article in enumerate(articles):
        line = JsonNotes(notes.file, notes.text)
        line.value(article, (), None)
        notes.text = line.text + "\n"
        files.add(number, (), line)
    files.texts[notes.file] = notes.text
    return files


def _folder(articles: Sequence[Mapping[str, Any]], suffix: str) -> Files:
    files = Files()
    issue = articles[0]["issue"]
    without_journal = {key: value for key, value in issue.items() if key != "journal"}
    files.add(None, ("issue", "journal"), _file(f"journal.{suffix}", issue["journal"]))
    files.add(None, ("issue",), _file(f"issue.{suffix}", without_journal))
    for number, article in enumerate(articles):
        own = {key: value for key, value in article.items() if key != "issue"}
        files.add(number, (), _file(f"articles/{number + 1:02}.{suffix}", own))
    return files


def _file(name: str, described: Mapping[str, Any]) -> Notes:
    if name.endswith(".json"):
        as_json = JsonNotes(name)
        as_json.value(described, (), "  ")
        return as_json
    as_yaml = YamlNotes(name)
    as_yaml.value(described, ())
    return as_yaml

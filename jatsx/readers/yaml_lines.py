"""Mistakes of YAML, found from the lines of a file, all at once, each with the mended line.

A parser stops at the first mistake and describes its own state. Here each line is compared with
what a field, an item of a list or a text looks like. The lines are read only if the parser has
refused the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jatsx.readers.yaml_names import LANGUAGE, is_name, known_names, top_names
from jatsx.readers.yaml_quoting import CLOSING
from jatsx.readers.yaml_values import ValueFault, value_fault

_INDENT = re.compile(r"[^\S\n]*")
_DASHES = re.compile(r"(?:-[ ]+)*(?:-$)?")
_FIELD = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[\w.][^:#'"\[\]{},]*?)[ ]*:(?P<gap>[ \t]+|$)""")
_GLUED = re.compile(r"(?P<key>[\w-]+)(?P<gap>:[^\S \t]+|:|[ ]*=|[ ]*：)[ ]*(?P<value>(?!//)\S.*)")
_WORD = re.compile(r"(?P<key>[\w-]+)(?:[ ]+(?P<value>.*))?\Z")
_USUAL = ("kk", "ru", "en")
_BLOCK = re.compile(r"[|>][-+0-9]*[ ]*(?:#.*)?\Z")


@dataclass(frozen=True, slots=True)
class LineFault:
    """A mistake in a line, counted from 0.

    ``mended`` is the new text of some lines; None if only a person can know it.
    """

    code: str
    line: int
    column: int
    params: dict[str, str]
    mended: dict[int, str] | None = None


def line_faults(text: str) -> list[LineFault]:
    """The mistakes in the lines of a YAML text, in their order."""
    return list(_Lines(text.split("\n"), text).faults())


@dataclass(slots=True)
class _Level:
    """A list or mapping that is not complete yet, and the column of its dashes or keys."""

    column: int
    is_list: bool


@dataclass(slots=True)
class _Lines:
    """The lines of a file, read from the first to the last."""

    lines: list[str]
    text: str
    at: int = 0
    levels: list[_Level] = field(default_factory=list)
    opens: bool = True
    """Whether the line above is a field or item without a value: what follows is its value."""
    is_plain: bool = False
    """Whether the value above is a text without quotation marks, which may continue."""
    parent: int = 0
    """The column of the key or dash of the value above."""
    moved_from: int | None = None
    """The column of the line that was moved last."""
    below: int = 0
    """The column of a line that continues the text above."""

    def faults(self) -> Iterator[LineFault]:
        while self.at < len(self.lines):
            stripped = self.lines[self.at].strip()
            if not stripped or stripped.startswith(("#", "%YAML")) or stripped in ("---", "..."):
                self.at += 1
                continue
            yield from self.line_faults()

    def line_faults(self) -> Iterator[LineFault]:
        """The mistakes of the next field, item or text, with the lines that belong to it."""
        number, line = self.at, self.lines[self.at].rstrip()
        self.at += 1
        odd, line = self.with_spaces(number, line)
        indent = len(line) - len(line.lstrip(" "))
        if self.has_other_dash(line[indent:]):
            mark, line = line[indent], f"{line[:indent]}- {line[indent + 1 :].lstrip()}"
            yield self.replaced("file-dash-other", number, indent, line, found=mark)
        elif self.misses_space(line[indent:]):
            line = f"{line[:indent]}- {line[indent + 1 :]}"
            yield self.replaced("file-dash-space", number, indent, line)
        dashes = _DASHES.match(line, indent)[0]  # type: ignore[index]
        column = indent + len(dashes)
        found = self.field_in(line[column:])
        if found is None and (mended := self.with_colon(line[column:], is_item=bool(dashes))):
            code, params, body = mended
            line = line[:column] + body
            yield self.replaced(code, number, column, line, **params)
            found = self.field_in(body)
        moved = self.misplaced(number, line, indent, dashes, is_field=found is not None)
        if moved is not None and moved.mended is None:
            self.skip_below(indent)
            yield moved
            return
        if moved is not None and moved.mended is not None:
            line = moved.mended[number]
            column += len(line) - len(line.lstrip(" ")) - indent
        if odd is not None:
            yield replace(odd, mended={number: line})
        elif moved is not None:
            yield moved
            if moved.code == "file-colon-missing":
                return
        self.lines[number] = line
        start = column + (found.end() if found else 0)
        around = self.levels[-1].column if self.levels else -1
        self.parent = column if found else (column - len(dashes) if dashes else around)
        yield from self.value_faults(number, line, start, found["key"] if found else None)

    def field_in(self, body: str) -> re.Match[str] | None:
        """The field that a line starts with. Three words before a colon are a text, not a field."""
        found = _FIELD.match(body)
        return None if found and found["key"].count(" ") > 1 else found

    def with_spaces(self, number: int, line: str) -> tuple[LineFault | None, str]:
        """The mistake that a line is indented with other characters, and the line with spaces."""
        indent = _INDENT.match(line)[0]  # type: ignore[index]
        odd = next((one for one in indent if one != " "), None)
        if odd is None:
            return None, line
        line = " " * len(indent.expandtabs(2)) + line[len(indent) :]
        return self.replaced("file-space-odd", number, indent.index(odd), line, indent=odd), line

    def skip_below(self, indent: int) -> None:
        """Passes over the lines that belong to a line of this indent."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                return
            self.at += 1

    def has_other_dash(self, rest: str) -> bool:
        """Whether a line is an item of a list that starts with a bullet or a dash."""
        is_list = self.opens or any(one.is_list for one in self.levels)
        return is_list and re.match(r"[•–—·▪][ ]+\w", rest) is not None

    def misses_space(self, rest: str) -> bool:
        """Whether a line is an item of a list without a space after its dash."""
        is_list = self.opens or (bool(self.levels) and any(one.is_list for one in self.levels))
        return is_list and re.match(r"-[^\s-]", rest) is not None

    def with_colon(self, body: str, *, is_item: bool) -> tuple[str, dict[str, str], str] | None:
        """A field whose colon or space is missing: the code, the params, and the field mended."""
        glued = _GLUED.match(body)
        if glued and is_name(glued["key"]):
            mended = f"{glued['key']}: {glued['value']}"
            if glued["gap"].isascii() and glued["gap"] != ":":
                return "file-colon-missing", {}, mended
            if glued["gap"] == ":":
                return "file-colon-space", {}, mended
            if glued["gap"][0] == ":":
                return "file-space-odd", {"after": glued["gap"][1]}, mended
            return "file-colon-missing", {}, mended
        word = _WORD.match(body)
        is_expected = not is_item and (not self.opens or not self.levels)
        is_named = word is not None and (word["key"] in known_names() or word["key"] in _USUAL)
        if word and is_named and is_expected:
            value = f" {word['value']}" if word["value"] else ""
            return "file-colon-missing", {}, f"{word['key']}:{value}"
        return None

    def misplaced(
        self, number: int, line: str, indent: int, dashes: str, *, is_field: bool
    ) -> LineFault | None:
        """The mistake that a line does not start where the lines it belongs to start."""
        columns = [one.column for one in self.levels]
        opens, column = self.opens, indent
        for found in re.finditer(r"-[ ]*", dashes):
            column = indent + found.start()
            if not self.enters(column, is_list=True, opens=opens):
                moved = self.moved(number, line, indent, columns, is_list=True)
                if is_field and moved.mended:
                    self.levels.append(_Level(self.levels[-1].column + len(dashes), is_list=False))
                return moved
            opens, column = True, indent + found.end()
        if is_field and not self.enters(column, is_list=False, opens=opens):
            return self.moved(number, line, indent, columns, is_list=False)
        if not is_field and not dashes and not opens:
            params = {"text": line.strip()}
            mended = {number: " " * self.below + line.strip()} if self.is_plain else None
            return LineFault("file-colon-missing", number, indent, params, mended)
        return None

    def enters(self, column: int, *, is_list: bool, opens: bool) -> bool:
        """Whether a key or dash may start in a column; the levels are then those around it."""
        kept = [one for one in self.levels if one.column <= column]
        if not is_list and kept and kept[-1].column == column and kept[-1].is_list:
            kept.pop()
        last = kept[-1] if kept else None
        if last and last.column == column and last.is_list == is_list:
            self.levels = kept
            return True
        if opens and (last is None or last.column < column or (is_list and not last.is_list)):
            if len(kept) < len(self.levels):
                return False
            self.levels = [*kept, _Level(column, is_list)]
            return True
        return False

    def moved(
        self, number: int, line: str, indent: int, columns: list[int], *, is_list: bool
    ) -> LineFault:
        """The mistake, with the line moved to the nearest column of such lines."""
        kinds = [one.column for one in self.levels if one.is_list == is_list]
        name = line.strip().partition(":")[0]
        deeper = -1 if LANGUAGE.match(name) or self.moved_from == indent else 1
        if not is_list and name not in top_names():
            kinds = [one for one in kinds if one > 0]
        self.moved_from = indent
        near = sorted(kinds, key=lambda one: (abs(one - indent), deeper * one))
        if not near or abs(near[0] - indent) > 3:
            params = {} if not columns else {"found": line.strip()}
            return LineFault("file-indent-wrong", number, indent, params)
        self.levels = [one for one in self.levels if one.column <= near[0]]
        mended = " " * near[0] + line.lstrip(" ")
        params = {"spaces": str(near[0]), "now": str(indent)}
        opens = is_list or line.endswith(":")
        below = self.shifted(number, line, near[0] - indent) if opens else {}
        if below:
            params["below"] = str(len(below))
        return LineFault("file-indent-wrong", number, indent, params, {number: mended, **below})

    def shifted(self, number: int, line: str, shift: int) -> dict[int, str]:
        """The lines that belong to a line that is moved, moved as well. They are replaced."""
        indent = len(line) - len(line.lstrip(" "))
        first = indent + len(_DASHES.match(line, indent)[0])  # type: ignore[index]
        found: dict[int, str] = {}
        for at in range(number + 1, len(self.lines)):
            text = self.lines[at].lstrip(" ")
            column = len(self.lines[at]) - len(text)
            if text.strip():
                if column <= indent or (not found and first > indent and column != first):
                    break
                found[at] = " " * max(column + shift, 0) + text
        for at, moved in found.items():
            self.lines[at] = moved
        return found

    def value_faults(
        self, number: int, line: str, start: int, key: str | None
    ) -> Iterator[LineFault]:
        """The mistakes in the value that starts in a line; its lines are then read."""
        value = line[start:]
        if not value or value.startswith("#"):
            self.opens, self.is_plain = True, False
            return
        self.opens = False
        self.is_plain = value[0] not in CLOSING
        self.below = self.parent + 2
        if _BLOCK.match(value):
            yield from self.block_faults(self.parent)
            return
        end = self.end_of_value(value, self.parent)
        lines = [value, *self.lines[number + 1 : end]]
        found = value_fault(lines, key, self.text)
        self.at = end
        if found is not None:
            yield self.of_value(found, number, line[:start])

    def of_value(self, found: ValueFault, number: int, before: str) -> LineFault:
        mended = None
        if found.lines is not None:
            mended = {number + at: text for at, text in found.lines.items()}
            mended[number] = before + mended.get(number, self.lines[number][len(before) :])
        column = len(before) * (not found.line) + found.column
        return LineFault(found.code, number + found.line, column, found.params, mended)

    def end_of_value(self, value: str, parent: int) -> int:
        """The number of the line behind a value and the lines that continue it."""
        is_enclosed = value[0] in CLOSING
        end = last = self.at
        while end < len(self.lines):
            line = self.lines[end]
            if line.strip():
                column = len(line) - len(line.lstrip())
                if column <= parent or line.lstrip().startswith("#"):
                    break
                word = line.strip().partition(":")
                starts_field = bool(word[1]) and is_name(word[0]) and word[2][:1] in ("", " ")
                if not is_enclosed and (starts_field or line.lstrip().startswith("- ")):
                    break
                last = end + 1
            end += 1
        return last

    def block_faults(self, parent: int) -> Iterator[LineFault]:
        """The mistakes in a text of several lines below ``|`` or ``>``: odd spaces as indent."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            indent = _INDENT.match(line)[0]  # type: ignore[index]
            if line.strip():
                if len(indent) <= parent and not indent.strip(" "):
                    return
                spaces = len(indent) - len(indent.lstrip(" "))
                self.below = max(self.below, spaces)
                if spaces <= parent:
                    mended = " " * (parent + 2) + line.lstrip()
                    odd = indent[spaces]
                    yield self.replaced("file-space-odd", self.at, spaces, mended, indent=odd)
            self.at += 1

    def replaced(self, code: str, number: int, column: int, line: str, **odd: str) -> LineFault:
        """A mistake that is mended by another line."""
        params = {name: f"U+{ord(one):04X}" for name, one in odd.items()}
        shown = {"rest" if "indent" in odd else "mended": line.strip()}
        return LineFault(code, number, column, {**params, **shown}, {number: line})

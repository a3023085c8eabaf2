"""Mistakes in a value of a YAML file: quotation marks, brackets, colons, signs at its start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import yaml

from jatsx.readers.yaml_names import is_name
from jatsx.readers.yaml_quoting import CLOSING, end_of, quoted, requoted

_SIGN = re.compile(r"[%@`|>,\]}]|[&*](?![\w-])|[-?](?=[ ]|$)")
_ALIAS = re.compile(r"\*(?P<name>[\w-]+)")
_ANCHOR = re.compile(r"&[\w-]+[ ]+(?=[\[{'\"|>])")
_COLON = re.compile(r":(?=[ ]|$)")
_COMMENT = re.compile(r"[ ]+#.*\Z")
_OPENING = {"”": "“„", "“": "„", "’": "‘", "»": "«"}
_NESTED = re.compile(r"(?P<key>[a-z][\w-]*):[ ]+(?P<value>\S.*)")
_ODD_QUOTE = re.compile("[“”„«»]")
_PAIR = re.compile(r"\s*(?P<key>[\w-]+):\s+(?P<value>.*?)\s*\Z")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_NO_COMMA = re.compile(r";?[ ]+(\w+):[ ]+")
LONGEST: Final = 200
"""How many characters of a mended text are shown."""


@dataclass(frozen=True, slots=True)
class ValueFault:
    """A mistake in a value. ``line`` and ``lines`` count from its first line, ``column`` from the
    start of the value or, in another line, of the line. ``lines`` is None if it cannot be mended.
    """

    code: str
    params: dict[str, str]
    lines: dict[int, str] | None
    line: int = 0
    column: int = 0


def value_fault(lines: list[str], key: str | None, text: str) -> ValueFault | None:
    """The first mistake in a value, given its lines; ``text`` is that of the whole file."""
    first = lines[0]
    if first[0] in "'\"":
        return _in_quotes(lines)
    if first[0] in CLOSING:
        return _in_brackets(lines)
    if _ANCHOR.match(first):
        return None
    sign = _SIGN.match(first)
    alias = _ALIAS.match(first)
    if first[0] in "|>":
        return _whole("file-character-start", lines, character=first[0], block=first[0])
    if sign or (alias and (first != alias[0] or f"&{alias['name']}" not in text)):
        return _whole("file-character-start", lines, character=first[0])
    return _bare_colon(lines, key)


def _without_odd_quote(line: str, whole: str) -> str:
    """A line without a typographic quotation mark at its end that closes none of the text."""
    opening = _OPENING.get(line.rstrip()[-1:], "")
    is_odd = bool(opening) and not any(mark in whole for mark in opening)
    return line.rstrip()[:-1] if is_odd else line


def _in_quotes(lines: list[str]) -> ValueFault | None:
    whole = "\n".join(lines)
    end = end_of(whole)
    if end is None:
        last = len(lines) - 1
        mended = _without_odd_quote(lines[last], whole) + lines[0][0]
        params = {"mended": mended.strip()} if len(mended) < LONGEST and not last else {}
        return ValueFault("file-quote-open", params, {last: mended})
    behind = _without_comment(whole[end:])
    if not behind.strip():
        return _wrong_escape(lines, end)
    is_apostrophe = whole[0] == "'" and behind[0].isalpha() and whole[end - 2].isalpha()
    code = "file-quote-apostrophe" if is_apostrophe else "file-quote-early"
    if len(lines) > 1 and "\n" in whole[: len(_without_comment(whole).rstrip())].strip():
        return ValueFault(code, {}, None, column=end - 1 if "\n" not in whole[:end] else 0)
    mended = requoted(_without_comment(lines[0]).rstrip(), end)
    return ValueFault(code, {"mended": mended}, {0: mended}, column=end - 1)


def _wrong_escape(lines: list[str], end: int) -> ValueFault | None:
    """A backslash in double quotation marks that starts no escape of YAML."""
    if len(lines) > 1 or lines[0][0] != '"' or "\\" not in lines[0] or _is_yaml(lines[0]):
        return None
    mended = "'" + lines[0][1 : end - 1].replace("'", "''") + "'"
    return ValueFault("file-escape-unknown", {"mended": mended}, {0: mended + lines[0][end:]})


def _in_brackets(lines: list[str]) -> ValueFault | None:
    whole = "\n".join(lines)
    end = end_of(whole)
    if end is not None and _without_comment(whole[end:]).strip():
        return _whole("file-character-start", lines, character=whole[0])
    if end is None:
        last = len(lines) - 1
        closed = lines[last] + CLOSING[whole[0]]
        mended = {last: closed} if _is_yaml(whole + CLOSING[whole[0]]) else None
        params = {"mended": closed.strip()} if mended and not last else {}
        return ValueFault("file-bracket-open", params, mended)
    if _is_yaml(whole):
        return None
    for token in _DOUBLE.finditer(whole):
        if not _is_yaml(token[0]):
            column = token.start() * ("\n" not in whole[: token.start()])
            return ValueFault("file-escape-unknown", {}, None, column=column)
    inner = _NO_COMMA.sub(lambda pair: f", {pair[1]}: " if is_name(pair[1]) else pair[0], whole)
    parts = [_pair_quoted(part) for part in inner[1:-1].split(",")]
    again = whole[0] + ", ".join(parts) + CLOSING[whole[0]]
    if len(lines) == 1 and _is_yaml(again):
        return ValueFault("file-bracket-open", {"mended": again}, {0: again})
    return ValueFault("file-bracket-open", {}, None)


def _pair_quoted(part: str) -> str:
    """``key: a text`` with the text in quotation marks, if it needs them."""
    pair = _PAIR.match(part)
    if pair is None or not _COLON.search(pair["value"]):
        return part.strip()
    return f"{pair['key']}: {quoted(pair['value'])}"


def _bare_colon(lines: list[str], key: str | None) -> ValueFault | None:
    at = next((at for at, line in enumerate(lines) if _COLON.search(_without_comment(line))), None)
    if at is None:
        return None
    nested = _NESTED.match(lines[0])
    if nested and key and is_name(nested["key"]) and len(lines) == 1:
        inner = nested["value"]
        inner = inner if inner[0] in CLOSING else quoted(inner)
        params = {"key": nested["key"], "value": nested["value"], "outer": key}
        return ValueFault("file-field-nested", params, {0: f"{{{nested['key']}: {inner}}}"})
    column = _COLON.search(lines[at]).start()  # type: ignore[union-attr]
    odd = _ODD_QUOTE.search(lines[0])
    found = _whole("file-colon-bare", lines, **({"quotation": odd[0]} if odd else {}))
    return ValueFault(found.code, found.params, found.lines, at, column)


def _whole(code: str, lines: list[str], **params: str) -> ValueFault:
    """A text that needs quotation marks, with them."""
    if len(lines) == 1:
        mended = quoted(_without_comment(lines[0]).rstrip())
        return ValueFault(code, {**params, "mended": mended}, {0: mended})
    mark = "'" if any('"' in line or "\\" in line for line in lines) else '"'
    doubled = [line.replace("'", "''") if mark == "'" else line for line in lines]
    last = len(lines) - 1
    mended_lines = {**dict(enumerate(doubled)), 0: mark + doubled[0], last: doubled[last] + mark}
    return ValueFault(code, {**params, "quote": mark}, mended_lines)


def _without_comment(text: str) -> str:
    return _COMMENT.sub("", text)


def _is_yaml(value: str) -> bool:
    try:
        return all(True for _ in yaml.parse(f"k: {value}", Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False

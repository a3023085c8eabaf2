r"""A line of Markdown without its markup: plain text, and the spans that were marked.

Stars are markup only where Markdown has them open or close something: the star of ``Belov V.*`` is
the mark of an author. An escaped letter (``\*``) stands for itself.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jatsx_draft.printed import MarkedSpan, TextMark

_TOKEN = re.compile(
    r"""(?P<escape>\\+[\\`*_{}\[\]()\#+\-.!<>|~^$&])
    | <(?P<auto>(?:https?://|www\.|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>
    | <(?P<close>/?)(?P<tag>sup|sub|b|i|em|strong|u|br|span|p)\b[^<>]*>
    | !?\[(?P<text>(?:[^\[\]\\]|\\.)*)\]\((?P<target>(?:[^()\s\\]|\\.|\([^()\s]*\))*)\)
    | \^(?P<raised>[\d*,†‡]{1,7}|[\d,]*\\\*[\d,]*)\^
    | (?P<stars>\*{1,3})
    | (?P<entity>&(?:[A-Za-z]\w{1,30}|\#\d{1,7}|\#x[0-9A-Fa-f]{1,6});)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\+([\\`*_{}\[\]()\#+\-.!<>|~^$&])")
_TAGS: Final = {
    "sup": TextMark.SUPERSCRIPT,
    "sub": TextMark.SUBSCRIPT,
    "b": TextMark.BOLD,
    "strong": TextMark.BOLD,
    "i": TextMark.ITALIC,
    "em": TextMark.ITALIC,
}
_STARS: Final = {1: (TextMark.ITALIC,), 2: (TextMark.BOLD,), 3: (TextMark.BOLD, TextMark.ITALIC)}


@dataclass(slots=True)
class _Built:
    """The text so far, its spans, and the marks that are open, each with its position."""

    text: str = ""
    spans: list[MarkedSpan] = field(default_factory=list)
    open: dict[TextMark, int] = field(default_factory=dict)

    def close(self, mark: TextMark) -> None:
        start = self.open.pop(mark, None)
        if start is not None and start < len(self.text):
            self.spans.append(MarkedSpan(start, len(self.text), mark))


def without_markup(line: str) -> tuple[str, tuple[MarkedSpan, ...]]:
    r"""The plain text of a line, and its spans.

    >>> without_markup(r"**Key words:** sea\\_level, ice")[0]
    'Key words: sea_level, ice'
    """
    if not re.search(r"[\\*<\[^&]", line):
        return line, ()
    built, at = _Built(), 0
    markup = _stars_of_markup(line)
    for token in _TOKEN.finditer(line):
        built.text += line[at : token.start()]
        at = token.end()
        kind = next(name for name in _ADD if token[name] is not None)
        if kind == "stars":
            _add_stars(built, token, markup.get(token.start()))
        else:
            _ADD[kind](built, token)
    built.text += line[at:]
    for mark in list(built.open):
        built.close(mark)
    return built.text, tuple(sorted(built.spans, key=lambda span: (span.start, -span.end)))


def _add_escape(built: _Built, token: re.Match[str]) -> None:
    built.text += token[0][-1]


def _add_auto(built: _Built, token: re.Match[str]) -> None:
    start = len(built.text)
    built.text += token["auto"].removeprefix("mailto:")
    built.spans.append(MarkedSpan(start, len(built.text), TextMark.LINK, token["auto"]))


def _add_tag(built: _Built, token: re.Match[str]) -> None:
    mark = _TAGS.get(token["tag"])
    if token["tag"] == "br":
        built.text += " "
    elif mark and token["close"]:
        built.close(mark)
    elif mark:
        built.open.setdefault(mark, len(built.text))


def _add_link(built: _Built, token: re.Match[str]) -> None:
    start = len(built.text)
    inner, spans = without_markup(token["text"])
    target = _ESCAPE.sub(r"\1", token["target"])
    built.text += inner.removeprefix("mailto:")
    built.spans += [
        MarkedSpan(one.start + start, one.end + start, one.mark, one.target) for one in spans
    ]
    if not token[0].startswith("!"):
        built.spans.append(MarkedSpan(start, len(built.text), TextMark.LINK, target))


def _add_raised(built: _Built, token: re.Match[str]) -> None:
    start = len(built.text)
    built.text += token["raised"].replace("\\", "")
    built.spans.append(MarkedSpan(start, len(built.text), TextMark.SUPERSCRIPT))


def _add_entity(built: _Built, token: re.Match[str]) -> None:
    built.text += html.unescape(token[0])


def _add_stars(built: _Built, token: re.Match[str], opens: bool | None) -> None:
    """Opens or closes what the stars mark; None if they are printed."""
    if opens is None:
        built.text += token[0]
        return
    for mark in _STARS[len(token[0])]:
        if opens:
            built.open.setdefault(mark, len(built.text))
        else:
            built.close(mark)


_ADD: Final[dict[str, Callable[[_Built, re.Match[str]], None]]] = {
    "escape": _add_escape,
    "auto": _add_auto,
    "tag": _add_tag,
    "text": _add_link,
    "raised": _add_raised,
    "stars": lambda built, token: None,  # noqa: ARG005
    "entity": _add_entity,
}


def _stars_of_markup(line: str) -> dict[int, bool]:
    """For each position of stars that are markup, whether they open something.

    Two stars may also open at the start of a line and close at the end of another.
    """
    found: dict[int, bool] = {}
    waiting: dict[int, int] = {}
    for start, length in _stars(line):
        before, after = line[:start][-1:], line[start + length :][:1]
        if length in waiting and _closes(before, after, length):
            found[waiting.pop(length)] = True
            found[start] = False
        elif _opens(before, after):
            waiting[length] = start
        elif length > 1 and not after.strip():
            found[start] = False
    if waiting.get(2) == 0:
        found[0] = True
    return found


def _stars(line: str) -> Iterator[tuple[int, int]]:
    for token in _TOKEN.finditer(line):
        if token["stars"]:
            yield token.start(), len(token["stars"])


def _opens(before: str, after: str) -> bool:
    """Whether stars may open: text follows, and no punctuation after a letter."""
    if not after or after.isspace():
        return False
    return _is_word(after) or not _is_word(before) or after in "\\<["


def _closes(before: str, after: str, length: int) -> bool:
    """Whether stars may close. Two of them also after a space: converters write them so."""
    if not before:
        return False
    if before.isspace():
        return length > 1
    return _is_word(before) or not _is_word(after)


def _is_word(character: str) -> bool:
    return character.isalnum()

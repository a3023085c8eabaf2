"""Inputs made of others: cut, repeated, joined, and with what syntaxes care for in the middle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

TOKENS: Final = (
    *(b"<", b">", b"</", b"/>", b"&", b"&amp;", b"&#0;", b"&#xFFFF;", b"<![CDATA[", b"]]>"),
    *(b"<!--", b"<i>", b"</i>", b"<math>", b'<a b="', b"<!DOCTYPE x ["),
    b'<?xml version="1.0" encoding="utf-16"?>',
    *(b":", b": ", b"- ", b"\n", b"\n  ", b"\t", b"|", b">-", b"{", b"}", b"[", b"]", b"'", b'"'),
    *(b"#", b" #", b"*a", b"&a ", b"!!str ", b"---\n", b"...\n", b"%", b"? ", b"null", b"~"),
    *(b"1e999", b"-0", b"\x00", b"\x7f", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc2\xa0"),
    *(b"\xe2\x80\xae", b"\xcc\x81", b"\xf0\x9f\x98\x80", b"\xe2\x80\xa8", b"\r"),
    *(b",", b";", b"\\", b"\\u0000", b"\\ud800", b"9" * 400, b"[" * 300),
)

MOST_CHANGES: Final = 4

Change = Callable[[DrawFn, bytes, Sequence[bytes]], bytes]


def inputs(seeds: Sequence[bytes]) -> SearchStrategy[bytes]:
    """A seed with one to four changes, or any bytes."""
    return _changed(seeds) | st.binary(max_size=200)


@st.composite
def _changed(draw: DrawFn, seeds: Sequence[bytes]) -> bytes:
    content = draw(st.sampled_from(seeds))
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=MOST_CHANGES)):
        content = change(draw, content, seeds)
    return content


def _span(draw: DrawFn, content: bytes) -> tuple[int, int]:
    start = draw(st.integers(0, len(content)))
    return start, min(len(content), start + draw(st.integers(0, 60)))


def _without_a_part(draw: DrawFn, content: bytes, seeds: Sequence[bytes]) -> bytes:  # noqa: ARG001
    start, end = _span(draw, content)
    return content[:start] + content[end:]


def _with_a_part_twice(draw: DrawFn, content: bytes, seeds: Sequence[bytes]) -> bytes:  # noqa: ARG001
    start, end = _span(draw, content)
    return content[:end] + content[start:]


def _with_a_token(draw: DrawFn, content: bytes, seeds: Sequence[bytes]) -> bytes:  # noqa: ARG001
    start, end = _span(draw, content)
    kept = draw(st.sampled_from((start, end)))
    return content[:start] + draw(st.sampled_from(TOKENS)) + content[kept:]


def _with_other_bytes(draw: DrawFn, content: bytes, seeds: Sequence[bytes]) -> bytes:  # noqa: ARG001
    start, end = _span(draw, content)
    return content[:start] + draw(st.binary(max_size=8)) + content[end:]


def _joined(draw: DrawFn, content: bytes, seeds: Sequence[bytes]) -> bytes:
    other = draw(st.sampled_from(seeds))
    return content[: _span(draw, content)[0]] + other[_span(draw, other)[0] :]


CHANGES: Final[Sequence[Change]] = (
    _without_a_part,
    _with_a_part_twice,
    _with_a_token,
    _with_other_bytes,
    _joined,
)

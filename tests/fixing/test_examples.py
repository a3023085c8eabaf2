"""Faults planted into the files of the examples, between any comments and in any quotation marks:
each is corrected, and nothing else changes by a byte."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

import jatsx
from tests.conftest import ROOT

EXAMPLES: Final = ROOT / "examples"


def articles_without_faults() -> list[Path]:
    """The article files of the examples in which nothing is corrected."""
    folders = [EXAMPLES / "caa-2021-4", EXAMPLES / "irilj-2024-2"]
    files = [path for folder in folders for path in sorted((folder / "articles").glob("*.yaml"))]
    faulty = {file.path for folder in folders for file in jatsx.fix(folder).files}
    return [path for path in files if path not in faulty]


ARTICLES: Final = articles_without_faults()

PLANTED: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    (r"^doi: (?P<value>\S+)$", lambda doi: f"https://doi.org/{doi}"),
    (r"^doi: (?P<value>\S+)$", lambda doi: f"doi:{doi}"),
    (r"^    doi: (?P<value>\S+)$", lambda doi: f"http://dx.doi.org/{doi}"),
    (r"^  accepted: (?P<value>\d{4}-\d\d-(?:1[3-9]|[23]\d))$", lambda date: _day_first(date)),
    (r"^    country: (?P<value>[A-Z]{2})$", lambda code: code.lower()),
    (r"^    - (?P<value>[^\W\d_][\w ]+)$(?=\n  \w\w:|\n\n)", lambda word: f"{word};"),
    (r"^  ru: (?P<value>[^'\"\n]*[йё][^'\"\n]*)$", lambda text: _decomposed(text)),
)
"""Values of the examples, and how each is written wrong."""

COMMENTS: Final = ("", "  # a note", "\t# doi: https://doi.org/10.5555/x", " #")
LINES: Final = ("# a comment", "", "   # keywords; dates: 28.06.2024", "#doi: &x *y !z")


@settings(max_examples=30)
@given(data=st.data())
def test_a_planted_fault_is_corrected_and_nothing_else(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(ARTICLES))
    right = with_lines(path.read_text(encoding="utf-8"), data)
    wrong = right
    for pattern, write in data.draw(st.lists(st.sampled_from(PLANTED), unique=True, min_size=1)):
        for found in reversed([*re.finditer(pattern, right, re.MULTILINE)][:3]):
            right, wrong = planted(right, wrong, found["value"], found[0], write, data)
    encode = data.draw(st.sampled_from((plain, crlf, marked)))
    check(path, encode(wrong), encode(right))


def planted(
    right: str,
    wrong: str,
    value: str,
    line: str,
    write: Callable[[str], str],
    data: st.DataObject,
) -> tuple[str, str]:
    """Both texts with a line that has the value, in some quotation marks, with some comment."""
    quote = data.draw(st.sampled_from(("", "'", '"')))
    end = data.draw(st.sampled_from(COMMENTS))
    if right.count(f"\n{line}\n") != 1 or wrong.count(f"\n{line}\n") != 1:
        return right, wrong
    start = line[: line.rindex(value)]
    written = (f"\n{start}{quote}{one}{quote}{end}\n" for one in (value, write(value)))
    return right.replace(f"\n{line}\n", next(written)), wrong.replace(f"\n{line}\n", next(written))


def check(path: Path, wrong: bytes, right: bytes) -> None:
    """Corrects an article of an issue of the examples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / path.parent.parent.name
        (folder / "articles").mkdir(parents=True)
        for other in ("journal.yaml", "issue.yaml"):
            shutil.copy(path.parent.parent / other, folder)
        file = folder / "articles" / path.name
        file.write_bytes(wrong)
        fixes = jatsx.fix(file)
        fixes.write()
        assert file.read_bytes() == right
        assert fixes.refused == []
        assert jatsx.fix(file).mends == []


def with_lines(text: str, data: st.DataObject) -> str:
    """A text with comments and empty lines before some of its top-level fields."""
    fields = [one.start() for one in re.finditer(r"^\w", text, re.MULTILINE)]
    for at in sorted(data.draw(st.sets(st.sampled_from(fields), max_size=4)), reverse=True):
        text = f"{text[:at]}{data.draw(st.sampled_from(LINES))}\n{text[at:]}"
    return text


def plain(text: str) -> bytes:
    return text.encode()


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def marked(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


def _day_first(date: str) -> str:
    return ".".join(reversed(date.split("-")))


def _decomposed(text: str) -> str:
    return text.replace("й", "и\u0306").replace("ё", "е\u0308")


def test_every_fault_can_be_planted_somewhere() -> None:
    assert list(_never_found()) == []


def _never_found() -> Iterator[str]:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    for pattern, _ in PLANTED:
        if not any(re.search(pattern, text, re.MULTILINE) for text in texts):
            yield pattern

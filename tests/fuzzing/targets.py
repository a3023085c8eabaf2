"""What is fuzzed: each reader of files, and the markup of texts, with the files to begin with.

A target takes any bytes. It must end with articles and findings whose sentences can be shown, and
never with an exception: a finding is the answer to bad input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

import jatsx
from jatsx.model.text import MarkupError, parse_prose, parse_text
from tests.conftest import ROOT
from tests.plugins.jatsx_draft.pages import CONTENTS, NAMES_FIRST, TITLE_FIRST

CORPUS: Final = Path(__file__).parent / "corpus"
"""Inputs that were found by fuzzing, in a folder for each target: tried first, and by the tests."""

SEEDS: Final[Mapping[str, Iterable[str]]] = {
    "article": ("examples/*/articles/*.yaml", "tests/mistakes/*/articles/*.yaml"),
    "json-lines": ("tests/plugins/jatsx_crossref/reader_cases/*.jsonl",),
    "crossref": ("tests/plugins/jatsx_crossref/reader_cases/*.xml",),
    "crossref-api": ("tests/plugins/jatsx_crossref/reader_cases/*.json*",),
    "jats": ("tests/plugins/jatsx_jats/reader/goldens/**/*.xml", "tests/**/goldens/**/jats/*.xml"),
    "ojs": ("tests/plugins/jatsx_ojs/versions/*.xml",),
    "spreadsheet": ("tests/**/*.csv",),
    "print": (),
}
"""The files from which the inputs of a reader are made, by the name of the reader."""

MARKUP: Final = (
    b"The <i>Lex</i> & H<sub>2</sub>O < 5 &amp; &#x41; <math><mi>x</mi></math>",
    "Әділет <b><i>және</i></b> құқық\n\nЕкінші бөлім &nbsp; &hellip; <p>".encode(),
    b"<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>",
)

PRINTED: Final = "\n".join((CONTENTS, NAMES_FIRST, TITLE_FIRST)).encode()

Target = Callable[[bytes], None]


@cache
def session() -> jatsx.Session:
    """The plugins, loaded once."""
    return jatsx.Session()


def read_with(reader: str) -> Target:
    """A target that reads bytes with one reader, and shows what it found."""

    def target(content: bytes) -> None:
        sentences = session().registry.sentences
        for record in jatsx.read(content, reader=reader, session=session()):
            for finding in record.findings:
                assert sentences.sentence(finding)

    return target


def markup(content: bytes) -> None:
    """Reads a text and a prose. A mistake in their markup is a :class:`MarkupError`."""
    written = content.decode("utf-8", errors="replace")
    with suppress(MarkupError):
        text = parse_text(written)
        assert parse_text(text.source) == text
    with suppress(MarkupError):
        assert parse_prose(written).plain is not None


TARGETS: Final[Mapping[str, Target]] = {
    **{name: read_with(name) for name in SEEDS},
    "markup": markup,
}


def seeds(name: str) -> list[bytes]:
    """The inputs that a target begins with: found ones first."""
    found = sorted((CORPUS / name).glob("*"))
    paths = (path for glob in SEEDS.get(name, ()) for path in sorted(ROOT.glob(glob)))
    given = {"markup": MARKUP, "print": (PRINTED,)}.get(name, ())
    return [*(path.read_bytes() for path in (*found, *paths)), *given]

"""The params of findings hold what was typed, and codes: no words that need a translation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_bad_input import BAD
from tests.conftest import ROOT
from tests.findings.params import words_beyond
from tests.readers.reading import findings, marked, read_text
from tests.readers.test_positions import FILES
from tests.readers.test_scalars import HARMFUL
from tests.readers.test_yaml_errors import FAULTS

INPUTS = [
    *((file, marked(text)[0]) for file, text, _ in FILES),
    *(("a.yaml", text) for text, *_ in FAULTS.values()),
    *((file, text) for file, text, _ in HARMFUL.values()),
    *(("01.yaml", bad.content) for bad in BAD.values()),
]
MAKERS = {"Finding", "SourceError", "UnreadableFile", "MarkupError", "UnreadableSource"}
MAKERS |= {"_finding", "_fault", "warn"}


@pytest.mark.parametrize(("file", "text"), INPUTS, ids=range(len(INPUTS)))
def test_the_params_of_a_bad_file_hold_no_words(
    tmp_path: Path, file: str, text: str | bytes
) -> None:
    typed = text if isinstance(text, str) else text.decode("utf-8", "replace")
    for finding in findings(read_text(tmp_path, file, text)):
        assert words_beyond(finding.params, typed) == set(), finding


def test_no_finding_is_made_with_words() -> None:
    assert list(_phrases_in_params()) == []


def _phrases_in_params() -> Iterator[str]:
    """Texts of several words where the code makes a finding, except details."""
    for path in (*(ROOT / "jatsx").rglob("*.py"), *(ROOT / "plugins").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
                keywords = (one.value for one in node.keywords if one.arg != "detail")
                for part in (*node.args, *keywords):
                    yield from filter(_is_phrase, _texts(part))


def _texts(part: ast.expr) -> Iterator[str]:
    for node in ast.walk(part):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _is_phrase(text: str) -> bool:
    return any(before.isalpha() for before in text.split(" ")[:-1])


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")

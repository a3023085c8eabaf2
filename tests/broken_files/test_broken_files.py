"""Each broken file is reported with its own findings, in every language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import jatsx
from jatsx.findings.translation import LANGUAGES, in_language

from .cases import CASES, read_case


@cache
def session() -> jatsx.Session:
    return jatsx.Session()


def test_there_are_many() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_file_is_reported(case: Path, tmp_path: Path) -> None:
    broken = read_case(case)
    found = broken.findings(tmp_path / "2024-2", session())
    assert sorted({finding.code for finding in found}) == broken.codes
    assert set(broken.what) == set(LANGUAGES)
    sentences = session().registry.sentences
    for finding in found:
        said = set()
        for language in LANGUAGES:
            with in_language(language):
                assert sentences.hint(finding)
                said.add(sentences.sentence(finding))
        assert len(said) == len(LANGUAGES)

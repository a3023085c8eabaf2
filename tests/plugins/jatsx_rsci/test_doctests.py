"""The examples in the plugin's docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import jatsx_rsci

WITH_EXAMPLES = [
    f"jatsx_rsci.{path.stem}"
    for path in sorted(Path(jatsx_rsci.__file__).parent.glob("*.py"))
    if ">>>" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples(module: str) -> None:
    results = doctest.testmod(import_module(module))
    assert results.attempted > 0
    assert results.failed == 0

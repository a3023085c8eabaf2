"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import jatsx

CORE = Path(jatsx.__file__).parent
WITH_EXAMPLES = [
    ".".join(path.relative_to(CORE.parent).with_suffix("").parts)
    for path in sorted(CORE.rglob("*.py"))
    if ">>>" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples(module: str) -> None:
    results = doctest.testmod(import_module(module.removesuffix(".__init__")))
    assert results.attempted > 0
    assert results.failed == 0

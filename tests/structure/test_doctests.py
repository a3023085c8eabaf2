"""The examples in docstrings are true, those of jatsx and of the plugins beside it."""

from __future__ import annotations

import doctest
from importlib import import_module

from tests.structure.modules import CORE, ROOT, modules, text_of

PACKAGES = [CORE, *sorted(path for path in (ROOT / "plugins").glob("jatsx_*") if path.is_dir())]
WITH_EXAMPLES = [
    f"{package.name}.{module}".rstrip(".")
    for package in PACKAGES
    for module in modules(package)
    if ">>>" in text_of(package, module)
]


def test_examples() -> None:
    results = {name: doctest.testmod(import_module(name)) for name in WITH_EXAMPLES}
    assert len(results) > 15
    assert [name for name, result in results.items() if result.attempted == 0] == []
    assert [name for name, result in results.items() if result.failed] == []

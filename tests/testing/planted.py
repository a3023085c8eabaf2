"""Running conformance tests without pytest, on a reader or a rule with a planted fault."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


def failed_tests(tests: type, cases: dict[str, Any], folder: Path) -> list[str]:
    """The names of the tests of a class that fail. ``cases`` are the values of their arguments."""
    one = tests()
    return [name for name, test in _tests(one) if _fails(test, {**cases, "tmp_path": folder})]


def _tests(one: object) -> Iterator[tuple[str, Callable[..., None]]]:
    for name, test in inspect.getmembers(one, inspect.ismethod):
        if name.startswith("test_"):
            yield name, test


def _fails(test: Callable[..., None], cases: dict[str, Any]) -> bool:
    given = {name: cases[name] for name in inspect.signature(test).parameters}
    try:
        test(**given)
    except Exception:
        return True
    return False

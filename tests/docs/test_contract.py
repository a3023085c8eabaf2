"""The page on the contract tells of every public name and hook."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import jatsx
from jatsx.plugin import hookspecs

PAGE = Path(__file__).parent.parent.parent / "docs" / "plugins" / "contract.md"
TEXT = PAGE.read_text("utf-8")
HOOKS = [name for name in dir(hookspecs) if name.startswith("jatsx_")]


@pytest.mark.parametrize("name", jatsx.__all__)
def test_each_public_name_is_told_of(name: str) -> None:
    assert re.search(rf"^(- `{name}`|{name}[(.]|### `jatsx\.[a-z.]*{name}`)", TEXT, re.MULTILINE)


@pytest.mark.parametrize("hook", HOOKS)
def test_each_hook_is_told_of_with_its_signature(hook: str) -> None:
    signature = str(inspect.signature(getattr(hookspecs, hook))).replace("'", "")
    assert f"```python\n{hook}{signature}\n```" in TEXT


def test_each_name_of_a_public_module_is_told_of() -> None:
    names = (name for module in jatsx._MODULES for name in getattr(jatsx, module).__all__)
    assert [name for name in names if not re.search(rf"`{name}`|^{name}\(", TEXT, re.M)] == []

"""The pages on the contract and the library describe every public name and hook."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import jatsx
from jatsx.plugin import hookspecs

DOCS = Path(__file__).parent.parent.parent / "docs"
TEXT = "".join((DOCS / page).read_text("utf-8") for page in ("plugins/contract.md", "library.md"))
HOOKS = [name for name in dir(hookspecs) if name.startswith("jatsx_")]


def test_each_public_name_has_its_entry() -> None:
    entry = r"^(- `{0}`|(class )?{0}[(.]|### `jatsx\.[a-z.]*{0}`)"
    names = [name for name in jatsx.__all__ if not re.search(entry.format(name), TEXT, re.M)]
    assert names == []


def test_each_hook_has_its_signature() -> None:
    hooks = {name: str(inspect.signature(getattr(hookspecs, name))) for name in HOOKS}
    shown = [f"```python\n{name}{hooks[name]}\n```".replace("'", "") for name in hooks]
    assert [one for one in shown if one not in TEXT] == []


def test_each_name_of_a_public_module_is_told_of() -> None:
    names = (name for module in jatsx._MODULES for name in getattr(jatsx, module).__all__)
    assert [name for name in names if not re.search(rf"`{name}`|^{name}\(", TEXT, re.M)] == []

"""Small faults that are planted one at a time in a copy of the code, each by hand.

The catalogue, ``planted_faults.yaml``, says of each fault which snippet of which file becomes what,
which tests ought to catch it, and whether they do.

Code may move, and names may change. Then look for the place where the code now does the same, and
plant the same fault there. Don't take a fault out because it isn't caught any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
import yaml

CATALOGUE: Final = Path(__file__).with_name("planted_faults.yaml")

CODE: Final = ("jatsx", "plugins")
"""The folders in which faults are planted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: in ``file``, ``old`` becomes ``new``. ``caught`` is whether its tests notice."""

    name: str
    file: str
    old: str
    new: str
    tests: list[str]
    caught: bool

    def planted_in(self, text: str) -> str:
        """The text of the file with the fault."""
        return text.replace(self.old, self.new)


FAULTS: Final = [Fault(**entry) for entry in yaml.safe_load(CATALOGUE.read_text("utf-8"))]

of_each_fault = pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])

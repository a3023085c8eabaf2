"""The articles of other publishers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

INPUTS: Final = Path(__file__).parents[6] / "shared" / "inputs" / "jats"

FILES: Final = sorted(INPUTS.glob("*.xml"))

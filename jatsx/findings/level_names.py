"""The levels of findings in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Level
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _
from jatsx.model.frozenmap import FrozenMap

_NAMES: Final[Mapping[str, str]] = FrozenMap(
    {
        Level.ERROR.value: N_("error"),
        Level.WARNING.value: N_("warning"),
        Level.LOST.value: N_("not included"),
    }
)


def level_name(level: Level) -> str:
    """The name of a level: "error"."""
    return _(_NAMES[level])


def with_format(level: str, target: str | None) -> str:
    """The name of a level, with the format that it concerns, if any: "error for NAME"."""
    return _("{level} for {format}").format(level=level, format=target) if target else level

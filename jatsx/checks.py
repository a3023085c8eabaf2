"""What a rule is: a question about one part of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jatsx.findings import Level
from jatsx.frozenmap import FrozenMap


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found in a part: the field, relative to the part, and what the sentence needs."""

    field: str = ""
    params: Mapping[str, str] = FrozenMap()


@dataclass(frozen=True, slots=True)
class Rule:
    """A question asked of every part of one class.

    Args:
        code: part-thing-fault: ``contributor-orcid-checksum``.
        level: how much a fault weighs, unless the journal says otherwise.
        on: the class of the model it is asked of.
        check: finds the faults of one part.
        message: the sentence, a format string over the fault's params.
        hint: what to do about it, likewise.
        target: the format that asks, or None where every format does.
    """

    code: str
    level: Level
    on: type
    check: Callable[[Any], Iterable[Fault]]
    message: str
    hint: str = ""
    target: str | None = None

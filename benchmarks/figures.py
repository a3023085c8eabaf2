"""All that a run of the benchmark measured, as it is kept in a file."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from lxml import etree

from benchmarks.processes import Cost, Costs


@dataclass(frozen=True, slots=True)
class Counted:
    """What a layer takes for one article, counted: calls of functions, and bytes of memory."""

    python_calls: float
    c_calls: float
    peak_bytes: float
    kept_bytes: float


@dataclass(slots=True)
class Figures:
    """What was measured; what wasn't is empty.

    ``layers`` are costs of one article. ``instructions`` are millions, at the start and per
    article. ``remarks`` say what couldn't be measured, and why.
    """

    machine: Mapping[str, str] = field(default_factory=dict)
    cold: Costs = field(default_factory=dict)
    bulk: dict[int, Costs] = field(default_factory=dict)
    layers: Costs = field(default_factory=dict)
    peer: Costs = field(default_factory=dict)
    counted: Mapping[str, Counted] = field(default_factory=dict)
    instructions: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def as_json(self) -> str:
        """The figures as JSON."""
        return json.dumps(asdict(self), indent=2)

    @classmethod
    def of_json(cls, text: str) -> Figures:
        """The figures that :meth:`as_json` wrote."""
        data: dict[str, Any] = json.loads(text)
        return cls(
            data["machine"],
            _costs(data["cold"]),
            {int(count): _costs(costs) for count, costs in data["bulk"].items()},
            _costs(data["layers"]),
            _costs(data["peer"]),
            {layer: Counted(**counted) for layer, counted in data["counted"].items()},
            data["instructions"],
            data["remarks"],
        )


def machine() -> dict[str, str]:
    """What ratios may depend on."""
    return {
        "Python": platform.python_version(),
        "lxml": ".".join(map(str, etree.LXML_VERSION[:3])),
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
    }


def _costs(data: Mapping[str, Sequence[Mapping[str, float]]]) -> Costs:
    return {name: [Cost(**cost) for cost in costs] for name, costs in data.items()}

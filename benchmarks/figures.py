"""The figures of a benchmark run, and how they are stored."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from lxml import etree

from benchmarks.processes import Cost, Costs


@dataclass(slots=True)
class Figures:
    """What was measured; what wasn't measured is empty.

    ``runs`` are whole runs by the number of articles. ``layers`` and ``peer`` are costs per
    article. ``remarks`` say what couldn't be measured, and why.
    """

    environment: Mapping[str, str] = field(default_factory=dict)
    start: Costs = field(default_factory=dict)
    runs: dict[int, Costs] = field(default_factory=dict)
    layers: Costs = field(default_factory=dict)
    peer: Costs = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def to_json(self) -> str:
        """The figures as JSON."""
        return json.dumps(asdict(self), indent=2)

    @classmethod
    def from_json(cls, text: str) -> Figures:
        """The figures that :meth:`to_json` wrote."""
        data: dict[str, Any] = json.loads(text)
        return cls(
            data["environment"],
            _costs(data["start"]),
            {int(count): _costs(costs) for count, costs in data["runs"].items()},
            _costs(data["layers"]),
            _costs(data["peer"]),
            data["remarks"],
        )


def environment() -> dict[str, str]:
    """The date, and what the ratios may depend on."""
    return {
        "date": date.today().isoformat(),
        "Python": platform.python_version(),
        "lxml": ".".join(map(str, etree.LXML_VERSION[:3])),
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
    }


def _costs(data: Mapping[str, Sequence[Mapping[str, float]]]) -> Costs:
    return {name: [Cost(**cost) for cost in costs] for name, costs in data.items()}

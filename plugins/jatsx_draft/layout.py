"""The layout of an issue: a few lines of YAML that are learnt from it, and kept for the next one.

    version: 1
    order: [names, title]
    families: last
    labels:
      keywords: [Тірек сөздер]
      received: [Мақала келіп түскен күні]

``order`` says whether the names of a block stand above its title; ``families`` whether family names
come first or last where a form does not tell; ``labels`` are further variants of labels, as they
are printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from jatsx import UnreadableSource
from jatsx_draft.labels import Labels
from jatsx_draft.words.labels import LabelKind

NAME: Final = "layout.yaml"
VERSION: Final = 1
LARGEST: Final = 100_000
"""The maximum number of bytes of a layout."""

HEAD: Final = "# How the issue is printed. `jatsx draft --like` reads it for the next issue.\n"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout; what is None or empty is told by each issue itself."""

    names_first: bool | None = None
    families_last: bool | None = None
    labels: Mapping[LabelKind, Sequence[str]] = field(default_factory=dict)

    def all_labels(self) -> Labels:
        """The labels with the variants of this layout."""
        return Labels(self.labels)


UNKNOWN: Final = Layout()
"""The layout of an issue of which nothing is known before."""


def read_layout(name: str | None) -> Layout:
    """The layout in a file; an empty one if there is no file.

    Raises:
        UnreadableSource: the file cannot be read, or is not a layout.
    """
    if not name:
        return Layout()
    path = Path(name)
    try:
        content = path.read_bytes()[: LARGEST + 1]
        if len(content) > LARGEST:
            raise UnreadableSource("draft-layout-invalid", file=name)
        return _layout(yaml.load(content, Loader=yaml.CBaseLoader))
    except (OSError, ValueError, yaml.YAMLError):
        raise UnreadableSource("draft-layout-invalid", file=name) from None


def _layout(data: Any) -> Layout:
    """The layout that plain data describe.

    Raises:
        ValueError: they describe none, or a newer version.
    """
    known = {"version", "order", "families", "labels"}
    if (
        not isinstance(data, dict)
        or not data.keys() <= known
        or data.get("version") != str(VERSION)
    ):
        raise ValueError(data)
    order, families = data.get("order"), data.get("families")
    if order not in (None, ["names", "title"], ["title", "names"]):
        raise ValueError(order)
    if families not in (None, "first", "last"):
        raise ValueError(families)
    return Layout(
        None if order is None else order[0] == "names",
        None if families is None else families == "last",
        dict(_labels(data.get("labels") or {})),
    )


def _labels(data: Any) -> list[tuple[LabelKind, list[str]]]:
    if not isinstance(data, dict):
        raise ValueError(data)
    kinds = {kind.value: kind for kind in LabelKind}
    found: list[tuple[LabelKind, list[str]]] = []
    for name, variants in data.items():
        if name not in kinds or not isinstance(variants, list):
            raise ValueError(name)
        found.append((kinds[name], [str(one) for one in variants]))
    return found


def layout_text(layout: Layout) -> bytes:
    """The content of a file with a layout."""
    data: dict[str, Any] = {"version": VERSION}
    if layout.names_first is not None:
        data["order"] = ["names", "title"] if layout.names_first else ["title", "names"]
    if layout.families_last is not None:
        data["families"] = "last" if layout.families_last else "first"
    if layout.labels:
        data["labels"] = {kind.value: list(own) for kind, own in layout.labels.items()}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None)
    return (HEAD + text).encode()

"""How findings are shown: to a person, to programs. Each view is a module of this package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import Result
    from jatsx.plugin.registry import Registry

VIEWS: Final[Mapping[str, str]] = {
    "text": "text_view",
    "json": "json_view",
    "github": "github_view",
    "sarif": "sarif_view",
    "junit": "junit_view",
}
"""The views, and the modules of this package that show them."""


class View(Protocol):
    """What such a module has. It writes to standard output, and nothing else does."""

    def show(self, result: Result, registry: Registry, out: Path | None) -> None:
        """Shows what became of everything; ``out`` is the folder that was written to."""

    def show_validated(self, results: Sequence[Validated], registry: Registry) -> None:
        """Shows what the schemas say of files."""


def view_of(name: str) -> View:
    """The view of a name."""
    return cast(View, import_module(f"jatsx.cli.views.{VIEWS[name]}"))

"""The views of results, for people and for programs. Each view is a module of this package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import RunResult
    from jatsx.plugin.registry import Registry

VIEWS: Final[Mapping[str, str]] = {
    "text": "text_view",
    "json": "json_view",
    "github": "github_view",
    "sarif": "sarif_view",
    "junit": "junit_view",
}
"""The modules of the views, by the name of the view."""


class View(Protocol):
    """The functions of such a module. Only views write to standard output."""

    def show(self, result: RunResult, registry: Registry, out: Path | str | None) -> None:
        """Shows the result of a run; ``out`` is its output folder, None if nothing was written."""

    def show_validated(self, results: Sequence[Validated], registry: Registry) -> None:
        """Shows the results of validating files."""


def view_of(name: str) -> View:
    """Returns the view with a name."""
    return cast(View, import_module(f"jatsx.cli.views.{VIEWS[name]}"))

"""Writes the targets' figures into ``docs/performance.md``, between two comments."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_BETWEEN: Final = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def with_figures(page: str, figures: str) -> str:
    """The page with its figures replaced.

    Raises:
        ValueError: the page has no comments that mark the place.
    """
    if not _BETWEEN.search(page):
        raise ValueError("the page has no <!-- figures --> … <!-- end of figures -->")
    return _BETWEEN.sub(lambda _: f"\n{figures}\n", page)


def write_figures(path: Path, figures: str) -> None:
    """Replaces the figures of a page."""
    path.write_text(with_figures(path.read_text("utf-8"), figures), "utf-8")

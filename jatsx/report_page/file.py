"""The file of the page: its name, and how it is recognised."""

from __future__ import annotations

from typing import Final

PAGE: Final = "report.html"
"""The name of the page: in an output folder, or in the current folder."""

_GENERATOR: Final = '<meta name="generator" content="jatsx'


def is_report_page(start: str) -> bool:
    """Whether a file is a page of jatsx, by its first 1000 characters."""
    return _GENERATOR in start[:1000]

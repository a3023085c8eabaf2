"""The options of an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jatsx_rsci.options import (
    DEFAULT_LANGUAGE,
    DEFAULT_ROMANISED,
    FULL_TEXT_URLS,
    ISSUE_TYPES,
    ROMANISED,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a file."""

    titleid: str | None = None
    language: str = DEFAULT_LANGUAGE
    issue_type: str | None = None
    pages: str | None = None
    romanised: str | None = ROMANISED[DEFAULT_ROMANISED]
    is_zip: bool = False
    full_text_url: str = FULL_TEXT_URLS[0]


def settings_of(options: Mapping[str, str]) -> Settings:
    """The settings of some options. Empty options are ignored."""
    return Settings(
        titleid=options.get("titleid") or None,
        language=options.get("language") or DEFAULT_LANGUAGE,
        issue_type=ISSUE_TYPES.get(options.get("issue_type", "")),
        pages=options.get("pages") or None,
        romanised=ROMANISED.get(options.get("romanised") or DEFAULT_ROMANISED),
        is_zip=options.get("package") == "zip",
        full_text_url=options.get("full_text_url") or FULL_TEXT_URLS[0],
    )

"""What the options of an export say, and where a journal writes them."""

from __future__ import annotations

from dataclasses import dataclass

from jatsx import ExportContext
from jatsx.model.fieldpath import Path, format_path
from jatsx_rsci.options import DEFAULT_LANGUAGE, DEFAULT_ROMANISED, ISSUE_TYPES, NAME, ROMANISED


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a file, read once."""

    titleid: str | None = None
    language: str = DEFAULT_LANGUAGE
    issue_type: str | None = None
    pages: str | None = None
    romanised: str | None = ROMANISED[DEFAULT_ROMANISED]


def settings_of(context: ExportContext) -> Settings:
    """What the options say."""
    return Settings(
        titleid=context.option("titleid"),
        language=context.option("language") or DEFAULT_LANGUAGE,
        issue_type=ISSUE_TYPES.get(context.option("issue_type") or ""),
        pages=context.option("pages"),
        romanised=ROMANISED.get(context.option("romanised") or DEFAULT_ROMANISED),
    )


def field_of(option: str) -> Path:
    """The field in which an option is written, from the journal."""
    return ("formats", NAME, option)


def origin_of(option: str) -> str:
    """The field in which an option is written, from the article."""
    return format_path(("issue", "journal", *field_of(option)))

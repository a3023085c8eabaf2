"""The options of an export: the version, and the language of what has only one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jatsx import ExportContext, Option

from jatsx_datacite.version import VERSIONS, Version

OPTIONS: Final = (
    Option(
        "language",
        "the language of what DataCite has in one only: names of people, affiliations, the"
        " publisher, funders and projects",
        default="the article's language",
        kind="language",
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The version of the schema, and the language preferred."""

    version: Version
    language: str | None = None


def settings_of(context: ExportContext) -> Settings:
    """The settings of an export."""
    version = VERSIONS.get(context.version) or next(iter(VERSIONS.values()))
    return Settings(version, context.option("language"))

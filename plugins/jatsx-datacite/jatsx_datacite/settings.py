"""What an export is told: the version of the schema, and the language of what has one alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jatsx import ExportContext, Option

from jatsx_datacite.version import VERSIONS, Version

OPTIONS: Final = (
    Option(
        "language",
        "the language of what DataCite takes in one alone: names of people, affiliations, the"
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
    """What a deposit asks for."""
    version = VERSIONS.get(context.version) or next(iter(VERSIONS.values()))
    return Settings(version, context.option("language"))

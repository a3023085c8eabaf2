"""The options of an export: the version and the preferred language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jatsx import N_, ExportContext, Option

from jatsx_datacite.version import VERSIONS, Version

OPTIONS: Final = (
    Option(
        "language",
        help=(
            "the language of values that DataCite allows in only one language: the names of people,"
            " affiliations, publishers and funders, and the titles of projects"
        ),
        default=N_("the language of the article"),
        kind="language",
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The version of the schema, and the preferred language."""

    version: Version
    language: str | None = None


def settings_of(context: ExportContext) -> Settings:
    """The settings of an export."""
    version = VERSIONS.get(context.version) or next(iter(VERSIONS.values()))
    return Settings(version, context.option("language"))

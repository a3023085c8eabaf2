"""The settings of a journal's deposits: ``formats: {crossref: …}`` or ``--set crossref.…``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from jatsx import Option
from jatsx.standards.identifiers import bare_doi
from jatsx_crossref.version import Version, version_named

NAME: Final = "crossref"
"""The name of the format on the command line, in the journal's settings and in findings."""

COLLECTIONS: Final = ("crawler-based", "text-mining", "syndication", "unspecified")
"""The collections that full-text links can go to: those values of ``collection/@property`` that
require only an address."""

NO_COLLECTION: Final = "none"
"""The value of the option with which full-text links are not sent."""

DEFAULT_COLLECTIONS: Final = "crawler-based text-mining"

OPTIONS: Final = (
    Option("depositor_name", "the name of the organisation that deposits", required=True),
    Option("email_address", "the address that Crossref writes its reports to", required=True),
    Option("registrant", "the organisation that answers for the records", required=True),
    Option(
        "crossmark_policy",
        "the DOI of the journal's Crossmark policy page; without it no Crossmark is sent",
    ),
    Option("crossmark_domains", "the domains of the journal's site, separated by spaces"),
    Option(
        "journal_titles",
        "the languages whose journal titles are sent, in order and separated by spaces, as in"
        " Crossref's record of the journal",
        default="the first title",
    ),
    Option(
        "references",
        "which text of a reference is sent, where there is a romanised one",
        choices=("original", "romanised"),
        default="original",
    ),
    Option(
        "language",
        "the language of elements that allow only one language",
        default="the article's",
    ),
    Option(
        "collections",
        "what full-text links are sent for, separated by spaces: crawler-based (Similarity Check),"
        " text-mining, syndication, unspecified; or none",
        default=DEFAULT_COLLECTIONS,
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a deposit that shape its articles, read once."""

    version: Version
    language: str | None = None
    journal_titles: tuple[str, ...] = ()
    references: Literal["original", "romanised"] = "original"
    collections: tuple[str, ...] = tuple(DEFAULT_COLLECTIONS.split())
    crossmark_policy: str | None = None
    crossmark_domains: tuple[str, ...] = ()


def settings_of(version: str, options: Mapping[str, str]) -> Settings:
    """The settings of a version of the format and its options."""
    policy = options.get("crossmark_policy")
    chosen = (options.get("collections") or DEFAULT_COLLECTIONS).split()
    return Settings(
        version=version_named(version),
        language=options.get("language") or None,
        journal_titles=_words(options, "journal_titles"),
        references="romanised" if options.get("references") == "romanised" else "original",
        collections=tuple(name for name in COLLECTIONS if name in chosen),
        crossmark_policy=bare_doi(policy) if policy else None,
        crossmark_domains=_words(options, "crossmark_domains"),
    )


def _words(options: Mapping[str, str], option: str) -> tuple[str, ...]:
    return tuple((options.get(option) or "").split())

"""The options of the format: ``formats: {crossref: …}`` or ``--set crossref.…``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from jatsx import N_, Option
from jatsx.standards.identifiers import bare_doi
from jatsx_crossref.version import Version, version_named

NAME: Final = "crossref"
"""The name of the format on the command line, in the journal's settings and in findings."""

COLLECTIONS: Final = ("crawler-based", "text-mining", "syndication", "unspecified")
"""The collections of full-text links: the values of ``collection/@property`` that require only a
URL."""

NO_COLLECTION: Final = "none"
"""The value of the option that excludes full-text links."""

DEFAULT_COLLECTIONS: Final = "crawler-based text-mining"

OPTIONS: Final = (
    Option(
        "depositor_name",
        help="the name of the organisation that makes the deposit",
        required=True,
    ),
    Option(
        "email_address",
        help="the e-mail address to which Crossref sends its reports",
        required=True,
    ),
    Option(
        "registrant",
        help="the name of the organisation that is responsible for the metadata",
        required=True,
    ),
    Option(
        "crossmark_policy",
        help="the DOI of the journal's Crossmark policy page, which is required for Crossmark data",
    ),
    Option(
        "crossmark_domains",
        help="the domains of the journal's website, separated by spaces",
    ),
    Option(
        "journal_titles",
        help=(
            "the languages of the journal titles to include, separated by spaces, in the order of"
            " Crossref's record of the journal"
        ),
        default=N_("the language of the first title"),
    ),
    Option(
        "references",
        help="the text to include if a reference has an original and a romanised text",
        choices=("original", "romanised"),
        default="original",
    ),
    Option(
        "language",
        help="the language of elements that allow only one language",
        default=N_("the language of the article"),
    ),
    Option(
        "collections",
        help=(
            "the uses for which full-text links are included, separated by spaces: crawler-based"
            " (for Similarity Check), text-mining, syndication, unspecified, or only none"
        ),
        default=DEFAULT_COLLECTIONS,
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a deposit that affect its articles."""

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

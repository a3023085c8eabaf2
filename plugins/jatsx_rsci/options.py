"""The settings of a journal's files: ``formats: {rsci: …}`` or ``--set rsci.…``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jatsx import Deposit, Option
from jatsx.fieldpath import Path, written

NAME: Final = "rsci"
"""What the command line, the journal's settings and the findings call the format."""

ISSUE_TYPES: Final = {"regular": "ISS", "online-first": "OFI", "special": "SPI"}
"""What ``issue/@type`` calls each kind of issue."""

ROMANISED: Final = {"transliteration": "TGL", "english": "ENG", "none": None}
"""What ``refInfo/@lang`` calls a romanised text, by what the option says; None: it isn't sent."""

DEFAULT_LANGUAGE: Final = "ru"
DEFAULT_ROMANISED: Final = "transliteration"

OPTIONS: Final = (
    Option(
        "titleid",
        "the number of the journal at eLIBRARY, which stands in the address of its page:"
        " elibrary.ru/title_about.asp?id=…",
        required=True,
    ),
    Option(
        "language",
        "the language of what is sent in one language only: the titles of the journal and of the"
        " issue",
        default=DEFAULT_LANGUAGE,
        kind="language",
    ),
    Option(
        "issue_type",
        "what kind of issue it is",
        choices=tuple(ISSUE_TYPES),
        default="special where the issue says what it calls itself under special, else regular",
    ),
    Option(
        "pages",
        "the pages of the issue, such as 1-96",
        default="from the first page of its articles to the last",
    ),
    Option(
        "romanised",
        "as what the romanised text of a reference is sent",
        choices=tuple(ROMANISED),
        default=DEFAULT_ROMANISED,
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a file, read once."""

    titleid: str | None = None
    language: str = DEFAULT_LANGUAGE
    issue_type: str | None = None
    pages: str | None = None
    romanised: str | None = ROMANISED[DEFAULT_ROMANISED]


def settings_of(deposit: Deposit) -> Settings:
    """What the options say."""
    return Settings(
        titleid=deposit.option("titleid"),
        language=deposit.option("language") or DEFAULT_LANGUAGE,
        issue_type=ISSUE_TYPES.get(deposit.option("issue_type") or ""),
        pages=deposit.option("pages"),
        romanised=ROMANISED.get(deposit.option("romanised") or DEFAULT_ROMANISED),
    )


def field_of(option: str) -> Path:
    """The field in which an option is written, from the journal."""
    return ("formats", NAME, option)


def origin_of(option: str) -> str:
    """The field in which an option is written, from the article."""
    return written(("issue", "journal", *field_of(option)))

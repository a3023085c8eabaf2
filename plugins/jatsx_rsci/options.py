"""The settings of a journal's files: ``formats: {rsci: …}`` or ``--set rsci.…``."""

from __future__ import annotations

from typing import Final

from jatsx import Option

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

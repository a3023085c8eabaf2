"""The options of the format: ``formats: {rsci: …}`` or ``--set rsci.…``."""

from __future__ import annotations

from typing import Final

from jatsx import N_, Option

NAME: Final = "rsci"
"""The name of the format on the command line, in the journal's settings and in findings."""

MARKUP: Final = "Markup_unicode.xml"
"""The name of the XML file in the ZIP file."""

ISSUE_TYPES: Final = {"regular": "ISS", "online-first": "OFI", "special": "SPI"}
"""The value of ``issue/@type`` for each value of the option ``issue_type``."""

ROMANISED: Final = {"transliteration": "TGL", "english": "ENG", "none": None}
"""The value of ``refInfo/@lang`` of a romanised text for each value of the option ``romanised``.
None excludes romanised texts."""

PACKAGES: Final = ("xml", "zip")
"""The values of the option ``package``."""

FULL_TEXT_URLS: Final = ("described", "publisher")
"""The values of the option ``full_text_url``."""

DEFAULT_LANGUAGE: Final = "ru"
DEFAULT_ROMANISED: Final = "transliteration"

OPTIONS: Final = (
    Option(
        "titleid",
        help=(
            "the number of the journal at eLIBRARY, from the address of its page:"
            " elibrary.ru/title_about.asp?id=…"
        ),
        required=True,
    ),
    Option(
        "language",
        help=(
            "the language of the journal title and the issue title, which RSCI allows in only one"
            " language"
        ),
        default=DEFAULT_LANGUAGE,
        kind="language",
    ),
    Option(
        "issue_type",
        help="the type of the issue",
        choices=tuple(ISSUE_TYPES),
        default=N_("special if the issue has the field `special`, otherwise regular"),
    ),
    Option(
        "pages",
        help="the pages of the issue, for example 1-96",
        default=N_("from the first page of its articles to the last page"),
    ),
    Option(
        "romanised",
        help="the language of romanised texts of references in the file, or none to exclude them",
        choices=tuple(ROMANISED),
        default=DEFAULT_ROMANISED,
    ),
    Option(
        "package",
        help=(
            "zip for the ZIP file that Articulus restores, with the files of `files`; xml for the"
            " XML file without them"
        ),
        choices=PACKAGES,
        default=PACKAGES[0],
    ),
    Option(
        "full_text_url",
        help=(
            "how the URL of a PDF is written: described has the type fullText and comes after the"
            " files; publisher comes before the files, with location=publisher and"
            " version=published, as other programs write it. It is not known which one eLIBRARY"
            " prefers"
        ),
        choices=FULL_TEXT_URLS,
        default=FULL_TEXT_URLS[0],
    ),
    Option(
        "schema",
        help=(
            "the path of your own copy of eLIBRARY's schema (XSD), with which each file is"
            " validated too"
        ),
        kind="schema",
    ),
)

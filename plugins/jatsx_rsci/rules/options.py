"""Rules on the RSCI options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx import Fault, Level, fault, option_field
from jatsx.model import Journal
from jatsx_rsci.options import NAME
from jatsx_rsci.pages import is_pages
from jatsx_rsci.rules.common import rule, settings_in

_NUMBER: Final = re.compile(r"[0-9]{1,9}\Z")


@rule(
    "rsci-option-titleid-form",
    Level.ERROR,
    message="{titleid} is not a valid number of a journal at eLIBRARY.",
    hint=(
        "Copy the number after id= from the URL of the journal's page at elibrary.ru. It contains"
        " only digits."
    ),
)
def titleid_form(journal: Journal) -> Iterator[Fault]:
    """The journal's number at eLIBRARY contains only digits.

    eLIBRARY assigns this number and uses it to identify the journal.

    Source: eLIBRARY's schema, ``titleid``: an unsigned integer.

    Good:

        formats: {rsci: {titleid: "99999"}}

    Bad:

        formats: {rsci: {titleid: "id=99999"}}
    """
    titleid = settings_in(journal).titleid
    if titleid and not _NUMBER.match(titleid):
        yield fault(option_field(NAME, "titleid"), titleid=titleid)


@rule(
    "rsci-option-pages-form",
    Level.ERROR,
    message="eLIBRARY does not allow these pages: {pages}.",
    hint="Write the first and the last page in digits with a hyphen, for example 1-96.",
)
def pages_form(journal: Journal) -> Iterator[Fault]:
    """The pages of the issue contain only digits or only letters.

    Several ranges are separated by a comma and a space.

    Source: eLIBRARY's explanations of ``pages``.

    Good:

        formats: {rsci: {pages: 1-96}}

    Bad:

        formats: {rsci: {pages: 96 pages}}
    """
    pages = settings_in(journal).pages
    if pages and not is_pages(pages):
        yield fault(option_field(NAME, "pages"), pages=pages)

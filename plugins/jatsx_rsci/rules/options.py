"""What is asked of the options."""

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
    message="{titleid} is not the number of a journal at eLIBRARY: it has only digits.",
    hint="Copy the number after id= from the address of the journal's page at elibrary.ru.",
)
def titleid_form(journal: Journal) -> Iterator[Fault]:
    """The journal's number at eLIBRARY is in digits.

    eLIBRARY assigns it, and identifies the journal only by it.

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
    message="“{pages}” are not pages in a form that eLIBRARY allows.",
    hint="Write the first and the last one in digits, with a hyphen: 1-96.",
)
def pages_form(journal: Journal) -> Iterator[Fault]:
    """The pages of the issue are in digits only or in letters only.

    Several are separated by a comma and a space.

    Source: eLIBRARY's explanations of ``pages``.

    Good:

        formats: {rsci: {pages: 1-96}}

    Bad:

        formats: {rsci: {pages: 96 pages}}
    """
    pages = settings_in(journal).pages
    if pages and not is_pages(pages):
        yield fault(option_field(NAME, "pages"), pages=pages)

"""What is read: the options of the reader, and the token of the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jatsx import N_, Option

TOKEN: Final = "JATSX_OJS_TOKEN"
"""The environment variable with the user's token (OJS: user profile → API Key)."""

OPTIONS: Final = (
    Option("volume", N_("the volume of the issue")),
    Option("number", N_("the number of the issue")),
    Option("year", N_("the year of the issue")),
    Option("issue-id", N_("the id of the issue in OJS, as in issue/view/ID")),
    Option(
        "token-in",
        N_(
            "where the token is sent: query for servers that remove the header Authorization"
            " (the token of the environment variable JATSX_OJS_TOKEN)"
        ),
        choices=("header", "query"),
        default="header",
    ),
)

_ISSUE_PAGE = re.compile(r"(?P<journal>.+?)/issue/view/(?P<id>\d+)/?\Z")
_API = re.compile(r"/api/v1(?:/.*)?\Z")


@dataclass(frozen=True, slots=True)
class IssueChoice:
    """The journal, and which of its issues is read. Values are None where nothing is chosen.

    Args:
        journal: the address of the journal.
        id: the id of the issue in OJS.
        page_id: the id in the address of an issue's page, if it is another one.
        volume: the volume.
        number: the number.
        year: the year.
    """

    journal: str
    id: str | None = None
    page_id: str | None = None
    volume: str | None = None
    number: str | None = None
    year: str | None = None

    @property
    def api(self) -> str:
        """The address of the REST API."""
        return f"{self.journal}/api/v1/"


def issue_choice(address: str, options: Mapping[str, str]) -> IssueChoice:
    """What is chosen by the address and the options.

    The address is that of the journal, of a page of an issue, or of the REST API.
    """
    address = re.split("[?#]", address, maxsplit=1)[0]
    page = _ISSUE_PAGE.match(address)
    journal = _API.sub("", page["journal"] if page else address).rstrip("/")
    given = {name: options.get(name, "").strip() or None for name in ("volume", "number", "year")}
    page_id = page["id"] if page else None
    id = options.get("issue-id", "").strip() or page_id
    return IssueChoice(journal, id, page_id if page_id != id else None, **given)


def token() -> str | None:
    """The token of the environment."""
    return os.environ.get(TOKEN, "").strip() or None

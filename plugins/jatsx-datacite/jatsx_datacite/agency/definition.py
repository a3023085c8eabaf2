"""The agency: its servers, and what it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jatsx import N_, Agency, Credential

from jatsx_datacite.agency.messages import MESSAGES
from jatsx_datacite.agency.refusals import REFUSALS
from jatsx_datacite.agency.sending import ask, send

USER: Final = "user"
PASSWORD: Final = "password"


def authentication(credentials: Mapping[str, str]) -> Mapping[str, Any]:
    """Basic authentication."""
    return {"basic": (credentials[USER], credentials[PASSWORD])}


AGENCY: Final = Agency(
    name="datacite",
    title="DataCite",
    format="datacite",
    address="https://api.datacite.org",
    test_address="https://api.test.datacite.org",
    credentials=(
        Credential(
            USER,
            N_("Account of the DataCite repository, for example ABCD.JOURNAL"),
            "JATSX_DATACITE_USER",
            is_secret=False,
        ),
        Credential(PASSWORD, N_("Password of the DataCite repository"), "JATSX_DATACITE_PASSWORD"),
    ),
    authentication=authentication,
    send=send,
    ask=ask,
    interval=0.7,
    articles_only=True,
    refusals=REFUSALS,
    messages=MESSAGES,
)

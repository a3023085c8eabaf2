"""The agency: its servers, and what it asks for."""

from __future__ import annotations

from typing import Final

from jatsx import N_, Agency, Credential, Option
from jatsx_crossref.agency.asking import ask
from jatsx_crossref.agency.credentials import PASSWORD, USER, verify
from jatsx_crossref.agency.messages import MESSAGES
from jatsx_crossref.agency.refusals import REFUSALS
from jatsx_crossref.agency.registered import SHOWN, journal, work
from jatsx_crossref.agency.sending import ROUTE, send
from jatsx_crossref.options import NAME

AGENCY: Final = Agency(
    name=NAME,
    title="Crossref",
    format=NAME,
    address="https://doi.crossref.org",
    test_address="https://test.crossref.org",
    open_address="https://api.crossref.org",
    credentials=(
        Credential(
            USER,
            N_("User name of the Crossref account, with its role: abcd or name@example.org/abcd"),
            "JATSX_CROSSREF_USER",
            is_secret=False,
        ),
        Credential(PASSWORD, N_("Password of the Crossref account"), "JATSX_CROSSREF_PASSWORD"),
    ),
    send=send,
    ask=ask,
    verify=verify,
    journal=journal,
    work=work,
    work_fields=SHOWN,
    options=(
        Option(
            ROUTE,
            help=(
                "how files are sent: to the queue, or to the synchronous API, which answers at"
                " once (sync)"
            ),
            choices=("queue", "sync"),
            default="queue",
        ),
    ),
    refusals=REFUSALS,
    messages=MESSAGES,
)

"""The agency: its server, and what it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jatsx import N_, Agency, Credential
from jatsx_doaj.agency.asking import ask
from jatsx_doaj.agency.messages import MESSAGES
from jatsx_doaj.agency.refusals import REFUSALS
from jatsx_doaj.agency.sending import send

KEY: Final = "key"


def authentication(credentials: Mapping[str, str]) -> Mapping[str, Any]:
    """The key, which is part of each address."""
    return {"query": {"api_key": credentials[KEY]}}


AGENCY: Final = Agency(
    name="doaj",
    title="DOAJ",
    format="doaj",
    address="https://doaj.org",
    credentials=(
        Credential(KEY, N_("API key, from the settings of the DOAJ account"), "JATSX_DOAJ_KEY"),
    ),
    authentication=authentication,
    send=send,
    ask=ask,
    most_bytes=600_000,
    interval=0.7,
    whole_only=True,
    articles_only=True,
    refusals=REFUSALS,
    messages=MESSAGES,
)

"""The messages of jatsx itself, by code: what is wrong, and what to do.

Rules and readers define their own messages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Message
from jatsx.findings.messages.deposits import DEPOSITS
from jatsx.findings.messages.documents import DOCUMENTS
from jatsx.findings.messages.files import FILES
from jatsx.findings.messages.runs import RUNS
from jatsx.findings.messages.servers import SERVERS
from jatsx.findings.messages.values import VALUES

MESSAGES: Final[Mapping[str, Message]] = {
    **SERVERS,
    **DEPOSITS,
    **FILES,
    **VALUES,
    **RUNS,
    **DOCUMENTS,
}
"""All of them."""

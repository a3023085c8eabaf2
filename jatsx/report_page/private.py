"""E-mail addresses, which the page shows only if asked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from jatsx.findings.finding import Finding
from jatsx.model.frozenmap import FrozenMap

HIDDEN: Final = "…@…"
"""Shown in place of an e-mail address."""

_ADDRESS: Final = re.compile(r"[^\s<>«»“”\"(),;|]*@[^\s<>«»“”\"(),;|]*")


def without_addresses(text: str) -> str:
    """The text without e-mail addresses, also without invalid ones.

    >>> without_addresses("“mailto:a.b@example” is not valid.")
    '“…@…” is not valid.'
    """
    return _ADDRESS.sub(HIDDEN, text)


def without_address(finding: Finding) -> Finding:
    """A finding on the field of an e-mail address without the value, even if it has no “@”."""
    field = (finding.field or "").rpartition(".")[2]
    if "email" not in field:
        return finding
    return replace(finding, params=FrozenMap(dict.fromkeys(finding.params, HIDDEN)))

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

_URL: Final = re.compile(r"https?://[^@]+/@[^@]*\Z")


def without_addresses(text: str) -> str:
    """The text without e-mail addresses, also without invalid ones.

    >>> without_addresses("“mailto:a.b@example” is not valid.")
    '“…@…” is not valid.'
    >>> without_addresses("https://example.org/@author")
    'https://example.org/@author'
    """
    return _ADDRESS.sub(_hidden, text) if "@" in text else text


def _hidden(word: re.Match[str]) -> str:
    """The word, if “@” only starts a part of the path of a URL."""
    return word[0] if _URL.match(word[0]) else HIDDEN


def without_address(finding: Finding) -> Finding:
    """A finding on the field of an e-mail address without the value, even if it has no “@”."""
    field = (finding.field or "").rpartition(".")[2]
    if "email" not in field:
        return finding
    return replace(finding, params=FrozenMap(dict.fromkeys(finding.params, HIDDEN)))

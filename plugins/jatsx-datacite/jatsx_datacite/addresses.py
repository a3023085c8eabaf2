"""Identifiers and URLs in the forms that DataCite allows."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from jatsx import stripped
from jatsx.standards.identifiers import bare_doi, is_doi

_DOI: Final = re.compile(r"10\.[0-9]{4,9}/[^\s\ufeff]+\Z")
_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\Z"
)


def own_doi(written: str | None) -> str | None:
    """A DOI that DataCite registers: its prefix has one dot. Source: the pattern of ``doi``."""
    bare = bare_doi(written or "")
    return bare if _DOI.match(bare) else None


def any_doi(written: str | None) -> str | None:
    """A DOI of another work, from any registration agency."""
    bare = bare_doi(written or "")
    return bare if is_doi(bare) else None


def doi_address(doi: str) -> str:
    """The URL of a DOI, with special characters encoded (RFC 3986)."""
    return "https://doi.org/" + quote(doi, safe="/:;()@!$&'*+,=~")


def address(written: str | None) -> str | None:
    """A URL if it is valid (RFC 3986), else None. Non-ASCII characters must be encoded."""
    bare = stripped(written)
    return bare if bare and _ADDRESS.match(bare) else None

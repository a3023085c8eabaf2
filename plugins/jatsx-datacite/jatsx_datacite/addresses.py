"""Identifiers and addresses in the forms that DataCite allows."""

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
    """A DOI that DataCite registers: its prefix has one dot. Source: ``doi``, its pattern."""
    bare = bare_doi(written or "")
    return bare if _DOI.match(bare) else None


def any_doi(written: str | None) -> str | None:
    """A DOI of another work, whoever registered it."""
    bare = bare_doi(written or "")
    return bare if is_doi(bare) else None


def doi_address(doi: str) -> str:
    """The address that a DOI resolves at, its odd characters encoded (RFC 3986)."""
    return "https://doi.org/" + quote(doi, safe="/:;()@!$&'*+,=~")


def address(written: str | None) -> str | None:
    """An address that is a URI of the web (RFC 3986): letters beyond ASCII are encoded in one."""
    bare = stripped(written)
    return bare if bare and _ADDRESS.match(bare) else None

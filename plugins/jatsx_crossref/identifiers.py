"""The forms of DOIs and URLs that the schema and the agency allow."""

from __future__ import annotations

import re
from typing import Final

from jatsx.standards.identifiers import bare_doi

_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S{1,200}\Z")
_SUFFIX: Final = re.compile(r"[A-Za-z0-9._;()/-]+\Z")
_ADDRESS: Final = re.compile(
    r"(?:https?|ftp)://"
    r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:[/?](?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\Z",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_ADDRESS: Final = 2048
_SHORTEST_LICENSE: Final = 10


def crossref_doi(written: str | None) -> str | None:
    """A DOI in the form that Crossref allows, ``10.NNNN/suffix``; else None.

    Source: ``doi_t`` in common5.5.0.xsd: no second dot in the prefix, and at most 200 characters in
    the suffix.
    """
    bare = bare_doi(written or "")
    return bare if _DOI.match(bare) else None


def has_plain_suffix(doi: str) -> bool:
    """Whether the suffix of a DOI has only characters that Crossref allows for new DOIs.

    Source: Crossref documentation, "Constructing your DOIs".
    """
    return _SUFFIX.match(doi.partition("/")[2]) is not None


def doi_address(doi: str) -> str:
    """The URL of a DOI."""
    return f"https://doi.org/{doi}"


def is_address(written: str | None) -> bool:
    """Whether a string is a URL that Crossref allows: http, https or ftp, in ASCII.

    Source: ``resource_t`` in common5.5.0.xsd, RFC 3986. Other letters must be percent-encoded.
    """
    written = written or ""
    return len(written) <= _LONGEST_ADDRESS and _ADDRESS.match(written) is not None


def is_license_address(written: str) -> bool:
    """Whether a string is a URL that is allowed for a license.

    Source: ``license_ref_t`` in AccessIndicators.xsd: at least 10 characters.
    """
    return is_address(written) and len(written) >= _SHORTEST_LICENSE

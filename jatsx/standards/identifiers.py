"""Identifiers of people, works, journals and institutions: their forms and check digits.

The model contains identifiers as typed. The functions return the normal form of an identifier, or
None if the string is not valid. Nothing is corrected.
"""

from __future__ import annotations

import re

__all__ = [
    "bare_doi",
    "doi_key",
    "funder_registry_doi",
    "has_issn_check_digit",
    "has_orcid_check_digit",
    "has_ror_check_digits",
    "is_doi",
    "is_doi_prefix",
    "is_issn",
    "orcid_url",
    "ror_url",
]

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+\Z")
_DOI_PREFIX = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*\Z")
_DOI_RESOLVER = re.compile(r"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ORCID = re.compile(r"(?:https?://orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])\Z")
_ISSN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]\Z")
_ROR = re.compile(r"(?:(?:https://)?ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})\Z")
_FUNDER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?(10\.13039/[0-9]+)\Z")


def is_doi(written: str) -> bool:
    """Whether a string is a DOI without a URL or scheme: ``10.NNNN/suffix`` (ISO 26324)."""
    return _DOI.match(written) is not None


def is_doi_prefix(written: str) -> bool:
    """Whether a string is a DOI prefix: ``10.NNNN``."""
    return _DOI_PREFIX.match(written) is not None


def bare_doi(written: str) -> str:
    """A DOI without the URL or scheme before it (``https://doi.org/``, ``doi:``)."""
    return _DOI_RESOLVER.sub("", written.strip(), count=1)


def doi_key(written: str) -> str:
    """A DOI in the form for comparison: DOIs do not distinguish the case of ASCII letters."""
    return bare_doi(written).translate(_LOWER_ASCII)


def orcid_url(written: str) -> str | None:
    """An ORCID iD as a URL (https://orcid.org/…). The check digit is not checked."""
    form = _ORCID.match(written)
    return f"https://orcid.org/{form[1]}" if form else None


def has_orcid_check_digit(written: str) -> bool:
    """Whether the check digit of an ORCID iD is correct (ISO 7064, MOD 11-2)."""
    from stdnum.iso7064 import mod_11_2

    form = _ORCID.match(written)
    return form is not None and mod_11_2.is_valid(form[1].replace("-", ""))


def is_issn(written: str) -> bool:
    """Whether a string has the form of an ISSN (ISO 3297): ``NNNN-NNNX``."""
    return _ISSN.match(written) is not None


def has_issn_check_digit(written: str) -> bool:
    """Whether the check digit of an ISSN is correct."""
    from stdnum import issn

    return is_issn(written) and bool(issn.is_valid(written))


def ror_url(written: str) -> str | None:
    """A ROR id as a URL: https://ror.org/…"""
    form = _ROR.match(written)
    return f"https://ror.org/{form[1]}" if form else None


def has_ror_check_digits(written: str) -> bool:
    """Whether the check digits of a ROR id are correct (ISO 7064, MOD 97-10, base 32)."""
    form = _ROR.match(written)
    if form is None:
        return False
    number = 0
    for letter in form[1][:-2]:
        number = number * 32 + _BASE32.index(letter)
    return 98 - number * 100 % 97 == int(form[1][-2:])


def funder_registry_doi(written: str) -> str | None:
    """An id of the Open Funder Registry as a DOI: 10.13039/…"""
    form = _FUNDER.match(written)
    return form[1] if form else None


_BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"
_LOWER_ASCII = {ord(letter): ord(letter) + 32 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}

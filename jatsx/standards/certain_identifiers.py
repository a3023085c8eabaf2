"""The identifier that a person certainly meant, where it was written in another form.

Each function returns an identifier in its right form, or None if it is not certain which one was
meant. Digits and letters are never changed or guessed: a wrong check digit gives None.
"""

from __future__ import annotations

import re
from typing import Final

from jatsx.standards.identifiers import (
    bare_doi,
    funder_registry_doi,
    has_issn_check_digit,
    has_orcid_check_digit,
    has_ror_check_digits,
    is_doi,
    is_doi_prefix,
)

__all__ = [
    "certain_doi",
    "certain_doi_prefix",
    "certain_funder_id",
    "certain_isbn",
    "certain_issn",
    "certain_orcid",
    "certain_ror",
    "visible_only",
]

_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens, zero-width spaces and direction marks: no identifier contains them."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_DOI_BEFORE = re.compile(
    r"(?:doi(?:\.org)?[:\s]\s*)?(?P<resolver>(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?=10\.)",
    re.IGNORECASE,
)
_DOI_LABEL = re.compile(r"doi:?\s*(?=10\.)", re.IGNORECASE)
_OF_ADDRESS = re.compile("[?#%&]")
"""Characters after which a URL of a DOI may continue with something else than the DOI."""

_SECOND = re.compile(r"://|doi[:.]|[;,|]10\.[0-9]{4}", re.IGNORECASE)
"""What shows that a value contains two DOIs."""

_ORCID = re.compile(
    r"(?:orcid(?:\s+id)?:?\s*)?(?:(?:https?://)?(?:www\.)?orcid\.org/)?"
    r"([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{3}[0-9xхXХ])/?\Z",
    re.IGNORECASE,
)
_ISSN = re.compile(r"(?:issn:?\s*)?([0-9]{4})\s?-?\s?([0-9]{3}[0-9xхXХ])\.?\Z", re.IGNORECASE)
_ROR = re.compile(
    r"(?:ror:?\s*)?(?P<address>(?:https?://)?(?:www\.)?ror\.org/)?(?P<id>0[a-z0-9]{6}[0-9]{2})/?\Z",
    re.IGNORECASE,
)
_ISBN = re.compile(r"[0-9][0-9-]*[0-9Xx]\Z")
_ISBN_DIGITS = (10, 13)


def visible_only(written: str) -> str:
    """A value without invisible characters, and without spaces before and after it."""
    return _INVISIBLE.sub("", written).strip()


def certain_doi(written: str) -> str | None:
    """The DOI in a value, without the URL or the label before it; upper and lower case are kept.

    >>> certain_doi("https://doi.org/10.5555/Ab.1"), certain_doi(" DOI 10.5555/ab.1")
    ('10.5555/Ab.1', '10.5555/ab.1')
    >>> certain_doi("10.5555/ab. 1"), certain_doi("https://doi.org/10.5555/ab?from=mail")
    (None, None)
    """
    visible = visible_only(written)
    before = _DOI_BEFORE.match(visible)
    label = _DOI_LABEL.match(visible)
    start = max(one.end() for one in (before, label) if one) if before or label else 0
    doi = visible[start:]
    is_address = before is not None and before["resolver"] is not None
    if (is_address and _OF_ADDRESS.search(doi)) or _SECOND.search(doi) or not doi.isascii():
        return None
    return doi if is_doi(doi) else None


def certain_doi_prefix(written: str) -> str | None:
    """A DOI prefix, without the slash after it: ``10.5555``."""
    prefix = bare_doi(visible_only(written)).rstrip("/")
    return prefix if is_doi_prefix(prefix) else None


def certain_orcid(written: str) -> str | None:
    """The ORCID iD in a value, in its four groups.

    >>> certain_orcid("0000 0002 1825 0097"), certain_orcid("http://www.orcid.org/0000000218250097")
    ('0000-0002-1825-0097', '0000-0002-1825-0097')
    >>> certain_orcid("0000-0002-1825-0098") is None
    True
    """
    groups = _ORCID.match(_DASHES.sub("-", _single_spaces(written)))
    orcid = "-".join(groups.groups()) if groups else ""
    orcid = _with_latin_x(orcid)
    return orcid if has_orcid_check_digit(orcid) else None


def certain_issn(written: str) -> str | None:
    """The ISSN in a value, with its hyphen and a capital X.

    >>> certain_issn("ISSN 2414–570х"), certain_issn("15630285"), certain_issn("1563-0258")
    ('2414-570X', '1563-0285', None)
    """
    halves = _ISSN.match(_DASHES.sub("-", _single_spaces(written)))
    issn = _with_latin_x("-".join(halves.groups())) if halves else ""
    return issn if has_issn_check_digit(issn) else None


def certain_ror(written: str) -> str | None:
    """The ROR ID in a value, in lower case; as a URL if it was written as one.

    >>> certain_ror("http://www.ror.org/05GQ02987/"), certain_ror("05GQ02987")
    ('https://ror.org/05gq02987', '05gq02987')
    """
    form = _ROR.match(visible_only(written))
    if form is None:
        return None
    ror = form["id"].lower()
    ror = f"https://ror.org/{ror}" if form["address"] else ror
    return ror if has_ror_check_digits(ror) else None


def certain_funder_id(written: str) -> str | None:
    """The ROR ID or the DOI of the Open Funder Registry in a value."""
    doi = certain_doi(written)
    return funder_registry_doi(doi) if doi else certain_ror(written)


def certain_isbn(written: str) -> str | None:
    """The ISBN in a value, with hyphens instead of dashes."""
    isbn = _DASHES.sub("-", visible_only(written))
    digits = isbn.replace("-", "")
    return isbn if _ISBN.match(isbn) and len(digits) in _ISBN_DIGITS else None


def _single_spaces(written: str) -> str:
    return " ".join(visible_only(written).split())


def _with_latin_x(identifier: str) -> str:
    """An identifier whose last character is a capital Latin X, if it is an X of any kind."""
    is_x = identifier[-1:] in ("x", "X", "\u0445", "\u0425")
    return identifier[:-1] + "X" if is_x else identifier

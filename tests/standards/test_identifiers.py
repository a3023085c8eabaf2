"""Identifiers. Where ours are stricter than the oracle's, that is said in a table."""

from __future__ import annotations

from collections.abc import Callable

import idutils  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import issn as stdnum_issn
from stdnum.iso7064 import mod_11_2

from jatsx.standards import identifiers

DIGITS = st.text("0123456789", min_size=15, max_size=15)

ORCIDS: dict[str, tuple[str | None, bool]] = {
    "0000-0002-1825-0097": ("https://orcid.org/0000-0002-1825-0097", True),
    "https://orcid.org/0000-0002-1825-0097": ("https://orcid.org/0000-0002-1825-0097", True),
    "http://orcid.org/0000-0002-9079-593X": ("https://orcid.org/0000-0002-9079-593X", True),
    "0000-0002-1825-0098": ("https://orcid.org/0000-0002-1825-0098", False),
    "0000-0002-9079-593x": (None, False),
    "0000000218250097": (None, False),
    "orcid.org/0000-0002-1825-0097": (None, False),
    "0000-0002-1825-0097\n": (None, False),
    "٠٠٠٠-0002-1825-0097": (None, False),
    "": (None, False),
}


@pytest.mark.parametrize("written", ORCIDS)
def test_orcid(written: str) -> None:
    url, is_right = ORCIDS[written]
    assert identifiers.orcid_url(written) == url
    assert identifiers.has_orcid_check_digit(written) is is_right


@given(DIGITS, st.sampled_from("0123456789X"))
def test_the_check_digit_of_an_orcid_is_that_of_iso_7064(digits: str, last: str) -> None:
    written = "-".join((digits[:4], digits[4:8], digits[8:12], digits[12:] + last))
    ours = identifiers.has_orcid_check_digit(written)
    assert ours == (mod_11_2.calc_check_digit(digits) == last)
    assert not ours or idutils.normalize_orcid(written) == written


ISSNS = {
    "1234-5679": (True, True),
    "2434-561X": (True, True),
    "1563-0286": (True, False),
    "15630285": (False, False),
    "2434-561x": (False, False),
    " 1563-0285": (False, False),
    "1563-0285\n": (False, False),
    "1563–0285": (False, False),
    "": (False, False),
}


@pytest.mark.parametrize("written", ISSNS)
def test_issn(written: str) -> None:
    is_issn, is_right = ISSNS[written]
    assert identifiers.is_issn(written) is is_issn
    assert identifiers.has_issn_check_digit(written) is is_right


@given(DIGITS, st.sampled_from("0123456789X"))
def test_the_check_digit_of_an_issn_is_that_of_iso_3297(digits: str, last: str) -> None:
    written = f"{digits[:4]}-{digits[4:7]}{last}"
    assert identifiers.has_issn_check_digit(written) == (
        stdnum_issn.calc_check_digit(digits[:7]) == last
    )
    assert identifiers.has_issn_check_digit(written) == bool(idutils.is_issn(written))


RORS: dict[str, tuple[str | None, bool]] = {
    "https://ror.org/03yrm5c26": ("https://ror.org/03yrm5c26", True),
    "ror.org/02mhbdp94": ("https://ror.org/02mhbdp94", True),
    "02mhbdp94": ("https://ror.org/02mhbdp94", True),
    "05hffr360": ("https://ror.org/05hffr360", True),
    "02mhbdp95": ("https://ror.org/02mhbdp95", False),
    "12mhbdp94": (None, False),
    "02mhbil94": (None, False),
    "02MHBDP94": (None, False),
    "https://ror.org/02mhbdp94/": (None, False),
    "https://02mhbdp94": (None, False),
    "": (None, False),
}


@pytest.mark.parametrize("written", RORS)
def test_ror(written: str) -> None:
    url, is_right = RORS[written]
    assert identifiers.ror_url(written) == url
    assert identifiers.has_ror_check_digits(written) is is_right
    assert not is_right or idutils.is_ror(written)


def test_a_ror_has_one_right_pair_of_check_digits() -> None:
    right = [n for n in range(100) if identifiers.has_ror_check_digits(f"03yrm5c{n:02}")]
    assert right == [26]


FUNDERS = {
    "10.13039/501100001711": "10.13039/501100001711",
    "https://doi.org/10.13039/501100001711": "10.13039/501100001711",
    "http://dx.doi.org/10.13039/100000001": "10.13039/100000001",
    "501100001711": None,
    "10.5555/501100001711": None,
    "10.13039/abc": None,
    "": None,
}


@pytest.mark.parametrize("written", FUNDERS)
def test_funder(written: str) -> None:
    assert identifiers.funder_registry_doi(written) == FUNDERS[written]


DOIS = {
    "10.5555/12345678": True,
    "10.5555/a(b)<c>;d/e:f": True,
    "10.5555/ә": True,
    "10.1000.10/123": True,
    "10.5555/": False,
    "10.5555": False,
    "11.5555/a": False,
    "10.555/a": False,
    "10.5555/a b": False,
    "10.5555/a\u00a0b": False,
    "10.5555/a\n": False,
    "doi:10.5555/a": False,
    "https://doi.org/10.5555/a": False,
    "": False,
}


@pytest.mark.parametrize("written", DOIS)
def test_a_doi_is_bare(written: str) -> None:
    assert identifiers.is_doi(written) is DOIS[written]
    assert not DOIS[written] or idutils.is_doi(written)


@pytest.mark.parametrize(
    ("written", "is_prefix"),
    [("10.5555", True), ("10.1000.10", True), ("10.555", False), ("10.5555/", False), ("", False)],
)
def test_a_prefix_is_what_stands_before_the_slash(written: str, is_prefix: bool) -> None:
    assert identifiers.is_doi_prefix(written) is is_prefix


BARE = {
    "10.5555/Ab": "10.5555/Ab",
    "https://doi.org/10.5555/Ab": "10.5555/Ab",
    "HTTP://DX.DOI.ORG/10.5555/Ab": "10.5555/Ab",
    "doi:10.5555/Ab": "10.5555/Ab",
    " DOI: 10.5555/Ab ": "10.5555/Ab",
    "10.5555/x/doi:y": "10.5555/x/doi:y",
    "https://example.org/10.5555/a": "https://example.org/10.5555/a",
    "": "",
}


@pytest.mark.parametrize("written", BARE)
def test_a_bare_doi_has_nothing_before_it(written: str) -> None:
    assert identifiers.bare_doi(written) == BARE[written]


def test_spellings_of_one_doi_share_a_key() -> None:
    assert identifiers.doi_key("https://doi.org/10.5555/AB") == identifiers.doi_key("10.5555/ab")
    assert identifiers.doi_key("10.5555/Ә") != identifiers.doi_key("10.5555/ә")


@pytest.mark.parametrize(
    "recognise",
    [
        identifiers.is_doi,
        identifiers.is_doi_prefix,
        identifiers.bare_doi,
        identifiers.doi_key,
        identifiers.orcid_url,
        identifiers.has_orcid_check_digit,
        identifiers.is_issn,
        identifiers.has_issn_check_digit,
        identifiers.ror_url,
        identifiers.has_ror_check_digits,
        identifiers.funder_registry_doi,
    ],
)
@given(written=st.text())
def test_any_text_can_be_asked(recognise: Callable[[str], object], written: str) -> None:
    recognise(written)

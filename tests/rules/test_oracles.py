"""The rules on identifiers agree with libraries that others wrote."""

from __future__ import annotations

import idutils  # type: ignore[import-untyped]
import pycountry
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jatsx.model import Affiliation, Article, Contributor, Issn, Part
from jatsx.rules import core_rules

DIGITS = st.text("0123456789", min_size=7, max_size=7)
MORE_DIGITS = st.text("0123456789", min_size=15, max_size=15)
CHECK_DIGIT = st.sampled_from("0123456789X")
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@given(DIGITS, CHECK_DIGIT)
@example("2434561", "X")
def test_an_issn_is_right_where_idutils_says_so(digits: str, check: str) -> None:
    issn = f"{digits[:4]}-{digits[4:]}{check}"
    assert is_faultless(Issn(print=issn), "journal-issn") == bool(idutils.is_issn(issn))


@given(MORE_DIGITS, CHECK_DIGIT)
@example("000000021694233", "X")
def test_an_orcid_is_right_where_idutils_says_so(digits: str, check: str) -> None:
    every = digits + check
    orcid = "-".join(every[n : n + 4] for n in (0, 4, 8, 12))
    # an ORCID iD is an ISNI of a reserved range, with the same check digit
    assert is_faultless(Contributor(orcid=orcid), "contributor-orcid") == bool(
        idutils.is_isni(orcid)
    )


@given(st.from_regex(r"\A10\.[0-9]{4,9}(\.[0-9]{1,4})?/[0-9a-z().;/_-]{0,19}[0-9a-z()/_]\Z"))
def test_what_we_take_for_a_doi_idutils_does_too(doi: str) -> None:
    assert is_faultless(Article(id="01", doi=doi), "article-doi")
    assert idutils.is_doi(doi)


@pytest.mark.parametrize("doi", ["10.5555", "10.5555/", "5555/x", "10-5555/x", "x10.5555/x"])
def test_what_idutils_takes_for_no_doi_we_refuse(doi: str) -> None:
    assert not idutils.is_doi(doi)
    assert not is_faultless(Article(id="01", doi=doi), "article-doi")


def test_the_countries_are_those_of_pycountry() -> None:
    codes = {first + second for first in CAPITALS for second in CAPITALS}
    known = {country.alpha_2 for country in pycountry.countries}
    assert {code for code in codes if is_country(code)} == known


def is_country(code: str) -> bool:
    return is_faultless(Affiliation(id="a1", country=code), "affiliation-country")


def is_faultless(part: Part, thing: str) -> bool:
    """Whether no rule on one thing has anything against a part."""
    rules = [rule for rule in core_rules() if rule.on is type(part) and rule.code.startswith(thing)]
    assert rules
    return not any(list(rule.faults(part)) for rule in rules)

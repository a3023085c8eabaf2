"""Contradictions in print are findings, and nothing is filled in by guess."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from jatsx import Finding, Record
from tests.plugins.jatsx_draft.pages import (
    CONTENTS,
    NAMES_FIRST,
    TITLE_FIRST,
    articles,
    drafted,
)


def first(*changes: tuple[str, str]) -> Record:
    """The record of the first article, with these changes of the pages."""
    pages = "\n".join((CONTENTS, NAMES_FIRST, TITLE_FIRST))
    for old, new in changes:
        assert old in pages
        pages = pages.replace(old, new, 1)
    return articles(drafted(pages))[0]


def finding(record: Record, code: str) -> Finding:
    """The finding with a code."""
    return next(one for one in record.findings if one.code == code)


@pytest.mark.parametrize(
    ("old", "new", "code", "field", "params"),
    [
        (
            "A. Serikbay, M. Orlova The",
            "A. Serikbai, M. Orlova The",
            "draft-name-differs",
            "contributors[0].name.en.family",
            {"other": "A. Serikbai"},
        ),
        (
            "Orlova Maria Petrovna",
            "Orlowa Maria Petrovna",
            "draft-name-differs",
            "contributors[1].name.en.family",
            {"other": "Orlowa Maria Petrovna"},
        ),
        (
            "The River and the City: Water Policy",
            "The River and the Town: Water Policy",
            "draft-title-differs",
            "title.en",
            {"other": "The River and the Town: Water Policy"},
        ),
        (
            "e-mail: a.serikbay@example.org)",
            "e-mail: b.serikbay@example.org)",
            "draft-value-differs",
            "contributors[0].email",
            {"value": "a.serikbay@example.org", "other": "b.serikbay@example.org"},
        ),
        (
            "Received March 4",
            "Received Marsh 4",
            "draft-month-misspelt",
            "dates.received",
            {"iso": "2024-03-04"},
        ),
    ],
)
def test_contradictions(
    old: str, new: str, code: str, field: str, params: Mapping[str, str]
) -> None:
    record = first((old, new))
    found = finding(record, code)
    assert found.field == field
    assert {name: found.params[name] for name in params} == params
    assert found.params["printed"]
    assert found.place
    assert found.place.line
    assert record.origins[field].sure == "doubt"


def test_the_byline_comes_first() -> None:
    record = first(("Orlova Maria Petrovna", "Orlowa Maria Petrovna"))
    assert record.article
    name = record.article.contributors[1].name["en"]
    assert (str(name.family), str(name.given)) == ("Orlova", "Maria")


def test_an_email_of_nobody_is_not_given_to_anybody() -> None:
    record = first(
        ("*e-mail: a.serikbay@example.org\n\nTHE", "e-mail: office@example.org\n\nTHE"),
        ("Kazakhstan, Aral,\ne-mail: a.serikbay@example.org", "Kazakhstan, Aral"),
        ("*e-mail: a.serikbay@example.org\n\nӨзен", "\n\nӨзен"),
        ("*e-mail: a.serikbay@example.org\n\nРека", "\n\nРека"),
    )
    assert record.article
    assert record.article.contributors[0].email is None
    assert finding(record, "draft-email-owner").params["value"] == "office@example.org"


def test_ambiguous_dates() -> None:
    record = first(("Received March 4, 2024", "Received 04.03.2024"), ("12 April", "12 May"))
    found = finding(record, "draft-date-order")
    assert (found.params["value"], found.params["other"]) == ("2024-03-04", "2024-04-03")


def test_a_missing_twin_is_named() -> None:
    pages = TITLE_FIRST.replace(
        "1. Kim N. Dorogi // Vestnik istorii. – 2019. – № 2. – S. 5–9.\n2. ", ""
    )
    record = articles(drafted(pages))[0]
    assert record.article
    assert len(record.article.references) == 2
    assert finding(record, "draft-twin-missing").field == "references[1].text"


def test_the_language_of_a_short_text_is_left_out_and_named() -> None:
    body = NAMES_FIRST.split("Introduction\n\n")[1].split("\n\nReferences")[0]
    records = drafted(CONTENTS, NAMES_FIRST.replace(body, "Rivers."), TITLE_FIRST)
    article = articles(records)[0].article
    assert article
    assert article.language is None
    missing = next(one for one in records[0].findings if one.code == "draft-values-missing")
    assert "language (01)" in missing.params["fields"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("1Aral State University, Kazakhstan", "1University, Kazakhstan", "draft-affiliation-cut"),
        (
            "PhD, Professor, Aral",
            "PhD, Professor of the Centre of Rivers of the Aral",
            "draft-position-unsure",
        ),
        ("\nTHE RIVER AND", "Some other words here\n\nTHE RIVER AND", "draft-head-unread"),
    ],
)
def test_values_that_may_be_parts_are_doubts(old: str, new: str, code: str) -> None:
    found = finding(first((old, new)), code)
    assert found.params["printed"]
    assert found.place


def test_keywords_of_no_article_are_a_doubt() -> None:
    pages = TITLE_FIRST.replace("Введение", "Keywords: lost; words.\n\nВведение")
    (found,) = (one for one in drafted(pages)[0].findings if one.code == "draft-block-unread")
    assert found.params["printed"] == "Keywords: lost; words."


@pytest.mark.parametrize("rest", [".2", "-a.2", "2024.2"])
def test_a_doi_that_goes_on_in_the_next_line_is_left_out(rest: str) -> None:
    printed = "https://doi.org/10.5555/steppe.2024.2"
    pages = TITLE_FIRST.replace(printed, f"https://doi.org/10.5555/steppe\n{rest}")
    record = articles(drafted(pages))[0]
    assert record.article
    assert record.article.doi is None
    assert finding(record, "draft-doi-cut").params["value"] == "10.5555/steppe"

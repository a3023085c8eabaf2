"""The rules of comparison, each with a draft that breaks it."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any

import pytest

from benchmarks.draft.comparison import Verdict, bare, verdict
from jatsx.model.fieldpath import parse_path
from tests.benchmarks.draft.invented import DRAFT, GOLD, compared_fields

EXACT, CLOSE, WRONG, MISSING, EXTRA = Verdict


def changed(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """The data with another value at a path; without it if the value is None."""
    copy = deepcopy(data)
    *steps, last = parse_path(path)
    at: Any = copy
    for step in steps:
        at = at[step]
    if value is None:
        del at[last]
    else:
        at[last] = value
    return copy


def verdicts(
    draft: dict[str, Any], gold: dict[str, Any] | None = None
) -> Counter[tuple[str, Verdict]]:
    """What is not exact, by field."""
    found = compared_fields(draft, gold)
    return Counter((one.field, one.verdict) for one in found if one.verdict is not EXACT)


def test_a_right_draft_is_exact_in_everything() -> None:
    found = compared_fields(DRAFT)
    assert not verdicts(DRAFT)
    assert {one.field for one in found} == {
        *("title", "abstract", "keywords", "section", "family name", "given name", "patronymic"),
        *("email", "degree", "corresponding author", "affiliation line", "institution", "city"),
        *("country", "doi", "received", "revised", "accepted", "first page", "subject code"),
        *("award", "funding statement", "issue year", "issue number", "whole number", "ISSN"),
        *("reference", "twin", "reference doi", "last page", "published", "type", "language"),
        "country code",
    }


@pytest.mark.parametrize(
    ("path", "value", "field", "expected"),
    [
        ("title.en", "The wind of the steppe", "title", CLOSE),
        ("title.en", "THE WIND OF THE SEA", "title", WRONG),
        ("title.en", None, "title", MISSING),
        ("title.ru", "Ветер степи", "title", EXTRA),
        ("abstract.en", GOLD["abstract"]["en"].replace("rests", "restx"), "abstract", CLOSE),
        ("abstract.en", "It blows.", "abstract", WRONG),
        ("keywords.en", ["wind.", "and steppe"], "keywords", EXACT),
        ("keywords.kk", ["жел;", "және дала."], "keywords", EXACT),
        ("keywords.en", ["Wind", "steppe"], "keywords", CLOSE),
        ("keywords.en", ["steppe", "wind"], "keywords", WRONG),
        ("keywords.en", ["wind, steppe"], "keywords", WRONG),
        ("contributors[0].name.en.family", "Omarova", "family name", EXACT),
        ("contributors[0].name.en.family", "OMAR", "family name", CLOSE),
        ("contributors[0].name.en.family", "Ana", "family name", WRONG),
        ("contributors[0].name.en.given", "Ana", "given name", EXACT),
        ("contributors[0].name.en.given", "A.S.", "given name", EXACT),
        ("contributors[0].name.en.given", "S.", "given name", WRONG),
        ("contributors[0].name.en.patronymic", "Serikqyzy", "patronymic", EXACT),
        ("contributors[0].name.en.patronymic", None, "patronymic", MISSING),
        ("contributors[1].name.en.patronymic", "S.", "patronymic", EXTRA),
        ("contributors[0].email", "b@example.org", "email", WRONG),
        ("contributors[1].email", "b@example.org", "email", EXTRA),
        ("contributors[1].orcid", "0000-0002-1825-0097", "orcid", EXTRA),
        ("contributors[0].corresponding", None, "corresponding author", MISSING),
        ("contributors[1].corresponding", True, "corresponding author", EXTRA),
        ("affiliations[0].city.en", None, "affiliation line", WRONG),
        ("affiliations[0].city.en", "Astana", "city", WRONG),
        ("affiliations[0].institution.en", "STEPPE UNIVERSITY", "affiliation line", CLOSE),
        ("affiliations[0].country", "RU", "country code", WRONG),
        ("dates.received", "2024-03-05", "received", WRONG),
        ("dates.revised", None, "revised", MISSING),
        ("dates.published.print", "2024-07", "published", WRONG),
        ("pages.first", "8", "first page", WRONG),
        ("subject_codes", None, "subject code", MISSING),
        ("funding[0].awards[0].number", "AP 1", "award", EXACT),
        ("funding[0].awards[0].number", "AP2", "award", WRONG),
        ("references[2].doi", "10.5555/sno", "reference doi", WRONG),
        ("references[2].url", "https://example.org", "reference url", EXTRA),
    ],
)
def test_a_changed_value(path: str, value: object, field: str, expected: Verdict) -> None:
    found = verdicts(changed(DRAFT, path, value))
    assert found[field, expected] == (expected is not EXACT)
    assert not [one for one in found if one[0] == field and one[1] is not expected]


def test_links_markup_and_escapes_do_not_count() -> None:
    assert bare(r"see [a\_b](https://x.example/a_b), **bold** <sup>1</sup>") == "see a_b, bold 1"
    assert bare("from <https://x.example/a b>") == "from <https://x.example/a b>"
    assert verdict("е\u0301  x", ["\u0435\u0301 x"]) is EXACT


def test_entries_are_a_multiset() -> None:
    reversed_list = changed(DRAFT, "references", DRAFT["references"][::-1])
    assert not verdicts(reversed_list)
    twice = changed(DRAFT, "references", [*DRAFT["references"], DRAFT["references"][2]])
    assert verdicts(twice)["reference", EXTRA] == 1
    lost = changed(DRAFT, "references", DRAFT["references"][:2])
    assert verdicts(lost)["reference", MISSING] == 1
    assert verdicts(lost)["reference doi", MISSING] == 1
    damaged = changed(DRAFT, "references[2].text.ru", "Цой В. Снега.")
    assert verdicts(damaged)["reference", WRONG] == 1


def test_twins() -> None:
    swapped = changed(DRAFT, "references[0].text", {"ru": "Ахметов А. Ветер."})
    both = {"ru": "Цой В. Снег.", "ru-Latn": "Akhmetov A. Veter."}
    swapped = changed(swapped, "references[2].text", both)
    assert verdicts(swapped)["twin", MISSING] == 1
    assert verdicts(swapped)["twin", EXTRA] == 1
    two = [{"text": {"ru": "Ахметов А. Ветер."}}, {"text": {"ru-Latn": "Akhmetov A. Veter."}}]
    apart = changed(DRAFT, "references", [*two, *DRAFT["references"][1:]])
    assert verdicts(apart)["twin", MISSING] == 1
    other = changed(DRAFT, "references[0].text.ru-Latn", "Bell C. Hail.")
    assert verdicts(other)["twin", WRONG] == 1


def test_an_entry_that_both_lists_print_alike_may_be_drafted_once() -> None:
    assert sum(one.field == "reference" for one in compared_fields(DRAFT)) == 5
    lost = changed(DRAFT, "references", [DRAFT["references"][0], DRAFT["references"][2]])
    assert verdicts(lost)["reference", MISSING] == 2
    assert verdicts(lost)["twin", MISSING] == 1


def test_one_author_has_no_mark() -> None:
    gold = changed(GOLD, "authors", GOLD["authors"][:1])
    draft = changed(DRAFT, "contributors", DRAFT["contributors"][:1])
    assert "corresponding author" not in {one.field for one in compared_fields(draft, gold)}


def test_a_rearranged_affiliation_counts_by_its_institution() -> None:
    rearranged = {"en": {"text": "Steppe University (Almaty)", "institution": "Steppe University"}}
    gold = changed(GOLD, "authors[0].affiliations", [rearranged])
    found = compared_fields(DRAFT, gold)
    assert "affiliation line" not in {one.field for one in found}
    assert [one.verdict for one in found if one.field == "institution"] == [EXACT]
    wrong = changed(DRAFT, "affiliations[0].institution.en", "Sea University")
    assert verdicts(wrong, gold)["institution", WRONG] == 1


def test_values_that_the_transcription_derived_are_in_the_table_of_derived_values() -> None:
    from benchmarks.draft.fields import derived_fields, printed_fields
    from jatsx import Article
    from tests.benchmarks.draft.invented import gold_article

    gold = gold_article(issue={"year_derived": {"value": "2024"}, "number_derived": {"value": "2"}})
    article = Article.model_validate(DRAFT)
    assert not {"issue year", "issue number"} & {one.field for one in printed_fields(gold, article)}
    derived = [one for one in derived_fields(gold, article) if one.field.startswith("issue")]
    assert [one.verdict for one in derived] == [EXACT, EXACT]

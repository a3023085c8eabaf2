"""Entries of reference lists, DOIs and addresses that may not be whole are doubts."""

from __future__ import annotations

import pytest

from jatsx import Record
from jatsx_draft.addresses import doi_of, url_of
from jatsx_draft.printed import PrintedLine
from tests.plugins.jatsx_draft.pages import TITLE_FIRST, articles, codes, drafted

LISTS = TITLE_FIRST[TITLE_FIRST.index("Список литературы") : TITLE_FIRST.index("Поступила")]
PLAIN = (
    "Belov V. (2016). The steppe and its cities. Almaty: Aral.",
    "Kim N. (2019). The roads of trade. Journal of History, 2, 5–9.",
    "Orlov P. (2020). The wells of the steppe. Journal of History, 3, 15–19.",
    "Sadykov A. (2021). The caravans. Journal of History, 4, 25–29.",
)


def with_list(*entries: str) -> Record:
    """The record of an article with these references."""
    listed = "\n\n".join(entries)
    pages = TITLE_FIRST.replace(LISTS, f"References\n\n{listed}\n\n")
    return articles(drafted(pages))[0]


def test_usual_entries_are_not_in_doubt() -> None:
    record = with_list(*PLAIN, "Ibid.")
    assert record.article
    assert len(record.article.references) == 5
    assert codes(record) == ["draft-values-derived"]


@pytest.mark.parametrize(
    "entry",
    [
        "Report_2021.pdf",
        f"{PLAIN[0]} {PLAIN[1]}",
        "Belov V. (2016). The steppe, its roads (a history (of the north",
        "Belov V. [The steppe](https://aral.example/a b) (2016).",
        "Summary.",
        f"Belov V. (2016). {'The steppe and its cities, with notes of the travellers. ' * 10}",
    ],
)
def test_an_entry_that_may_not_be_one_is_in_doubt(entry: str) -> None:
    record = with_list(*PLAIN, entry, PLAIN[0])
    (doubt,) = (one for one in record.findings if one.code == "draft-entry-cut")
    assert doubt.params["printed"].startswith(entry[:20])
    assert record.article
    assert len(record.article.references) == 6


def lines(*texts: str) -> list[PrintedLine]:
    """Lines of a page."""
    return [PrintedLine(text, "a.pdf", n, 1) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("printed", "address", "is_cut"),
    [
        (("https://aral.example/a.",), "https://aral.example/a", False),
        (("https://aral.example/a", "(date of access: 2020)"), "https://aral.example/a", False),
        (("https://aral.example/a.", "Orlov P."), "https://aral.example/a", False),
        (("https://aral.example/a", "Report.pdf"), "https://aral.example/a", True),
        (("https://aral.example/1275-", "roads.html"), "https://aral.example/1275-", True),
        (("https://aral.example/a-road north",), "https://aral.example/a-road", True),
        (("https://a.example/1(https://b.example/2)",), "https://a.example/1", False),
    ],
)
def test_addresses_are_whole_or_cut(
    printed: tuple[str, ...], address: str, *, is_cut: bool
) -> None:
    found = url_of(" ".join(printed), lines(*printed))
    assert found
    assert (found.text, found.is_cut) == (address, is_cut)


def test_a_doi_at_the_end_of_a_line_is_cut_if_the_next_line_may_go_on() -> None:
    printed = ("Aral Press. https://doi.org/10.5555/", "S0020818")
    found = doi_of("Aral Press. https://doi.org/10.5555/S0020818", lines(*printed))
    assert found == doi_of("https://doi.org/10.5555/S0020818", lines(*printed))
    assert found
    assert found.is_cut
    whole = doi_of("https://doi.org/10.5555/S0020818.", lines("https://doi.org/10.5555/S0020818."))
    assert whole
    assert not whole.is_cut


def test_twins_with_different_dois_are_a_doubt() -> None:
    pages = TITLE_FIRST.replace("С. 5–9.", "С. 5–9. https://doi.org/10.5555/roads.1").replace(
        "S. 5–9.", "S. 5–9. https://doi.org/10.5555/roads.7"
    )
    record = articles(drafted(pages))[0]
    (doubt,) = (one for one in record.findings if one.code == "draft-value-differs")
    assert doubt.field == "references[1].doi"
    assert (doubt.params["value"], doubt.params["other"]) == (
        "10.5555/roads.1",
        "10.5555/roads.7",
    )

"""Pairs of articles, figures, and values that are not printed."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

import yaml

from benchmarks.draft.comparison import Verdict
from benchmarks.draft.drafts import DraftedArticle, Origin
from benchmarks.draft.gold import GoldArticle, read_gold
from benchmarks.draft.invented import invented_values
from benchmarks.draft.pairs import paired
from benchmarks.draft.scoring import rows, scored, unmarked
from benchmarks.draft.tables import report
from jatsx import Article
from jatsx_draft.printed import PrintedLine
from tests.benchmarks.draft.invented import DRAFT, GOLD, drafted_article, gold_article


def titled(title: str) -> tuple[GoldArticle, DraftedArticle]:
    gold = gold_article({**deepcopy(GOLD), "title_as_printed": {"en": title}})
    return gold, drafted_article({**deepcopy(DRAFT), "title": {"en": title}})


def test_articles_are_paired_by_their_printed_title_one_to_one() -> None:
    wind_gold, wind = titled("THE WIND OF THE STEPPE")
    rain_gold, rain = titled("RAIN AND SNOW")
    assert paired([wind_gold, rain_gold], [rain, wind]) == [(wind_gold, wind), (rain_gold, rain)]
    again = titled("THE WIND OF THE STEPPES")[1]
    assert paired([wind_gold], [again, wind]) == [(wind_gold, wind), (None, again)]
    assert paired([wind_gold, rain_gold], [wind])[1] == (rain_gold, None)
    assert paired([wind_gold], [rain]) == [(wind_gold, None), (None, rain)]


def test_an_article_on_one_side_only_is_counted() -> None:
    gold, draft = titled("THE WIND OF THE STEPPE")
    missing = rows(list(scored([(gold, None)])), derived=False)
    assert missing["article"].counts == {Verdict.MISSING: 1}
    assert set(missing["title"].counts) == {Verdict.MISSING}
    assert missing["reference"].counts[Verdict.MISSING] == missing["reference"].of == 5
    extra = rows(list(scored([(None, draft)])), derived=False)
    assert (extra["article"].counts[Verdict.EXTRA], extra["article"].of) == (1, 0)


def test_a_value_in_doubt_is_counted_beside_its_verdict() -> None:
    values = list(scored([(gold_article(), drafted_article(DRAFT, sure="doubt"))]))
    figures = rows(values, derived=False)
    assert (figures["title"].counts[Verdict.EXACT], figures["title"].in_doubt) == (2, 1)
    assert figures["keywords"].in_doubt == 0


def test_a_note_makes_a_value_doubtful() -> None:
    draft = DraftedArticle(
        Article.model_validate(DRAFT),
        {"contributors[0]": Origin("issue.txt:4", "two")},
        {"contributors[0].name.en.family": "draft-name-differs"},
    )
    assert draft.origin("contributors[0].email") == Origin("issue.txt:4", "two")
    assert draft.origin("contributors[0].name.en.family").sure == "doubt"
    assert draft.origin("title.en") == Origin()


def test_the_list_has_place_and_certainty_of_each_value_that_is_not_exact() -> None:
    wrong = {**deepcopy(DRAFT), "title": {"en": "THE WIND OF THE SEA", "kk": "Дала желі"}}
    text = report(list(scored([(gold_article(), drafted_article(wrong))])), [])
    assert "| title | 1 | 0 | 1 | 0 | 0 | 0 | 1 | 2 |" in text
    assert "- wind/01: title en: wrong at issue.txt:1, one\n  - got: THE WIND OF THE SEA" in text
    assert "keywords en" not in text


def test_a_wrong_value_without_doubt_is_counted_and_listed_first() -> None:
    wrong = {**deepcopy(DRAFT), "title": {"en": "THE WIND OF THE SEA", "kk": "Дала желі"}}
    certain, doubted = (
        list(scored([(gold_article(), drafted_article(wrong, sure))])) for sure in ("one", "doubt")
    )
    assert rows(certain, derived=False)["title"].unnoticed == 1
    assert rows(doubted, derived=False)["title"].unnoticed == 0
    text = report(certain, [])
    assert text.index("that are not in doubt: 1**") < text.index("Other values that are not exact")
    assert "that are not in doubt: 0**" in report(doubted, [])


def test_derived_values_must_be_marked() -> None:
    marked = DraftedArticle(
        Article.model_validate(DRAFT), {"pages.last": Origin("", "derived", "next-article")}, {}
    )
    pages = {one.value.path for one in unmarked(list(scored([(gold_article(), marked)])))}
    assert "pages.last" not in pages
    assert "language" in pages


LINES = [
    PrintedLine("THE WIND OF", "issue.txt", 1),
    PrintedLine("THE STEPPE", "issue.txt", 2),
    PrintedLine("It blows on and", "issue.txt", 3),
    PrintedLine("1 A footnote.", "issue.txt", 4),
    PrintedLine("on over the land. Received 4 March 2024", "issue.txt", 5),
]


def invented(data: Mapping[str, object], **origins: Origin) -> list[str]:
    draft = DraftedArticle(
        Article.model_validate({"id": "01", **data}),
        {name.replace("_", "."): origin for name, origin in origins.items()},
        {},
    )
    return [one.path for one in invented_values(draft, LINES)]


def test_a_value_stands_in_print_at_its_place() -> None:
    at = Origin("issue.txt:1", "one")
    assert not invented({"title": {"en": "The wind of the steppe"}}, title_en=at)
    assert invented({"title": {"en": "The wind of the sea"}}, title_en=at) == ["title.en"]
    assert invented({"title": {"en": "The wind of the steppe"}}) == ["title.en"]
    nowhere = Origin("issue.txt:99", "one")
    assert invented({"title": {"en": "The wind"}}, title_en=nowhere) == ["title.en"]


def test_a_footnote_may_interrupt_a_value() -> None:
    abstract = {"abstract": {"en": "It blows on and on over the land."}}
    assert not invented(abstract, abstract_en=Origin("issue.txt:3", "one"))
    other = {"abstract": {"en": "It blows on and off over the land."}}
    assert invented(other, abstract_en=Origin("issue.txt:3", "one")) == ["abstract.en"]


def test_dates_and_derived_values() -> None:
    at = Origin("issue.txt:5", "one")
    assert not invented({"dates": {"received": "2024-03-04"}}, dates_received=at)
    assert invented({"dates": {"received": "2023-03-04"}}, dates_received=at) == ["dates.received"]
    assert invented({"language": "kk"}) == ["language"]
    assert not invented({"language": "kk"}, language=Origin("", "derived", "language-of-body"))


def test_the_gold_is_read_in_the_layout_of_the_corpus(tmp_path: Path) -> None:
    for name in ("wind-1", "rain-2"):
        folder = tmp_path / name
        folder.mkdir()
        for file, data in (("issue", {"year": 2024}), ("journal", {}), ("01", GOLD)):
            (folder / f"{file}.yaml").write_text(yaml.safe_dump(data), "utf-8")
    assert [one.name for one in read_gold(tmp_path)] == ["rain-2/01", "wind-1/01"]
    assert [one.name for one in read_gold(tmp_path, {"wind-1", "x"})] == ["wind-1/01"]
    assert [one.issue["year"] for one in read_gold(tmp_path / "wind-1")] == [2024]


def test_a_place_may_have_a_page() -> None:
    pages = [PrintedLine("THE WIND", "issue.pdf", 1, page) for page in (1, 2)]
    draft = DraftedArticle(
        Article.model_validate({"id": "01", "title": {"en": "The wind"}}),
        {"title.en": Origin(str(pages[1].place), "one")},
        {},
    )
    assert not list(invented_values(draft, pages))
    assert list(invented_values(draft, pages[:1]))


def addressed(printed: str, data: Mapping[str, object], after: str = "") -> list[str]:
    lines = [PrintedLine(printed, "issue.txt", 1), PrintedLine(after, "issue.txt", 2)]
    article = Article.model_validate({"id": "01", **data})
    origins = dict.fromkeys(("doi", "dates.received", "pages.first"), Origin("issue.txt:1", "one"))
    return [one.path for one in invented_values(DraftedArticle(article, origins, {}), lines)]


def test_an_identifier_is_printed_as_a_whole() -> None:
    doi = {"doi": "10.5555/water.19"}
    assert not addressed("https://doi.org/10.5555/water.19.", doi)
    assert addressed("https://doi.org/10.5555/water.192", doi) == ["doi"]
    assert addressed("https://doi.org/10.5555/water.19-a", doi) == ["doi"]
    assert addressed("10.5555/water.19", doi, "2-a") == ["doi"]
    assert not addressed("10.5555/water.19", doi, "2. Kim N.")
    assert addressed("Rivers ..... 115", {"pages": {"first": "15"}}) == ["pages.first"]
    assert not addressed("Rivers ..... 115", {"pages": {"first": "115"}})


def test_a_date_is_printed_with_its_month() -> None:
    date = {"dates": {"received": "2024-03-04"}}
    for printed in ("Received 04.03.2024", "Received Marsh 4, 2024", "2024 жылғы 4 наурызда"):
        assert not addressed(printed, date)
    assert addressed("Received May 4, 2024", date) == ["dates.received"]
    assert addressed("Received March 14, 2024", date) == ["dates.received"]

"""Articles from files of their own get one issue."""

from __future__ import annotations

from typing import Any

from jatsx.findings.finding import Level
from jatsx.model import Article
from jatsx.readers.joined_issues import with_joined_issues
from jatsx.readers.reader import Record


def record(id: str, position: int | None = None, **issue: Any) -> Record:
    """The record of an article of the issue 2024-1 with these values."""
    data = {"id": "2024-1", **issue}
    article = Article.model_validate({"id": id, "issue": data})
    return Record(f"{id}.xml", article, id, position=position)


def joined(*records: Record) -> list[Article]:
    articles = [one.article for one in with_joined_issues(records)]
    assert None not in articles
    return [one for one in articles if one is not None]


def section(id: str, **title: str) -> dict[str, Any]:
    return {"id": id, "title": title}


def test_the_issue_has_the_values_of_all_articles() -> None:
    one, other = joined(
        record("a", volume="1", title={"kk": "Су"}, sections=[section("s", kk="Физика")]),
        record(
            "b",
            number="2",
            title={"en": "Water"},
            sections=[section("t"), section("s", en="Physics")],
        ),
    )
    assert one.issue is other.issue
    assert one.issue.model_dump(exclude_defaults=True, mode="json") == {
        "id": "2024-1",
        "volume": "1",
        "number": "2",
        "title": {"kk": "Су", "en": "Water"},
        "sections": [
            {"id": "s", "title": {"kk": "Физика", "en": "Physics"}},
            {"id": "t"},
        ],
    }


def test_a_value_that_differs_is_reported() -> None:
    first, second = with_joined_issues(
        [
            record("a", volume="1", journal={"publisher": {"name": {"en": "P", "kk": "Б"}}}),
            record("b", volume="2", journal={"publisher": {"name": {"en": "Q", "ru": "P"}}}),
        ]
    )
    assert first.findings == ()
    assert [(one.code, one.level, one.field, dict(one.params)) for one in second.findings] == [
        ("issue-value-differs", Level.WARNING, "issue.volume", {"value": "1", "other": "2"}),
        (
            "issue-value-differs",
            Level.WARNING,
            "issue.journal.publisher.name.en",
            {"value": "P", "other": "Q"},
        ),
    ]
    assert second.article is not None
    assert second.article.issue.volume == "1"


def test_a_title_in_another_language_is_not_repeated() -> None:
    one, _ = joined(
        record("a", journal={"title": {"es": "Mediações"}}),
        record("b", journal={"title": {"pt": "Mediações"}}),
    )
    assert dict(one.issue.journal.title) == {"es": "Mediações"}


def test_articles_are_in_the_order_of_their_positions() -> None:
    articles = joined(record("a", 7), record("b", 3), record("c", 5))
    assert {one.issue.articles for one in articles} == {("b", "c", "a")}


def test_there_is_no_order_without_all_positions() -> None:
    assert joined(record("a", 1), record("b"))[0].issue.articles == ()
    assert joined(record("a", 1), record("b", 1))[0].issue.articles == ()
    assert joined(record("a", 1))[0].issue.articles == ()


def test_issues_of_different_journals_are_not_joined() -> None:
    one, other = joined(
        record("a", journal={"issn": {"print": "2414-570X"}}),
        record("b", journal={"issn": {"print": "2788-5909"}}),
    )
    assert one.issue != other.issue
    one, other = joined(record("a", journal={"title": {"en": "A"}}), record("b"))
    assert one.issue is other.issue


def test_records_without_an_article_stay() -> None:
    empty = Record("c.xml", is_article=False)
    assert with_joined_issues([empty]) == [empty]

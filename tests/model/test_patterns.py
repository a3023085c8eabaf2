"""Which fields a pattern may name."""

from __future__ import annotations

import pytest

from jatsx.model.patterns import known_placeholders


@pytest.mark.parametrize(
    "name",
    ["article.id", "article.doi", "article.pages.first", "issue.volume", "journal.issn.print"],
)
def test_a_field_with_one_plain_value_can_be_named(name: str) -> None:
    assert name in known_placeholders()


@pytest.mark.parametrize(
    "name",
    [
        "article.title",  # one in each language
        "article.counts.pages",  # a number
        "article.contributors[].email",  # several
        "article.issue.volume",  # of the issue
        "issue.journal.doi",  # of the journal
        "journal.patterns.url",  # a pattern itself
    ],
)
def test_other_fields_cannot(name: str) -> None:
    assert name not in known_placeholders()


def test_each_name_is_of_an_article_an_issue_or_a_journal() -> None:
    assert {name.partition(".")[0] for name in known_placeholders()} == {
        "article",
        "issue",
        "journal",
    }

"""The comments of a field."""

from __future__ import annotations

from jatsx.issue_folder.comments import Comment, Comments
from tests.growth import MOST, call_growth


def commented(count: int) -> list[Comment]:
    """The comments of a field to which this many different ones are added, each twice."""
    comments = Comments()
    for number in (*range(count), *range(count)):
        comments.add(("title",), Comment(f"Warning {number}."))
    return list(comments.at("title").own)


def test_the_same_comment_is_written_once() -> None:
    assert commented(3) == [Comment("Warning 0."), Comment("Warning 1."), Comment("Warning 2.")]


def test_twice_the_comments_take_twice_the_calls() -> None:
    assert call_growth(commented, 500) <= MOST

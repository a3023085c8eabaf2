"""Every article is read back, of more of them than in a plain run."""

from tests.issue_folder.test_round_trip import (
    test_every_article_is_read_back,
)

__all__ = [
    "test_every_article_is_read_back",
]

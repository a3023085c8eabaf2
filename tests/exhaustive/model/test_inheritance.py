"""Any article can be asked, more of them than in a plain run."""

from tests.model.test_inheritance import (
    test_any_article_can_be_asked,
)

__all__ = [
    "test_any_article_can_be_asked",
]

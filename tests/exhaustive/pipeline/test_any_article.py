"""Any article becomes a valid document in each format, or is refused: more than in a plain run."""

from tests.pipeline.properties.test_any_article import test_it_is_valid_or_refused_with_a_reason

__all__ = ["test_it_is_valid_or_refused_with_a_reason"]

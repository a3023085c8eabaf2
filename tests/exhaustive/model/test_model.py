"""What holds of any article, of more of them than in a plain run."""

from tests.model.test_model import (
    test_an_article_can_be_pickled,
    test_an_article_can_be_written_as_json_and_read_again,
    test_an_article_can_be_written_as_yaml_and_read_again,
    test_an_article_holds_nothing_that_can_be_changed,
    test_each_part_that_says_something_is_walked_once,
    test_no_part_can_be_changed,
    test_rules_are_asked_of_each_part_but_the_one_around,
    test_the_path_of_a_part_leads_to_it,
    test_what_an_article_says_can_be_read_again,
)

__all__ = [
    "test_an_article_can_be_pickled",
    "test_an_article_can_be_written_as_json_and_read_again",
    "test_an_article_can_be_written_as_yaml_and_read_again",
    "test_an_article_holds_nothing_that_can_be_changed",
    "test_each_part_that_says_something_is_walked_once",
    "test_no_part_can_be_changed",
    "test_rules_are_asked_of_each_part_but_the_one_around",
    "test_the_path_of_a_part_leads_to_it",
    "test_what_an_article_says_can_be_read_again",
]

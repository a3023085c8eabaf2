"""The tests for exporters. A plugin needs three lines to use them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.exporter import Exporter
from jatsx.rules.engine import Rule
from jatsx.testing import (
    checks,
    environments,
    loss_checks,
    option_checks,
    run_checks,
    value_checks,
)
from jatsx.testing.awkward import RICH, Awkward, rich_article
from jatsx.testing.failures import assert_none
from jatsx.testing.subject import Subject

if TYPE_CHECKING:
    import pytest


class ExporterConformance:
    """Tests an exporter with each awkward article, in every version and with every option choice::

        class TestTitles(ExporterConformance):
            exporter = TITLES

    Slow tests export the rich article in every variant, and the others only in the first version.

    Args:
        exporter: the exporter.
        rules: the rules of its plugin. By default, the rules for the format in the installed
            plugins.
        options: the options that the format requires.
        variants: other options to test. Each choice of an option is always tested.
        needed: fields that the format requires. They are added to articles without them.
        keeping: options under which documents also contain the values that losses name, only for
            the program that reads them back.
    """

    exporter: Exporter
    rules: Sequence[Rule] | None = None
    options: Mapping[str, str] = FrozenMap()
    variants: Sequence[Mapping[str, str]] = ()
    needed: Mapping[str, Any] = FrozenMap()
    keeping: Mapping[str, str] = FrozenMap()

    @classmethod
    @cache
    def subject(cls) -> Subject:
        """The exporter under test."""
        given = (cls.rules, cls.options, cls.variants, cls.needed, cls.keeping)
        return Subject(cls.exporter, *given)

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Runs each test of one article with every awkward article."""
        if "awkward" in metafunc.fixturenames:
            metafunc.parametrize("awkward", self.subject().articles, ids=lambda one: one.name)

    def test_each_article_is_valid_or_refused_with_a_reason(self, awkward: Awkward) -> None:
        """Each document is valid, or a rule refuses its article. The exporter never raises."""
        assert_none(checks.validity_failures(self.subject(), awkward), self.subject(), awkward)

    def test_no_field_is_dropped_without_a_loss(self, awkward: Awkward) -> None:
        """If a field changes, the document changes, or a loss names the field."""
        assert_none(loss_checks.unreported_losses(self.subject(), awkward), self.subject(), awkward)

    def test_each_value_is_in_the_documents(self, awkward: Awkward) -> None:
        """Each value is in the documents as it is, at its own place, or a loss names the field."""
        absent = value_checks.value_failures(self.subject(), awkward)
        misplaced = value_checks.misplaced_codes(self.subject(), awkward)
        assert_none(chain(absent, misplaced), self.subject(), awkward)

    def test_no_markup_is_dropped_without_a_loss(self) -> None:
        """The documents contain the markup of each text, or a loss names the field."""
        rich = Awkward(RICH.name)
        assert_none(value_checks.markup_failures(self.subject(), rich), self.subject(), rich)

    def test_articles_of_a_run_are_written_like_single_articles(self) -> None:
        """Each article of a run of three is in the documents, with its own losses."""
        assert_none(run_checks.run_failures(self.subject()), self.subject(), Awkward(RICH.name))

    def test_each_option_and_version_has_an_effect(self) -> None:
        """For some article, the documents depend on each option, and on the version."""
        assert_none(option_checks.ignored_options(self.subject()), self.subject())

    def test_lists_are_complete_and_in_order(self) -> None:
        """Each item of a long list is in the documents, in the order of the list."""
        rich = Awkward(RICH.name)
        assert_none(value_checks.list_failures(self.subject(), rich), self.subject(), rich)

    def test_each_loss_is_true(self, awkward: Awkward) -> None:
        """Each loss names a field with a value, and has a reason."""
        assert_none(loss_checks.untrue_losses(self.subject(), awkward), self.subject(), awkward)

    def test_documents_depend_only_on_the_article(self, awkward: Awkward) -> None:
        """The bytes are the same with any clock, time zone, locale and hash seed."""
        assert_none(environments.differences(type(self), awkward), self.subject(), awkward)

    def test_no_side_effects(self, awkward: Awkward) -> None:
        """The exporter uses no network, starts no program and changes no file."""
        assert_none(environments.side_effects(type(self), awkward), self.subject(), awkward)

    def test_the_article_is_not_changed(self, awkward: Awkward) -> None:
        """The exporter changes neither the article nor the context."""
        assert_none(checks.changed_input(self.subject(), awkward), self.subject(), awkward)

    def test_its_documents_are_recognised(self, awkward: Awkward) -> None:
        """``recognises``, if there is one, returns the version of each document."""
        assert_none(checks.unrecognised_documents(self.subject(), awkward), self.subject(), awkward)

    def test_documents_of_other_formats_are_not_recognised(self) -> None:
        """``recognises`` returns None for documents of the other formats that jatsx ships."""
        assert_none(
            checks.wrongly_recognised_documents(self.subject(), rich_article()), self.subject()
        )

    def test_document_names_are_unique(self) -> None:
        """Two articles, or two files of one issue, never have the same document name."""
        assert_none(checks.duplicate_names(self.subject()), self.subject())

    def test_articles_of_an_issue_are_valid_together(self) -> None:
        """Articles that are valid one by one are valid when their issue is exported together."""
        assert_none(checks.joint_export_failures(self.subject()), self.subject())

    def test_enough_articles_are_exported(self) -> None:
        """At least half of the articles are exported, so that the other tests are meaningful."""
        assert_none(checks.too_many_refused(self.subject()), self.subject())

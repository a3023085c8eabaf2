"""The tests that every exporter can be put to, in three lines of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.exporter import Exporter
from jatsx.rules.engine import Rule
from jatsx.testing import checks, environments, loss_checks
from jatsx.testing.awkward import Awkward, rich_article
from jatsx.testing.failures import assert_none
from jatsx.testing.subject import Subject

if TYPE_CHECKING:
    import pytest


class ExporterConformance:
    """Puts an exporter to the tests, article by article, in every version and with every option::

        class TestTitles(ExporterConformance):
            exporter = TITLES

    What takes time is asked in every way of the article that says everything, and of the others in
    the first version.

    Args:
        exporter: the exporter.
        rules: the rules that its plugin brings; where it isn't said, those that ask for the format
            in the plugins that are installed.
        options: the settings that the format can't do without.
        variants: further settings to try; each choice of an option is tried anyway.
        needed: fields that the format asks of every article, given to those that say nothing of
            them.
    """

    exporter: Exporter
    rules: Sequence[Rule] | None = None
    options: Mapping[str, str] = FrozenMap()
    variants: Sequence[Mapping[str, str]] = ()
    needed: Mapping[str, Any] = FrozenMap()

    @classmethod
    @cache
    def subject(cls) -> Subject:
        """What is tried."""
        return Subject(cls.exporter, cls.rules, cls.options, cls.variants, cls.needed)

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Gives each test of an article the articles."""
        if "awkward" in metafunc.fixturenames:
            metafunc.parametrize("awkward", self.subject().articles, ids=lambda one: one.name)

    def test_an_article_is_valid_or_a_rule_says_why_not(self, awkward: Awkward) -> None:
        """A document is valid by its schema, or a rule refuses the article; nothing is raised."""
        assert_none(checks.refusals(self.subject(), awkward), self.subject(), awkward)

    def test_nothing_is_dropped_in_silence(self, awkward: Awkward) -> None:
        """What an article says is in the document or among its losses: each field is changed."""
        assert_none(loss_checks.silent_changes(self.subject(), awkward), self.subject(), awkward)

    def test_a_loss_is_of_what_the_article_says(self, awkward: Awkward) -> None:
        """A loss names a field that the article fills, and says why it is lost."""
        assert_none(loss_checks.untrue_losses(self.subject(), awkward), self.subject(), awkward)

    def test_the_bytes_are_made_of_the_article_alone(self, awkward: Awkward) -> None:
        """They are the same whatever the clock, time zone, locale and hash seed."""
        assert_none(environments.impurities(type(self), awkward), self.subject(), awkward)

    def test_nothing_is_done_beside(self, awkward: Awkward) -> None:
        """No network, no other program, no change of a file."""
        assert_none(environments.deeds(type(self), awkward), self.subject(), awkward)

    def test_the_article_is_left_as_it_is(self, awkward: Awkward) -> None:
        """The exporter changes neither the article nor the deposit."""
        assert_none(checks.mutations(self.subject(), awkward), self.subject(), awkward)

    def test_its_documents_are_recognised(self, awkward: Awkward) -> None:
        """``recognises`` says of each document which version it is, where there is one."""
        assert_none(checks.mistaken_own(self.subject(), awkward), self.subject(), awkward)

    def test_no_other_formats_document_is_recognised(self) -> None:
        """``recognises`` is None of the documents of the formats that jatsx ships."""
        assert_none(checks.mistaken_others(self.subject(), rich_article()), self.subject())

    def test_each_document_has_a_name_of_its_own(self) -> None:
        """Two articles, or two files of one issue, never write to one name."""
        assert_none(checks.misnomers(self.subject()), self.subject())

    def test_articles_of_an_issue_go_together(self) -> None:
        """What is valid alone is valid in a run of one issue's articles."""
        assert_none(checks.faults_of_a_run(self.subject()), self.subject())

    def test_enough_articles_go_out(self) -> None:
        """At least half of the articles go out, or there would be little to judge."""
        assert_none(checks.is_too_little(self.subject()), self.subject())

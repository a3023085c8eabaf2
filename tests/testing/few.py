"""The conformance tests with a few of the articles, and without child processes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from jatsx.testing import ExporterConformance
from jatsx.testing.awkward import Awkward
from jatsx.testing.subject import Subject, Variant

FEW: Final = ("plain", "name-mononym", "title-equal-in-two", "title-missing", "rich")
"""The articles to test with."""


class FewArticles(Subject):
    @property
    def articles(self) -> Sequence[Awkward]:
        return [one for one in super().articles if one.name in FEW]

    def main_variants_of(self, _: Awkward) -> Sequence[Variant]:
        return self.all_variants[:1]


class AllEnvironments(ExporterConformance):
    """All tests, with a few articles."""

    @classmethod
    @cache
    def subject(cls) -> Subject:
        return FewArticles(cls.exporter, cls.rules, cls.options, cls.variants, cls.needed)


class OneEnvironment(AllEnvironments):
    """The tests that need no child processes."""

    test_documents_depend_only_on_the_article = None  # type: ignore[assignment]
    test_no_side_effects = None  # type: ignore[assignment]

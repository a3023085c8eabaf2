"""Checks that an exporter uses its options and its versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from jatsx.documents.content import content_bytes
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.option import Option
from jatsx.testing.awkward import rich_article
from jatsx.testing.failures import Failure
from jatsx.testing.subject import Subject, Variant

TRIED: Final = ("kk", "en", "ru", "1-9", "10.5555/other", "other", "2")
"""Values that are tried for an option without choices."""


def ignored_options(subject: Subject) -> Iterator[Failure]:
    """The options, and the versions, on which no document depends. The user's own schema validates
    documents, which do not depend on it."""
    articles = _articles(subject)
    for option in subject.exporter.options:
        if option.kind != "schema" and not any(
            _has_effect(subject, option, article, variant)
            for article in articles
            for variant in subject.all_variants
        ):
            yield Failure(
                f"the option {option.name} has no effect: the documents of every article are the"
                " same with each value",
                "Use the option, or remove it. If it requires another option, set both in the test"
                " class: variants = ({…},).",
            )
    yield from _ignored_versions(subject, articles)


def _articles(subject: Subject) -> list[Article]:
    """The articles to try, the richest first."""
    small = [one.article for one in subject.articles if not one.is_rich and not one.is_large]
    return [rich_article(), *small]


def _has_effect(subject: Subject, option: Option, article: Article, variant: Variant) -> bool:
    """Whether the output for an article depends on the value of an option."""
    before = _output(subject, article, variant)
    values = option.choices or (*TRIED, f"{variant.options.get(option.name, '')} more".strip())
    others = (
        replace(variant, options=FrozenMap({**variant.options, option.name: one})) for one in values
    )
    return any(_output(subject, article, other) not in (before, "") for other in others)


def _ignored_versions(subject: Subject, articles: list[Article]) -> Iterator[Failure]:
    first, *others = subject.exporter.versions
    for version in others:
        variants = [Variant(one, subject.options) for one in (first, version)]
        if all(
            _output(subject, article, variants[0]) == _output(subject, article, variants[1])
            for article in articles
        ):
            yield Failure(
                f"the documents of every article are the same in versions {first} and {version}",
                "Use context.version, or offer only one version.",
                variants[1],
            )


def _output(subject: Subject, article: Article, variant: Variant) -> str:
    """The documents and losses of an article as text; empty if it cannot be exported."""
    try:
        documents = subject.exported([article], variant)
        return repr([(one.name, content_bytes(one), one.all_losses) for one in documents])
    except Exception:
        return ""

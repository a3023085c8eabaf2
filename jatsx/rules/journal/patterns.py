"""Rules on the patterns of DOIs and URLs in journal.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Journal
from jatsx.model.fieldpath import Path
from jatsx.model.patterns import empty_placeholders, known_placeholders, placeholders
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule

NAMES: Final = ("doi", "url")
"""The patterns that a journal can have."""


@rule(
    "journal-pattern-unknown",
    Level.ERROR,
    message=(
        "“{placeholder}” is not a placeholder.",
        "The brace {brace} does not belong to a placeholder.",
    ),
    hint=(
        "Did you mean {similar}? A placeholder is a field of the article, the issue or the"
        " journal.",
        "Write one of these names in the braces: {names}.",
        "Write a placeholder in braces: {{article.id}}.",
    ),
)
def pattern_unknown(journal: Journal) -> Iterator[Fault]:
    """Each placeholder of a pattern is a field with one plain value.

    A placeholder starts with ``article``, ``issue`` or ``journal``. A pattern with an unknown
    placeholder gives no values. A DOI cannot be made of the DOI itself, nor a URL of the URL.

    Source: jatsx documentation, docs/typing.md.

    Good:

        patterns: {url: "https://example.org/{issue.year}/{article.id}"}

    Bad:

        patterns: {url: "https://example.org/{issue.yaer}/{article.id}"}
    """
    for field in NAMES:
        known = sorted(known_placeholders() - {f"article.{field}"})
        for name in placeholders(getattr(journal.patterns, field) or ""):
            path = ("patterns", field)
            if name in ("{", "}"):
                yield fault(path, excerpt=name, brace=name)
            elif name not in known:
                yield _unknown(path, name, known)


@rule(
    "journal-pattern-common",
    Level.ERROR,
    message="The pattern contains no field of the article, so that all articles get one value.",
    hint="Add a field that differs from article to article: {{article.id}}.",
)
def pattern_common(journal: Journal) -> Iterator[Fault]:
    """A pattern contains a field of the article.

    Each article needs its own DOI and its own URL.

    Source: ISO 26324: a DOI identifies one object.

    Good:

        patterns: {doi: "10.5555/{issue.year}.{article.id}"}

    Bad:

        patterns: {doi: "10.5555/{issue.year}"}
    """
    for field in NAMES:
        pattern = getattr(journal.patterns, field)
        if pattern is not None and not _names(pattern, "article"):
            yield fault(("patterns", field))


@rule(
    "journal-pattern-repeating",
    Level.WARNING,
    message="The pattern of the DOIs contains no field of the issue.",
    hint=(
        "If another issue can have an article with the same id, add the year and the number:"
        " {{issue.year}}.{{issue.number}}. If no two articles of the journal have the same id,"
        " switch this rule off in journal.yaml, under `rules`."
    ),
)
def pattern_repeating(journal: Journal) -> Iterator[Fault]:
    """The pattern of the DOIs contains a field of the issue.

    The ids of articles are unique only within an issue. If the first article of each issue has the
    id 01, a pattern without the issue gives all of them the same DOI, and each new issue replaces
    the metadata of the last one.

    Source: ISO 26324: a DOI is assigned once.

    Good:

        patterns: {doi: "10.5555/{issue.year}.{issue.number}.{article.id}"}

    Bad:

        patterns: {doi: "10.5555/{article.id}"}
    """
    pattern = journal.patterns.doi
    if pattern is not None and _names(pattern, "article") and not _names(pattern, "issue"):
        yield fault(("patterns", "doi"))


@rule(
    "article-pattern-empty",
    Level.ERROR,
    message=(
        "The article gets no DOI from this pattern, because {name} is empty.",
        "The article gets no URL from this pattern, because {address_name} is empty.",
    ),
    hint="Write this value, or write the article's own `doi` and `url`.",
)
def pattern_empty(article: Article) -> Iterator[Fault]:
    """The placeholders of a pattern have values for each article that needs the pattern.

    An article with a DOI of its own does not need the pattern of DOIs, and likewise for the URL.
    No part of a value is left out.

    Source: jatsx documentation, docs/typing.md.

    Good:

        pages: {first: "5", last: "9"}
        issue: {journal: {patterns: {doi: "10.5555/{article.pages.first}"}}}

    Bad:

        issue: {journal: {patterns: {doi: "10.5555/{article.pages.first}"}}}
    """
    for field, param in zip(NAMES, ("name", "address_name"), strict=True):
        pattern = getattr(article.issue.journal.patterns, field)
        if pattern is not None and getattr(article, field) is None:
            for name in dict.fromkeys(empty_placeholders(pattern, article)):
                path = ("issue", "journal", "patterns", field)
                yield fault(path, excerpt=f"{{{name}}}", **{param: name})


def _unknown(path: Path, name: str, known: Sequence[str]) -> Fault:
    """The fault of an unknown placeholder, with a similar one or those that exist."""
    typed = f"{{{name}}}"
    similar = get_close_matches(name, known, n=1)
    if similar:
        return fault(path, excerpt=typed, placeholder=typed, similar=f"{{{similar[0]}}}")
    return fault(path, excerpt=typed, placeholder=typed, names=", ".join(known))


def _names(pattern: str, owner: str) -> bool:
    """Whether a pattern has a placeholder of the article, the issue or the journal."""
    return any(name.startswith(f"{owner}.") for name in placeholders(pattern))

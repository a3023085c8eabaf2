"""What is asked of words that come from a closed list.

An unknown word is a warning: formats leave out what they have no word for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.findings.translation import N_
from jatsx.model import Article, Contributor, License, OtherAbstract, Reference, Relation
from jatsx.model.fieldpath import Path
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.standards.vocabularies import (
    ABSTRACT_TYPES,
    ARTICLE_TYPES,
    CONTRIBUTOR_KINDS,
    CREDIT_ROLES,
    LICENSE_VERSIONS,
    REFERENCE_TYPES,
    RELATIONS,
    UPDATES,
)

_HINT: Final = N_("Choose one of: {known}.")


@rule(
    "article-type-unknown",
    Level.WARNING,
    message="{word} is no known type of article.",
    hint=_HINT,
)
def article_type(article: Article) -> Iterator[Fault]:
    """The type of an article is one of a closed list: research-article, review-article, editorial …

    Formats leave out what they have no word for.

    Source: JATS Tag Library 1.3, ``article/@article-type``, suggested values.

    Good:

        type: research-article

    Bad:

        type: scientific article
    """
    yield from _unknown("type", article.type, ARTICLE_TYPES)


@rule(
    "abstract-type-unknown",
    Level.WARNING,
    message="{word} is no known kind of abstract.",
    hint=_HINT,
)
def abstract_type(abstract: OtherAbstract) -> Iterator[Fault]:
    """The kind of a further abstract is one of a closed list: graphical, key-points, teaser …

    Formats leave out what they have no word for.

    Source: JATS Tag Library 1.3, ``abstract/@abstract-type``, suggested values.

    Good:

        type: graphical
        text: {en: The journal's map of migration routes.}

    Bad:

        type: picture
        text: {en: The journal's map of migration routes.}
    """
    yield from _unknown("type", abstract.type, ABSTRACT_TYPES)


@rule(
    "contributor-kind-unknown",
    Level.WARNING,
    message="{word} is no known kind of contributor.",
    hint=_HINT,
)
def contributor_kind(contributor: Contributor) -> Iterator[Fault]:
    """A contributor is an author, editor, translator, reviewer or chair.

    Another word is sent as “other”, or not at all.

    Source: Crossref ``contributor_role``; JATS ``contrib/@contrib-type``.

    Good:

        kind: translator
        name: {en: {family: Chernykh, given: Irina}}

    Bad:

        kind: interpreter
        name: {en: {family: Chernykh, given: Irina}}
    """
    yield from _unknown("kind", contributor.kind, CONTRIBUTOR_KINDS)


@rule(
    "contributor-credit-unknown",
    Level.WARNING,
    message="{word} is no role of the CRediT taxonomy.",
    hint=_HINT,
)
def credit_role(contributor: Contributor) -> Iterator[Fault]:
    """A role is one of CRediT's fourteen.

    Formats leave out what they have no word for.

    Source: ANSI/NISO Z39.104-2022.

    Good:

        credit_roles: [conceptualization, writing-original-draft]

    Bad:

        credit_roles: [conceptualization, writing]
    """
    for n, role in enumerate(contributor.credit_roles):
        yield from _unknown(("credit_roles", n), role, CREDIT_ROLES)


@rule(
    "relation-type-unknown",
    Level.WARNING,
    message="{word} is no known relation to another work.",
    hint=_HINT,
)
def relation_type(relation: Relation) -> Iterator[Fault]:
    """A relation is one of a closed list: translation-of, preprint-of, correction-of …

    The list says which work is whose translation, so that a bare “translation” doesn't do.

    Source: Crossref documentation, "Relationships" and "Crossmark update types".

    Good:

        type: translation-of
        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        type: translation
        doi: 10.5555/irilj.2024.106.2.02
    """
    yield from _unknown("type", relation.type, (*RELATIONS, *UPDATES))


@rule(
    "license-version-unknown",
    Level.WARNING,
    message="{word} is no version that a license can apply to.",
    hint=_HINT,
)
def license_version(license: License) -> Iterator[Fault]:
    """A license applies to vor, am or tdm.

    They stand for the version of record, the accepted manuscript, and text and data mining.

    Source: Crossref AccessIndicators, ``license_ref/@applies_to``.

    Good:

        url: https://creativecommons.org/licenses/by/4.0/
        applies_to: vor

    Bad:

        url: https://creativecommons.org/licenses/by/4.0/
        applies_to: version of record
    """
    yield from _unknown("applies_to", license.applies_to, LICENSE_VERSIONS)


@rule(
    "reference-type-unknown",
    Level.WARNING,
    message="{word} is no known type of reference.",
    hint=_HINT,
)
def reference_type(reference: Reference) -> Iterator[Fault]:
    """What is cited is one of a closed list: journal, book, chapter, thesis, website …

    Formats leave out what they have no word for.

    Source: JATS ``@publication-type``, Crossref ``citation/@type``, both longer lists.

    Good:

        type: journal
        text: {en: "Zenn, J. (2016) The IMU Is Extinct. Central Asia Caucasus Analyst."}

    Bad:

        type: article
        text: {en: "Zenn, J. (2016) The IMU Is Extinct. Central Asia Caucasus Analyst."}
    """
    yield from _unknown("type", reference.type, REFERENCE_TYPES)


def _unknown(path: str | Path, word: str | None, known: Collection[str]) -> Iterator[Fault]:
    if word and word not in known:
        yield fault(path, word=word, known=listed(_likely_first(word, known)))


def _likely_first(word: str, known: Collection[str]) -> Iterable[str]:
    """The known words, first those that are spelt much like another."""
    from difflib import get_close_matches

    spelt = word.strip().lower().replace(" ", "-").replace("_", "-")
    return dict.fromkeys([*get_close_matches(spelt, known), *known])

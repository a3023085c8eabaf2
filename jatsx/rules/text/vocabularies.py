"""Rules on values from closed lists.

An unknown value is a warning, because formats leave it out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.findings.translation import N_
from jatsx.model import Article, Contributor, License, LocalFile, OtherAbstract, Reference, Relation
from jatsx.model.fieldpath import Path
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.standards.vocabularies import (
    ABSTRACT_TYPES,
    ARTICLE_TYPES,
    CONTRIBUTOR_KINDS,
    CREDIT_ROLES,
    FILE_KINDS,
    LICENSE_VERSIONS,
    REFERENCE_TYPES,
    RELATIONS,
    UPDATES,
)

_HINT: Final = N_("Use one of these values: {known}.")


@rule(
    "article-type-unknown",
    Level.WARNING,
    message="{word} is not a known article type.",
    hint=_HINT,
)
def article_type(article: Article) -> Iterator[Fault]:
    """The type of an article is a known value, such as ``research-article`` or ``editorial``.

    Formats leave out a type that they do not know.

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
    message="{word} is not a known abstract type.",
    hint=_HINT,
)
def abstract_type(abstract: OtherAbstract) -> Iterator[Fault]:
    """The type of an additional abstract is a known value, such as ``graphical`` or ``teaser``.

    Formats leave out a type that they do not know.

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
    message="{word} is not a known kind of contributor.",
    hint=_HINT,
)
def contributor_kind(contributor: Contributor) -> Iterator[Fault]:
    """A contributor is an author, editor, translator, reviewer or chair.

    Any other kind is sent as “other” or not sent.

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
    message="{word} is not a CRediT role.",
    hint=_HINT,
)
def credit_role(contributor: Contributor) -> Iterator[Fault]:
    """A contributor's role is one of the 14 roles of the CRediT taxonomy.

    Formats leave out a role that they do not know.

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
    message="{word} is not a known relation type.",
    hint=_HINT,
)
def relation_type(relation: Relation) -> Iterator[Fault]:
    """The type of a relation is a known value, such as ``translation-of`` or ``correction-of``.

    The type must say which of the two works is the translation. The word “translation” is not
    enough.

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
    message="{word} is not a version of an article to which a license can apply.",
    hint=_HINT,
)
def license_version(license: License) -> Iterator[Fault]:
    """A license applies to ``vor``, ``am`` or ``tdm``.

    They mean the version of record, the accepted manuscript, and text and data mining.

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
    "file-kind-unknown",
    Level.WARNING,
    message="{word} is not a known kind of file.",
    hint=_HINT,
)
def file_kind(file: LocalFile) -> Iterator[Fault]:
    """A file is a full text, a supplement or an illustration; a file of an issue is a cover.

    Formats leave out a file of another kind.

    Source: jatsx's own list; JATS ``self-uri`` and ``supplementary-material``.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: pdf/01.pdf
        kind: PDF
    """
    yield from _unknown("kind", file.kind, FILE_KINDS)


@rule(
    "reference-type-unknown",
    Level.WARNING,
    message="{word} is not a known reference type.",
    hint=_HINT,
)
def reference_type(reference: Reference) -> Iterator[Fault]:
    """The type of a reference is a known value, such as ``journal``, ``book`` or ``website``.

    Formats leave out a type that they do not know.

    Source: JATS ``@publication-type`` and Crossref ``citation/@type``, which are longer lists.

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
    """The known words, those with a similar spelling first."""
    from difflib import get_close_matches

    spelt = word.strip().lower().replace(" ", "-").replace("_", "-")
    return dict.fromkeys([*get_close_matches(spelt, known), *known])

"""What is asked of a contributor."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article, Contributor
from jatsx.rules.common import fault, foreign_letter, listed
from jatsx.rules.engine import Fault, rule
from jatsx.standards.identifiers import has_orcid_check_digit, orcid_url


@rule(
    "contributor-name-missing",
    Level.ERROR,
    message="This contributor has no name.",
    hint="Write a person's name under name, or the name of a group under group.",
)
def name_missing(contributor: Contributor) -> Iterator[Fault]:
    """A contributor has a person's name or a group's.

    Nobody could be listed or cited.

    Source: Crossref ``person_name``, ``organization``; DOAJ ``author.name``: required.

    Good:

        name: {ru: {family: Бурнашев, given: Рустам, patronymic: Ренатович}}

    Bad:

        email: burnashev@example.org
    """
    if not contributor.name and not _is_group(contributor):
        yield fault("name")


@rule(
    "contributor-name-group",
    Level.ERROR,
    message="This contributor is named both as a person and as a group.",
    hint="Make two contributors of them, or remove one of the names.",
)
def name_group(contributor: Contributor) -> Iterator[Fault]:
    """A contributor is a person or a group, not both.

    An institution at which a person works is an affiliation, and no second name of theirs.

    Source: JATS Tag Library 1.3, ``contrib``: ``name`` and ``collab`` name two contributors.

    Good:

        name: {en: {family: Burnashev, given: Rustam}}

    Bad:

        name: {en: {family: Burnashev, given: Rustam}}
        group: {en: Kazakh-German University}
    """
    if contributor.name and _is_group(contributor):
        yield fault("group")


@rule(
    "contributor-name-empty",
    Level.ERROR,
    message="The name in {language:language} has neither a family name nor given names.",
    hint="Write a single name as the family name.",
)
def name_empty(contributor: Contributor) -> Iterator[Fault]:
    """A name has a family name or given names.

    Patronymic and suffix alone are no name.

    Source: JATS ``name``, Crossref ``person_name``.

    Good:

        name: {ru: {family: Бурнашев, given: Рустам, patronymic: Ренатович}}

    Bad:

        name: {ru: {patronymic: Ренатович}}
    """
    for language, name in contributor.name.items():
        if not ((name.family or "") + (name.given or "")).strip():
            yield fault(("name", language), language=language)


@rule(
    "contributor-orcid-form",
    Level.ERROR,
    message="{orcid} is not written as an ORCID iD.",
    hint=(
        "Copy it from the author's ORCID page: four groups of four digits, such as"
        " 0000-0002-1825-0097."
    ),
)
def orcid_form(contributor: Contributor) -> Iterator[Fault]:
    """An ORCID iD is four groups of four digits, the last of which may be X.

    It may stand with its address, https://orcid.org/.

    Source: ORCID, "Structure of the ORCID Identifier".

    Good:

        orcid: 0000-0002-1825-0097

    Bad:

        orcid: 0000 0002 1825 0097
    """
    orcid = contributor.orcid
    if orcid and orcid_url(orcid) is None and not foreign_letter(orcid):
        yield fault("orcid", orcid=orcid)


@rule(
    "contributor-orcid-letter",
    Level.ERROR,
    message="The letter {letter} in the ORCID iD {orcid} is not Latin: it is {point}, {name}.",
    hint="Switch the keyboard to English and type it again, or copy it from the author's page.",
)
def orcid_letter(contributor: Contributor) -> Iterator[Fault]:
    """The X of an ORCID iD is Latin: a Cyrillic Х only looks like it.

    On a Cyrillic keyboard it is typed by mistake, and no registry knows such an iD.

    Source: ORCID, "Structure of the ORCID Identifier".

    Good:

        orcid: 0000-0002-1694-233X

    Bad:

        orcid: 0000-0002-1694-233Х
    """
    if contributor.orcid and (letter := foreign_letter(contributor.orcid)):
        yield fault("orcid", orcid=contributor.orcid, **letter)


@rule(
    "contributor-orcid-checksum",
    Level.ERROR,
    message="The ORCID iD {orcid} has a wrong check digit.",
    hint="Compare it with the author's ORCID page: a digit is mistyped.",
)
def orcid_checksum(contributor: Contributor) -> Iterator[Fault]:
    """The last character of an ORCID iD is its check digit.

    A wrong one means that a digit is mistyped, and the iD is nobody's or another's.

    Source: ISO 7064, MOD 11-2.

    Good:

        orcid: 0000-0002-1825-0097

    Bad:

        orcid: 0000-0002-1825-0098
    """
    orcid = contributor.orcid
    if orcid and orcid_url(orcid) and not has_orcid_check_digit(orcid):
        yield fault("orcid", orcid=orcid)


@rule(
    "contributor-affiliation-unknown",
    Level.ERROR,
    message="The article has no affiliation with the id {id}.",
    hint="Use the id of one of its affiliations; it has: {known}.",
)
def affiliation_unknown(article: Article) -> Iterator[Fault]:
    """The affiliations that a contributor names are among the article's.

    Otherwise nothing says where they work.

    Source: JATS Tag Library 1.3, ``xref/@rid``: it refers to an id of the document.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}, affiliations: [dku]}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]

    Bad:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}, affiliations: [dku, kgu]}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]
    """
    known = {affiliation.id for affiliation in article.affiliations}
    for n, contributor in enumerate(article.contributors):
        for position, id in enumerate(contributor.affiliations):
            if id not in known:
                path = ("contributors", n, "affiliations", position)
                ids = listed(affiliation.id for affiliation in article.affiliations)
                yield fault(path, id=id, known=ids)


def _is_group(contributor: Contributor) -> bool:
    return any(group.strip() for group in contributor.group.values())

"""Rules on contributors: their names, ORCID iDs and affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article, Contributor
from jatsx.rules.common import fault, foreign_letter, listed
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_identifiers import certain_orcid
from jatsx.standards.identifiers import has_orcid_check_digit, orcid_url


@rule(
    "contributor-name-missing",
    Level.ERROR,
    message="The contributor has no name.",
    hint="Add a person's name under `name`, or a group's name under `group`.",
)
def name_missing(contributor: Contributor) -> Iterator[Fault]:
    """A contributor has a person's name or a group's name.

    Without a name, a contributor cannot be listed or cited.

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
    message="The contributor has both a person's name and a group's name.",
    hint="Remove one of the names, or make two contributors.",
)
def name_group(contributor: Contributor) -> Iterator[Fault]:
    """A contributor is either a person or a group, not both.

    If the group is the institution where the person works, add it as an affiliation.

    Source: JATS Tag Library 1.3, ``contrib``: ``name`` and ``collab`` name two different
    contributors.

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
    message="The name in {language:language} has no family name and no given name.",
    hint="If the person has only one name, write it as the family name.",
)
def name_empty(contributor: Contributor) -> Iterator[Fault]:
    """A name contains a family name or a given name.

    A patronymic or a suffix is not enough.

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
    message="{orcid} is not a valid ORCID iD.",
    hint=(
        "Copy the iD from the author's ORCID page. It has four groups of four digits, for example"
        " 0000-0002-1825-0097."
    ),
    mends=True,
)
def orcid_form(contributor: Contributor) -> Iterator[Fault]:
    """An ORCID iD is four groups of four digits, where the last digit may be X.

    It may be written with or without https://orcid.org/ before it.

    Source: ORCID, "Structure of the ORCID Identifier".

    Good:

        orcid: 0000-0002-1825-0097

    Bad:

        orcid: 0000 0002 1825 0097
    """
    orcid = contributor.orcid
    if orcid and orcid_url(orcid) is None and not foreign_letter(orcid):
        yield fault("orcid", orcid=orcid).with_mends(mended("orcid", orcid, certain_orcid(orcid)))


@rule(
    "contributor-orcid-letter",
    Level.ERROR,
    message=("The ORCID iD {orcid} contains a character that is not allowed: {point:character}."),
    hint=(
        "Switch the keyboard to English and type the letter again, or copy the iD from the author's"
        " ORCID page."
    ),
    mends=True,
)
def orcid_letter(contributor: Contributor) -> Iterator[Fault]:
    """The letter X in an ORCID iD is a Latin letter, and the hyphens are hyphens.

    The Cyrillic letter Х looks the same, a dash looks like a hyphen, and some characters cannot be
    seen, but registries do not recognise an iD with them.

    Source: ORCID, "Structure of the ORCID Identifier".

    Good:

        orcid: 0000-0002-1694-233X

    Bad:

        orcid: 0000-0002-1694-233Х
    """
    if contributor.orcid and (letter := foreign_letter(contributor.orcid)):
        mends = mended("orcid", contributor.orcid, certain_orcid(contributor.orcid))
        yield fault("orcid", orcid=contributor.orcid, **letter).with_mends(mends)


@rule(
    "contributor-orcid-checksum",
    Level.ERROR,
    message="The ORCID iD {orcid} has a wrong check digit.",
    hint="Compare it with the author's ORCID page. A digit is probably mistyped.",
)
def orcid_checksum(contributor: Contributor) -> Iterator[Fault]:
    """The ORCID iD has a valid check digit.

    The last character is calculated from the other digits. A wrong check digit means that the iD
    was mistyped: it belongs to nobody or to another person.

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
    hint=(
        "Add this affiliation to the article, or use one of its affiliation ids: {known}. Ids of"
        " the affiliations in journal.yaml: {shared}.",
        "Add this affiliation to the article, or use one of its affiliation ids: {known}.",
    ),
)
def affiliation_unknown(article: Article) -> Iterator[Fault]:
    """Each affiliation of a contributor is one of the article's affiliations.

    A contributor refers to an affiliation by its id. If no affiliation has this id, the
    contributor's place of work is unknown.

    Source: JATS Tag Library 1.3, ``xref/@rid``: refers to an id in the same document.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}, affiliations: [dku]}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]

    Bad:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}, affiliations: [dku, kgu]}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]
    """
    known = [affiliation.id for affiliation in article.affiliations]
    shared = [one.id for one in article.issue.journal.affiliations if one.id not in known]
    of_journal = {"shared": listed(dict.fromkeys(shared))} if shared else {}
    for n, contributor in enumerate(article.contributors):
        for position, id in enumerate(contributor.affiliations):
            if id not in known:
                path = ("contributors", n, "affiliations", position)
                yield fault(path, id=id, known=listed(known), **of_journal)


def _is_group(contributor: Contributor) -> bool:
    return any(group.strip() for group in contributor.group.values())

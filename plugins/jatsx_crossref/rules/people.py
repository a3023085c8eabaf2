"""What is asked of contributors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx import Fault, Level, fault, present
from jatsx.model import Article, Contributor
from jatsx.model.fieldpath import Path
from jatsx.standards.identifiers import orcid_url
from jatsx_crossref.names import full_names, given_field, given_text
from jatsx_crossref.people import contributor_role
from jatsx_crossref.rules.common import rule, settings_in

LONGEST_SUFFIX: Final = 10
LONGEST_GROUP: Final = 511

_SPACE: Final = re.compile(r"[ \t\r\n]+")


@rule(
    "crossref-contributor-surname-missing",
    Level.ERROR,
    message="This contributor has no family name.",
    hint="Write it under family. Who has one name only has it as the family name.",
)
def surname_missing(contributor: Contributor) -> Iterator[Fault]:
    """A person has a family name in one language at least.

    Who has one name only has it as the family name.

    Source: ``person_name`` in crossref5.5.0.xsd: ``surname`` is required, a given name isn't.

    Good:

        name: {en: {family: Abdreshev, given: Alisher}}

    Bad:

        name: {en: {given: Alisher Abdreshev}}
    """
    is_named = bool(full_names(contributor.name)) or bool(present(contributor.group))
    if contributor.name and not is_named:
        yield fault("name")


@rule(
    "crossref-contributor-name-length",
    Level.ERROR,
    message="The name has {length} characters; Crossref takes {limit}.",
    hint="Write one person's name here, and each of several people as a contributor of their own.",
)
def name_length(article: Article) -> Iterator[Fault]:
    """Family and given names have at most 200 characters; in version 5.4.0, 60.

    Given names and patronymic count together. What is longer is mostly several people.

    Source: ``surname`` and ``given_name`` in crossref5.5.0.xsd and crossref5.4.0.xsd.

    Good:

        contributors: [{name: {en: {family: Nurdavletova, given: Saniya}}}]

    Bad:

        contributors:
          - name:
              en:
                family: >-
                  Nurdavletova Saniya, Aspandiyar Saida, Abdrakhmanov Kairat, Inakhiya Govind Kumar,
                  Burnashev Rustam, Chernykh Irina, Usserova Karlygash, Kydyrbek Farangis, Kukeyeva
                  Fatima, Alipbayev Amangeldy, Tatarinova Lola
    """
    limit = settings_in(article.issue.journal).version.name_length
    for path, text in _names(article):
        if len(text) > limit:
            yield fault(path, length=str(len(text)), limit=str(limit))


@rule(
    "crossref-contributor-name-characters",
    Level.ERROR,
    message=(
        "“{name}” is no name to Crossref's version {version}: it holds digits or question marks."
    ),
    hint="Remove them.",
)
def name_characters(article: Article) -> Iterator[Fault]:
    """In version 5.4.0 a name is written in letters.

    It refuses digits and question marks, which are mostly the marks of footnotes and letters lost.

    Source: the pattern of ``surname`` and ``given_name`` in crossref5.4.0.xsd.

    Good:

        contributors: [{name: {ru: {family: Бурнашев, given: Рустам}}}]
        issue: {journal: {formats: {crossref: {version: 5.4.0}}}}

    Bad:

        contributors: [{name: {ru: {family: "Бурнашев 1, 2", given: Рустам}}}]
        issue: {journal: {formats: {crossref: {version: 5.4.0}}}}
    """
    version = settings_in(article.issue.journal).version
    for path, text in _names(article) if version.name_pattern else ():
        if len(text) <= version.name_length and not version.takes_name(text):
            yield fault(path, name=text, version=version.name)


@rule(
    "crossref-contributor-suffix-length",
    Level.ERROR,
    message="The suffix “{suffix}” has more than 10 characters.",
    hint="A suffix is Jr. or III; a degree goes under degree.",
)
def suffix_length(contributor: Contributor) -> Iterator[Fault]:
    """A suffix has at most 10 characters.

    What is longer is mostly a degree or a position, which has a field of its own.

    Source: ``suffix`` in crossref5.5.0.xsd.

    Good:

        name: {en: {family: Elliott, given: Theodore, suffix: Jr.}}

    Bad:

        name: {en: {family: Elliott, given: Theodore, suffix: Doctor of Political Science}}
    """
    for tag, name in contributor.name.items():
        if len(name.suffix or "") > LONGEST_SUFFIX:
            yield fault(("name", tag, "suffix"), suffix=name.suffix or "")


@rule(
    "crossref-contributor-group-length",
    Level.ERROR,
    message="The group's name has more than 511 characters.",
    hint="Write the name alone, and its members as contributors of their own.",
)
def group_length(contributor: Contributor) -> Iterator[Fault]:
    """A group's name has at most 511 characters.

    What is longer is mostly the list of its members.

    Source: ``organization_t`` in crossref5.5.0.xsd.

    Good:

        group: {en: Kazakhstan Institute for Strategic Studies}

    Bad:

        group:
          en: >-
            Kazakhstan Institute for Strategic Studies under the President of the Republic of
            Kazakhstan, International Relations and International Law Journal, Al-Farabi Kazakh
            National University, Kazakh-German University, Faculty of International Relations,
            Contemporary problems of international relations: migration processes, Current issues of
            regional studies, Current issues of International Law, Kazakhstan in the Eurasian
            migration system: key trends for the early 2020s, and everyone else who took part in the
            work of the group or wrote to it
    """
    for tag, group in contributor.group.items():
        if len(_SPACE.sub(" ", group)) > LONGEST_GROUP:
            yield fault(("group", tag))


@rule(
    "crossref-contributor-role-unknown",
    Level.ERROR,
    message="Version 5.4.0 of Crossref has no word for a contributor who is {kind}.",
    hint="Write author, editor, translator, reviewer or chair, or use version 5.5.0.",
)
def role_unknown(article: Article) -> Iterator[Fault]:
    """In version 5.4.0 a contributor is an author, editor, translator, reviewer or chair.

    The document would be refused.

    Source: ``contributor_role`` in crossref5.4.0.xsd, which has no ``other``.

    Good:

        contributors: [{kind: translator, name: {en: {family: Chernykh, given: Irina}}}]
        issue: {journal: {formats: {crossref: {version: 5.4.0}}}}

    Bad:

        contributors: [{kind: illustrator, name: {en: {family: Chernykh, given: Irina}}}]
        issue: {journal: {formats: {crossref: {version: 5.4.0}}}}
    """
    version = settings_in(article.issue.journal).version
    for n, contributor in enumerate(article.contributors):
        if contributor_role(contributor.kind, version) is None:
            yield fault(("contributors", n, "kind"), kind=contributor.kind)


@rule(
    "crossref-contributor-orcid-repeated",
    Level.ERROR,
    message="Another contributor has the ORCID iD {orcid} too.",
    hint="An iD is one person's: ask both whose it is.",
)
def orcid_repeated(article: Article) -> Iterator[Fault]:
    """No two contributors of one kind have the same ORCID iD.

    An author may be the editor too.

    Source: ORCID: an iD is one person's.

    Good:

        contributors:
          - {name: {en: {family: Burnashev}}, orcid: 0000-0002-1825-0097}
          - {name: {en: {family: Chernykh}}, orcid: 0000-0002-1694-233X}

    Bad:

        contributors:
          - {name: {en: {family: Burnashev}}, orcid: 0000-0002-1825-0097}
          - {name: {en: {family: Chernykh}}, orcid: 0000-0002-1825-0097}
    """
    seen: set[tuple[str, str]] = set()
    for n, contributor in enumerate(article.contributors):
        orcid = orcid_url(contributor.orcid or "")
        if orcid and (contributor.kind, orcid) in seen:
            yield fault(("contributors", n, "orcid"), orcid=contributor.orcid or "")
        seen.add((contributor.kind, orcid or ""))


def _names(article: Article) -> Iterator[tuple[Path, str]]:
    """Each family name and each run of given names, as it is sent, with its path."""
    for n, contributor in enumerate(article.contributors):
        for tag, name in contributor.name.items():
            for field, text in (
                ("family", name.family or ""),
                (given_field(name), given_text(name)),
            ):
                collapsed = text if text.isalpha() else _SPACE.sub(" ", text).strip(" ")
                if collapsed:
                    yield ("contributors", n, "name", tag, field), collapsed

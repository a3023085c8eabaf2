"""Rules on contributors."""

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
    message="The contributor has no family name.",
    hint="Add it under `family`. If the person has only one name, write it as the family name.",
)
def surname_missing(contributor: Contributor) -> Iterator[Fault]:
    """A person has a family name in at least one language.

    If a person has only one name, it is the family name.

    Source: ``person_name`` in crossref5.5.0.xsd: ``surname`` is required, a given name is not.

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
    message="The name is too long for Crossref. Length: {length}; maximum: {limit}.",
    hint="Write the name of one person here. List each person as a separate contributor.",
)
def name_length(article: Article) -> Iterator[Fault]:
    """Family names and given names have at most 200 characters, or 60 up to version 5.4.0.

    The given name and the patronymic are counted together. A longer text is usually the names of
    several people.

    Source: ``surname`` and ``given_name`` in crossref5.5.0.xsd, crossref5.4.0.xsd and
    crossref5.3.1.xsd.

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
        "Version {version} of Crossref does not allow digits or question marks in a name: “{name}”."
    ),
    hint="Remove the digits or question marks.",
)
def name_characters(article: Article) -> Iterator[Fault]:
    """Up to version 5.4.0, a name contains no digits and no question marks.

    They are usually footnote marks or damaged letters. Versions 5.3.1 and 5.4.0 reject them.

    Source: the pattern of ``surname`` and ``given_name`` in crossref5.4.0.xsd and
    crossref5.3.1.xsd.

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
    message="The suffix “{suffix}” is too long for Crossref. Maximum length: 10.",
    hint="A suffix is, for example, Jr. or III. Write a degree under `degree`.",
)
def suffix_length(contributor: Contributor) -> Iterator[Fault]:
    """A suffix has at most 10 characters.

    A longer text is usually a degree or a position, which have their own fields.

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
    message="The name of the group is too long for Crossref. Maximum length: 511.",
    hint="Write only the name of the group. List its members as separate contributors.",
)
def group_length(contributor: Contributor) -> Iterator[Fault]:
    """The name of a group has at most 511 characters.

    A longer text is usually a list of its members.

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
    message="Version {version} of Crossref does not allow this kind of contributor: {kind}.",
    hint="Use author, editor, translator, reviewer or chair, or use version 5.5.0.",
)
def role_unknown(article: Article) -> Iterator[Fault]:
    """Up to version 5.4.0, a contributor is an author, editor, translator, reviewer or chair.

    Versions 5.3.1 and 5.4.0 reject a file with any other kind.

    Source: ``contributor_role`` in crossref5.4.0.xsd and crossref5.3.1.xsd, which do not include
    ``other``.

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
            yield fault(("contributors", n, "kind"), kind=contributor.kind, version=version.name)


@rule(
    "crossref-contributor-orcid-repeated",
    Level.ERROR,
    message="Another contributor has the same ORCID iD: {orcid}.",
    hint="An ORCID iD belongs to one person. Ask both contributors to check their ORCID iDs.",
)
def orcid_repeated(article: Article) -> Iterator[Fault]:
    """No two contributors of the same kind have the same ORCID iD.

    One person can have two kinds, for example author and editor.

    Source: ORCID: an iD belongs to one person.

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
    """The family names and the given names as they are sent, with their paths."""
    for n, contributor in enumerate(article.contributors):
        for tag, name in contributor.name.items():
            for field, text in (
                ("family", name.family or ""),
                (given_field(name), given_text(name)),
            ):
                collapsed = text if text.isalpha() else _SPACE.sub(" ", text).strip(" ")
                if collapsed:
                    yield ("contributors", n, "name", tag, field), collapsed

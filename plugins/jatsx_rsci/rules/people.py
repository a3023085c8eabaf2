"""What is asked of contributors and their affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Fault, Level, fault
from jatsx.model import Affiliation, Contributor
from jatsx_rsci.languages import by_code
from jatsx_rsci.people import MOST, described_in, is_placed, surnames
from jatsx_rsci.rules.common import rule


@rule(
    "rsci-contributor-kind-unknown",
    Level.WARNING,
    message="eLIBRARY has no word for a contributor who is {kind}; this one isn't sent.",
    hint="Write author, editor, translator or reviewer under kind, if one of them is right.",
)
def kind_unknown(contributor: Contributor) -> Iterator[Fault]:
    """A contributor is an author, editor, translator or reviewer, or isn't sent.

    Source: eLIBRARY's schema, ``role``.

    Good:

        kind: translator

    Bad:

        kind: chair
    """
    if not is_placed(contributor):
        yield fault("kind", kind=contributor.kind)


@rule(
    "rsci-contributor-languages-many",
    Level.WARNING,
    message="eLIBRARY allows a name in at most three languages; these aren't sent: {left}.",
    hint="Nothing needs to be done, if Kazakh, Russian and English are those that matter.",
)
def languages_many(contributor: Contributor) -> Iterator[Fault]:
    """A name is written in three languages at most, or some aren't sent.

    Source: eLIBRARY's explanations of ``individInfo``.

    Good:

        name: {kk: {family: Бурнашев}, ru: {family: Бурнашев}, en: {family: Burnashev}}

    Bad:

        name:
          kk: {family: Бурнашев}
          ru: {family: Бурнашев}
          en: {family: Burnashev}
          de: {family: Burnaschew}
    """
    codes = by_code(surnames(contributor))
    kept = described_in(contributor)
    if len(codes) > MOST:
        left = ", ".join(tag for tag in codes.values() if tag not in kept)
        yield fault("name" if contributor.name else "group", left=left)


@rule(
    "rsci-affiliation-name-semicolon",
    Level.WARNING,
    message="eLIBRARY will read “{text}” as two, because of the semicolon.",
    hint="Write a comma instead; and two places of work as two affiliations.",
)
def institution_semicolon(affiliation: Affiliation) -> Iterator[Fault]:
    """There is no semicolon in the name of an institution or a town.

    It separates two places of work, so that one would be read as two.

    Source: eLIBRARY's explanations of ``orgName``, ``town`` and ``country``.

    Good:

        institution: {ru: Институт воды}

    Bad:

        institution: {ru: Институт воды; Академия наук}
    """
    for field in ("institution", "department", "city", "country_name"):
        for tag, text in getattr(affiliation, field).items():
            if ";" in text:
                yield fault((field, tag), text=text)

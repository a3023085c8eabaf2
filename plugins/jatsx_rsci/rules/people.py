"""Rules on contributors and their affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Fault, Level, fault
from jatsx.model import Affiliation, Contributor
from jatsx.standards.vocabularies import CONTRIBUTOR_KINDS
from jatsx_rsci.languages import by_code
from jatsx_rsci.people import MOST, described_in, is_placed, surnames
from jatsx_rsci.rules.common import rule


@rule(
    "rsci-contributor-kind-unknown",
    Level.WARNING,
    message=(
        "eLIBRARY has no role for this kind of contributor: {kind}. The contributor is not sent."
    ),
    hint=(
        "If one of these kinds is correct, write it under `kind`: author, editor, translator or"
        " reviewer."
    ),
)
def kind_unknown(contributor: Contributor) -> Iterator[Fault]:
    """A contributor is an author, editor, translator or reviewer.

    Contributors of other kinds are not sent. A kind that jatsx does not know is reported by another
    rule.

    Source: eLIBRARY's schema, ``role``.

    Good:

        kind: translator

    Bad:

        kind: chair
    """
    if not is_placed(contributor) and contributor.kind in CONTRIBUTOR_KINDS:
        yield fault("kind", kind=contributor.kind)


@rule(
    "rsci-contributor-languages-many",
    Level.WARNING,
    message="eLIBRARY allows a name in at most three languages. Not sent: {left}.",
    hint="If the name is sent in Kazakh, Russian and English, you do not need to change anything.",
)
def languages_many(contributor: Contributor) -> Iterator[Fault]:
    """A name is given in at most three languages.

    If there are more, Kazakh, Russian and English are preferred.

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
    message="eLIBRARY reads “{text}” as several names because of the semicolon.",
    hint="Use a comma instead. Write two places of work as two affiliations.",
)
def institution_semicolon(affiliation: Affiliation) -> Iterator[Fault]:
    """The name of an institution, department, city or country contains no semicolon.

    eLIBRARY uses the semicolon to separate places of work.

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

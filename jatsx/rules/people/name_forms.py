"""Rules on names whose parts are in the wrong field, or are shorter in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Contributor
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule

LONGEST: Final = 200
"""The maximum length of a name that is checked."""

_PATRONYMIC = re.compile(
    r"\S{2,60}[ \u00a0]+([^\W\d_]{3,40}(?:[оеё]вич|[оеё]вна|[иы]чна|[ұу]лы|[қк]ызы|оглы"
    r"|[oey]vich|[oey]vna|ichna|[uū]ly|[kq]yzy|ogly)|Ильич|Кузьмич|Лукич|Никитич|Фомич)\Z",
    re.IGNORECASE,
)
"""A given name of at least two letters, and a word with the ending of a patronymic."""

_SUFFIX = re.compile(r"[^\W\d_]\.?,?[ \u00a0]+((?:Jr|Sr|мл|ст)\.?|III?|IV)\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[ \u00a0-]?){1,4}\Z|[^\W\d_]\Z")
_FULL = re.compile(r"[^\W\d_]{3}")


@rule(
    "contributor-given-patronymic",
    Level.WARNING,
    message="The given name seems to contain a patronymic: “{patronymic}”.",
    hint="Move “{patronymic}” from `given` to `patronymic`.",
)
def given_patronymic(contributor: Contributor) -> Iterator[Fault]:
    """The patronymic is written under ``patronymic``, not after the given name.

    Formats join the given name and the patronymic if they have no field for it. If both are in one
    field, the patronymic cannot be left out or be shown separately. A name that is repeated in both
    fields is reported by ``contributor-name-patronymic``.

    Source: JATS ``given-names``, Crossref ``given_name``: neither has a patronymic.

    Good:

        name: {ru: {family: Бурнашев, given: Рустам, patronymic: Ренатович}}

    Bad:

        name: {ru: {family: Бурнашев, given: Рустам Ренатович}}
    """
    for tag, name in contributor.name.items():
        given = (name.given or "").strip()
        found = _PATRONYMIC.match(given) if len(given) <= LONGEST else None
        if found and not (name.patronymic or "").strip():
            yield fault(("name", tag, "given"), excerpt=found[1], patronymic=found[1])


@rule(
    "contributor-name-suffix",
    Level.WARNING,
    message="The family name “{name}” contains a suffix: “{suffix}”.",
    hint="Move “{suffix}” to `suffix`.",
)
def suffix(contributor: Contributor) -> Iterator[Fault]:
    """Jr., Sr., II, III or IV is written under ``suffix``, not in the family name.

    In the family name, it becomes a part of the name by which the person is sorted and cited.

    Source: Crossref ``suffix``; JATS ``suffix``.

    Good:

        name: {en: {family: Smith, given: John, suffix: Jr.}}

    Bad:

        name: {en: {family: "Smith, Jr.", given: John}}
    """
    for tag, name in contributor.name.items():
        family = (name.family or "").strip()
        if found := _SUFFIX.search(family[-LONGEST:]):
            yield fault(("name", tag, "family"), excerpt=found[1], name=family, suffix=found[1])


@rule(
    "contributor-name-initials",
    Level.WARNING,
    message=(
        "The given name is only initials in {language:language}, but it is full in"
        " {other:language}: {full}."
    ),
    hint="Write the full given name in every language.",
)
def only_initials(contributor: Contributor) -> Iterator[Fault]:
    """If the given name is full in one language, it is full in every language.

    Indexes compare names to find all works of a person. Initials match many people.

    Source: Crossref documentation, "Contributors": give the full name; the journals' author
    guidelines.

    Good:

        name:
          ru: {family: Бурнашев, given: Рустам}
          en: {family: Burnashev, given: Rustam}

    Bad:

        name:
          ru: {family: Бурнашев, given: Р.}
          en: {family: Burnashev, given: Rustam}
    """
    givens = {tag: (name.given or "").strip()[:LONGEST] for tag, name in contributor.name.items()}
    full = next((tag for tag, given in givens.items() if _FULL.search(given)), None)
    if full is None:
        return
    for tag, given in givens.items():
        if _INITIALS.match(given):
            yield fault(("name", tag, "given"), language=tag, other=full, full=givens[full])

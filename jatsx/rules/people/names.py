"""Rules on the text of a name: it is the name of one person and nothing else.

Rules on how the parts of a name fit together are in :mod:`jatsx.rules.people.name_parts`. Rules
that compare the languages of a name are in :mod:`jatsx.rules.people.name_spelling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Contributor
from jatsx.model.fieldpath import Path
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.letters import CYRILLIC
from jatsx.standards.romanisation import is_cyrillic

_ADDRESS = re.compile(
    r"[^\s<>()]{1,64}@[^\s<>()]{1,255}|(?:https?://|www\.)\S{1,255}"
    r"|(?:orcid\.org/)?(?:\d{4}-){3}\d{3}[\dXХ]",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>]{0,200})?/?>|&[A-Za-z]{2,30};")
_ELSEWHERE = ("&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&nbsp;")
"""Entities that the rule ``text-escape-left`` reports in every text."""

_SIGNS = r"\d*†‡§¶#⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ᵃᵇᶜᵈ"
_MARK = re.compile(rf"[{_SIGNS}](?:[{_SIGNS}, ]{{0,20}}[{_SIGNS}])?|[,;:](?=\s*\Z)|\?")
_TITLE = re.compile(
    r"\b(?:Ph\.?D|D\.?Sc|M\.?Sc|Dr\.?Sc)\b\.?(?!\w)|(?<=[\s,])Ph\. D\."
    r"|\b(?:Prof|Dr|Mr|Mrs|Ms)\.(?=\s|\Z)"
    r"|\b(?:Assoc(?:\.|iate) ?)?Professor\b"
    r"|\b(?:проф|доц|акад|асс)\.(?=\s|\Z)|\b(?:д-р|г-н|г-жа)\b"
    r"|\b(?:профессор|доцент|академик|докторант|магистрант|аспирант)ы?\b",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    r"\b[кд]\. ?(?:[а-я]{1,6}[.-] ?){1,2}н\b\.?|\b[а-яәғқңөұүі]{1,6}\. ?ғ\. ?[кдм]\b\.?"
)
_AND = re.compile(r"\s(?:and|&|және|et al\.?|и др\.?|және т\.б\.?)(?=\s|\Z)", re.IGNORECASE)
_RUSSIAN_AND = re.compile(r"(?:\b\w\.|[оеё]ва?|[иы]на?|ск(?:ий|ая))\s+и\s+\w", re.IGNORECASE)
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.")
_FULL_PATRONYMIC = re.compile(rf"\s[{CYRILLIC}]+(?:ович|евич|овна|евна|ұлы|қызы)\Z", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|мл|ст)\.?|I{1,3}|IV|V", re.IGNORECASE)


@rule(
    "contributor-name-address",
    Level.ERROR,
    message="The name contains an address or an identifier: “{found}”.",
    hint="Move an e-mail address to `email` and an ORCID iD to `orcid`. Keep only the name here.",
)
def address(contributor: Contributor) -> Iterator[Fault]:
    """A name contains no e-mail address, no ORCID iD and no URL.

    They have their own fields. In a name, they are registered as a part of the name.

    Source: Crossref documentation, "Contributors"; JATS ``email``, ``contrib-id``.

    Good:

        name: {en: {family: Lehmann, given: Daniel}}
        email: dlehmann@caspianpolicy.org

    Bad:

        name: {en: {family: "Lehmann dlehmann@caspianpolicy.org", given: Daniel}}
    """
    for path, text in _mixed_fields(contributor):
        if found := _ADDRESS.search(text):
            yield fault(path, excerpt=found[0], found=found[0])


@rule(
    "contributor-name-markup",
    Level.WARNING,
    message="The name “{name}” contains a tag or an entity, which is printed as it is: {found}.",
    hint="Delete it. If it represents a letter, write the letter itself.",
)
def markup(contributor: Contributor) -> Iterator[Fault]:
    """A name contains no tags and no entities.

    What remains from a web page or a converter is registered as a part of the name.

    Source: Crossref ``surname``: no formatting; JATS ``surname`` as deposited.

    Good:

        name: {en: {family: Hoagland, given: Richard E.}}

    Bad:

        name: {en: {family: "Hoagland<sup>2</sup>", given: Richard E.}}
    """
    for path, text in _mixed_fields(contributor):
        found = next((one for one in _MARKUP.findall(text) if one not in _ELSEWHERE), None)
        if found:
            yield fault(path, excerpt=found, found=found, name=text)


@rule(
    "contributor-name-title",
    Level.WARNING,
    message="The name contains a degree or a title: “{found}”.",
    hint="Write a degree under `degree` and a title under `position`.",
)
def title(contributor: Contributor) -> Iterator[Fault]:
    """A name contains no degree and no title.

    Registries treat them as parts of the name, so an index lists one person as two people.

    Source: Crossref documentation, "Contributors": don't put titles or degrees into names; DOAJ,
    ``author.name``.

    Good:

        name: {ru: {family: Черных, given: Ирина}}
        degree: {ru: д.и.н.}

    Bad:

        name: {ru: {family: "Черных, д.и.н.", given: Ирина}}
    """
    for path, text in fields(contributor):
        if found := _TITLE.search(text) or _CANDIDATE.search(text):
            yield fault(path, excerpt=found[0].strip(), found=found[0].strip())


@rule(
    "contributor-name-mark",
    Level.WARNING,
    message="The name “{name}” contains characters that do not belong to it: “{found}”.",
    hint="Delete them. If they refer to an affiliation, add its id under `affiliations`.",
)
def mark(contributor: Contributor) -> Iterator[Fault]:
    """A name contains no digits, no footnote or question marks and no comma or colon at its end.

    In print, such marks link a name to an affiliation or an address. A question mark was typed by
    someone who was not sure of the name.

    Source: Crossref documentation, "Contributors": names without numbers.

    Good:

        name: {en: {family: Ibrayeva, given: Aigerim}}

    Bad:

        name: {en: {family: "Ibrayeva¹,", given: Aigerim}}
    """
    for path, text in fields(contributor):
        found = _MARK.search(text)
        if found and not _ADDRESS.search(text) and not _MARKUP.search(text):
            yield fault(path, excerpt=found[0], found=found[0], name=text)


@rule(
    "contributor-name-people",
    Level.WARNING,
    message="“{name}” looks like the names of several people.",
    hint="List each person as a separate contributor.",
)
def people(contributor: Contributor) -> Iterator[Fault]:
    """A name is the name of one person.

    Two people in one field are cited as one person, and neither of them is found by name.

    Source: Crossref documentation, "Contributors": each person is a separate ``person_name``; DOAJ:
    each author is listed separately.

    Good:

        name: {ru: {family: Бурнашев, given: Р.}}

    Bad:

        name: {ru: {family: "Бурнашев Р.; Черных И."}}
    """
    for path, text in _mixed_fields(contributor):
        if _AND.search(text) or _RUSSIAN_AND.search(text) or _is_list(text):
            yield fault(path, name=text)


@rule(
    "contributor-name-whole",
    Level.WARNING,
    message="“{name}” under `family` looks like a full name.",
    hint="Keep only the family name there, and move the rest to `given` and `patronymic`.",
)
def whole(contributor: Contributor) -> Iterator[Fault]:
    """The field ``family`` contains only the family name.

    Indexes sort and cite people by this field. If it contains the full name, the given names and
    initials are not recognised.

    Source: Crossref ``surname`` and ``given_name``; JATS ``surname`` and ``given-names``.

    Good:

        name: {ru: {family: Татарина, given: Лолла, patronymic: Фуркатовна}}

    Bad:

        name: {ru: {family: Татарина Лолла Фуркатовна}}
    """
    for tag, name in contributor.name.items():
        family = (name.family or "").strip()
        if not family.isalpha() and _is_whole(family, has_given=bool((name.given or "").strip())):
            yield fault(("name", tag, "family"), name=family)


def fields(contributor: Contributor) -> list[tuple[Path, str]]:
    """The family name, given name and patronymic in each language, with their paths."""
    return [
        (("name", tag, part), text)
        for tag, name in contributor.name.items()
        for part in ("family", "given", "patronymic")
        if (text := (getattr(name, part) or "").strip())
    ]


def _mixed_fields(contributor: Contributor) -> list[tuple[Path, str]]:
    """The fields that contain characters other than letters."""
    return [(path, text) for path, text in fields(contributor) if not text.isalpha()]


def _is_list(text: str) -> bool:
    """Whether a text is several names: separated by semicolons, or two full names with a comma."""
    if ";" in text and "&" not in text and sum(map(_has_letters, text.split(";"))) > 1:
        return True
    sides = text.split(",", 1)
    if len(sides) < 2 or _is_title(sides[1]) or min(len(side.split()) for side in sides) < 2:
        return False
    return all(_INITIAL.search(side) or is_cyrillic(side) for side in sides)


def _is_whole(family: str, *, has_given: bool) -> bool:
    if _is_list(family) or _AND.search(family) or _ADDRESS.search(family):
        return False
    first, _, second = family.partition(",")
    if _has_letters(first) and _has_letters(second):
        return not (_SUFFIX.fullmatch(second.strip()) or _is_title(second))
    is_long = len(family.split()) > 1
    return (
        not has_given
        and is_long
        and bool(_INITIAL.search(family) or _FULL_PATRONYMIC.search(family))
    )


def _is_title(text: str) -> bool:
    return bool(_TITLE.search(text) or _CANDIDATE.search(text))


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))

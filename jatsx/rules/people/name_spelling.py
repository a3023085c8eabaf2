"""Rules that compare the forms of a name in several languages, and a name with the e-mail address.

Names are compared by :mod:`jatsx.standards.romanisation`, which accepts all common spellings. A
rule reports only what no spelling explains, and only for names of Cyrillic origin: names that are
transcribed by sound (Сьюзан Эллиот for Susan Elliott) cannot be compared letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, combinations, compress
from typing import Final, TypeAlias

from jatsx.findings.finding import Level
from jatsx.model import Contributor, PersonName
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.letters import KAZAKH_LATIN, LATIN
from jatsx.standards.languages import language_subtag
from jatsx.standards.romanisation import (
    explains,
    explains_but_for_a_slip,
    explains_part,
    first_letter,
    initials,
    is_cyrillic,
)

COMPARED: Final = ("kk", "ru", "en")
"""The languages in which names are compared. Other languages have their own spellings."""

SHORTEST: Final = 4
"""The minimum number of letters in a family name that is compared."""

SHORTEST_WITH_SLIP: Final = 6
"""The minimum number of letters in a family name that is compared with an e-mail address."""

LONGEST_LOGIN: Final = 64
"""The maximum number of characters before the @ (RFC 5321, 4.5.3.1.1)."""

_FAMILY = re.compile(
    r"(?:[оеё]ва?|[иы]на|[сц]к(?:ий|ая|ой)|[ыи]х|[ұу]лы|[қк]ызы|бек|бай|тегі|енко)\Z", re.IGNORECASE
)
"""Endings of family names in Kazakh, Russian and neighbouring languages."""

_PATRONYMIC = re.compile(r"(?:вич|вна|ична|[ұу]лы|[қк]ызы)\Z", re.IGNORECASE)
"""Endings of patronymics. A name with a patronymic is of Cyrillic origin."""

_KAZAKH = re.compile(
    r"[әғқңөұүі]|\Aай|гуль?|бек|жан(?!н)|нур|хан\Z|бай|мурат|бол|гали|гельды|темир|султан|сулу",
    re.IGNORECASE,
)
"""Parts of Kazakh given names. Such names have no Western form, unlike Елена (Helen)."""

_RUSSIAN_ENDING = re.compile(r"(?:[оеё]ва?|ova?|[yi]?eva?)\Z", re.IGNORECASE)
_KAZAKH_ENDING = re.compile(r"(?:[ұу]лы|[қк]ызы|[uū]ly|[kq][yi]z[yi])\Z", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?<=[сц]к)(?:ий|ая|ой)\Z", re.IGNORECASE)
_FOREIGN_LATIN = re.compile(f"[^A-Za-z{KAZAKH_LATIN}'’ʼ‘`ʹ\\s.-]")
_HAS_LATIN = re.compile(f"[{LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT_INSIDE = re.compile(r"[^\W\d_]\d+[^\W\d_]")

Agreement: TypeAlias = Callable[[str, str], bool]


@rule(
    "contributor-name-spelling",
    Level.WARNING,
    message="“{name}” in {language:language} does not match the other forms of the name: {others}.",
    hint=(
        "Compare the forms letter by letter, or ask the author. A letter may be mistyped, or this"
        " may be the name of another person."
    ),
)
def spelling(contributor: Contributor) -> Iterator[Fault]:
    """The family name and the given name match in Kazakh, Russian and English.

    Readers and indexes have to recognise one person by all forms of the name. All common
    romanisations and both the Kazakh and the Russian spelling are accepted. Any other difference is
    usually a wrong letter, a missing ending or the name of another person. Initials are compared by
    their letter. Patronymics and foreign names are not compared. Given names are compared only if
    they are Kazakh.

    Source: the journals' author guidelines: the authors' names in Kazakh, Russian and English.

    Good:

        name:
          kk: {family: Жақубаева, given: Салтанат}
          ru: {family: Джакубаева, given: С.}
          en: {family: Jakubayeva, given: Saltanat}

    Bad:

        name:
          kk: {family: Усерова, given: Карлыгаш}
          ru: {family: Усорова, given: К.}
          en: {family: Usserova, given: Karlygash}
    """
    names = _names(contributor)
    if len(names) < 2 or not _is_local(names.values()) or any(_changed_places(contributor)):
        return
    families = {tag: (name.family or "").strip() for tag, name in names.items()}
    odd = list(_mismatches(families, _families_match, "family"))
    yield from odd
    givens = {tag: (name.given or "").strip() for tag, name in names.items()}
    if not odd and any(is_cyrillic(given) and _KAZAKH.search(given) for given in givens.values()):
        yield from _mismatches(givens, _givens_match, "given")


@rule(
    "contributor-name-order",
    Level.WARNING,
    message=(
        "The family name and the given name are swapped in {language:language}: “{family}” is the"
        " given name in {other:language}."
    ),
    hint="Write “{given}” under `family` and “{family}” under `given`.",
)
def order(contributor: Contributor) -> Iterator[Fault]:
    """The same part of the name is the family name in every language.

    Journals print the family name first in one language and last in another, so the two are easily
    swapped. Indexes then cite the author by the given name.

    Source: Crossref ``surname``, JATS ``surname``: the name by which a person is sorted.

    Good:

        name:
          ru: {family: Сатбаева, given: Айжан}
          en: {family: Satbayeva, given: Aizhan}

    Bad:

        name:
          ru: {family: Сатбаева, given: Айжан}
          en: {family: Aizhan, given: Satbayeva}
    """
    names = _names(contributor)
    for tag, other in _changed_places(contributor).items():
        yield fault(
            ("name", tag, "family"),
            family=names[tag].family or "",
            given=names[tag].given or "",
            language=tag,
            other=other,
        )


@rule(
    "contributor-name-email",
    Level.WARNING,
    message="“{word}” in the e-mail address differs from the family name “{name}” by one letter.",
    hint="Ask the author which spelling is correct. One of them may be mistyped.",
)
def email(contributor: Contributor) -> Iterator[Fault]:
    """The family name and the e-mail address do not differ by only one letter.

    If an address consists mostly of the family name and one letter in the middle differs, one of
    the two is usually mistyped. E-mails to the author may then be returned. The rule accepts all
    romanisations of all forms of the name, initials, shortened names, digits, other endings and
    unrelated words.

    Source: JATS ``email``; the journals' author guidelines: the corresponding author's address.

    Good:

        name: {ru: {family: Бурнашев, given: Рустам}}
        email: burnaschew@dku.kz

    Bad:

        name: {ru: {family: Сатбаева, given: Айжан}}
        email: sathaeva@mail.ru
    """
    login = (contributor.email or "").removeprefix("mailto:").partition("@")[0]
    if len(login) > LONGEST_LOGIN or _DIGIT_INSIDE.search(login):
        return
    words = _WORD.findall(login)
    for word in words:
        family = _missed_by_a_slip(word, contributor)
        if family and not _are_of_name([*words, "".join(words)], contributor):
            yield fault("email", excerpt=word, name=family, word=word)


def _changed_places(contributor: Contributor) -> dict[str, str]:
    """The languages in which the names are swapped, each with a language that has them right."""
    names = _names(contributor)
    swapped = (pair for pair in combinations(names, 2) if _are_swapped(*(names[t] for t in pair)))
    return {
        tag: (second if tag == first else first)
        for first, second in swapped
        for tag in (first if _is_family(names[first].given) else second,)
    }


def _names(contributor: Contributor) -> dict[str, PersonName]:
    """The forms of a name that are compared, by language tag, in the order written.

    Names that mix two alphabets are left to another rule.
    """
    return {
        tag: name
        for tag, name in contributor.name.items()
        if language_subtag(tag) in COMPARED
        and (name.family or "").strip()
        and not _is_in_two_alphabets(f"{name.family} {name.given or ''}")
    }


def _is_in_two_alphabets(text: str) -> bool:
    return is_cyrillic(text) and bool(_HAS_LATIN.search(text))


def _is_local(names: Iterable[PersonName]) -> bool:
    """Whether a name is of Cyrillic origin: it has a typical family name or a patronymic."""
    return any(
        _is_family(name.family) or bool(_PATRONYMIC.search((name.patronymic or "").strip()))
        for name in names
    )


def _is_family(name: str | None) -> bool:
    """Whether a name is in Cyrillic letters and has a typical ending of family names."""
    return bool(name) and is_cyrillic(name or "") and bool(_FAMILY.search((name or "").strip()))


def _mismatches(forms: Mapping[str, str], agree: Agreement, part: str) -> Iterator[Fault]:
    """A fault for each form that does not match the majority of the forms."""
    for tag in _outsiders(forms, agree):
        others = listed(f"{form} ({other})" for other, form in forms.items() if other != tag)
        path = ("name", tag, part)
        yield fault(path, name=forms[tag], language=tag, others=others)


def _outsiders(forms: Mapping[str, str], agree: Agreement) -> list[str]:
    """The tags of the forms outside the largest group of matching forms.

    If two groups are equally large, the first one counts.
    """
    groups: list[list[str]] = []
    for tag, form in forms.items():
        fits = [any(agree(forms[other], form) for other in group) for group in groups]
        joined = [*chain.from_iterable(compress(groups, fits)), tag]
        rest = [group for group, is_same in zip(groups, fits, strict=True) if not is_same]
        groups = sorted([*rest, joined], key=len, reverse=True)
    return list(chain.from_iterable(groups[1:]))


def _match(form: str, other: str) -> bool:
    """Whether one form of a name can be a spelling of the other.

    Two forms in the same alphabet are compared in both directions.
    """
    if is_cyrillic(other) and not is_cyrillic(form):
        return explains(other, form)
    is_one_alphabet = is_cyrillic(form) == is_cyrillic(other)
    return explains(form, other) or (is_one_alphabet and explains(other, form))


def _families_match(form: str, other: str) -> bool:
    """Whether two family names match. Foreign and short names always do."""
    if _is_foreign(form) or _is_foreign(other) or min(len(form), len(other)) < SHORTEST:
        return True
    return _match(form, other) or _share_a_part(form, other) or _stems_match(form, other)


def _share_a_part(form: str, other: str) -> bool:
    """Whether a double name and a single name have a part in common."""
    parts, others = _WORD.findall(form), _WORD.findall(other)
    if len(parts) == len(others):
        return False
    return any(_match(part, one) for part in parts for one in others)


def _stems_match(form: str, other: str) -> bool:
    """Whether two names differ only by an optional Kazakh ending: Құдайберген, Кудайбергенов."""
    if _RUSSIAN_ENDING.search(form) and _RUSSIAN_ENDING.search(other):
        return False
    stems = [_KAZAKH_ENDING.sub("", _RUSSIAN_ENDING.sub("", name)) for name in (form, other)]
    return min(map(len, stems)) >= SHORTEST and _match(*stems)


def _givens_match(form: str, other: str) -> bool:
    """Whether two given names match. Initials and short names are compared by first letter."""
    if not form or not other or _is_foreign(form) or _is_foreign(other):
        return True
    first, second = _WORD.findall(form)[:1], _WORD.findall(other)[:1]
    if not first or not second or _match(form, other):
        return True
    if is_cyrillic(second[0]) and not is_cyrillic(first[0]):
        first, second = second, first
    if min(len(first[0]), len(second[0])) < 3:
        return first_letter(second[0]) in initials(first[0])
    return explains_part(first[0], second[0], glued=2)


def _are_swapped(name: PersonName, other: PersonName) -> bool:
    """Whether the family name of one form is the given name of the other, and vice versa."""
    parts = [(part or "").strip() for part in (name.family, name.given, other.family, other.given)]
    if min(map(len, parts)) < 3:
        return False
    family, given, other_family, other_given = parts
    if _match(family, other_family):
        return False
    return _match(family, other_given) and _match(given, other_family)


def _are_of_name(words: Iterable[str], contributor: Contributor) -> bool:
    """Whether one of the words is made of a part of the name, in some spelling."""
    parts = {
        part
        for name in contributor.name.values()
        for field in (name.family, name.given, name.patronymic)
        for part in _WORD.findall(field or "")
        if len(part) >= 3
    }
    spelt = parts | {_ADJECTIVE.sub(end, part) for part in parts for end in ("ий", "ая", "ой")}
    return any(explains_part(part, word) for word in words for part in spelt)


def _missed_by_a_slip(word: str, contributor: Contributor) -> str | None:
    """The family name from which a word differs by one letter. Short names are not compared."""
    families = (name.family or "" for name in contributor.name.values())
    parts = dict.fromkeys(part for family in families for part in _WORD.findall(family))
    long = (part for part in parts if SHORTEST_WITH_SLIP <= len(part) < 2 * len(word))
    if any(explains(part, word) for part in parts):
        return None
    return next((part for part in long if explains_but_for_a_slip(part, word)), None)


def _is_foreign(name: str) -> bool:
    """Whether a name has Latin letters that neither English nor Kazakh uses."""
    return not is_cyrillic(name) and bool(_FOREIGN_LATIN.search(name))

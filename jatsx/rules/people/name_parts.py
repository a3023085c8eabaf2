"""Rules on the parts of a name and on its letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Contributor, PersonName
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.people.names import fields
from jatsx.rules.text.letters import CYRILLIC, LATIN
from jatsx.standards.languages import language_subtag
from jatsx.standards.romanisation import is_cyrillic

IN_CYRILLIC: Final = ("kk", "ru", "ky", "uk", "be", "bg", "tg", "tt", "ba", "mn", "mk")
"""Languages that write names in Cyrillic letters."""

IN_LATIN: Final = ("en", "de", "fr", "es", "it", "pt", "pl", "cs", "tr", "nl", "sv", "fi")
"""Languages that write names in Latin letters."""

_WORD = re.compile(r"[^\W\d_]+\.?")
_HAS_LATIN = re.compile(f"[{LATIN}]")
_LATIN_RUN = re.compile(f"[{LATIN}](?:[{LATIN}. '’-]*[{LATIN}.])?")
_CYRILLIC_RUN = re.compile(f"[{CYRILLIC}](?:[{CYRILLIC}. '’-]*[{CYRILLIC}.])?")
_TITLES = frozenset(("phd", "ph", "dr", "jr", "sr", "ii", "iii", "iv", "prof", "msc"))
"""Words in Latin letters that can accompany a name in any alphabet."""


@rule(
    "contributor-name-capitals",
    Level.WARNING,
    message="The name “{name}” is written in capital letters.",
    hint="Use capital letters only where they belong, for example {example}.",
)
def capitals(contributor: Contributor) -> Iterator[Fault]:
    """A name is not written entirely in capital letters.

    Registries show a name as it was deposited. The correct form (McDonald, де Гольль) cannot be
    restored from a name in capital letters. Short names and initials are not checked.

    Source: Crossref documentation, "Contributors": don't use all capitals.

    Good:

        name: {en: {family: Nurdavletova, given: S.M.}}

    Bad:

        name: {en: {family: NURDAVLETOVA, given: Saniya}}
    """
    for path, text in fields(contributor):
        if text.isupper() and _longest_word(text) > (2 if path[-1] == "family" else 4):
            yield fault(path, name=text, example=text.title())


@rule(
    "contributor-name-same",
    Level.WARNING,
    message="The family name and the given name are the same: “{name}”.",
    hint="Correct the given name. If the person has only one name, write it only under `family`.",
)
def same(contributor: Contributor) -> Iterator[Fault]:
    """The family name and the given name are different.

    If they are the same, one was usually copied and not replaced. If a person has only one name, it
    is the family name.

    Source: Crossref ``person_name``: a mononym is a ``surname``.

    Good:

        name: {kk: {family: Аспандияр, given: Саида}}

    Bad:

        name: {kk: {family: Аспандияр, given: Аспандияр}}
    """
    for tag, name in contributor.name.items():
        family, given = _plain(name.family), _plain(name.given)
        if len(given) > 2 and family == given:
            yield fault(("name", tag, "given"), name=name.given or "")


@rule(
    "contributor-name-patronymic",
    Level.WARNING,
    message="The patronymic appears in both `given` and `patronymic`.",
    hint="Remove the patronymic from `given`.",
)
def patronymic(contributor: Contributor) -> Iterator[Fault]:
    """The patronymic is written only under ``patronymic``, not under ``given``.

    Formats join the given name and the patronymic. A patronymic in both fields appears twice.

    Source: JATS ``given-names``, Crossref ``given_name``: all names except the family name.

    Good:

        name: {ru: {family: Бурнашев, given: Рустам, patronymic: Ренатович}}

    Bad:

        name: {ru: {family: Бурнашев, given: Рустам Ренатович, patronymic: Ренатович}}
    """
    for tag, name in contributor.name.items():
        given, own = _words(name.given), _words(name.patronymic)
        if own and len(given) > len(own) and given[-len(own) :] == own:
            patronymic = name.patronymic or ""
            excerpt = patronymic if patronymic in (name.given or "") else ""
            yield fault(("name", tag, "given"), excerpt=excerpt, given=name.given or "")


@rule(
    "contributor-name-repeated",
    Level.WARNING,
    message="Contributor {number} has the same name: {name}.",
    hint=(
        "Remove one of the two contributors. If they are different people, add their ORCID iDs or"
        " e-mail addresses."
    ),
)
def repeated(article: Article) -> Iterator[Fault]:
    """No two contributors of the same kind have the same name.

    If the names are the same, a contributor was usually entered twice, or a copied name was not
    replaced. Contributors are not reported if their ORCID iDs, their e-mail addresses or their
    names in another language differ. Names with only initials are not checked.

    Source: Crossref documentation, "Contributors": each contributor is listed once.

    Good:

        contributors:
          - name: {ru: {family: Черных, given: Ирина}}
          - name: {ru: {family: Бурнашев, given: Рустам}}

    Bad:

        contributors:
          - name: {ru: {family: Черных, given: Ирина}}
          - name: {ru: {family: Черных, given: Ирина}}
    """
    firsts: dict[tuple[str, ...], int] = {}
    for n, contributor in enumerate(article.contributors):
        keys = [
            (contributor.kind, tag, *map(_plain, name.__dict__.values()))
            for tag, name in contributor.name.items()
            if _is_in_full(name)
        ]
        before = next((firsts[key] for key in keys if key in firsts), None)
        if before is not None and not _are_different(contributor, article.contributors[before]):
            name = _shown(next(filter(_is_in_full, contributor.name.values())))
            yield fault(("contributors", n, "name"), name=name, number=str(before + 1))
        firsts.update((key, n) for key in keys if key not in firsts)


@rule(
    "contributor-name-mixed",
    Level.WARNING,
    message="The name “{name}” mixes two alphabets: “{word}” is in {script:script} letters.",
    hint="Switch the keyboard to the language of the name and type this part again.",
)
def mixed(contributor: Contributor) -> Iterator[Fault]:
    """All parts of a name are written in one alphabet.

    S.M. Нурдавлетова, with Latin initials, is not found by a search for С.М. Нурдавлетова. A word
    that mixes two alphabets is reported by ``text-script-mixed``.

    Source: Unicode Technical Standard 39, "Mixed-Script Detection".

    Good:

        name: {kk: {family: Нурдавлетова, given: С.М.}}

    Bad:

        name: {kk: {family: Нурдавлетова, given: S.M.}}
    """
    for tag, name in contributor.name.items():
        shown = _shown(name)
        if not (_is_latin(shown) and is_cyrillic(shown)):
            continue
        words = [word for word in _WORD.findall(shown) if word.strip(".").lower() not in _TITLES]
        latin, cyrillic = "".join(filter(_is_latin, words)), "".join(filter(is_cyrillic, words))
        if not latin or not cyrillic or any(map(is_cyrillic, filter(_is_latin, words))):
            continue
        is_latin_expected = _is_tag_of(tag, IN_LATIN) or (
            not _is_tag_of(tag, IN_CYRILLIC) and len(latin) > len(cyrillic)
        )
        odd, script = (_CYRILLIC_RUN, "Cyrl") if is_latin_expected else (_LATIN_RUN, "Latn")
        for part in ("family", "given", "patronymic"):
            if found := odd.search(getattr(name, part) or ""):
                yield fault(
                    ("name", tag, part),
                    excerpt=found[0],
                    word=found[0],
                    script=script,
                    name=shown,
                )


@rule(
    "contributor-name-letters",
    Level.WARNING,
    message=(
        "The name “{name}” is marked as {language:language} but written in {script:script} letters."
    ),
    hint=(
        "Write the name in the letters of that language, or move it to the language in which it is"
        " written."
    ),
)
def letters(contributor: Contributor) -> Iterator[Fault]:
    """A name is written in the alphabet of the language that it is marked as.

    Indexes expect English names in Latin letters. A Kazakh or Russian name in Latin letters is
    reported only if another form of the name is in Cyrillic letters: a foreign author may have no
    Cyrillic name. Kazakh letters in a Russian name are accepted, because many people keep them in
    every language.

    Source: Crossref, "Multi-language material": names in their original script, with romanised
    forms; RFC 5646.

    Good:

        name:
          ru: {family: Черных, given: Ирина}
          en: {family: Chernykh, given: Irina}

    Bad:

        name:
          ru: {family: Chernykh, given: Irina}
          en: {family: Черных, given: Ирина}
    """
    shown = {tag: _shown(name) for tag, name in contributor.name.items()}
    for tag, name in shown.items():
        has_latin, has_cyrillic = _is_latin(name), is_cyrillic(name)
        if _is_tag_of(tag, IN_LATIN) and has_cyrillic and not has_latin:
            script = "Cyrl"
        elif (
            _is_tag_of(tag, IN_CYRILLIC) and has_latin and any(map(_is_in_cyrillic, shown.values()))
        ):
            script = "Latn"
        else:
            continue
        if not (has_latin and has_cyrillic):
            path = ("name", tag)
            yield fault(path, name=name, language=tag, script=script)


def _longest_word(text: str) -> int:
    """The number of letters in the longest word."""
    return max((len(word.rstrip(".")) for word in _WORD.findall(text)), default=0)


def _is_tag_of(tag: str, languages: Collection[str]) -> bool:
    """Whether a language tag belongs to one of the languages and contains no script."""
    is_plain = not any(len(subtag) == 4 for subtag in tag.split("-")[1:])
    return is_plain and language_subtag(tag) in languages


def _is_latin(text: str) -> bool:
    return bool(_HAS_LATIN.search(text))


def _is_in_cyrillic(text: str) -> bool:
    return is_cyrillic(text) and not _is_latin(text)


def _is_in_full(name: PersonName) -> bool:
    """Whether a name has a family name and a given name that is not only initials."""
    return bool(_plain(name.family)) and len(_plain(name.given).partition(".")[0]) > 2


def _are_different(contributor: Contributor, other: Contributor) -> bool:
    """Whether the ORCID iDs, e-mail addresses or names of two contributors differ."""
    marks = ((contributor.orcid, other.orcid), (contributor.email, other.email))
    if any(own and others and own != others for own, others in marks):
        return True
    shared = contributor.name.keys() & other.name.keys()
    return any(_words_of(contributor.name[tag]) != _words_of(other.name[tag]) for tag in shared)


def _words_of(name: PersonName) -> list[str]:
    return _words(_shown(name))


def _words(text: str | None) -> list[str]:
    return [word.rstrip(".").casefold() for word in _WORD.findall(text or "")]


def _plain(text: str | None) -> str:
    return " ".join(text.casefold().split()) if text else ""


def _shown(name: PersonName) -> str:
    """A name as it is printed, without its suffix."""
    return " ".join(filter(None, (name.given, name.patronymic, name.family)))

"""Rules on characters: invisible, damaged, or left from another program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import is_normalized, normalize

from jatsx.findings.finding import Level, Mend
from jatsx.model import Texts
from jatsx.model.fieldpath import Path, format_path
from jatsx.rules.common import code_points, fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.identifiers import IDENTIFIERS, is_own_url
from jatsx.rules.text.letters import Sight, sights

JOINING: Final = re.compile(
    "(?:және|мен|бен|пен|немесе|әрі|до|или|либо|то|да|но|та|або|чи|and|or|to|but|not|nor|vs|versus"
    r"|as|than|rather|through|until|und|oder|sowie|bis|bzw|aber|et|ou|ve|veya|ile)\b",
    re.IGNORECASE,
)
"""Words before which a hyphen can replace an omitted part of a word: одно- и двухмерный."""

UNCHANGED: Final = (*IDENTIFIERS, "url")
"""Fields in which a letter with a separate mark may be meant."""

_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")

NUMERALS: Final = ("одно", "двух", "трех", "трёх", "четырех", "четырёх", "пяти", "шести")
"""Beginnings of words that are listed one after another: двух- трёхмерный."""

_AFFIX = re.compile(
    "prefix|suffix|affix|morphem|приставк|префикс|суффикс|аффикс|морфем|жұрнақ|präfix|préfixe",
    re.IGNORECASE,
)
"""Words that show that a text is about parts of words."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")

_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@rule(
    "text-character-invisible",
    Level.WARNING,
    message="“{around}” contains an invisible character: {points:character}.",
    hint="Type the word again, or paste the text without formatting.",
)
def invisible(texts: Texts) -> Iterator[Fault]:
    """A text contains no invisible characters.

    Soft hyphens, zero-width spaces and direction marks are copied together with a text from a PDF
    or a word processor. They cannot be seen, but a search does not find the word, and a DOI or URL
    does not work. Direction marks in Arabic and Hebrew texts, and zero-width spaces in Thai, Khmer
    and Burmese texts, are accepted. Identifiers are checked by rules of their own.

    Source: Unicode Standard, chapter 23, "Special Areas and Format Characters".

    Good:

        title: {en: Return migration}

    Bad:

        title: {en: "Return mig\u00adration"}
    """
    for kind in ("invisible", "direction"):
        found = [one for one in sights(texts).get(kind, ()) if not _is_identifier(one.value.path)]
        needed = {id(one.value): _needed(one.value.plain) for one in _firsts(found)}
        for sight in _firsts(one for one in found if one.characters not in needed[id(one.value)]):
            yield fault(
                sight.value.path,
                excerpt=sight.characters,
                points=code_points(sight.characters),
                around=_visible(sight.around()),
            )


@rule(
    "text-letter-decomposed",
    Level.WARNING,
    message="“{word}” contains a letter that is written as two characters: {points:character}.",
    hint="Type the word again.",
    mends=True,
)
def decomposed(texts: Texts) -> Iterator[Fault]:
    r"""A letter with a mark, such as й, ё or é, is one character.

    In a text that was copied from a PDF or on a Mac, й can be an и and a breve. It looks the same,
    but a search does not find the word, and registries treat it as another word. Letters that
    Unicode has only with a separate mark, such as a stressed а, are accepted. Identifiers and URLs
    are not checked.

    Source: Unicode Standard Annex 15, "Unicode Normalization Forms": NFC.

    Good:

        title: {ru: Северный край}

    Bad:

        title: {ru: "Северны\u0438\u0306 край"}
    """
    for value in texts.values:
        if is_normalized("NFC", value.plain) or value.path[-1] in UNCHANGED:
            continue
        letters = dict.fromkeys(_DECOMPOSED.findall(value.plain))
        composed = {one: normalize("NFC", one) for one in letters}
        mends = tuple(
            Mend(format_path(value.path), new, old, is_excerpt=True)
            for old, new in composed.items()
            if new != old
        )
        if mends:
            letter = str(mends[0].old)
            word = next((one for one in value.plain.split() if letter in one), letter)
            found = fault(value.path, excerpt=letter, word=word, points=code_points(letter))
            yield found.with_mends(mends)


@rule(
    "text-hyphen-left",
    Level.WARNING,
    message="The word “{word}” seems to contain a hyphen from a line break.",
    hint="Join the parts of the word, or remove the space after the hyphen.",
)
def hyphen(texts: Texts) -> Iterator[Fault]:
    """No word is split by a hyphen from a line break.

    When a printed text is copied, the hyphen at the end of a line and a space after it can remain
    inside a word. A hyphen that replaces an omitted part (одно- и двухмерный) is accepted. Texts
    about prefixes and suffixes are not checked.

    Source: the journals' printed issues: “KAZAKH- RUSSIAN BORDER”.

    Good:

        title: {en: Delimitation of the Kazakh-Russian border, ru: Одно- и двухмерные модели}

    Bad:

        title: {en: Delimitation of the Kazakh- Russian border}
    """
    found = sights(texts).get("hyphen", ())
    on_prefixes = {id(one.value) for one in _firsts(found) if _AFFIX.search(one.value.plain)}
    reported: set[tuple[int, str]] = set()
    for sight in found:
        value, cut = id(sight.value), sight.around()
        is_new = value not in on_prefixes and (value, cut) not in reported
        if is_new and not _is_part_left_out(sight):
            reported.add((value, cut))
            yield fault(sight.value.path, excerpt=cut, word=cut)


@rule(
    "text-escape-left",
    Level.WARNING,
    message="The text contains {sign}, a code from another program. It is printed as it is.",
    hint="Write the character itself, for example _ instead of \\_ and & instead of &amp;.",
)
def escape(texts: Texts) -> Iterator[Fault]:
    r"""A text contains no escape codes such as ``\_`` (Markdown) or ``&amp;`` (HTML).

    They were written for a converter. Here, they are printed as they are. A URL that contains them
    does not work.

    Source: the journals' printed issues; DOAJ, "Metadata help": plain text without HTML.

    Good:

        references: [{url: "https://forbes.kz/dosym_satpaev"}]

    Bad:

        references: [{url: 'https://forbes.kz/dosym\_satpaev'}]
    """
    for sight in _firsts(sights(texts).get("escape", ())):
        yield fault(sight.value.path, excerpt=sight.characters, sign=sight.characters)


@rule(
    "text-characters-garbled",
    Level.WARNING,
    message="“{word}” contains damaged characters.",
    hint="Copy the text again from the article.",
)
def garbled(texts: Texts) -> Iterator[Fault]:
    """A text contains no damaged characters such as �, К???стан or ÐšÐ°Ð·.

    They appear when a program reads a text in the wrong encoding. The correct characters cannot be
    restored from them. Three question marks at the end of a word are accepted.

    Source: Unicode Standard, chapter 23, "U+FFFD REPLACEMENT CHARACTER".

    Good:

        title: {ru: Казахстан}

    Bad:

        title: {ru: "К\ufffdзахстан"}
    """
    for sight in _firsts(sights(texts).get("garbled", ())):
        yield fault(sight.value.path, excerpt=sight.characters, word=sight.around())


def _is_identifier(path: Path) -> bool:
    """Whether a field is an identifier or URL, whose characters other rules check."""
    return path[-1] in IDENTIFIERS or "issn" in path or is_own_url(path)


def _is_part_left_out(sight: Sight) -> bool:
    """Whether a hyphen replaces a part that the next word contains: одно- и двухмерный."""
    before = sight.around().partition("-")[0].lower()
    return before in NUMERALS or JOINING.match(sight.value.plain, sight.end) is not None


def _needed(text: str) -> str:
    """The invisible characters that the script of a text needs."""
    needed = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
    needed = needed if _RIGHT_TO_LEFT.search(text) else ""
    return needed + "\u200b" if _WITHOUT_SPACES.search(text) else needed


def _visible(characters: str) -> str:
    return "".join(one if one.isprintable() else "·" for one in characters)


def _firsts(found: Iterable[Sight]) -> Iterator[Sight]:
    """The first sight in each value."""
    seen: set[int] = set()
    for sight in found:
        if id(sight.value) not in seen:
            seen.add(id(sight.value))
            yield sight

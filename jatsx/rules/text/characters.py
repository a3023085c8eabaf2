"""What is asked of a text's characters: that none is left over, lost, or seen by no eye."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Texts
from jatsx.rules.common import code_points, fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.letters import Sight, sights

JOINING: Final = re.compile(
    "(?:және|мен|бен|пен|немесе|әрі|до|или|либо|то|да|но|та|або|чи|and|or|to|but|not|nor|vs|versus"
    r"|as|than|rather|through|until|und|oder|sowie|bis|bzw|aber|et|ou|ve|veya|ile)\b",
    re.IGNORECASE,
)
"""Words before which a hyphen may stand for a left-out part: одно- и двухмерный."""

NUMERALS: Final = ("одно", "двух", "трех", "трёх", "четырех", "четырёх", "пяти", "шести")
"""Beginnings of words that stand in a row: двух- трёхмерный."""

_AFFIX = re.compile(
    "prefix|suffix|affix|morphem|приставк|префикс|суффикс|аффикс|морфем|жұрнақ|präfix|préfixe",
    re.IGNORECASE,
)
"""What a text that quotes parts of words is about."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")

_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@rule(
    "text-character-invisible",
    Level.WARNING,
    message="An invisible character stands in “{around}”: {points}.",
    hint="Type the word again, or paste the text without formatting.",
)
def invisible(texts: Texts) -> Iterator[Fault]:
    """A text has no invisible characters: soft hyphens, spaces of no width, marks of direction.

    They come along when a text is copied from a PDF or a word processor. No eye sees them, but a
    search for the word doesn't find it, and a DOI or address with one leads nowhere. Arabic and
    Hebrew texts need marks of direction, Thai, Khmer and Burmese ones spaces of no width: theirs
    are left alone.

    Source: Unicode Standard, chapter 23, "Special Areas and Format Characters".

    Good:

        title: {en: Return migration}

    Bad:

        title: {en: "Return mig\u00adration"}
    """
    for kind in ("invisible", "direction"):
        found = sights(texts).get(kind, ())
        needed = {id(one.value): _needed(one.value.plain) for one in _firsts(found)}
        for sight in _firsts(one for one in found if one.characters not in needed[id(one.value)]):
            yield fault(
                sight.value.path,
                excerpt=sight.characters,
                points=code_points(sight.characters),
                around=_visible(sight.around()),
            )


@rule(
    "text-hyphen-left",
    Level.WARNING,
    message="The hyphen of a line's end seems to be left in “{word}”.",
    hint="Join the word, or close the gap after the hyphen.",
)
def hyphen(texts: Texts) -> Iterator[Fault]:
    """No word is cut by the hyphen of a line's end.

    Where a line was broken in print, copying leaves the hyphen and a space inside the word. A
    hyphen that stands for a left-out part (одно- и двухмерный) is no fault, nor is one in a text on
    prefixes.

    Source: the journals' printed issues: “KAZAKH- RUSSIAN BORDER”.

    Good:

        title: {en: Delimitation of the Kazakh-Russian border, ru: Одно- и двухмерные модели}

    Bad:

        title: {en: Delimitation of the Kazakh- Russian border}
    """
    found = sights(texts).get("hyphen", ())
    on_prefixes = {id(one.value) for one in _firsts(found) if _AFFIX.search(one.value.plain)}
    told: set[tuple[int, str]] = set()
    for sight in found:
        value, cut = id(sight.value), sight.around()
        is_new = value not in on_prefixes and (value, cut) not in told
        if is_new and not _is_part_left_out(sight):
            told.add((value, cut))
            yield fault(sight.value.path, excerpt=cut, word=cut)


@rule(
    "text-escape-left",
    Level.WARNING,
    message="{sign} is a sign of another program and would be printed as it stands.",
    hint="Write the character itself: _ for \\_, & for &amp;.",
)
def escape(texts: Texts) -> Iterator[Fault]:
    r"""A text holds no signs of another program: ``\_`` of Markdown, ``&amp;`` of a web page.

    They were written for a converter and would now be printed. In an address they make it lead
    nowhere.

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
    message="Characters were lost in “{word}”.",
    hint="Copy the text again from the article.",
)
def garbled(texts: Texts) -> Iterator[Fault]:
    """A text holds no characters that were lost on the way: �, К???стан, ÐšÐ°Ð·.

    A program took one encoding for another. What was lost can't be had back from the text. Three
    question marks at the end of a word ask a question.

    Source: Unicode Standard, chapter 23, "U+FFFD REPLACEMENT CHARACTER".

    Good:

        title: {ru: Казахстан}

    Bad:

        title: {ru: "К\ufffdзахстан"}
    """
    for sight in _firsts(sights(texts).get("garbled", ())):
        yield fault(sight.value.path, excerpt=sight.characters, word=sight.around())


def _is_part_left_out(sight: Sight) -> bool:
    """Whether a hyphen stands for a part that the next word has: одно- и двухмерный."""
    before = sight.around().partition("-")[0].lower()
    return before in NUMERALS or JOINING.match(sight.value.plain, sight.end) is not None


def _needed(text: str) -> str:
    """The invisible characters that have their place in the writing of a text."""
    needed = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
    needed = needed if _RIGHT_TO_LEFT.search(text) else ""
    return needed + "\u200b" if _WITHOUT_SPACES.search(text) else needed


def _visible(characters: str) -> str:
    return "".join(one if one.isprintable() else "·" for one in characters)


def _firsts(found: Iterable[Sight]) -> Iterator[Sight]:
    """The first sight of each value."""
    seen: set[int] = set()
    for sight in found:
        if id(sight.value) not in seen:
            seen.add(id(sight.value))
            yield sight

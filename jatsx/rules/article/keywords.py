"""What is asked of keywords: that each is one, and bare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article
from jatsx.model.text import Text
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule

_CONJUNCTION = re.compile(r"(?:and|и|және)\s")
_ABBREVIATED = re.compile(
    r"(?:\b\w|\b(?:etc|al|Inc|Ltd|Co|Corp|vs|St|Jr|Sr|sp|spp|ssp|subsp|var|cv|nov|DC"
    r"|др|т\.д|т\.п|т\.б|гг|вв|жж|ғғ|тыс|млн|руб|н\.э|н\. э))\.\Z"
)
_SPECIES = re.compile(r"[A-Z][a-z]+ (?:[a-z-]+ ).*[A-Z][a-z]*[bcdfghjklmnpqrstvwxz]\.\Z")
"""A plant's or animal's name with the short name of who described it: Larix sibirica Ledeb."""


@rule(
    "keyword-text-conjunction",
    Level.WARNING,
    message="The keyword begins with “{word}”.",
    hint="Delete that word.",
)
def conjunction(article: Article) -> Iterator[Fault]:
    """The last keyword doesn't begin with the “and” of the sentence.

    One that begins with a capital may be a title: И дольше века длится день.

    Source: the journals' printed issues: “…, Eurasia, and Return Migration”.

    Good:

        keywords: {en: [Eurasia, Return Migration]}

    Bad:

        keywords: {en: [Eurasia, and Return Migration]}
    """
    for path, keyword in _keywords(article):
        is_last = path[2] == len(article.keywords[path[1]]) - 1
        found = _CONJUNCTION.match(keyword.plain.strip())
        if is_last and found:
            yield fault(path, word=found[0].strip())


@rule(
    "keyword-text-punctuation",
    Level.WARNING,
    message="The keyword ends with “{character}”.",
    hint="Delete it.",
)
def punctuation(article: Article) -> Iterator[Fault]:
    """A keyword has no stop, comma or semicolon at its end.

    It is left over from the printed list, and makes another keyword of it in an index. The stop of
    the sentence is at the end of the list alone; of an abbreviation (U.S., Artemisia sp., Larix
    sibirica Ledeb.) it is a part.

    Source: JATS Tag Library 1.3, ``kwd``: one keyword, without what parts it from the next.

    Good:

        keywords: {en: [migration, U.S.]}

    Bad:

        keywords: {en: [migration, Eurasia.]}
    """
    for path, keyword in _keywords(article):
        plain = keyword.plain.strip()
        is_last = path[2] == len(article.keywords[path[1]]) - 1
        if plain.endswith((",", ";")) or (is_last and _ends_sentence(plain)):
            yield fault(path, character=plain[-1])


@rule(
    "keyword-list-joined",
    Level.WARNING,
    message="Several keywords seem to stand in one.",
    hint="Make each an item of its own: [миграция, Казахстан].",
)
def several(article: Article) -> Iterator[Fault]:
    """Each keyword is an item of its own.

    A whole list in one line is one long keyword to an index.

    Source: DOAJ, "Metadata help": each keyword in a field of its own; JATS ``kwd``.

    Good:

        keywords: {ru: [миграция, Казахстан, Евразия]}

    Bad:

        keywords: {ru: ["миграция, Казахстан, Евразия"]}
    """
    for path, keyword in _keywords(article):
        plain = keyword.plain.strip()
        is_alone = len(article.keywords[path[1]]) == 1
        if "; " in plain[:-1] or (plain.count(", ") > 1 and is_alone):
            yield fault(path)


@rule(
    "keyword-text-repeated",
    Level.WARNING,
    message="The keyword “{keyword}” stands twice.",
    hint="Remove one of the two, or write the one that was meant.",
)
def repeated(article: Article) -> Iterator[Fault]:
    """No keyword stands twice in its language.

    Source: JATS4R, Subjects and keywords.

    Good:

        keywords: {ru: [миграция, Казахстан]}

    Bad:

        keywords: {ru: [миграция, Казахстан, Миграция]}
    """
    seen: set[tuple[str, str]] = set()
    for path, keyword in _keywords(article):
        key = path[1], keyword.plain.casefold().strip()
        if key in seen:
            yield fault(path, keyword=keyword.plain.strip())
        seen.add(key)


def _ends_sentence(keyword: str) -> bool:
    """Whether a keyword ends with a stop that is no abbreviation's."""
    last = keyword.rpartition(" ")[2]
    is_short = last.count(".") > 1 or _ABBREVIATED.search(keyword[-10:])
    return keyword.endswith(".") and not is_short and not _SPECIES.match(keyword)


def _keywords(article: Article) -> Iterator[tuple[tuple[str, str, int], Text]]:
    for language, words in article.keywords.items():
        for n, keyword in enumerate(words):
            if keyword:
                yield ("keywords", language, n), keyword

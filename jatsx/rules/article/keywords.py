"""Rules on keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article
from jatsx.model.text import Text
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, mended, rule

_CONJUNCTION = re.compile(r"(?:and|и|және)\s")
_ABBREVIATED = re.compile(
    r"(?:\b\w|\b(?:etc|al|Inc|Ltd|Co|Corp|vs|St|Jr|Sr|sp|spp|ssp|subsp|var|cv|nov|DC"
    r"|др|т\.д|т\.п|т\.б|гг|вв|жж|ғғ|тыс|млн|руб|н\.э|н\. э))\.\Z"
)
_ENTITY = re.compile(r"&#?\w+\Z")
_SPECIES = re.compile(r"[A-Z][a-z]+ (?:[a-z-]+ ).*[A-Z][a-z]*[bcdfghjklmnpqrstvwxz]\.\Z")
"""The name of a species with its author's abbreviated name: Larix sibirica Ledeb."""


@rule(
    "keyword-text-conjunction",
    Level.WARNING,
    message="The keyword starts with “{word}”.",
    hint="Delete this word.",
)
def conjunction(article: Article) -> Iterator[Fault]:
    """The last keyword does not start with “and”, “и” or “және”.

    This word belongs to the printed list, not to the keyword. A keyword that starts with a capital
    letter is not reported, because it can be a title: И дольше века длится день.

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
    hint="Delete this character.",
    mends=True,
)
def punctuation(article: Article) -> Iterator[Fault]:
    """A keyword does not end with a full stop, comma or semicolon.

    The character belongs to the printed list. With it, an index treats the keyword as a different
    one. A full stop is reported only at the end of the last keyword, and not after an abbreviation
    (U.S., Artemisia sp., Larix sibirica Ledeb.).

    Source: JATS Tag Library 1.3, ``kwd``: one keyword, without the separator.

    Good:

        keywords: {en: [migration, U.S.]}

    Bad:

        keywords: {en: [migration, Eurasia.]}
    """
    for path, keyword in _keywords(article):
        plain = keyword.plain.strip()
        is_last = path[2] == len(article.keywords[path[1]]) - 1
        if plain.endswith((",", ";")) or (is_last and _ends_sentence(plain)):
            written = _as_written(keyword)
            mends = mended(path, written, _without_end(written, is_last=is_last))
            yield fault(path, character=plain[-1]).with_mends(mends)


@rule(
    "keyword-list-joined",
    Level.WARNING,
    message="This keyword seems to contain several keywords.",
    hint="Write each keyword as a separate item: `[миграция, Казахстан]`.",
)
def several(article: Article) -> Iterator[Fault]:
    """Each keyword is a separate item.

    An index treats a whole list in one item as one long keyword. The rule reports an item with a
    semicolon inside, and the only item of a list if it has two or more commas.

    Source: DOAJ, "Metadata help": each keyword in a field of its own; JATS ``kwd``.

    Good:

        keywords: {ru: [миграция, Казахстан, Евразия]}

    Bad:

        keywords: {ru: ["миграция, Казахстан, Евразия"]}
    """
    for path, keyword in _keywords(article):
        plain = keyword.plain.strip()
        is_only_item = len(article.keywords[path[1]]) == 1
        if "; " in plain[:-1] or (plain.count(", ") > 1 and is_only_item):
            yield fault(path)


@rule(
    "keyword-text-repeated",
    Level.WARNING,
    message="The keyword “{keyword}” appears twice.",
    hint="Remove or correct one of the two.",
)
def repeated(article: Article) -> Iterator[Fault]:
    """No keyword appears twice in the same language.

    Capital and small letters are treated as equal.

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


def _as_written(keyword: Text) -> str:
    """A keyword as it is written. The spaces at its ends are not escaped if it has no markup."""
    return keyword.plain if keyword.nodes == (keyword.plain,) else keyword.source


def _without_end(written: str, *, is_last: bool) -> str | None:
    """A keyword without the punctuation of the list after it; None if that is not certain."""
    bare = written.rstrip(" ,;")
    if is_last and _ends_sentence(bare):
        bare = bare[:-1].rstrip()
        if bare.endswith((".", ",", ";")):
            return None
    return None if not bare or _ENTITY.search(bare) else bare


def _ends_sentence(keyword: str) -> bool:
    """Whether a keyword ends with a full stop that is not part of an abbreviation."""
    last = keyword.rpartition(" ")[2]
    is_short = last.count(".") > 1 or _ABBREVIATED.search(keyword[-10:])
    return keyword.endswith(".") and not is_short and not _SPECIES.match(keyword)


def _keywords(article: Article) -> Iterator[tuple[tuple[str, str, int], Text]]:
    for language, words in article.keywords.items():
        for n, keyword in enumerate(words):
            if keyword:
                yield ("keywords", language, n), keyword

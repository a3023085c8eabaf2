"""What is asked in Russian: RSCI is the Russian index, and finds articles by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, Fault, Level
from jatsx.model import Contributor
from jatsx.pieces import stated
from jatsx_rsci.languages import by_code
from jatsx_rsci.people import surnames
from jatsx_rsci.rules.asked import fault, rule

RUSSIAN: Final = "RUS"


def text_missing(article: Article) -> Iterator[Fault]:
    """Title, abstract and keywords are there in Russian, where they are there at all.

    Source: eLIBRARY's explanations expect Russian keywords; its samples have the rest in Russian.

    Good:

        title: {ru: Вода, en: Water}

    Bad:

        title: {ru: Вода, en: Water}
        keywords: {en: [water]}
    """
    for field in ("title", "abstract", "keywords"):
        codes = by_code(getattr(article, field))
        if codes and RUSSIAN not in codes:
            yield fault(field, what=field)


def name_missing(contributor: Contributor) -> Iterator[Fault]:
    """A name is there in Russian too.

    Source: eLIBRARY's samples.

    Good:

        name: {ru: {family: Абай}, en: {family: Abay}}

    Bad:

        name: {en: {family: Abay}}
    """
    names = surnames(contributor)
    if stated(names) and RUSSIAN not in by_code(names):
        yield fault("name" if contributor.name else "group")


RULES: Final = (
    rule(
        "rsci-article-russian-missing",
        Level.WARNING,
        Article,
        text_missing,
        "There is no Russian {what}, by which readers of RSCI would find the article.",
        "Add it under {what}: ru.",
    ),
    rule(
        "rsci-contributor-russian-missing",
        Level.WARNING,
        Contributor,
        name_missing,
        "The name isn't written in Russian, and RSCI may not find its author.",
        "Add it under ru, as the journal prints it.",
    ),
)

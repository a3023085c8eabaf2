"""What is asked in Russian: RSCI is the Russian index, and finds articles by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, Fault, Level, fault
from jatsx_rsci.languages import by_code
from jatsx_rsci.people import surnames
from jatsx_rsci.rules.common import rule

RUSSIAN: Final = "RUS"


@rule(
    "rsci-article-russian-missing",
    Level.WARNING,
    message="There is no Russian {what}, by which readers of RSCI would find the article.",
    hint="Add it under {what}: ru.",
)
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


@rule(
    "rsci-contributor-russian-missing",
    Level.WARNING,
    message="There is no Russian name here, by which readers of RSCI would find the author.",
    hint="Add it under name: ru, as the journal prints it.",
)
def name_missing(article: Article) -> Iterator[Fault]:
    """Names are there in Russian too.

    Where none is, that is reported once.

    Source: eLIBRARY's samples.

    Good:

        contributors: [{name: {ru: {family: Бурнашев}, en: {family: Burnashev}}}]

    Bad:

        contributors: [{name: {ru: {family: Бурнашев}}}, {name: {en: {family: Chernykh}}}]
    """
    named = {n: surnames(one) for n, one in enumerate(article.contributors) if surnames(one)}
    missing = [n for n, names in named.items() if RUSSIAN not in by_code(names)]
    if missing and len(missing) == len(named):
        yield fault("contributors")
        return
    for n in missing:
        yield fault(("contributors", n, "name" if article.contributors[n].name else "group"))

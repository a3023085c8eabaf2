"""Rules on texts in Russian. RSCI is the Russian index, and its readers search in Russian."""

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
    message="The field `{what}` is missing in Russian. Readers of RSCI search in Russian.",
    hint="Add `ru` under `{what}`.",
)
def text_missing(article: Article) -> Iterator[Fault]:
    """The title, abstract and keywords are given in Russian.

    A field that is missing in every language is not reported by this rule.

    Source: eLIBRARY's explanations expect Russian keywords. Its samples have the title and the
    abstract in Russian.

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
    message="The name is missing in Russian. Readers of RSCI search in Russian.",
    hint="Add `ru` under `name`, as the journal prints the name.",
)
def name_missing(article: Article) -> Iterator[Fault]:
    """The names of contributors are given in Russian.

    If no contributor has a Russian name, this is reported only once.

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

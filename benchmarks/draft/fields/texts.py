"""Titles, abstracts, keywords and sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.draft.compared import Compared, compared
from benchmarks.draft.comparison import Verdict, bare, letters
from benchmarks.draft.gold import GoldArticle
from jatsx import Article

_LEADING = re.compile(r"(?:and|және|и)\s+", re.IGNORECASE)


def texts(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    """The texts by language."""
    titles = {language: text.plain for language, text in article.title.items()}
    printed = gold.texts("title_as_printed") or gold.texts("title")
    yield from _texts("title", "title", printed, titles)
    abstracts = {language: text.plain for language, text in article.abstract.items()}
    yield from _texts("abstract", "abstract", gold.texts("abstract"), abstracts, by_likeness=True)
    yield from _keywords(gold, article)
    yield from _texts("section", "section", gold.texts("section"), _section(article))


def _texts(
    field: str,
    path: str,
    gold: Mapping[str, str],
    got: Mapping[str, str],
    *,
    by_likeness: bool = False,
) -> Iterator[Compared | None]:
    for language in sorted({*gold, *got}):
        right = (str(gold[language]),) if language in gold else ()
        yield compared(
            field,
            got.get(language),
            right,
            f"{path}.{language}",
            language=language,
            by_likeness=by_likeness,
        )


def _section(article: Article) -> dict[str, str]:
    for section in article.issue.sections:
        if section.id == article.section:
            return {language: text.plain for language, text in section.title.items()}
    return {}


def _keywords(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    """Lists in order. Stops around an item and ``and`` before the last one do not count."""
    right = {language: _items(items) for language, items in gold.texts("keywords").items()}
    got = {
        language: _items([item.plain for item in items])
        for language, items in article.keywords.items()
    }
    for language in sorted({*right, *got}):
        ours, theirs = got.get(language, []), right.get(language, [])
        if not ours and not theirs:
            continue
        yield Compared(
            "keywords",
            _lists(ours, theirs),
            "; ".join(ours) or None,
            "; ".join(theirs) or None,
            f"keywords.{language}",
            language,
        )


def _items(items: Sequence[str]) -> list[str]:
    found = [bare(item).strip(" .,;:") for item in items]
    if len(found) > 1:
        found[-1] = _LEADING.sub("", found[-1], count=1) if _LEADING.match(found[-1]) else found[-1]
    return found


def _lists(got: Sequence[str], gold: Sequence[str]) -> Verdict:
    if not got or not gold:
        return Verdict.MISSING if gold else Verdict.EXTRA
    if got == gold:
        return Verdict.EXACT
    return Verdict.CLOSE if list(map(letters, got)) == list(map(letters, gold)) else Verdict.WRONG

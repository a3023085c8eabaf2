"""The references of an article: originals with their romanised twins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jatsx_draft.articles import PrintedArticle
from jatsx_draft.dates import has_dates
from jatsx_draft.evidence import Drafted
from jatsx_draft.issue_text import IssueText
from jatsx_draft.references import ReferenceEntry, entries
from jatsx_draft.twins import TwinPair, paired
from jatsx_draft.words.labels import LabelKind

PATH: Final = "references"
_ROMANISED = re.compile(
    r"\b\w+(?:skij|skiy|skii|skaya|skaja|skogo|skoj|skoy|ogo|nyh|nykh|iya|iia|aya|aja|oye|oe|ovaniya|"
    r"nost'?|stvo|stva|stve|ennyj|ennyi|enie|eniya|sii|tsii|cii|niya|nie|lar|ler|dyn|din|nyn|nin)\b"
    r"|\b(?:i|v|na|o|ob|po|dlya|pod|red|zhurnal|vestnik|izd|uchebnik|zakon|respubliki|men|zhane)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def add_references(draft: Drafted, text: IssueText, article: PrintedArticle) -> None:
    """Adds the references of an article."""
    lists = [
        entries(text, [line for line in part.lines if not has_dates(line, text.known_labels)])
        for part in article.parts
        if part.kind is LabelKind.REFERENCES
    ]
    lists = [one for one in lists if one]
    pairs = _pairs(lists)
    for n, pair in enumerate(pairs):
        _add(draft, n, pair, has_twins=_have_twins(lists))


def _have_twins(lists: Sequence[Sequence[ReferenceEntry]]) -> bool:
    """Whether the second of two lists is the first one in Latin letters."""
    if len(lists) < 2:
        return False
    return not any(one.is_cyrillic for one in lists[1]) or _are_alike(lists[0], lists[1])


def _are_alike(first: Sequence[ReferenceEntry], second: Sequence[ReferenceEntry]) -> bool:
    both = [pair for pair in paired(first, second) if pair.original and pair.twin]
    return 2 * len(both) > len(first)


def _pairs(lists: Sequence[Sequence[ReferenceEntry]]) -> list[TwinPair]:
    """The references of all lists: the second list has the twins of the first."""
    if _have_twins(lists):
        first, second = lists[0], lists[1]
        if not any(one.is_cyrillic for one in first) and any(one.is_cyrillic for one in second):
            first, second = second, first
        rest = [TwinPair(one, None) for each in lists[2:] for one in each]
        return [*paired(first, second), *rest]
    return [TwinPair(one, None) for each in lists for one in each]


def _add(draft: Drafted, n: int, pair: TwinPair, *, has_twins: bool) -> None:
    first = pair.original or pair.twin
    assert first is not None
    draft.put((PATH, n, "label"), first.label, first.lines)
    language = _language(first, is_twin=pair.original is None)
    draft.put((PATH, n, "text", language), first.text, first.lines)
    if pair.original and pair.twin and pair.twin.text != pair.original.text:
        tag = _twin_tag(pair.original, language)
        draft.put((PATH, n, "text", tag), pair.twin.text, pair.twin.lines)
        if not pair.is_certain:
            draft.doubt("draft-twin-unsure", (PATH, n, "text", tag), pair.twin.lines)
    elif has_twins and pair.twin is None and first.is_cyrillic:
        draft.doubt("draft-twin-missing", (PATH, n, "text"), first.lines)
    elif has_twins and pair.original is None:
        draft.doubt("draft-original-missing", (PATH, n, "text"), first.lines)
    for entry in (pair.original, pair.twin):
        if entry and entry.is_uncertain:
            draft.doubt("draft-entry-cut", (PATH, n, "text"), entry.lines)
    _add_addresses(draft, n, pair)


def _add_addresses(draft: Drafted, n: int, pair: TwinPair) -> None:
    for entry in (pair.original, pair.twin):
        if entry is None:
            continue
        data = draft.data[PATH][n]
        doi, url = entry.doi, entry.url
        if doi and "doi" not in data:
            draft.put((PATH, n, "doi"), doi, entry.lines)
        if url and "url" not in data and "doi.org/" not in url:
            draft.put((PATH, n, "url"), url, entry.lines)


def _language(entry: ReferenceEntry, *, is_twin: bool) -> str:
    """The language of an entry; a romanised one is ``ru-Latn``."""
    language = entry.language
    if language != "en":
        return language
    return (
        "ru-Latn" if _is_romanised(entry.text) or (is_twin and _is_romanised(entry.text)) else "en"
    )


def _twin_tag(original: ReferenceEntry, language: str) -> str:
    """The language tag of the twin of an entry."""
    return (
        f"{language}-Latn" if original.is_cyrillic else "ru-Latn" if language == "en" else language
    )


def _is_romanised(text: str) -> bool:
    """Whether many words of a text in Latin letters look like romanised Russian or Kazakh."""
    plain = re.sub(r"\[[^\]]*\]|https?://\S+", " ", text)
    words = _WORD.findall(plain)
    return len(_ROMANISED.findall(plain)) >= max(2, 0.15 * len(words))

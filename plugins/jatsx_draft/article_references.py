"""The references of an article: originals with their romanised twins."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from jatsx_draft.articles import PrintedArticle
from jatsx_draft.dates import has_dates
from jatsx_draft.evidence import Drafted, at
from jatsx_draft.issue_text import IssueText
from jatsx_draft.reference_doubts import is_doubtful
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
    doubtful = {id(one) for each in lists for one in each if is_doubtful(one, each)}
    for n, pair in enumerate(pairs):
        _add(draft, n, pair, doubtful, has_twins=_have_twins(lists))
    _doubt_urls(draft, pairs)


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


def _add(draft: Drafted, n: int, pair: TwinPair, doubtful: Set[int], *, has_twins: bool) -> None:
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
        if entry and id(entry) in doubtful:
            draft.doubt("draft-entry-cut", (PATH, n, "text"), entry.lines)
    _add_doi(draft, n, pair)
    _add_url(draft, n, pair)


def _add_doi(draft: Drafted, n: int, pair: TwinPair) -> None:
    """Adds the DOI of a reference. One that may go on in the next line is a doubt, and left out."""
    path = (PATH, n, "doi")
    found = [(one.lines, one.doi) for one in _printed(pair) if one.doi]
    whole = [(lines, doi.text) for lines, doi in found if not doi.is_cut]
    if not whole and found:
        draft.doubt("draft-doi-cut", path, found[0][0], value=found[0][1].text)
    for lines, text in whole[:1]:
        draft.put(path, text, lines)
    for lines, text in whole[1:]:
        value = whole[0][1]
        if text.casefold() == value.casefold():
            draft.confirm(path)
        else:
            where = at(lines[0])
            draft.doubt("draft-value-differs", path, lines, value=value, other=text, where=where)


def _add_url(draft: Drafted, n: int, pair: TwinPair) -> None:
    """Adds the first address of a reference that stands whole in a line."""
    found = [(one.lines, one.url) for one in _printed(pair) if one.url]
    lines, url = next((one for one in found if not one[1].is_cut), ((), None))
    if url and "doi.org/" not in url.text:
        draft.put((PATH, n, "url"), url.text, lines)


def _printed(pair: TwinPair) -> list[ReferenceEntry]:
    return [one for one in (pair.original, pair.twin) if one]


def _doubt_urls(draft: Drafted, pairs: Sequence[TwinPair]) -> None:
    """Adds one finding about all addresses that may go on in the next line, and were left out."""
    cut = [
        (n, entry)
        for n, pair in enumerate(pairs)
        for entry in _printed(pair)
        if (url := entry.url) and url.is_cut and not entry.doi
    ]
    if cut:
        n, entry = cut[0]
        draft.doubt("draft-urls-cut", (PATH, n, "url"), entry.lines, count=str(len(cut)))


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

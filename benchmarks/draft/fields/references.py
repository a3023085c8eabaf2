"""Reference lists: entries as a multiset, and the pairs of originals and romanised twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from benchmarks.draft.compared import Compared, compared
from benchmarks.draft.comparison import Verdict, bare, letters
from benchmarks.draft.gold import GoldArticle
from jatsx import Article

_ALIKE: Final = 0.6
"""How alike a wrong entry is to the transcribed one that it stands for."""


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    path: str
    n: int


def references(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    """The entries, the twins, and the identifiers of the entries.

    An entry that both lists print with the same letters (an English one) may be drafted once: it
    then counts for both.
    """
    right = [
        _Entry(str(one["text"]), "", n) for n, one in enumerate(gold.data.get("references") or ())
    ]
    got = [
        _Entry(text.plain, f"references[{n}].text.{language}", n)
        for n, one in enumerate(article.references)
        for language, text in one.text.items()
    ]
    pairs = _gold_pairs(gold)
    matches = _matched(right, got, pairs)
    for theirs, ours in matches:
        yield _compared_entry(theirs, ours)
    yield from _twins(gold, article, matches, pairs)
    yield from _identifiers(gold, article, matches)


def _compared_entry(gold: _Entry | None, got: _Entry | None) -> Compared:
    if gold is None or got is None:
        judged = Verdict.EXTRA if gold is None else Verdict.MISSING
    elif bare(gold.text) == bare(got.text):
        judged = Verdict.EXACT
    else:
        judged = Verdict.CLOSE if letters(gold.text) == letters(got.text) else Verdict.WRONG
    item = f"reference {(got or gold or _Entry('', '', 0)).n + 1}"
    ours, theirs = (one.text if one else None for one in (got, gold))
    return Compared("reference", judged, ours, theirs, got.path if got else "", item=item)


def _gold_pairs(gold: GoldArticle) -> dict[int, int]:
    """The position of the romanised twin by that of the original."""
    entries = gold.data.get("references") or []
    numbers = {(one.get("list"), one.get("n")): at for at, one in enumerate(entries)}
    found = {
        at: numbers.get(("romanised", one.get("pairs_with_romanised_n")))
        for at, one in enumerate(entries)
        if one.get("list") == "original"
    }
    return {original: twin for original, twin in found.items() if twin is not None}


def _matched(
    right: Sequence[_Entry], got: Sequence[_Entry], twins: Mapping[int, int]
) -> list[tuple[_Entry | None, _Entry | None]]:
    """Each entry once: with an equal one, else with one of the same letters, else a similar one."""
    left = list(got)
    found: dict[int, _Entry] = {}
    for key in (bare, letters):
        for at, entry in enumerate(right):
            if at not in found:
                same = next((one for one in left if key(one.text) == key(entry.text)), None)
                if same is not None:
                    found[at] = same
                    left.remove(same)
    for original, twin in twins.items():
        is_same = letters(right[original].text) == letters(right[twin].text)
        if is_same and (original in found) is not (twin in found):
            found[original] = found[twin] = found.get(original) or found[twin]
    for at, entry in enumerate(right):
        if at not in found and left:
            best = max(left, key=lambda one: _likeness(entry.text, one.text))
            if _likeness(entry.text, best.text) >= _ALIKE:
                found[at] = best
                left.remove(best)
    pairs: list[tuple[_Entry | None, _Entry | None]] = [
        (entry, found.get(at)) for at, entry in enumerate(right)
    ]
    return [*pairs, *((None, one) for one in left)]


def _likeness(first: str, second: str) -> float:
    matcher = SequenceMatcher(None, letters(first), letters(second), autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _twins(
    gold: GoldArticle,
    article: Article,
    matches: Sequence[tuple[_Entry | None, _Entry | None]],
    pairs: Mapping[int, int],
) -> Iterator[Compared]:
    """The pairs of originals and twins; a pair that the transcription does not have is extra."""
    entries = gold.data.get("references") or []
    place = {theirs.n: ours for theirs, ours in matches if theirs and ours}
    texts = [[text.plain for text in one.text.values()] for one in article.references]
    taken: set[int] = set()
    for original, romanised in pairs.items():
        ours, twin = place.get(original), place.get(romanised)
        judged, got, path = Verdict.MISSING, None, ""
        if ours and (len(texts[ours.n]) > 1 or ours is twin):
            judged = Verdict.EXACT if twin and twin.n == ours.n else Verdict.WRONG
            got, path = texts[ours.n][-1], f"references[{ours.n}]"
            taken.add(ours.n)
        right = str(entries[romanised]["text"])
        yield Compared("twin", judged, got, right, path, item=f"reference {original + 1}")
    for n, both in enumerate(texts):
        if len(both) > 1 and n not in taken:
            item = f"reference {n + 1}"
            yield Compared("twin", Verdict.EXTRA, both[-1], None, f"references[{n}]", item=item)


def _identifiers(
    gold: GoldArticle, article: Article, matches: Sequence[tuple[_Entry | None, _Entry | None]]
) -> Iterator[Compared | None]:
    """DOIs and addresses: by entry of the draft; either text of a pair may have printed them."""
    entries: Sequence[dict[str, Any]] = gold.data.get("references") or []
    right: dict[int, list[dict[str, Any]]] = {}
    missing = Counter[int]()
    for theirs, ours in matches:
        if theirs and ours:
            right.setdefault(ours.n, []).append(entries[theirs.n])
        elif theirs:
            missing[theirs.n] += 1
    for n, one in enumerate(article.references):
        for field in ("doi", "url"):
            values = [str(entry[field]) for entry in right.get(n, ()) if entry.get(field)]
            yield compared(
                f"reference {field}",
                getattr(one, field),
                values,
                f"references[{n}].{field}",
                item=f"reference {n + 1}",
            )
    for at in missing:
        for field in ("doi", "url"):
            value = entries[at].get(field)
            yield compared(
                f"reference {field}",
                None,
                [str(value)] if value else [],
                item=f"reference {at + 1}",
            )

"""Affiliations of each author, in order.

A drafted affiliation has parts (institution, department, city, country), the transcription has the
printed line. The line is exact if its parts are those of the line and nothing else is in it but
punctuation and the signs of a city (``г.``, ``қ.``). Where the transcription was rearranged and has
no printed lines, only the institution is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from benchmarks.draft.compared import Compared, compared
from benchmarks.draft.comparison import Verdict, bare, letters
from benchmarks.draft.gold import GoldArticle, by_language
from jatsx import Article
from jatsx.model.people import Affiliation

_PARTS: Final = ("institution", "department", "city", "country_name")
_SIGNS = re.compile(r"(?<!\w)(?:г|қ|с|қаласы|город|city)(?!\w)", re.IGNORECASE)


def affiliations(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    """The affiliations of all authors."""
    by_id = {one.id: (position, one) for position, one in enumerate(article.affiliations)}
    contributors = [one for one in article.contributors if one.kind == "author"]
    authors = gold.data.get("authors") or []
    for position in range(max(len(authors), len(contributors))):
        right = (authors[position].get("affiliations") or []) if position < len(authors) else []
        ids = contributors[position].affiliations if position < len(contributors) else ()
        got = [by_id[one] for one in ids if one in by_id]
        for place in range(max(len(right), len(got))):
            item = f"author {position + 1}, affiliation {place + 1}"
            yield from _affiliation(
                right[place] if place < len(right) else {},
                got[place] if place < len(got) else None,
                item,
            )


def _affiliation(
    gold: Mapping[str, Any], got: tuple[int, Affiliation] | None, item: str
) -> Iterator[Compared | None]:
    position, drafted = got or (0, None)
    path = f"affiliations[{position}]"
    right = {one: value for one, value in by_language(gold).items() if isinstance(value, Mapping)}
    languages = {*right} | ({*drafted.institution} if drafted else set())
    for language in sorted(languages):
        value = right.get(language) or {}
        parts = _parts(drafted, language)
        if value.get("printed") or not value:
            yield _line(str(value.get("printed") or ""), parts, path, language, item)
        institution = parts.get("institution")
        accepted = [str(value["institution"])] if value.get("institution") else []
        found = compared(
            "institution",
            institution,
            accepted,
            f"{path}.institution.{language}",
            language=language,
            item=item,
        )
        yield found
        for field, key in (("city", "city"), ("country_name", "country")):
            accepted = [str(value[key])] if value.get(key) else []
            yield compared(
                key,
                parts.get(field),
                accepted,
                f"{path}.{field}.{language}",
                language=language,
                item=item,
            )


def _parts(affiliation: Affiliation | None, language: str) -> dict[str, str]:
    if affiliation is None:
        return {}
    values = ((part, getattr(affiliation, part).get(language)) for part in _PARTS)
    return {part: str(value) for part, value in values if value}


def _line(
    printed: str, parts: Mapping[str, str], path: str, language: str, item: str
) -> Compared | None:
    if not printed and not parts:
        return None
    got = ", ".join(parts.values()) or None
    judged = _judged(bare(printed), list(parts.values()))
    place = f"{path}.institution.{language}"
    return Compared("affiliation line", judged, got, printed or None, place, language, item)


def _judged(printed: str, parts: list[str]) -> Verdict:
    if not parts or not printed:
        return Verdict.MISSING if printed else Verdict.EXTRA
    left = printed
    for part in sorted(map(bare, parts), key=len, reverse=True):
        if part not in left:
            whole = letters("".join(sorted(parts, key=len)))
            same = sorted(whole) == sorted(letters(_SIGNS.sub("", printed)))
            return Verdict.CLOSE if same else Verdict.WRONG
        left = left.replace(part, "\n", 1)
    return Verdict.WRONG if letters(_SIGNS.sub("", left)) else Verdict.EXACT

"""Synthetic articles of realistic size, for which no rule reports a finding.

Three languages, abstracts of 200 words, 3 authors, 2 affiliations, 2 funders, 30 references: about
18 KB of JSON each, 40 per issue. Their authors are invented: Author First, Second and Third.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.words import WORDS, romanised

ISSUE_SIZE: Final = 40
"""Articles per issue."""

TIMESTAMP: Final = "20240601120000000"
"""The timestamp of the exports."""

JOURNAL: Final = {
    "title": {
        "en": "Journal of Synthetic Articles",
        "ru": "Журнал синтетических статей",
        "kk": "Синтетикалық мақалалар журналы",
    },
    "issn": {"print": "2414-570X", "electronic": "2788-5909"},
    "publisher": {"name": {"en": "Example Press"}},
    "doi_prefix": "10.5555",
    "rules": {"sample-value": "off"},
    "licenses": [{"url": "https://creativecommons.org/licenses/by/4.0/"}],
    "languages": ["kk", "ru", "en"],
    "formats": {
        "crossref": {
            "depositor_name": "jatsx example",
            "email_address": "deposit@example.org",
            "registrant": "jatsx example",
        }
    },
}

_ORDINALS: Final = ("Первый", "Второй", "Третий")


def write_articles(path: Path, count: int, *, first: int = 0) -> Path:
    """Writes this many articles to a file, one per line, and returns its path."""
    with path.open("wb") as file:
        file.writelines(lines(count, first=first))
    return path


def lines(count: int, *, first: int = 0) -> Iterator[bytes]:
    """This many articles as lines of JSON."""
    for number in range(first, first + count):
        yield json.dumps(article(number), ensure_ascii=False).encode() + b"\n"


def article(number: int) -> dict[str, Any]:
    """The article with this number; it is always the same."""
    chance = random.Random(number)
    place = number % ISSUE_SIZE
    return {
        "id": f"a{number}",
        "doi": f"10.5555/synthetic.{number}",
        "url": f"https://example.org/{number}",
        "type": "research-article",
        "language": "ru",
        "title": _texts(chance, 10),
        "abstract": {tag: f"{text}." for tag, text in _texts(chance, 200).items()},
        "keywords": {tag: _keywords(chance, tag) for tag in WORDS},
        "contributors": [_author(order) for order in range(len(_ORDINALS))],
        "affiliations": [_affiliation(chance, order) for order in (1, 2)],
        "subject_codes": [{"scheme": "SRSTI", "code": "11.25.15"}],
        "funding": [_funding(chance) for _ in range(2)],
        "dates": {"received": "2024-02-12", "accepted": "2024-04-30"},
        "pages": {"first": str(place * 10 + 1), "last": str(place * 10 + 9)},
        "references": [_reference(chance, order) for order in range(1, 31)],
        "issue": _issue(number // ISSUE_SIZE),
    }


def _issue(number: int) -> dict[str, Any]:
    return {
        "id": f"issue-{number}",
        "volume": str(number // 4 + 1),
        "number": str(number % 4 + 1),
        "year": "2024",
        "published": {"online": "2024-06"},
        "journal": JOURNAL,
    }


def _text(chance: random.Random, language: str, words: int) -> str:
    return " ".join(chance.choices(WORDS[language], k=words)).capitalize()


def _texts(chance: random.Random, words: int) -> dict[str, str]:
    return {language: _text(chance, language, words) for language in WORDS}


def _keywords(chance: random.Random, language: str) -> list[str]:
    words = chance.sample(WORDS[language], 10)
    return [f"{words[n]} {words[n + 1]}" for n in range(0, 10, 2)]


def _author(order: int) -> dict[str, Any]:
    family = _ORDINALS[order]
    cyrillic = {"family": family, "given": "Автор"}
    return {
        "name": {
            "kk": cyrillic,
            "ru": cyrillic,
            "en": {"family": romanised(family), "given": "Avtor"},
        },
        "email": f"author{order + 1}@example.org",
        "corresponding": order == 0,
        "affiliations": ["aff2" if order == 0 else "aff1"],
    }


def _affiliation(chance: random.Random, order: int) -> dict[str, Any]:
    return {
        "id": f"aff{order}",
        "institution": _texts(chance, 4),
        "city": {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"},
        "country": "KZ",
    }


def _funding(chance: random.Random) -> dict[str, Any]:
    number = f"AP{chance.randrange(10**8):08}"
    return {"funder": _texts(chance, 5), "awards": [{"number": number}]}


def _reference(chance: random.Random, order: int) -> dict[str, Any]:
    title, year, page = _text(chance, "ru", 6), chance.randint(1990, 2023), chance.randint(1, 300)
    text = {"ru": f"{title}. – {year}. – С. {page}–{page + 9}."}
    if order % 2 == 0:
        text["ru-Latn"] = f"{romanised(title)}. – {year}. – S. {page}–{page + 9}."
    return {"label": str(order), "text": text, "type": "journal"}

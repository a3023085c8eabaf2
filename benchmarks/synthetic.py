"""Synthetic articles of real size: three languages, 200-word abstracts, 30 references."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

_WORDS = {
    "kk": "және көші-қон қатынастар дамуы өңірлік саясат жүйесі ғылым білім",
    "ru": "исследование миграция отношения развитие региональная политика",
    "en": "research migration relations development regional policy system",
}
WORDS = {language: words.split(" ") for language, words in _WORDS.items()}
ISSUE_SIZE = 40
"""Articles to an issue."""
JOURNAL = {
    "title": {"en": "Journal of Synthetic Articles", "ru": "Журнал", "kk": "Журнал"},
    "issn": {"print": "2414-570X", "electronic": "2788-5909"},
    "publisher": {"name": {"en": "Example Press"}},
    "formats": {
        "crossref": {
            "depositor_name": "jatsx example",
            "email_address": "deposit@example.org",
            "registrant": "jatsx example",
        }
    },
}


def json_lines(count: int) -> Iterator[bytes]:
    """So many whole articles, a line each; the same for the same count."""
    for number in range(count):
        yield json.dumps(article(number), ensure_ascii=False).encode() + b"\n"


def article(number: int) -> dict[str, Any]:
    """One article, some 18 KB of JSON: 3 authors, 2 affiliations, 2 funders, 30 references."""
    chance = random.Random(number)
    issue = number // ISSUE_SIZE
    return {
        "id": f"a{number}",
        "doi": f"10.5555/synthetic.{number}",
        "url": f"https://example.org/{number}",
        "type": "research-article",
        "language": "ru",
        "title": _each(chance, 12),
        "abstract": _each(chance, 200),
        "keywords": {tag: [_text(chance, tag, 2) for _ in range(5)] for tag in WORDS},
        "contributors": [_contributor(chance, author) for author in range(3)],
        "affiliations": [_affiliation(chance, f"a{place}") for place in (1, 2)],
        "subject_codes": [{"scheme": "SRSTI", "code": "11.25.15"}],
        "funding": [_funding(chance) for _ in range(2)],
        "dates": {"received": "2024-02-12", "accepted": "2024-04-30"},
        "pages": {"first": str(number * 10 + 1), "last": str(number * 10 + 9)},
        "references": [_reference(chance, entry) for entry in range(30)],
        "issue": {
            "id": f"issue-{issue}",
            "volume": str(issue // 4 + 1),
            "number": str(issue % 4 + 1),
            "year": "2024",
            "published": {"online": "2024-06"},
            "journal": JOURNAL,
        },
    }


def _text(chance: random.Random, language: str, words: int) -> str:
    return " ".join(chance.choices(WORDS[language], k=words)).capitalize()


def _each(chance: random.Random, words: int) -> dict[str, str]:
    return {language: _text(chance, language, words) for language in WORDS}


def _contributor(chance: random.Random, number: int) -> dict[str, Any]:
    names = {"kk": "Үлгі", "ru": "Образцов", "en": "Sample"}
    return {
        "name": {
            tag: {"family": f"{family}{'abc'[number]}", "given": _text(chance, tag, 1)}
            for tag, family in names.items()
        },
        "email": f"author{number}@example.org",
        "corresponding": number == 0,
        "affiliations": ["a1" if number else "a2"],
    }


def _affiliation(chance: random.Random, id_: str) -> dict[str, Any]:
    return {
        "id": id_,
        "institution": _each(chance, 4),
        "city": {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"},
        "country": "KZ",
    }


def _funding(chance: random.Random) -> dict[str, Any]:
    number = f"AP{chance.randrange(10**8):08}"
    return {"funder": _each(chance, 5), "awards": [{"number": number}]}


def _reference(chance: random.Random, number: int) -> dict[str, Any]:
    text = {"ru": f"{_text(chance, 'ru', 14)}. – 2020. – С. 1–10."}
    if number % 2:
        text["ru-Latn"] = f"{_text(chance, 'en', 14)}. – 2020. – S. 1–10."
    return {"label": str(number + 1), "text": text}

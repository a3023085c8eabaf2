"""An article that says everything, and ways to export it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import reduce
from typing import Any, Final

from jatsx import Document, ExportContext
from jatsx.documents.content import content_bytes
from jatsx.model import Article
from jatsx.model.fieldpath import parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx_doaj.exporter import EXPORTER

RICH: Final[Mapping[str, Any]] = {
    "id": "01",
    "doi": "10.5555/2024.2.01",
    "url": "https://example.org/2024/2/01",
    "links": [
        {
            "url": "https://example.org/2024/2/01.pdf",
            "content_type": "application/pdf",
            "language": "ru",
        },
        {"url": "https://example.org/2024/2/01.html", "content_type": "text/html"},
    ],
    "type": "research-article",
    "language": "ru",
    "title": {
        "kk": "Судағы H<sub>2</sub>O",
        "ru": "О воде <i>H</i>2O",
        "en": "On water",
    },
    "subtitle": {"ru": "часть первая", "en": "part one"},
    "abstract": {
        "ru": [{"title": "Цель", "text": "Первый абзац.\n\nВторой <b>абзац</b>."}],
        "en": "One paragraph.",
    },
    "other_abstracts": [{"type": "teaser", "text": {"en": "In short."}}],
    "keywords": {"ru": ["вода", "CO<sub>2</sub>"], "en": ["water"]},
    "section": "chemistry",
    "contributors": [
        {
            "name": {
                "ru": {
                    "family": "Фамилия",
                    "given": "Имя",
                    "patronymic": "Отчество",
                    "suffix": "мл.",
                },
                "en": {"family": "Surname", "given": "Given"},
            },
            "orcid": "0000-0002-1825-0097",
            "orcid_authenticated": True,
            "email": "author@example.org",
            "corresponding": True,
            "equal_contribution": True,
            "credit_roles": ["software"],
            "degree": {"ru": "к. х. н."},
            "position": {"ru": "доцент"},
            "affiliations": ["a1", "a2"],
        },
        {"group": {"en": "Water Group", "kk": "Су тобы"}, "affiliations": ["a2"]},
        {"kind": "editor", "name": {"en": {"family": "Editor"}}, "affiliations": ["a3"]},
    ],
    "affiliations": [
        {
            "id": "a1",
            "institution": {"ru": "Институт воды", "en": "Institute of Water"},
            "department": {"ru": "Отдел озёр", "en": "Department of Lakes"},
            "city": {"ru": "Алматы", "en": "Almaty"},
            "country": "KZ",
            "country_name": {"ru": "Республика Казахстан", "en": "Republic of Kazakhstan"},
            "ror": "https://ror.org/05gq02987",
        },
        {"id": "a2", "institution": {"en": "Water Board"}, "country": "KZ"},
        {"id": "a3", "institution": {"en": "Elsewhere"}},
    ],
    "subject_codes": [{"scheme": "SRSTI", "code": "31.15", "heading": {"ru": "Физическая химия"}}],
    "funding": [
        {
            "funder": {"en": "Fund"},
            "funder_id": "10.13039/501100004561",
            "awards": [{"number": "AP1", "doi": "10.5555/ap1", "title": {"en": "Project"}}],
            "statement": {"en": "Funded."},
        }
    ],
    "dates": {
        "received": "2024-01-10",
        "revised": ["2024-02-10"],
        "accepted": "2024-03-10",
        "published": {"print": "2024-06-30", "online": "2024-05-15"},
    },
    "pages": {"first": "7", "last": "17", "other": "20"},
    "elocation_id": "e7",
    "licenses": [
        {"url": "https://example.org/by", "applies_to": "vor", "start_date": "2024-06-30"},
    ],
    "copyright": {"statement": {"en": "© 2024"}, "year": "2024", "holder": {"en": "Authors"}},
    "references": [
        {
            "label": "1",
            "text": {"ru": "Книга.", "ru-Latn": "Kniga."},
            "type": "book",
            "work": {"authors": [{"family": "A", "given": "B", "group": "C"}], "title": "Book"},
            "doi": "10.5555/book",
            "url": "https://example.org/book",
            "accessed": "2024-01-01",
        }
    ],
    "relations": [
        {
            "type": "translation-of",
            "doi": "10.5555/original",
            "url": "https://example.org/original",
            "title": {"en": "Original"},
            "date": "2023-01-01",
        }
    ],
    "statements": {
        "acknowledgement": {"en": "Thanks."},
        "conflict_of_interest": {"en": "None."},
        "data_availability": {"en": "On request."},
        "contributions": {"en": "All by one."},
    },
    "identifiers": {"edn": "ABCDEF"},
    "counts": {
        "pages": 11,
        "words": 4000,
        "figures": 1,
        "tables": 2,
        "equations": 3,
        "references": 1,
    },
    "issue": {
        "id": "2024-2",
        "volume": "12",
        "number": "2",
        "whole_number": "106",
        "title": {"en": "Water"},
        "year": "2023",
        "published": {"print": "2024-07", "online": "2024-08-01"},
        "doi": "10.5555/2024.2",
        "url": "https://example.org/2024/2",
        "supplement": "Suppl. 1",
        "special": "Special issue",
        "language": "kk",
        "licenses": [
            {
                "url": "https://example.org/by-nc",
                "applies_to": "am",
                "start_date": "2024-07-01",
            }
        ],
        "sections": [{"id": "chemistry", "title": {"en": "Chemistry"}}],
        "articles": ["01"],
        "journal": {
            "title": {"kk": "Су", "en": "Water"},
            "abbreviated_title": "Wat.",
            "issn": {"print": "2434-561X", "electronic": "0378-5955", "linking": "2434-561X"},
            "publisher": {"name": {"en": "Press"}, "place": {"en": "Almaty"}},
            "doi": "10.5555/water",
            "url": "https://example.org",
            "doi_prefix": "10.5555",
            "language": "kk",
            "languages": ["kk", "ru", "en"],
            "licenses": [
                {
                    "url": "https://example.org/by-sa",
                    "applies_to": "tdm",
                    "start_date": "2020-01-01",
                }
            ],
            "archives": ["CLOCKSS"],
            "identifiers": {"elibrary": "1"},
            "rules": {"affiliation-id-unused": "off"},
            "formats": {"doaj": {"bulk": "no"}},
        },
    },
}
"""Every field of the model, each with a value of its own."""


def article(**changes: Any) -> Article:
    """The rich article with other values in some fields."""
    return described({**RICH, **changes})


def changed(path: str, value: Any) -> dict[str, Any]:
    """The description of the rich article with one value set anew."""
    description, place, last = _place(path)
    place[last] = value
    return description


def without(path: str) -> dict[str, Any]:
    """The description of the rich article without one field."""
    description, place, last = _place(path)
    del place[last]
    return description


def described(description: Mapping[str, Any]) -> Article:
    """The article that a description describes."""
    return Article.model_validate(description)


def exported(
    *articles: Article, run: int = 0, bulk: str = "", language: str = ""
) -> list[Document]:
    """The documents that articles become."""
    options = FrozenMap({"bulk": bulk, "language": language})
    timestamp = "20240601120000000"
    return list(
        EXPORTER.export(articles, ExportContext(timestamp, f"2024-2-{timestamp}", run, "", options))
    )


def bibjson(article: Article, language: str = "") -> Any:
    """What DOAJ gets of an article, as it reads it."""
    (document,) = exported(article, bulk="no", language=language)
    return json.loads(content_bytes(document))["bibjson"]


def lost(article: Article, language: str = "") -> dict[str, str]:
    """What DOAJ doesn't get of an article, and why."""
    (document,) = exported(article, bulk="no", language=language)
    return {loss.field: EXPORTER.reason(loss) for loss in document.all_losses}


def _place(path: str) -> tuple[dict[str, Any], Any, Any]:
    """A copy of the rich description, what holds the value at a path in it, and under which key."""
    description: Any = deepcopy(dict(RICH))
    *parents, last = parse_path(path)
    return description, reduce(lambda place, step: place[step], parents, description), last

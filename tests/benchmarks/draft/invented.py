"""An invented issue: its transcription, and a draft of it that is right in everything."""

from __future__ import annotations

from typing import Any

from benchmarks.draft.compared import Compared
from benchmarks.draft.drafts import DraftedArticle, Origin
from benchmarks.draft.fields import derived_fields, printed_fields
from benchmarks.draft.gold import GoldArticle
from jatsx import Article

GOLD: dict[str, Any] = {
    "doi": "10.5555/wind.1",
    "article_type": "research-article",
    "language": "en",
    "section": {"en": "Weather"},
    "title": {"en": "The wind of the steppe"},
    "title_as_printed": {"en": "THE WIND OF THE STEPPE", "kk": "Дала желі"},
    "abstract": {"en": f"It blows. {'It blows on and on over the steppe. ' * 8}It rests."},
    "keywords": {"en": ["wind", "steppe"], "kk": ["жел", "дала"]},
    "authors": [
        {
            "name": {
                "en": {
                    "given": "Ana",
                    "patronymic": "Serikqyzy",
                    "family": "Omar",
                    "byline": "A.S. Omar",
                    "as_printed": "Omarova Ana Serikqyzy",
                }
            },
            "email": "a@example.org",
            "orcid": None,
            "corresponding": True,
            "affiliations": [
                {
                    "en": {
                        "printed": "Steppe University, Kazakhstan, г. Almaty",
                        "institution": "Steppe University",
                        "city": "Almaty",
                        "country": "Kazakhstan",
                    },
                    "country_code": "KZ",
                }
            ],
            "degree": {"en": "PhD"},
        },
        {
            "name": {"en": {"given": "B.", "family": "Serik", "byline": "B. Serik"}},
            "email": None,
            "corresponding": False,
            "affiliations": [],
        },
    ],
    "subject_codes": [{"scheme": "SRSTI", "code": "37.21.00"}],
    "funding": [{"statement": {"en": "Funded."}, "award": "#AP 1", "award_normalised": "AP1"}],
    "dates": {
        "received": {"date": "2024-03-04"},
        "revised": {"date": "2024-04-01"},
        "accepted": {"date": "2024-05-06"},
        "published": {"date": "2024-06"},
    },
    "pages": {"first": 7, "last": 17},
    "references": [
        {"list": "original", "n": 1, "text": "Ахметов А. Ветер.", "pairs_with_romanised_n": 1},
        {"list": "original", "n": 2, "text": "Bell B. Rain.", "pairs_with_romanised_n": 2},
        {"list": "original", "n": 3, "text": "Цой В. Снег.", "doi": "10.5555/snow"},
        {"list": "romanised", "n": 1, "text": "Akhmetov A. Veter.", "pairs_with_original_n": 1},
        {"list": "romanised", "n": 2, "text": "Bell B. Rain.", "pairs_with_original_n": 2},
    ],
}

DRAFT: dict[str, Any] = {
    "id": "01",
    "doi": "10.5555/wind.1",
    "type": "research-article",
    "language": "en",
    "section": "w",
    "title": {"en": "THE WIND OF THE STEPPE", "kk": "Дала желі"},
    "abstract": GOLD["abstract"],
    "keywords": GOLD["keywords"],
    "contributors": [
        {
            "name": {"en": {"given": "A.", "patronymic": "S.", "family": "Omar"}},
            "email": "a@example.org",
            "corresponding": True,
            "degree": {"en": "PhD"},
            "affiliations": ["a1"],
        },
        {"name": {"en": {"given": "B.", "family": "Serik"}}},
    ],
    "affiliations": [
        {
            "id": "a1",
            "institution": {"en": "Steppe University"},
            "city": {"en": "Almaty"},
            "country": "KZ",
            "country_name": {"en": "Kazakhstan"},
        }
    ],
    "subject_codes": [{"scheme": "SRSTI", "code": "37.21.00"}],
    "funding": [{"statement": {"en": "Funded."}, "awards": [{"number": "AP1"}]}],
    "dates": {
        "received": "2024-03-04",
        "revised": ["2024-04-01"],
        "accepted": "2024-05-06",
        "published": {"print": "2024-06"},
    },
    "pages": {"first": "7", "last": "17"},
    "references": [
        {"text": {"ru": "Ахметов А. Ветер.", "ru-Latn": "Akhmetov A. Veter."}},
        {"text": {"en": "Bell B. Rain."}},
        {"text": {"ru": "Цой В. Снег."}, "doi": "10.5555/snow"},
    ],
    "issue": {
        "sections": [{"id": "w", "title": {"en": "Weather"}}],
        "year": "2024",
        "number": "2",
        "whole_number": "106",
        "journal": {"issn": {"print": "1234-5679"}},
    },
}

ISSUE: dict[str, Any] = {"year": 2024, "number": "2", "continuous_number": "106"}


def gold_article(
    data: dict[str, Any] | None = None, issue: dict[str, Any] | None = None
) -> GoldArticle:
    journal = {"issn": {"print": "1234-5679"}}
    return GoldArticle(
        "wind/01", GOLD if data is None else data, ISSUE if issue is None else issue, journal
    )


def drafted_article(data: dict[str, Any], sure: str = "one") -> DraftedArticle:
    origins = {field: Origin("issue.txt:1", sure) for field in ("title.en", "abstract.en")}
    return DraftedArticle(Article.model_validate(data), origins, {})


def compared_fields(
    draft: dict[str, Any], gold: dict[str, Any] | None = None, issue: dict[str, Any] | None = None
) -> list[Compared]:
    article = Article.model_validate(draft)
    transcribed = gold_article(gold, issue)
    return [*printed_fields(transcribed, article), *derived_fields(transcribed, article)]

"""Synthetic articles as commonmeta 1.0 records, with everything that such a record can hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_OTHERS = ("kk", "en")


def record(article: Mapping[str, Any]) -> dict[str, Any]:
    """The article as a record, which has no field for names in other languages or for cities."""
    issue = article["issue"]
    journal = issue["journal"]
    return {
        "id": f"https://doi.org/{article['doi']}",
        "type": "JournalArticle",
        "url": article["url"],
        "language": article["language"],
        "title": article["title"]["ru"],
        "additional_titles": [
            {"title": article["title"][tag], "type": "TranslatedTitle", "language": tag}
            for tag in _OTHERS
        ],
        "description": article["abstract"]["ru"],
        "additional_descriptions": [
            {"description": article["abstract"][tag], "type": "Abstract", "language": tag}
            for tag in _OTHERS
        ],
        "contributors": [_contributor(author, article) for author in article["contributors"]],
        "publisher": {"name": journal["publisher"]["name"]["en"]},
        "date_published": issue["published"]["online"],
        "dates": {"accepted": article["dates"]["accepted"]},
        "container": {
            "type": "Journal",
            "title": journal["title"]["en"],
            "identifiers": [
                {"identifier": journal["issn"]["electronic"], "identifier_type": "ISSN"}
            ],
            "volume": issue["volume"],
            "issue": issue["number"],
            "first_page": article["pages"]["first"],
            "last_page": article["pages"]["last"],
        },
        "funding_references": [_funding(funding) for funding in article["funding"]],
        "references": [
            {"key": reference["label"], "reference": reference["text"]["ru"]}
            for reference in article["references"]
        ],
    }


def _contributor(author: Mapping[str, Any], article: Mapping[str, Any]) -> dict[str, Any]:
    name = author["name"]["ru"]
    places = [place for place in article["affiliations"] if place["id"] in author["affiliations"]]
    return {
        "type": "Person",
        "person": {
            "given_name": name["given"],
            "family_name": name["family"],
            "affiliations": [{"name": place["institution"]["ru"]} for place in places],
        },
        "roles": ["Author"],
    }


def _funding(funding: Mapping[str, Any]) -> dict[str, str]:
    return {
        "funder_name": funding["funder"]["ru"],
        "award_number": funding["awards"][0]["number"],
    }

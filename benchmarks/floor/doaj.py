"""DOAJ's JSON of an issue's synthetic articles."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

_COUNTRY = "Казахстан"


def doaj(articles: Sequence[Mapping[str, Any]]) -> bytes:
    """The upload of articles of one issue."""
    records = [{"bibjson": _bibjson(article)} for article in articles]
    return f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode()


def _bibjson(article: Mapping[str, Any]) -> dict[str, Any]:
    issue, issn = article["issue"], article["issue"]["journal"]["issn"]
    year, month = issue["published"]["online"].split("-")
    places = {place["id"]: _place(place) for place in article["affiliations"]}
    return {
        "title": article["title"]["ru"],
        "abstract": article["abstract"]["ru"],
        "keywords": article["keywords"]["ru"],
        "identifier": [
            {"type": "doi", "id": article["doi"]},
            {"type": "pissn", "id": issn["print"]},
            {"type": "eissn", "id": issn["electronic"]},
        ],
        "link": [{"type": "fulltext", "url": article["url"], "content_type": "HTML"}],
        "author": [_author(author, places) for author in article["contributors"]],
        "year": year,
        "month": month.lstrip("0"),
        "journal": {
            "volume": issue["volume"],
            "number": issue["number"],
            "start_page": article["pages"]["first"],
            "end_page": article["pages"]["last"],
        },
    }


def _place(affiliation: Mapping[str, Any]) -> str:
    return f"{affiliation['institution']['ru']}, {affiliation['city']['ru']}, {_COUNTRY}"


def _author(author: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, str]:
    name = author["name"]["ru"]
    return {
        "name": f"{name['given']} {name['family']}",
        "affiliation": places[author["affiliations"][0]],
    }

"""DOAJ's own door: what its API refuses, after its documentation and its source.

Independent of the schema: written from DOAJ's checks, not from ours. It takes more than our schema
does (unknown fields are pruned, not refused), so that a valid document must pass.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlparse

DOI: Final = re.compile(r"10\.\S+/\S+\Z")
ORCID: Final = re.compile(r"https://orcid\.org/\d{4}-\d{4}-\d{4}-\d{3}[\dX]\Z")
STRINGS: Final = ("title", "year", "month", "abstract")
PLACES: Final = ("volume", "number", "start_page", "end_page")


def refusals(content: bytes) -> list[str]:
    """Why DOAJ's bulk upload refuses a file; nothing where it takes it."""
    document = json.loads(content.decode("utf-8"))
    records = document if isinstance(document, list) else [document]
    bibjsons = [record["bibjson"] for record in records]
    said = [reason for bibjson in bibjsons for reason in _refusals(bibjson)]
    said += ["<script>"] if "<script>" in json.dumps(document) else []
    for name, keys in (("DOI", _dois(bibjsons)), ("full text", _first_links(bibjsons))):
        said += [f"{name} twice"] if len(keys) > len(set(keys)) else []
    return said


def _refusals(bibjson: dict[str, Any]) -> Iterator[str]:
    if not bibjson.get("title"):
        yield "title"
    if any(not isinstance(bibjson.get(field, ""), str) for field in STRINGS):
        yield "string"
    if any(not isinstance(bibjson.get("journal", {}).get(field, ""), str) for field in PLACES):
        yield "string"
    by_kind = {one["type"]: one["id"] for one in bibjson.get("identifier", [])}
    if "pissn" not in by_kind and "eissn" not in by_kind:
        yield "ISSN missing"
    if by_kind.get("pissn") == by_kind.get("eissn", 0):
        yield "ISSNs equal"
    if "doi" in by_kind and not DOI.match(by_kind["doi"]):
        yield "DOI"
    if "doi" not in by_kind and not bibjson.get("link"):
        yield "neither DOI nor link"
    for link in bibjson.get("link", []):
        if link["type"] != "fulltext" or not urlparse(link["url"]).scheme.startswith("http"):
            yield "link"
    for author in bibjson.get("author", []):
        if not author.get("name"):
            yield "author"
        if "orcid_id" in author and not ORCID.match(author["orcid_id"]):
            yield "ORCID"


def _dois(bibjsons: list[dict[str, Any]]) -> list[str]:
    identifiers = [one for bibjson in bibjsons for one in bibjson.get("identifier", [])]
    return [one["id"] for one in identifiers if one["type"] == "doi"]


def _first_links(bibjsons: list[dict[str, Any]]) -> list[str]:
    """Of each article the first link alone, whatever its scheme."""
    firsts = [bibjson["link"][0]["url"] for bibjson in bibjsons if bibjson.get("link")]
    return [urlparse(url)._replace(scheme="").geturl() for url in firsts]

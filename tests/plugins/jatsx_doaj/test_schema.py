"""The schema and its checks refuse what DOAJ refuses, and what DOAJ would drop without a word."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jatsx import SchemaError
from jatsx.documents.content import content_bytes
from jatsx.validation import validate
from jatsx_doaj.exporter import EXPORTER

from .articles import article, exported
from .door import refusals

SCHEMA = EXPORTER.versions[""]
ISSN = {"type": "pissn", "id": "2434-561X"}
EISSN = {"type": "eissn", "id": "0378-5955"}
DOI = {"type": "doi", "id": "10.5555/01"}
LINK = {"type": "fulltext", "url": "https://example.org/01"}
LEAST: dict[str, Any] = {"title": "A", "identifier": [ISSN, DOI]}


def schema_errors(document: Any) -> tuple[SchemaError, ...]:
    return validate(json.dumps(document).encode(), SCHEMA)


def test_the_schema_is_one() -> None:
    schema = json.loads((SCHEMA.folder / SCHEMA.name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert "DOAJ does not publish a schema" in schema["$comment"]


@pytest.mark.parametrize("bulk", ["yes", "no"])
def test_a_rich_article_is_valid_and_passes_the_door(bulk: str) -> None:
    (document,) = exported(article(), bulk=bulk)
    content = content_bytes(document)
    assert validate(content, SCHEMA) == ()
    assert refusals(content) == []


GOOD: dict[str, dict[str, Any]] = {
    "least": {},
    "both ISSNs": {"identifier": [EISSN, ISSN, DOI]},
    "a link for a DOI": {"identifier": [EISSN], "link": [LINK]},
    "both": {"link": [LINK, LINK | {"content_type": "ePUB"}]},
    "a date": {"year": "2024", "month": "12"},
    "many keywords": {"keywords": [f"keyword {n}" for n in range(20)]},
    "no authors' details": {"author": [{"name": "A"}]},
    "an author": {
        "author": [
            {
                "name": "A",
                "affiliation": "B",
                "orcid_id": "https://orcid.org/0000-0002-1694-233X",
            }
        ]
    },
    "a place": {"journal": {"volume": "1", "number": "2", "start_page": "i", "end_page": "ix"}},
    "an address in Cyrillic": {"link": [LINK | {"url": "http://журнал.қаз?a=б#в"}]},
}


@pytest.mark.parametrize("change", GOOD.values(), ids=GOOD)
def test_a_good_document_is_valid_alone_and_in_bulk(change: dict[str, Any]) -> None:
    record = {"bibjson": LEAST | change}
    for document in (record, [record]):
        assert schema_errors(document) == ()
        assert refusals(json.dumps(document).encode()) == []


REFUSED_BY_BOTH: dict[str, dict[str, Any]] = {
    "no title": {"title": ""},
    "a title that is no text": {"title": 1},
    "no ISSN": {"identifier": [DOI]},
    "equal ISSNs": {"identifier": [ISSN, {"type": "eissn", "id": "2434-561X"}, DOI]},
    "neither DOI nor link": {"identifier": [ISSN]},
    "no DOI": {"identifier": [ISSN, {"type": "doi", "id": "10.5555"}]},
    "no web address": {"link": [LINK | {"url": "ftp://example.org"}]},
    "another link": {"link": [LINK | {"type": "homepage"}]},
    "a nameless author": {"author": [{"name": ""}]},
    "a bare ORCID iD": {"author": [{"name": "A", "orcid_id": "0000-0002-1694-233X"}]},
    "a year that is no text": {"year": 2024},
    "a volume that is no text": {"journal": {"volume": 1}},
    "a script": {"abstract": "a <script> b"},
    "a script among keywords": {"keywords": ["a", "<script>"]},
    "a script in a name": {"author": [{"name": "<script>"}]},
}


@pytest.mark.parametrize("change", REFUSED_BY_BOTH.values(), ids=REFUSED_BY_BOTH)
def test_what_the_door_refuses_is_invalid(change: dict[str, Any]) -> None:
    record = {"bibjson": LEAST | change}
    for document in (record, [record]):
        assert schema_errors(document)
        assert refusals(json.dumps(document).encode())


REFUSED_BY_US: dict[str, dict[str, Any]] = {
    "a field that DOAJ drops": {"references": []},
    "what DOAJ fills itself": {"journal": {"title": "Water"}},
    "a field of an author that DOAJ drops": {"author": [{"name": "A", "email": "a@example.org"}]},
    "an empty field": {"abstract": ""},
    "an empty list": {"keywords": []},
    "an empty object": {"journal": {}},
    "two DOIs": {"identifier": [ISSN, DOI, DOI | {"id": "10.5555/02"}]},
    "two ISSNs of print": {"identifier": [ISSN, EISSN | {"type": "pissn"}, DOI]},
    "a DOI as address": {"identifier": [ISSN, DOI | {"id": "https://doi.org/10.5555/01"}]},
    "an ISSN without a hyphen": {"identifier": [{"type": "pissn", "id": "2434561X"}, DOI]},
    "an ISSN with a Cyrillic letter": {"identifier": [{"type": "pissn", "id": "2434-561Х"}, DOI]},
    "an ISSN of other digits": {"identifier": [{"type": "pissn", "id": "٢٤٣٤-5610"}, DOI]},
    "another identifier": {"identifier": [ISSN, DOI, {"type": "edn", "id": "ABCDEF"}]},
    "a month by name": {"month": "June"},
    "a thirteenth month": {"month": "13"},
    "a year of two digits": {"year": "24"},
    "another content type": {"link": [LINK | {"content_type": "RTF"}]},
    "an address with a space": {"link": [LINK | {"url": "https://example.org/a b"}]},
}


@pytest.mark.parametrize("change", REFUSED_BY_US.values(), ids=REFUSED_BY_US)
def test_what_doaj_would_drop_or_misread_is_invalid(change: dict[str, Any]) -> None:
    assert schema_errors({"bibjson": LEAST | change})
    assert schema_errors([{"bibjson": LEAST | change}])


@pytest.mark.parametrize("document", [[], {}, [{}], [LEAST], LEAST, [[]], "x", None, {"admin": {}}])
def test_what_is_no_article_is_invalid(document: Any) -> None:
    assert schema_errors(document)


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [
        ({}, {}, (1, "bibjson", "identifier", 1, "id")),
        (
            {},
            {"identifier": [DOI | {"id": "10.5555/01"}, EISSN]},
            (1, "bibjson", "identifier", 0, "id"),
        ),
        (
            {"identifier": [ISSN, DOI | {"id": "10.5555/A"}]},
            {"identifier": [ISSN, DOI | {"id": "10.5555/a"}]},
            (1, "bibjson", "identifier", 1, "id"),
        ),
        (
            {"identifier": [ISSN], "link": [LINK]},
            {"link": [LINK | {"url": "http://example.org/01"}]},
            (1, "bibjson", "link", 0, "url"),
        ),
    ],
    ids=["the same DOI", "in another place", "in other case", "the same link"],
)
def test_no_doi_and_no_link_is_there_twice_in_a_file(
    first: dict[str, Any], second: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    document = [{"bibjson": deepcopy(LEAST) | first}, {"bibjson": deepcopy(LEAST) | second}]
    assert [schema_error.path for schema_error in schema_errors(document)] == [path]


def test_one_article_may_have_one_address_in_two_forms() -> None:
    links = [LINK | {"content_type": "PDF"}, LINK | {"content_type": "HTML"}]
    assert schema_errors([{"bibjson": LEAST | {"link": links}}]) == ()


def test_an_error_leads_to_the_value() -> None:
    document = {"bibjson": LEAST | {"keywords": ["a", "<script>"]}}
    assert schema_errors(document)[0].path == ("bibjson", "keywords", 1)
    equal = {"bibjson": LEAST | {"identifier": [ISSN, DOI, ISSN | {"type": "eissn"}]}}
    assert schema_errors(equal)[0].path == ("bibjson", "identifier", 2, "id")

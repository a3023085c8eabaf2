"""Records of the REST API: what becomes of each key, and in which forms a file has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jatsx.model import Article

from .reading import codes, records

WORK: dict[str, Any] = {
    "DOI": "10.5555/a1",
    "type": "journal-article",
    "title": ["Су"],
    "language": "kk",
    "container-title": ["Хабаршы"],
}

DAY = [2024, 3, 9]

FIELDS: dict[str, tuple[dict[str, Any], str, object]] = {
    # what stands in the record: the field and its value
    "markup": ({"title": ["H<sub>2</sub>O &amp; x"]}, "title", {"kk": "H<sub>2</sub>O &amp; x"}),
    "a less-than sign": ({"title": ["p < 0.05"]}, "title", {"kk": "p &lt; 0.05"}),
    "several titles": ({"title": ["А", "B"]}, "title", {"kk": "А", "und": "B"}),
    "a subtitle": ({"subtitle": ["Шолу"]}, "subtitle", {"kk": "Шолу"}),
    "an abstract": (
        {"abstract": "<jats:title>Abstract</jats:title><jats:p>А</jats:p>"},
        "abstract",
        {"kk": "А"},
    ),
    "pages": ({"page": "5-17, 20"}, "pages", {"first": "5", "last": "17", "other": "20"}),
    "one page": ({"page": "e12"}, "pages", {"first": "e12"}),
    "an article number": ({"article-number": "e1"}, "elocation_id", "e1"),
    "dates": (
        {
            "published-print": {"date-parts": [[2024, 3]]},
            "published-online": {"date-parts": [[2024, 3, 9]]},
            "issued": {"date-parts": [[2024, 3]]},
            "accepted": {"date-parts": [[2024]]},
        },
        "dates",
        {"accepted": "2024", "published": {"print": "2024-03", "online": "2024-03-09"}},
    ),
    "people": (
        {
            "author": [
                {
                    "given": "А",
                    "family": "Ә",
                    "sequence": "first",
                    "ORCID": "https://orcid.org/0000-0002-1825-0097",
                    "authenticated-orcid": True,
                    "affiliation": [],
                },
                {"name": "Топ", "sequence": "additional", "affiliation": []},
            ],
            "editor": [{"family": "Е", "sequence": "first", "affiliation": []}],
        },
        "contributors",
        [
            {
                "name": {"kk": {"family": "Ә", "given": "А"}},
                "orcid": "https://orcid.org/0000-0002-1825-0097",
                "orcid_authenticated": True,
            },
            {"group": {"kk": "Топ"}},
            {"kind": "editor", "name": {"kk": {"family": "Е"}}},
        ],
    ),
    "affiliations": (
        {
            "author": [
                {
                    "family": "Ә",
                    "affiliation": [
                        {
                            "name": "КазНУ",
                            "id": [{"id": "https://ror.org/03q0vrn42", "id-type": "ROR"}],
                            "place": ["Алматы, Қазақстан"],
                            "department": ["Физика"],
                        }
                    ],
                }
            ]
        },
        "affiliations",
        [
            {
                "id": "a1",
                "institution": {"kk": "КазНУ"},
                "department": {"kk": "Физика"},
                "city": {"kk": "Алматы"},
                "country_name": {"kk": "Қазақстан"},
                "ror": "https://ror.org/03q0vrn42",
            }
        ],
    ),
    "funding": (
        {"funder": [{"name": "ҒЖБМ", "DOI": "10.13039/1", "award": ["1", "2"]}]},
        "funding",
        [
            {
                "funder": {"kk": "ҒЖБМ"},
                "funder_id": "10.13039/1",
                "awards": [{"number": "1"}, {"number": "2"}],
            }
        ],
    ),
    "licenses": (
        {
            "license": [
                {
                    "URL": "https://example.org/l",
                    "content-version": "vor",
                    "start": {"date-parts": [[2024, 3, 9]]},
                    "delay-in-days": 0,
                },
                {"URL": "https://example.org/u", "content-version": "unspecified"},
            ]
        },
        "licenses",
        [
            {"url": "https://example.org/l", "applies_to": "vor", "start_date": "2024-03-09"},
            {"url": "https://example.org/u"},
        ],
    ),
    "the landing page": (
        {"URL": "https://doi.org/x", "resource": {"primary": {"URL": "https://example.org/1"}}},
        "url",
        "https://example.org/1",
    ),
    "links": (
        {
            "link": [
                {
                    "URL": "https://example.org/1.pdf",
                    "content-type": "application/pdf",
                    "content-version": "unspecified",
                    "intended-application": "similarity-checking",
                }
            ]
        },
        "links",
        [{"url": "https://example.org/1.pdf", "content_type": "application/pdf"}],
    ),
    "relations": (
        {
            "relation": {"is-translation-of": [{"id": "10.5555/x", "id-type": "doi"}]},
            "update-to": [
                {
                    "DOI": "10.5555/y",
                    "type": "retraction",
                    "updated": {"date-parts": [[2024, 3, 9]]},
                }
            ],
        },
        "relations",
        [
            {"type": "translation-of", "doi": "10.5555/x"},
            {"type": "retraction-of", "doi": "10.5555/y", "date": "2024-03-09"},
        ],
    ),
    "references": (
        {
            "reference": [
                {
                    "key": "ref1",
                    "doi-asserted-by": "crossref",
                    "DOI": "10.5555/x",
                    "author": "Smith",
                    "year": "2020",
                    "journal-title": "J",
                    "unstructured": "Smith, 2020",
                }
            ]
        },
        "references",
        [
            {
                "text": {"und": "Smith, 2020"},
                "work": {"authors": [{"family": "Smith"}], "source": "J", "year": "2020"},
                "doi": "10.5555/x",
            }
        ],
    ),
    "assertions": (
        {"assertion": [{"name": "received", "value": "2024-01-02", "label": "Received"}]},
        "dates",
        {"received": "2024-01-02"},
    ),
}


def read(work: dict[str, Any], folder: Path) -> tuple[Article, list[str]]:
    """The article of a work, and what was found."""
    _, record = records(json.dumps(WORK | work), folder, "work.json")
    assert record.article is not None
    return record.article, codes(record)


@pytest.mark.parametrize("name", FIELDS)
def test_fields(name: str, tmp_path: Path) -> None:
    work, field, expected = FIELDS[name]
    article, found = read(work, tmp_path)
    assert article.model_dump(mode="json", exclude_defaults=True)[field] == expected
    assert [code for code in found if not code.startswith("crossref-title-language")] == []


JOURNAL: dict[str, tuple[dict[str, Any], str, object]] = {
    "ISSNs": (
        {"ISSN": ["2434-561X"], "issn-type": [{"value": "2434-561X", "type": "electronic"}]},
        "issn",
        {"electronic": "2434-561X"},
    ),
    "the short title": ({"short-container-title": ["Х."]}, "abbreviated_title", "Х."),
    "the publisher": ({"publisher": "A &amp; B"}, "publisher", {"name": {"und": "A & B"}}),
    "archives": ({"archive": ["Portico"]}, "archives", ["Portico"]),
    "Crossmark": (
        {
            "update-policy": "https://doi.org/10.5555/policy",
            "content-domain": {"domain": ["example.org"], "crossmark-restriction": False},
        },
        "formats",
        {
            "crossref": {
                "crossmark_policy": "10.5555/policy",
                "crossmark_domains": "example.org",
            }
        },
    ),
}


@pytest.mark.parametrize("name", JOURNAL)
def test_fields_of_the_journal(name: str, tmp_path: Path) -> None:
    work, field, expected = JOURNAL[name]
    journal = read(work, tmp_path)[0].issue.journal
    assert journal.model_dump(mode="json", exclude_defaults=True)[field] == expected


def test_the_issue(tmp_path: Path) -> None:
    dates = {"published-print": {"date-parts": [[2024, 3]]}}
    issue = read({"volume": "5", "journal-issue": {"issue": "2", **dates}}, tmp_path)[0].issue
    assert (issue.id, issue.volume, issue.number) == ("2024-5-2", "5", "2")
    assert issue.published.print == "2024-03"


UNREAD: dict[str, tuple[dict[str, Any], list[str]]] = {
    "subjects": ({"subject": ["Physics"]}, ["crossref-value-unread work/subject"]),
    "a key of the future": ({"novel": {"x": 1}}, ["crossref-value-unread work/novel"]),
    "a relation that the other work names": (
        {"relation": {"has-review": [{"id": "1", "id-type": "doi", "asserted-by": "object"}]}},
        ["crossref-value-unread relation/has-review"],
    ),
    "a license without a full date": (
        {"license": [{"URL": "https://example.org/l", "start": {"date-parts": [[2024]]}}]},
        ["crossref-value-unread license/start"],
    ),
    "a date without a medium": (
        {"issued": {"date-parts": [[2024]]}},
        ["crossref-value-unread work/issued"],
    ),
    "the DOI of a funder, repeated as an identifier": (
        {
            "funder": [
                {
                    "DOI": "10.13039/1",
                    "name": "А",
                    "id": [{"id": "10.13039/1", "id-type": "DOI", "asserted-by": "publisher"}],
                }
            ]
        },
        [],
    ),
    "another identifier of a funder": (
        {"funder": [{"DOI": "10.13039/1", "name": "А", "id": [{"id": "x", "id-type": "ROR"}]}]},
        ["crossref-value-unread funder/id"],
    ),
    "an identifier of a funder that begins with a zero": (
        {"funder": [{"DOI": "10.13039/1", "name": "А", "id": [{"id": "03q", "id-type": "ROR"}]}]},
        ["crossref-value-unread funder/id"],
    ),
    "technical keys": ({"indexed": {"timestamp": 1}, "score": 1, "member": "1"}, []),
    "empty values": ({"subject": [], "novel": None, "relation": {}}, []),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_is_not_read_is_named(name: str, tmp_path: Path) -> None:
    work, expected = UNREAD[name]
    assert read(work, tmp_path)[1] == expected


SHAPES = {
    "an answer for one work": ({"message-type": "work", "message": WORK}, "work.json"),
    "an answer for several": (
        {"message-type": "work-list", "message": {"items": [WORK, WORK]}},
        "works.json",
    ),
    "a bare work": (WORK, "work.json"),
    "an array": ([WORK, {"message": WORK}], "works.json"),
}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("indent", [None, 1])
def test_shapes_of_a_file(name: str, indent: int | None, tmp_path: Path) -> None:
    value, file = SHAPES[name]
    _, *found = records(json.dumps(value, indent=indent), tmp_path, file)
    assert {one.article.doi for one in found if one.article} == {"10.5555/a1"}
    assert [one.id for one in found] == ["a1", "a1-2"][: len(found)]


@pytest.mark.parametrize("name", ["works.jsonl", "works.json"])
def test_json_lines(name: str, tmp_path: Path) -> None:
    lines = [json.dumps(WORK | {"DOI": f"10.5555/{n}", "subject": ["x"]}) for n in "abc"]
    _, *found = records("\n".join([*lines, ""]), tmp_path, name)
    assert [one.id for one in found] == ["a", "b", "c"]
    places = [finding.place for one in found for finding in one.findings]
    assert [place.line for place in places if place] == [1, 2, 3]
    assert len({one.article.issue for one in found if one.article}) == 1


def test_another_type_of_work_is_named(tmp_path: Path) -> None:
    value = [WORK, WORK | {"type": "book-chapter"}]
    of_file, *found = records(json.dumps(value), tmp_path, "works.json")
    assert codes(of_file)[0] == "crossref-content-type book-chapter"
    assert len(found) == 1


def test_values_have_lines(tmp_path: Path) -> None:
    text = json.dumps(WORK | {"page": "5", "subject": ["x"]}, indent=1)
    _, record = records(text, tmp_path, "work.json")
    assert record.locate is not None
    place = record.locate("pages.first", "")
    assert place is not None
    assert place.line is not None
    assert '"page"' in text.splitlines()[place.line - 1]


def test_a_byte_order_mark(tmp_path: Path) -> None:
    _, record = records(json.dumps(WORK).encode("utf-8-sig"), tmp_path, "work.json")
    assert record.article is not None

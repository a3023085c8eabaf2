"""Files of other programs: only what DOAJ refuses is an error; what it ignores is a warning."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from jatsx.pipeline import Validated, validate_files
from jatsx.plugin.exporter import ForeignFormat
from jatsx.plugin.registry import load_registry
from jatsx.validation import validate
from jatsx_doaj.exporter import EXPORTER
from jatsx_doaj.recognition import recognises

REGISTRY: Final = load_registry()
BIBJSON: Final[Mapping[str, Any]] = {
    "title": "A title",
    "identifier": [{"type": "eissn", "id": "2049-3630"}, {"type": "doi", "id": "10.5555/x.1"}],
}
URL: Final = "https://example.org/a/1"


def article(**given: Any) -> dict[str, Any]:
    return {"bibjson": {**BIBJSON, **given}}


def validated(folder: Path, document: Any) -> Validated:
    path = folder / "articles.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    (result,) = validate_files([path], REGISTRY)
    return result


def link(**given: Any) -> dict[str, Any]:
    return {"link": [{"type": "fulltext", "url": URL, **given}]}


ACCEPTED: Final[Mapping[str, tuple[Any, list[str]]]] = {
    "only what is kept": (article(), []),
    "a list": ([article()], []),
    "the journal's title and publisher": (
        article(journal={"publisher": "P", "title": "J", "volume": "1"}),
        ["part-ignored", "part-ignored"],
    ),
    "an unknown property": (article(license=[{"type": "CC BY"}]), ["part-ignored"]),
    "an e-mail address": (article(author=[{"name": "A", "email": "a@b.cd"}]), ["part-ignored"]),
    "subjects": (article(subject=[{"scheme": "LCC", "code": "K"}]), ["part-ignored"]),
    "an empty text": (article(abstract=""), ["part-ignored"]),
    "a content type in small letters": (article(**link(content_type="html")), ["value-changed"]),
    "a media type": (article(**link(content_type="application/pdf")), ["value-undocumented"]),
    "a link type in capitals": (article(**link(type="FullText")), ["value-changed"]),
    "a month with a zero": (article(month="03"), ["value-undocumented"]),
    "a month before the first": (article(month="0"), ["value-undocumented"]),
    "the first month": (article(month="1"), []),
    "a month after the last": (article(month="13"), ["value-undocumented"]),
    "the last month": (article(month="12"), []),
    "the name of a month": (article(month="January"), ["value-undocumented"]),
    "a year as a number": (article(year=2024), []),
    "an ISSN without a hyphen": (
        article(identifier=[{"type": "pissn", "id": "2049363x"}, *BIBJSON["identifier"][1:]]),
        ["value-changed"],
    ),
    "a DOI as a URL": (
        article(
            identifier=[BIBJSON["identifier"][0], {"type": "doi", "id": "https://doi.org/10.5/x"}]
        ),
        [],
    ),
    "no text but null": (article(abstract=None, keywords=None), []),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_doaj_accepts_is_valid(tmp_path: Path, name: str) -> None:
    document, kinds = ACCEPTED[name]
    result = validated(tmp_path, document)
    assert result.is_valid
    assert [one.code for one in result.findings] == [f"document-{kind}" for kind in kinds]


REFUSED: Final[Mapping[str, Any]] = {
    "no title": {"bibjson": {"identifier": BIBJSON["identifier"]}},
    "no identifier": {"bibjson": {"title": "T"}},
    "no ISSN": article(identifier=[{"type": "doi", "id": "10.5555/x.1"}]),
    "an ISSN of another form": article(identifier=[{"type": "eissn", "id": "2049-36"}], **link()),
    "one ISSN for both": article(
        identifier=[{"type": "eissn", "id": "2049-3630"}, {"type": "pissn", "id": "20493630"}],
        **link(),
    ),
    "neither a DOI nor a link": article(identifier=BIBJSON["identifier"][:1]),
    "a malformed DOI": article(
        identifier=[BIBJSON["identifier"][0], {"type": "doi", "id": "11.5555/x"}]
    ),
    "a link of another type": article(**link(type="homepage")),
    "a link of another scheme": article(**link(url="ftp://example.org/")),
    "a link without a URL": article(link=[{"type": "fulltext"}]),
    "an author without a name": article(author=[{"affiliation": "X"}]),
    "an author as text": article(author=["A"]),
    "an ORCID iD that is not a URL": article(
        author=[{"name": "A", "orcid_id": "0000-0002-1825-0097"}]
    ),
    "a script": article(title="<script>"),
    "keywords as text": article(keywords="a, b"),
    "a journal as text": article(journal="J"),
    "a DOI twice": [article(), article(title="Another title")],
    "no article": [],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_doaj_refuses_is_not_valid(tmp_path: Path, name: str) -> None:
    result = validated(tmp_path, REFUSED[name])
    assert result.is_validated
    assert not result.is_valid


@pytest.mark.parametrize("name", [name for name, (_, kinds) in ACCEPTED.items() if kinds])
def test_what_we_export_is_stricter(name: str) -> None:
    document, _ = ACCEPTED[name]
    assert validate(json.dumps(document).encode(), EXPORTER.versions[""]) != ()


RECORD: Final = "<record><language>eng</language><publisher>P</publisher>"
XML: Final = {
    f"<?xml version='1.0'?>\n<records>\n{RECORD}": "DOAJ article XML",
    "<records xsi:noNamespaceSchemaLocation='https://doaj.org/static/doaj/doajArticles.xsd'>"
    "<record><x/>": "DOAJ article XML",
    "<oai_doaj:doajArticle xmlns:oai_doaj='http://doaj.org/features/oai_doaj/1.0/'>": (
        "DOAJ record of OAI-PMH (XML)"
    ),
    "<records><record><name>": None,
    "<records>": None,
    f"<list><records>{RECORD}": None,
}


@pytest.mark.parametrize("piece", [b" ", b"<!-- x -->", b"<?x?>", b"<!DOCTYPE x>", b"<records>"])
def test_odd_files_take_no_time(piece: bytes) -> None:
    start = time.perf_counter()
    assert recognises(piece * 8192) is None
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("text", XML)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_xml_of_doaj_is_named(text: str, encoding: str) -> None:
    title = XML[text]
    assert recognises(text.encode(encoding)) == (ForeignFormat(title) if title else None)

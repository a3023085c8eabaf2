"""Each article of another publisher is read, and what was read is kept when it is exported.

``goldens/`` has a table of what was read of each; ``--write-goldens`` writes it, to be read against
the file. Of sentences and addresses of people, which are not ours, it has only a hash.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml
from lxml import etree

from jatsx.model import Article
from jatsx.standards.identifiers import orcid_url
from tests.plugins.jatsx_jats.exporting import exported, schema_errors
from tests.plugins.jatsx_jats.reader.reading import (
    article_of,
    data_of,
    document_of,
    leaves,
    record_of,
    summary,
)

from .files import FILES

GOLDENS: Final = Path(__file__).parent / "goldens"

VERSIONS: Final = ("1.3", "1.4")

HASHED: Final = re.compile(
    r"(abstract|statements|copyright\.statement)\..*|other_abstracts\[\d+\]\.text\..*"
    r"|funding\[\d+\]\.statement\..*|contributors\[\d+\]\.email"
)
"""The fields of which only a hash is kept: sentences and addresses of people."""

KEPT: Final = {
    "titles": ".//article-meta/title-group//article-title | .//article-meta//trans-title"
    " | .//sub-article[@article-type='translation']/front-stub//article-title",
    "abstracts": ".//article-meta/abstract//p | .//article-meta/trans-abstract//p",
    "keywords": ".//article-meta/kwd-group/kwd",
    "family names": ".//article-meta/contrib-group//surname",
    "institutions": ".//article-meta//aff/institution[not(@content-type='original')]",
    "ids": ".//article-meta/article-id[@pub-id-type='doi']",
    "ISSN": ".//journal-meta/issn",
    "ORCID iDs": ".//article-meta/contrib-group/contrib/contrib-id[@contrib-id-type='orcid']",
    "awards": ".//article-meta//award-id",
    "licenses": ".//permissions/license/@xlink:href",
    "cited titles": ".//back/ref-list/ref/*/article-title",
    "cited years": ".//back/ref-list/ref/*/year",
    "cited DOIs": ".//back/ref-list/ref//pub-id[@pub-id-type='doi']",
}
"""What an article keeps: the XPath of its values."""


def test_there_are_files() -> None:
    assert len(FILES) >= 4


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_golden(path: Path, tmp_path: Path, write_goldens: bool) -> None:
    record = record_of(path.read_bytes(), tmp_path, path.name)
    assert record.article is not None
    fields = {field: fact(field, value) for field, value in leaves(data_of(record.article))}
    found = [f"{one.place.line}: {summary(one)}" for one in record.findings if one.place]
    golden = GOLDENS / f"{path.stem}.yaml"
    if write_goldens:
        data = {"read": fields, "found": found}
        golden.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    assert {"read": fields, "found": found} == yaml.safe_load(golden.read_text("utf-8"))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_it_is_kept(path: Path, version: str, tmp_path: Path) -> None:
    article = article_of(path.read_bytes(), tmp_path)
    again = etree.fromstring(document_of(article, version))
    original = etree.fromstring(path.read_bytes(), etree.XMLParser(load_dtd=False))
    text = bare("".join(texts(again)))
    for name, xpath in KEPT.items():
        lost = [one for one in values(original, xpath) if bare(one) not in text]
        assert lost == [], name


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_it_is_exported_and_read_again_the_same(path: Path, version: str, tmp_path: Path) -> None:
    article = article_of(path.read_bytes(), tmp_path)
    document = exported(article, version)
    assert schema_errors(document, version) == []
    again = record_of(document_of(article, version), tmp_path)
    assert again.article is not None
    lost = {loss.field for loss in document.all_losses}
    assert differences(article, again.article, lost) == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_nothing_is_different_with_leftovers(path: Path, tmp_path: Path) -> None:
    article = article_of(path.read_bytes(), tmp_path)
    document = document_of(article, leftovers="yes")
    assert article_of(document, tmp_path) == article


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_each_finding_has_a_line(path: Path, tmp_path: Path) -> None:
    record = record_of(path.read_bytes(), tmp_path)
    assert record.article is not None
    for finding in record.findings:
        assert finding.place is not None
        assert finding.place.line
    assert record.locate is not None
    lines = {record.locate(field, "") for field, _ in leaves(data_of(record.article))}
    assert None not in lines


def fact(field: str, value: object) -> object:
    """A value; the hash of a running text or an address."""
    digest = hashlib.sha256(str(value).encode()).hexdigest()[:16]
    return digest if HASHED.fullmatch(field) else value


def differences(one: Article, other: Article, lost: set[str]) -> list[str]:
    """The fields whose values differ, without those that are lost and the ids of affiliations.

    ORCID iDs are compared as URLs.
    """
    own, others = (
        {field: orcid_url(str(value)) or value for field, value in leaves(data_of(article))}
        for article in (one, other)
    )
    is_id = re.compile(r"affiliations\[\d+\](\.id)?\Z")
    fields = [field for field in (own | others) if own.get(field) != others.get(field)]
    return [
        field
        for field in fields
        if not is_id.search(field) and not any(field.startswith(one) for one in lost)
    ]


def values(root: etree._Element, xpath: str) -> Iterator[str]:
    namespaces = {"xlink": "http://www.w3.org/1999/xlink"}
    for found in root.xpath(xpath, namespaces=namespaces):  # type: ignore[union-attr]
        if isinstance(found, str):
            yield found
        else:
            marks = found.xpath(".//xref | .//label")  # type: ignore[union-attr]
            removed = {id(inner) for mark in marks for inner in mark.iter()}  # type: ignore[union-attr]
            yield "".join(own_texts(found, removed))  # type: ignore[arg-type]


def own_texts(element: etree._Element, removed: set[int]) -> Iterator[str]:
    """The text of an element without that of removed elements inside it."""
    if id(element) not in removed:
        yield element.text or ""
        for child in element:
            yield from own_texts(child, removed)
            yield child.tail or ""


def texts(root: etree._Element) -> Iterator[str]:
    """The text and the attributes of all elements."""
    yield from map(str, root.itertext())
    for element in root.iter():
        yield from map(str, element.attrib.values())


def bare(text: str) -> str:
    """The letters and digits of a text."""
    return re.sub(r"[\W_]+", "", text).casefold()

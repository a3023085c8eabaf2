"""The four files are read whole, and export to the formats that they have data for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html

from jatsx.findings.sentences import Sentences
from jatsx.model.text import parse_prose
from jatsx.readers.reader import Record
from jatsx_ojs.messages import MESSAGES
from jatsx_ojs.reader import read
from jatsx_ojs.recognition import is_native_export
from tests.cli.commands import export
from tests.plugins.jatsx_ojs.reading import table

from .files import DERIVED, FILES, INPUTS

PKP = {"p": "http://pkp.sfu.ca"}
EVERY_ARTICLE = [(file, n) for file, articles in FILES.items() for n in range(len(articles))]
JOURNAL = {
    "title": {"en": "Example Journal"},
    "issn": {"electronic": "2434-561X"},
    "publisher": {"name": {"en": "Example Publisher"}},
    "formats": {
        "crossref": {
            "depositor_name": "Example",
            "email_address": "deposit@example.org",
            "registrant": "Example",
        },
        "rsci": {"titleid": "12345"},
    },
    "rules": {"sample-value": "off"},
}


def articles(file: str) -> list[Record]:
    return [record for record in read(INPUTS / file) if record.is_article]


@pytest.mark.parametrize("file", FILES)
def test_are_recognised_and_read_whole(file: str) -> None:
    assert is_native_export(INPUTS / file, (INPUTS / file).read_bytes()[:4096])
    found = list(read(INPUTS / file))
    assert len(found) == 1 + len(FILES[file])
    assert all(record.article for record in found[1:])
    assert not any(finding.blocks("jats") for record in found for finding in record.findings)


@pytest.mark.parametrize(("file", "n"), EVERY_ARTICLE)
def test_values_land_in_their_fields(file: str, n: int) -> None:
    rows = FILES[file][n]
    element = _articles(file)[n]
    read_values = {field: _plain(value) for field, (_, value) in table(articles(file)[n]).items()}
    for field, path in rows.items():
        assert read_values[field] == _value(element, path), field
    others = [field for field in read_values if field not in (*rows, "status")]
    assert [field for field in others if not any(part in field for part in DERIVED)] == []


@pytest.mark.parametrize(("file", "n"), EVERY_ARTICLE)
def test_values_are_located_on_their_lines(file: str, n: int) -> None:
    element = _articles(file)[n]
    rows = table(articles(file)[n])
    for field, path in FILES[file][n].items():
        if "@" not in path.rpartition("/")[2].partition("[")[0]:
            (found,) = _found(element, path)
            assert rows[field][0] == found.sourceline, field


def test_pages_are_taken_apart() -> None:
    for file in ("ojs33-kk-ru-en.xml", "ojs35-kk-ru-en.xml"):
        (record,) = articles(file)
        assert record.article is not None
        pages = record.article.pages
        written = _value(_articles(file)[0], "//p:pages")
        assert f"{pages.first}–{pages.last},{pages.other}" == written


def test_both_versions_say_the_same() -> None:
    """But for the ROR id, which 3.3 has no place for."""
    older, newer = (articles(f"ojs{version}-kk-ru-en.xml")[0].article for version in (33, 35))
    assert older is not None
    assert newer is not None
    first, *others = newer.affiliations
    affiliations = (first.model_copy(update={"ror": None}), *others)
    assert older == newer.model_copy(update={"affiliations": affiliations})


@pytest.mark.parametrize("file", FILES)
def test_every_finding_has_a_sentence(file: str) -> None:
    sentences = Sentences(MESSAGES)
    for record in read(INPUTS / file):
        for finding in record.findings:
            assert sentences.sentence(finding) != finding.code


@pytest.mark.parametrize("file", FILES)
def test_export(file: str, tmp_path: Path) -> None:
    """With the journal and an address added: what print says and the export doesn't."""
    lines = [json.dumps(_completed(record), ensure_ascii=False) for record in articles(file)]
    source = tmp_path / "articles.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    dois = () if "312" in file else ("crossref",)
    numbers_and_pages = ("rsci",) if "kk-ru-en" in file else ()
    formats = ("jats", "doaj", *dois, *numbers_and_pages)
    targets = [argument for name in formats for argument in ("--to", name)]
    ran = export(source, *targets, "--include", "unpublished", out=tmp_path / "out")
    assert {id: ran.statuses(str(id)) for id in ran.articles} == {
        record.id: dict.fromkeys(formats, "valid") for record in articles(file)
    }, ran.stdout


def _completed(record: Record) -> dict[str, Any]:
    assert record.article is not None
    described = record.article.model_dump(mode="json", exclude_defaults=True)
    issue: dict[str, Any] = {"year": "2019", **described["issue"], "journal": JOURNAL}
    return {"url": f"https://example.org/{record.id}", **described, "issue": issue}


def _articles(file: str) -> list[etree._Element]:
    root = etree.parse(INPUTS / file).getroot()
    return [root] if root.tag.endswith("}article") else list(root)


def _found(article: etree._Element, path: str) -> list[Any]:
    found = article.xpath(path, namespaces=PKP)
    assert isinstance(found, list)
    return found


def _value(article: etree._Element, path: str) -> str:
    """The text of the one value at a path; a locale as a language tag."""
    (found,) = _found(article, path)
    text = found if isinstance(found, str) else "".join(found.itertext())
    return text.partition("_")[0] if path == "@locale" else _of_html(text)


def _of_html(text: str) -> str:
    """What a browser's reader sees of a text, without spaces and bullets."""
    shown = lxml_html.fromstring(f"<div>{text}</div>").xpath("string()")
    return _squeezed(str(shown))


def _plain(value: object) -> str:
    return _squeezed(parse_prose(str(value)).plain)


def _squeezed(text: str) -> str:
    return "".join(text.replace("•", "").split())

"""Files that are broken or mean harm: each is a finding, in little time and memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from jatsx.findings.sentences import Sentences
from jatsx_jats.reader.messages import MESSAGES
from jatsx_jats.reader.reader import read
from tests.plugins.jatsx_jats.reader.reading import NAMESPACES, TITLE, record_of, whole

PUBLIC: Final = (
    'PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.0 20120330//EN"'
    ' "JATS-journalpublishing1.dtd"'
)


def with_doctype(internal: str = "", title: str = "&a;", external: str = PUBLIC) -> str:
    """An article whose document type declaration declares something."""
    text = whole(f"<title-group><article-title>{title}</article-title></title-group>")
    return f"<!DOCTYPE article {external} [{internal}]>{text}"


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise("abcdefghij")
)

REFUSED: Final[dict[str, tuple[str | bytes, str]]] = {
    "billion laughs": (with_doctype(LAUGHS, "&j;"), "xml-entity-expansion"),
    "quadratic blow-up": (
        with_doctype(f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 10_000),
        "xml-entity-expansion",
    ),
    "external entity": (
        with_doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'),
        "jats-entity-external",
    ),
    "entity from the network": (
        with_doctype('<!ENTITY a SYSTEM "http://192.0.2.1/a">'),
        "jats-entity-external",
    ),
    "an entity that nobody defines": (with_doctype(), "xml-entity-undefined"),
    "an undefined entity in an attribute": (
        f"<!DOCTYPE article {PUBLIC}>" + whole('<self-uri xlink:href="&nowhere;"/>'),
        "xml-entity-undefined",
    ),
    "an entity without a DTD": (whole("<volume>&nbsp;</volume>"), "xml-file-syntax"),
    "depth 10,000": (whole("<a>" * 10_000), "xml-nesting-depth"),
    "depth 10,000 in the text": (
        whole().replace("<p>Текст</p>", "<a>" * 10_000),
        "xml-nesting-depth",
    ),
    "a long attribute": (whole('<volume id="' + "a" * 6_000_000), "xml-tag-length"),
    "a long comment": (whole("<!--" + "a" * 6_000_000), "xml-tag-length"),
    "element after element": (whole("<a/>" * 200_000), "xml-metadata-size"),
    "a long text": (whole(f"<volume>{'a ' * 35_000_000}</volume>"), "xml-metadata-size"),
    "a tag that is not closed": (f"<article {NAMESPACES}><front>", "xml-file-truncated"),
    "an unknown prefix": ("<article><front><x:a/></front></article>", "xml-file-syntax"),
    "an illegal character": (whole("<volume>a\x0cb</volume>"), "xml-file-syntax"),
    "windows-1251, undeclared": (
        whole("<volume>Т</volume>").encode("cp1251"),
        "xml-encoding-undeclared",
    ),
    "an encoding that is not one": (
        '<?xml version="1.0" encoding="nonsense"?><article><front/></article>',
        "xml-encoding-unknown",
    ),
    "an empty file": ("", "file-empty"),
    "another root element": ("<articles/>", "jats-file-root"),
    "no metadata": ("<article><front/></article>", "jats-front-absent"),
}


@contextmanager
def bounds(seconds: float = 20, megabytes: int = 250) -> Iterator[None]:
    """Fails if what is done inside takes more. Generous: machines differ."""
    tracemalloc.start()
    began = time.process_time()
    try:
        yield
        took, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert took < seconds
    assert peak < megabytes * 1_000_000


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_one_finding(name: str, tmp_path: Path) -> None:
    content, code = REFUSED[name]
    path = tmp_path / "a.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with bounds():
        (record,) = read(path)
    (finding,) = record.findings
    assert (finding.code, record.article, record.is_article) == (code, None, False)
    assert finding.place is not None
    sentence = Sentences(MESSAGES).sentence(finding)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_hundred_thousand_attributes(tmp_path: Path) -> None:
    attributes = " ".join(f'a{n}="{n}"' for n in range(100_000))
    with bounds():
        record = record_of(whole(f"<volume {attributes}>1</volume>"), tmp_path)
    assert record.article is not None
    assert record.article.issue.volume == "1"
    assert len(record.findings) == 201
    assert record.findings[-1].params["count"] == "99800"


def test_a_text_of_50_mb_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    paragraph = f"<p>{'Вода и лёд. ' * 40}<bold>1</bold></p>"
    before, after = whole(TITLE).split("<p>Текст</p>")
    with path.open("w", encoding="utf-8") as file:
        file.write(before)
        file.writelines(paragraph for _ in range(50_000_000 // len(paragraph.encode())))
        file.write(after)
    with bounds(megabytes=5):
        (record,) = read(path)
    assert record.article is not None
    assert list(record.findings) == []


def test_a_file_of_more_than_200_mb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with bounds(megabytes=1):
        (record,) = read(path)
    (finding,) = record.findings
    assert (finding.code, dict(finding.params)) == ("jats-file-size", {"limit": "200"})


ENTITIES: Final = {
    "1.0": PUBLIC,
    "1.4": 'PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3'
    ' v1.4 20241031//EN" "JATS-archivearticle1-4-mathml3.dtd"',
    "NLM 3.0": 'PUBLIC "-//NLM//DTD Journal Publishing DTD v3.0 20080202//EN"'
    ' "journalpublishing3.dtd"',
    "a URL": 'SYSTEM "http://jats.nlm.nih.gov/publishing/1.2/JATS-journalpublishing1.dtd"',
}


@pytest.mark.parametrize("name", ENTITIES)
def test_entities_and_namespaces_of_the_declared_dtd(name: str, tmp_path: Path) -> None:
    text = with_doctype('<!ENTITY own "свой">', "&ccaron;&Icy; &own;", ENTITIES[name])
    text = text.replace(f" {NAMESPACES}", "").replace(
        "<title-group>", '<self-uri xlink:href="https://example.org/&amp;&ccaron;"/><title-group>'
    )
    record = record_of(text, tmp_path)
    assert record.article is not None, record.findings
    assert record.article.title["ru"].plain == "čИ свой"
    assert record.article.url == "https://example.org/&č"


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16"])
def test_other_encodings(encoding: str, tmp_path: Path) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{whole("<volume>Том</volume>")}'
    record = record_of(text.encode(encoding), tmp_path)
    assert record.article is not None
    assert record.article.issue.volume == "Том"


def test_markup_that_is_nested_too_deeply_loses_its_tags(tmp_path: Path) -> None:
    title = "<italic>" * 100 + "a" + "</italic>" * 100
    record = record_of(
        whole(f"<title-group><article-title>{title}</article-title></title-group>"), tmp_path
    )
    assert record.article is not None
    assert record.article.title["ru"].source.count("<i>") == 50
    assert [finding.code for finding in record.findings] == ["jats-markup-left-out"]

"""Files that are broken or mean harm: each is one finding, in little time and memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from jatsx.findings.finding import Finding
from jatsx.findings.sentences import Sentences
from jatsx.readers.reader import Record
from jatsx_ojs import survey
from jatsx_ojs.messages import MESSAGES
from jatsx_ojs.reader import read

from .reading import NAMESPACE, codes, records

ARTICLE = "<article locale='ru'><title locale='ru'>Т</title></article>"
WHOLE = f"<articles {NAMESPACE}>{ARTICLE}</articles>"


def with_doctype(internal: str, title: str = "&a;") -> str:
    """An export whose DOCTYPE declares something."""
    return f"<!DOCTYPE article [{internal}]><article {NAMESPACE}><title>{title}</title></article>"


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise("abcdefghij")
)

REFUSED: dict[str, tuple[str | bytes, str]] = {
    "billion laughs": (with_doctype(LAUGHS, "&j;"), "xml-doctype-declarations"),
    "quadratic blow-up": (
        with_doctype(f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 100_000),
        "xml-doctype-declarations",
    ),
    "external entity": (
        with_doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'),
        "xml-doctype-declarations",
    ),
    "entity from the network": (
        with_doctype('<!ENTITY a SYSTEM "http://192.0.2.1/a">'),
        "xml-doctype-declarations",
    ),
    "parameter entity": (
        with_doctype('<!ENTITY % p SYSTEM "http://192.0.2.1/p.dtd"> %p;'),
        "xml-doctype-declarations",
    ),
    "attributes by default": (
        with_doctype(f'<!ATTLIST title locale CDATA "{"x" * 100_000}">', "b"),
        "xml-doctype-declarations",
    ),
    "entity of a DTD that isn't read": (
        f'<!DOCTYPE article SYSTEM "http://192.0.2.1/x.dtd"><article {NAMESPACE}>&nbsp;</article>',
        "xml-entity-undefined",
    ),
    "entity of nobody": (f"<article {NAMESPACE}>&nbsp;</article>", "xml-file-syntax"),
    "depth 20,000": (f"<article {NAMESPACE}>" + "<a>" * 20_000, "xml-nesting-depth"),
    "long text": (f"<article {NAMESPACE}><title>" + "a" * 1_100_000, "xml-text-length"),
    "long attribute": (f'<article {NAMESPACE} locale="' + "a" * 6_000_000, "xml-tag-length"),
    "long comment": (f"<article {NAMESPACE}><!--" + "a" * 6_000_000, "xml-tag-length"),
    "element after element": (
        f"<article {NAMESPACE}>" + "<a/>" * 200_000,
        "xml-metadata-size",
    ),
    "an HTML error page": (
        "<!DOCTYPE html><html><head><title>503</title></head><body>Sorry<br></body></html>",
        "ojs-file-root",
    ),
    "JATS": ('<article-set xmlns="http://pkp.sfu.ca"/>', "ojs-file-root"),
    "no XML": ("Fatal error: Allowed memory size exhausted", "xml-file-syntax"),
    "an empty file": ("", "file-empty"),
    "only spaces": (" \n\n ", "file-empty"),
    "a tag that isn't closed": (f"<article {NAMESPACE}><title></article>", "xml-file-syntax"),
    "a bare ampersand": (f"<article {NAMESPACE}><title>R & D</title></article>", "xml-file-syntax"),
    "an illegal character": (
        f"<article {NAMESPACE}><title>a\x0cb</title></article>",
        "xml-file-syntax",
    ),
    "an unknown prefix": (f"<article {NAMESPACE}><x:title/></article>", "xml-file-syntax"),
    "windows-1251, undeclared": (
        f"<article {NAMESPACE}><title>Вестник</title></article>".encode("cp1251"),
        "xml-encoding-undeclared",
    ),
    "windows-1251, declared as UTF-8": (
        f'<?xml version="1.0" encoding="UTF-8"?><article {NAMESPACE}><title>Ә'.encode()
        + "Вестник</title></article>".encode("cp1251"),
        "xml-encoding-undeclared",
    ),
    "an encoding that isn't one": (
        f'<?xml version="1.0" encoding="nonsense"?><article {NAMESPACE}/>',
        "xml-encoding-unknown",
    ),
    "an encoding of several bytes": (
        f'<?xml version="1.0" encoding="gb18030"?><article {NAMESPACE}/>',
        "xml-encoding-unknown",
    ),
    "no articles": (f"<articles {NAMESPACE}/>", "ojs-file-no-articles"),
}


@contextmanager
def bounds(seconds: float = 5, megabytes: int = 80) -> Iterator[None]:
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


def the_fault(found: list[Record]) -> Finding:
    """The one fault of a file of which nothing was read."""
    (record,) = found
    assert not record.is_article
    (finding,) = record.findings
    return finding


@pytest.mark.parametrize(("content", "code"), REFUSED.values(), ids=list(REFUSED))
def test_refused(content: str | bytes, code: str, tmp_path: Path) -> None:
    with bounds():
        finding = the_fault(records(content, tmp_path))
    assert finding.code == code
    assert finding.place is not None
    assert finding.place.line is not None
    sentence = Sentences(MESSAGES).sentence(finding)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_windows_1251_is_read_where_it_is_declared(tmp_path: Path) -> None:
    xml = f'<?xml version="1.0" encoding="windows-1251"?>\n{WHOLE.replace("Т<", "Вестник<")}'
    _, record = records(xml.encode("cp1251"), tmp_path)
    assert record.article is not None
    assert record.article.title["ru"].plain == "Вестник"


def test_utf_16_is_read(tmp_path: Path) -> None:
    _, record = records(WHOLE.encode("utf-16"), tmp_path)
    assert record.article is not None


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_cut_off_anywhere(length: int, tmp_path: Path) -> None:
    """Never an exception; what was whole before is read, and an error says that it isn't all."""
    file, *articles = records(WHOLE[:length], tmp_path)
    assert any(finding.blocks("jats") for finding in file.findings)
    assert len(articles) == (ARTICLE in WHOLE[:length])


def test_a_file_that_breaks_off_says_so_where_it_does(tmp_path: Path) -> None:
    file, article = records(f"<articles {NAMESPACE}>\n{ARTICLE}\n<article><titl", tmp_path)
    finding = file.findings[0]
    assert (finding.code, finding.place and finding.place.line) == ("xml-file-truncated", 3)
    assert article.article is not None


def test_what_follows_the_whole_is_an_error(tmp_path: Path) -> None:
    file, article = records(f"{WHOLE}{WHOLE}", tmp_path)
    assert file.findings[0].code == "xml-file-syntax"
    assert article.article is not None


def test_of_an_issue_that_breaks_off_nothing_is_read(tmp_path: Path) -> None:
    xml = f"<issue {NAMESPACE}><articles>{ARTICLE}<article>"
    assert the_fault(records(xml, tmp_path)).code == "xml-file-truncated"


def test_xinclude_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    include = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
    )
    xml = f"<article {NAMESPACE} locale='ru'><title>{include}</title>{include}</article>"
    _, record = records(xml, tmp_path)
    assert record.article is not None
    assert "secret" not in record.article.model_dump_json()
    names = [finding.params.get("name", "") for finding in record.findings]
    assert "article/{http://www.w3.org/2001/XInclude}include" in names
    assert "title/{http://www.w3.org/2001/XInclude}include" in names


def test_a_stylesheet_instruction_is_passed_over(tmp_path: Path) -> None:
    xml = f'<?xml-stylesheet type="text/xsl" href="http://192.0.2.1/x.xsl"?>{WHOLE}'
    with bounds():
        _, record = records(xml, tmp_path)
    assert record.article is not None
    assert codes(record) == codes(records(WHOLE, tmp_path)[1])


def test_a_file_that_cannot_be_opened_raises(tmp_path: Path) -> None:
    """jatsx makes a finding of the error."""
    for path in (tmp_path / "none.xml", tmp_path):
        with pytest.raises(OSError, match=tmp_path.name):
            list(read(path))


def test_too_many_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "MAX_ARTICLES", 2)
    file, *articles = records(f"<articles {NAMESPACE}>{ARTICLE * 4}</articles>", tmp_path)
    assert file.findings[0].code == "ojs-file-articles"
    assert len(articles) == 3


EMBEDDED = 200_000_000


@pytest.mark.parametrize("with_line_breaks", [True, False])
def test_embedded_files_cost_little(with_line_breaks: bool, tmp_path: Path) -> None:
    """200 MB of embedded PDFs in ten articles, read in a few seconds and megabytes."""
    path = tmp_path / "big.xml"
    filler = (b"QUJDREVGR0hJSktM" * 4 + b"\n" * with_line_breaks) * 1_000
    with path.open("wb") as file:
        file.write(f"<articles {NAMESPACE}>".encode())
        for _ in range(10):
            file.write(b"<article locale='ru'><submission_file id='1'><file><embed>")
            for _ in range(EMBEDDED // 10 // len(filler)):
                file.write(filler)
            file.write(b"</embed></file></submission_file><title>T</title></article>\n")
        file.write(b"</articles>")
    with bounds(seconds=20, megabytes=10):
        titles = [record.article.title for record in read(path) if record.article]
    path.unlink()
    assert len(titles) == 10
    assert all(titles)


def test_many_articles_are_not_held(tmp_path: Path) -> None:
    """An issue of a thousand articles with long abstracts, 20 MB, is read one by one."""
    path = tmp_path / "many.xml"
    abstract = "Слово. " * 1_500
    article = f"<article locale='ru'><title>T</title><abstract>{abstract}</abstract></article>"
    path.write_text(
        f"<issue {NAMESPACE}><issue_identification/><articles>{article * 1_000}</articles></issue>",
        encoding="utf-8",
    )
    with bounds(seconds=30, megabytes=10):
        count = sum(1 for record in read(path) if record.is_article)
    assert count == 1_000

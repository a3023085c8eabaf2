"""Files that are broken or mean harm: each is one finding, in little time and memory."""

from __future__ import annotations

import json
import time
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest

from jatsx.findings.sentences import Sentences
from jatsx_crossref.reader import batch
from jatsx_crossref.reader.messages import MESSAGES

from .reading import article, deposit, journal, records

WHOLE = deposit(journal(article()))
OPEN = WHOLE.partition("</journal_article>")[0]


def with_doctype(internal: str, title: str = "&a;") -> str:
    """A deposit whose DOCTYPE declares something."""
    inside = f"<titles><title>{title}</title></titles>"
    return f"<!DOCTYPE doi_batch [{internal}]>" + deposit(journal(article(inside)))


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
    "entity of a DTD that is not read": (
        '<!DOCTYPE doi_batch SYSTEM "http://192.0.2.1/x.dtd">'
        + deposit(journal(article("<titles><title>&nbsp;</title></titles>"))),
        "xml-entity-undefined",
    ),
    "entity of nobody": (OPEN + "&nbsp;", "xml-file-syntax"),
    "depth 20,000": (OPEN + "<a>" * 20_000, "xml-nesting-depth"),
    "long attribute": (OPEN + '<a b="' + "a" * 6_000_000, "xml-tag-length"),
    "long comment": (OPEN + "<!--" + "a" * 6_000_000, "xml-tag-length"),
    "element after element": (OPEN + "<a/>" * 200_000, "xml-metadata-size"),
    "attributes by the hundred thousand": (
        OPEN + "<a" + "".join(f' b{n}=""' for n in range(150_000)) + ">",
        "xml-file-truncated",
    ),
    "another root": ("<html><body>Sorry</body></html>", "crossref-file-root"),
    "no XML": ("Fatal error", "xml-file-syntax"),
    "an empty file": ("", "file-empty"),
    "half a file": (OPEN, "xml-file-truncated"),
    "a bare ampersand": (OPEN + "R & D", "xml-file-syntax"),
    "windows-1251, undeclared": (WHOLE.encode("cp1251"), "xml-encoding-undeclared"),
    "an encoding that isn't one": (
        f'<?xml version="1.0" encoding="nonsense"?>{WHOLE}',
        "xml-encoding-unknown",
    ),
    "journals by the hundred thousand": (deposit("<journal/>" * 150_000), "crossref-file-articles"),
    "no articles": (deposit(), "crossref-file-no-articles"),
    "a journal without articles": (deposit(journal()), "crossref-file-no-articles"),
}

WORK = {"DOI": "10.5555/a1", "title": ["Су"], "type": "journal-article", "score": 1}

REFUSED_JSON: dict[str, tuple[str | bytes, str]] = {
    "an empty file": ("", "file-empty"),
    "half a record": ('{"DOI": "10.5555/a1"', "file-syntax"),
    "depth 100,000": ("[" * 100_000, "file-depth"),
    "another depth": ('{"a":' * 100_000, "file-depth"),
    "values by the million": ("[" + "1,\n" * 2_000_000 + "1]", "crossref-file-size"),
    "a long value": (json.dumps(["a" * 21_000_000]), "crossref-file-size"),
    "an HTML page": ("<html/>", "file-syntax"),
    "a number": ("1", "crossref-record-unreadable"),
    "an object of something else": ('{"bibjson": {}}', "crossref-record-unreadable"),
    "a message without a work": ('{"message": {"x": 1}}', "crossref-record-unreadable"),
    "windows-1251": ('{"title": "Вестник"}'.encode("cp1251"), "file-encoding"),
    "no articles": ('{"message": {"items": []}}', "crossref-file-no-articles"),
    "a book": (json.dumps(WORK | {"type": "book"}), "crossref-file-no-articles"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_deposit_is_one_error(name: str, tmp_path: Path) -> None:
    content, code = REFUSED[name]
    assert code in refused(content, tmp_path, "deposit.xml")


@pytest.mark.parametrize("name", REFUSED_JSON)
def test_a_bad_record_is_one_error(name: str, tmp_path: Path) -> None:
    content, code = REFUSED_JSON[name]
    assert code in refused(content, tmp_path, "works.json")


@pytest.mark.parametrize(
    ("name", "content", "line", "column"),
    [
        ("works.json", '{\n "DOI": "10.5555/a1"\n "type": 1}', 3, 2),
        ("works.jsonl", json.dumps(WORK) + '\n\n{"DOI" 1}\n', 3, 8),
    ],
)
def test_an_error_of_json_has_its_place(
    name: str, content: str, line: int, column: int, tmp_path: Path
) -> None:
    found = records(content, tmp_path, name)[0].findings[0]
    assert found.place is not None
    assert (found.code, found.place.line, found.place.column) == ("file-syntax", line, column)


def refused(content: str | bytes, folder: Path, name: str) -> list[str]:
    """The codes of the errors of a file that is read within bounds of time and memory."""
    tracemalloc.start()
    before = time.perf_counter()
    first, *others = records(content, folder, name)
    took, (_, peak) = time.perf_counter() - before, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 60
    assert peak < 400_000_000
    assert first.article is None
    assert len(others) <= 1
    sentences = Sentences(MESSAGES)
    for finding in first.findings:
        assert "{" not in sentences.sentence(finding) + sentences.hint(finding)
    return [finding.code for finding in first.findings]


def test_complete_articles_of_half_a_file_are_read(tmp_path: Path) -> None:
    first, *others = records(
        deposit(journal(article(doi="10.5555/a"), article(doi="10.5555/b")))[:-20], tmp_path
    )
    assert first.findings[0].code == "xml-file-truncated"
    assert [one.id for one in others] == ["a", "b"]


def test_a_file_with_too_many_articles_is_read_up_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "MAX_ARTICLES", 2)
    first, *others = records(deposit(journal(*[article()] * 4)), tmp_path)
    assert first.findings[0].code == "crossref-file-articles"
    assert len(others) == 2


def test_characters_that_xml_does_not_allow_are_reported(tmp_path: Path) -> None:
    work = WORK | {"title": ["Су\x00"], "language": "kk"}
    _, record = records(json.dumps(work), tmp_path, "work.json")
    assert record.article is not None
    assert record.article.title["kk"].plain == "Су\N{REPLACEMENT CHARACTER}"
    assert "crossref-character-illegal" in [finding.code for finding in record.findings]


def test_no_value_of_a_record_raises(tmp_path: Path) -> None:
    odd: tuple[object, ...] = (
        None,
        True,
        1.5,
        10**400,
        "",
        [],
        {},
        [[[]]],
        [{}],
        {"a": [None]},
        "<b>",
        "\ud800",
    )
    keys = ("author", "reference", "page", "published-print", "license", "funder", "abstract")
    for key in keys:
        for value in odd:
            records(json.dumps(WORK | {key: value}), tmp_path, "work.json")
            records(json.dumps(WORK | {key: [{"date-parts": value}]}), tmp_path, "work.json")

"""Files, names and options; and that export depends on nothing else."""

from __future__ import annotations

import jatsx_doaj.rules
from jatsx import JsonList, rules_in
from jatsx.documents.content import content_bytes
from jatsx_doaj import jatsx_exporters, jatsx_rules
from jatsx_doaj.exporter import EXPORTER
from jatsx_doaj.recognition import recognises

from .articles import article, exported

FIRST, SECOND = article(), article(id="02", doi="10.5555/2024.2.02", links=[], url="http://a.org/2")


def test_an_issue_is_one_file() -> None:
    (document,) = exported(FIRST, SECOND)
    assert document.name == "2024-2.json"
    assert document.articles == ("01", "02")
    assert isinstance(document.content, JsonList)
    assert [list(record) for record in document.content] == [["bibjson"], ["bibjson"]]


def test_a_part_of_an_issue_is_numbered() -> None:
    assert [document.name for document in exported(FIRST, SECOND, run=3)] == ["2024-2-3.json"]


def test_an_issue_without_id_is_called_so() -> None:
    assert [document.name for document in exported(article(issue={}))] == ["issue.json"]


def test_an_article_is_a_file_where_bulk_is_no() -> None:
    documents = exported(FIRST, SECOND, bulk="no", run=3)
    assert [document.name for document in documents] == ["01.json", "02.json"]
    assert [document.articles for document in documents] == [("01",), ("02",)]
    (bulk,) = exported(FIRST, SECOND, bulk="yes")
    assert tuple(document.content for document in documents) == bulk.content
    assert [loss for document in documents for loss in document.all_losses] == [*bulk.all_losses]


def test_losses_name_their_article() -> None:
    (bulk,) = exported(FIRST, SECOND)
    assert set(bulk.losses) == {"01", "02"}
    assert all(bulk.losses.values())


def test_nothing_comes_of_nothing() -> None:
    assert exported() == []
    assert exported(bulk="no") == []


def test_one_input_gives_the_same_bytes() -> None:
    first, second = (exported(article(), SECOND) for _ in range(2))
    assert [content_bytes(document) for document in first] == list(map(content_bytes, second))
    assert first[0].losses == second[0].losses


def test_a_file_is_utf_8_without_a_byte_order_mark() -> None:
    content = content_bytes(exported(FIRST)[0])
    assert content.startswith(b"[")
    assert "О воде".encode() in content


def test_our_own_files_are_recognised() -> None:
    for bulk in ("yes", "no"):
        assert recognises(content_bytes(exported(FIRST, bulk=bulk)[0])[:64]) == ""


def test_other_files_are_not() -> None:
    heads = (b"", b"{}", b'"bibjson"', b"<a>[bibjson</a>", b'{"title": "bibjson"}', b"\xff[")
    assert [head for head in heads if recognises(head) is not None] == []
    assert recognises(b'\xef\xbb\xbf  [{"bibjson": {') == ""


def test_the_plugin_offers_one_format_and_its_rules() -> None:
    assert list(jatsx_exporters()) == [EXPORTER]
    assert list(jatsx_rules(("doaj",))) == list(rules_in(jatsx_doaj.rules))
    assert (EXPORTER.name, EXPORTER.per, EXPORTER.default) == ("doaj", "issue", True)
    assert [option.name for option in EXPORTER.options] == ["language", "bulk"]

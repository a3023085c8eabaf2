"""Files, names, order and options; and which files are recognised."""

from __future__ import annotations

import pytest

import jatsx_rsci.rules
from jatsx import rules_in
from jatsx.documents.content import content_bytes
from jatsx.documents.document import Document
from jatsx_rsci import jatsx_exporters, jatsx_rules
from jatsx_rsci.exporter import EXPORTER, export
from jatsx_rsci.options import OPTIONS
from jatsx_rsci.schema import EARLIER

from .exporting import context, described, exported, parsed, schema_errors

SECTIONS = {"sections": [{"id": id, "title": {"ru": id}} for id in ("a", "b")]}


def issue(*sections: str) -> list[str]:
    """What stands in a file of articles in these sections: headings, and titles of articles."""
    articles = [
        described({"id": f"{n}", "title": {"ru": f"{n}"}, "section": section, "issue": SECTIONS})
        for n, section in enumerate(sections, 1)
    ]
    document = exported(*articles)
    assert schema_errors(document) == ()
    return [
        part.findtext("secTitle") or part.findtext("artTitles/artTitle") or ""
        for part in parsed(document).iterfind(".//articles/*")
    ]


def test_an_issue_is_one_file() -> None:
    document = exported(described({}), described({"id": "02"}))
    assert (document.name, document.articles) == ("2024-1.xml", ("01", "02"))
    assert len(parsed(document).findall(".//article")) == 2
    assert schema_errors(document) == ()


def test_an_issue_without_id_is_called_as_its_first_article() -> None:
    assert exported(described({"issue": {"id": ""}})).name == "01.xml"


def test_an_issue_is_one_file_however_many_articles_it_has() -> None:
    document = exported(described({}))
    assert (EXPORTER.whole, document.name) == (True, "2024-1.xml")


def test_nothing_comes_of_nothing() -> None:
    assert list(export([], context())) == []


def test_a_heading_stands_before_each_run_of_its_articles() -> None:
    assert issue("a", "a", "b", "a") == ["a", "1", "2", "b", "3", "a", "4"]


def test_articles_without_a_section_stand_first_in_their_order() -> None:
    assert issue("a", "", "b", "") == ["2", "4", "a", "1", "b", "3"]


def fields_lost(document: Document) -> list[tuple[str, str]]:
    """The losses of a document: the article's id, and the field."""
    return [(id, loss.field) for id, losses in document.losses.items() for loss in losses]


def test_that_an_article_was_moved_is_said() -> None:
    articles = [described({"section": "a", "issue": SECTIONS}), described({"issue": SECTIONS})]
    document = exported(articles[0], articles[1].model_copy(update={"id": "02"}))
    moved = [id for id, field in fields_lost(document) if field == "issue.articles"]
    assert moved == ["02"]


def test_losses_name_their_article() -> None:
    document = exported(described({"elocation_id": "e1"}), described({"id": "02"}))
    assert fields_lost(document) == [("01", "elocation_id")]


def test_what_is_lost_of_the_issue_is_lost_for_each_article() -> None:
    articles = [described({"id": id, "issue": {"supplement": "1"}}) for id in ("01", "02")]
    assert fields_lost(exported(*articles)) == [
        ("01", "issue.supplement"),
        ("02", "issue.supplement"),
    ]


def test_the_pages_of_the_issue_are_those_of_all_its_articles() -> None:
    last = described({"id": "02", "pages": {"first": "100", "last": "104"}})
    root = parsed(exported(last, described({})))
    assert root.findtext("issue/pages") == "5-104"


def test_one_input_gives_the_same_bytes() -> None:
    first, second = (exported(described({"keywords": {"ru": ["а", "б"]}})) for _ in range(2))
    assert content_bytes(first) == content_bytes(second)
    assert first.losses == second.losses


HEADS = {
    b"<journal><titleid>1</titleid>": "",
    b'<?xml version="1.0" encoding="utf-8"?>\n<!-- 1 -->\n<journal>\n  <issn>': "",
    b"<journal><issue><article/>": "",
    b"<journal": None,
    b"<journal>": None,
    b"<journal><operCard><operator>": EARLIER,
    b'<journal xmlns="http://example.org"><titleid>1</titleid>': None,
    b"<article><front>": None,
    b"{}": None,
    b"": None,
}


@pytest.mark.parametrize("head", HEADS)
def test_a_file_is_recognised_by_its_head(head: bytes) -> None:
    assert EXPORTER.recognises is not None
    assert EXPORTER.recognises(head) == HEADS[head]


def test_our_own_files_are_recognised() -> None:
    assert EXPORTER.recognises is not None
    assert EXPORTER.recognises(content_bytes(exported(described({})))[:90]) == ""


def test_the_plugin_offers_one_format_and_its_rules() -> None:
    assert list(jatsx_exporters()) == [EXPORTER]
    assert list(jatsx_rules(("rsci",))) == list(rules_in(jatsx_rsci.rules))
    assert (EXPORTER.name, EXPORTER.per, EXPORTER.default) == ("rsci", "issue", False)
    assert [option.name for option in OPTIONS if option.required] == ["titleid"]

"""The whole text of a file, and the documents that are made of it."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

from tests.desk.client import DeskClient, OpenFile, text_of

NAME = "01-inakhiya.yaml"


def text_page(client: DeskClient) -> OpenFile:
    """The page of the text of an article."""
    page = client.open(f"{NAME}/text")
    page.path = f"{client.issue}/article/{NAME}"
    return page


def test_the_text_keeps_its_byte_order_mark_and_line_breaks(
    client: DeskClient, issue: Path
) -> None:
    file = issue / "articles" / NAME
    before = BOM_UTF8 + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    page = text_page(client)
    typed = before.decode("utf-8-sig").replace("doi: 10.5555/", "doi: 10.5555/new.")
    assert page.post("save", text=typed).status_code == 200
    assert file.read_bytes() == before.replace(b"doi: 10.5555/", b"doi: 10.5555/new.")


def test_a_file_in_another_encoding_is_shown_but_not_written(
    client: DeskClient, issue: Path
) -> None:
    """Its characters cannot be shown, so they would be lost."""
    file = issue / "articles" / NAME
    before = "id: '01'\ntitle:\n  ru: Су\n".encode("cp1251")
    file.write_bytes(before)
    shown = client.get(f"{client.issue}/article/{NAME}/text")
    assert "<textarea" not in shown.text
    assert "UTF-8" in shown.text
    page = OpenFile(client, f"{client.issue}/article/{NAME}", "x", "")
    assert page.post("save", text="id: '01'\n").status_code == 403
    assert file.read_bytes() == before


def test_each_format_has_a_preview(client: DeskClient) -> None:
    shown = client.open(NAME).text
    for format in client.desk.session.registry.exporters:
        assert f"/preview/{format}" in shown
        answer = client.get(f"{client.issue}/article/{NAME}/preview/{format}")
        assert answer.status_code == 200
        assert "\N{REPLACEMENT CHARACTER}" not in answer.text
    assert "This document is not text" in text_of(
        client.get(f"{client.issue}/article/{NAME}/preview/xlsx")
    )


def test_a_long_document_is_shown_whole(client: DeskClient) -> None:
    client.open(NAME).set("abstract.ru", "слово " * 60_000 + "конец")
    assert "конец</" in text_of(client.get(f"{client.issue}/article/{NAME}/preview/jats"))

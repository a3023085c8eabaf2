"""Heads of articles in the tables of DOCX files."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from docx import Document as new_document
from docx.document import Document

from jatsx import MemoryFile
from jatsx_draft.reader import read
from tests.plugins.jatsx_draft.pages import NAMES_FIRST, articles, codes, drafted

Blocks = Sequence[Sequence[str]]

_LABEL = re.compile(r"(Keywords|Түйін сөздер|Ключевые слова): (.*)", re.DOTALL)


def blocks() -> Blocks:
    """The paragraphs of each block."""
    head, _, _ = NAMES_FIRST.partition("Introduction")
    starts = [head.index(name) for name in ("A. Serikbay", "А. Серікбай", "А. Серикбай")]
    parts = (head[one:two] for one, two in zip(starts, [*starts[1:], None], strict=True))
    return [part.strip().split("\n\n") for part in parts]


def columns_of_rows(document: Document) -> None:
    table = document.add_table(len(blocks()[0]), 3)
    for row, texts in enumerate(zip(*blocks(), strict=True)):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text


def columns_of_one_row(document: Document) -> None:
    table = document.add_table(1, 3)
    for column, texts in enumerate(blocks()):
        cell = table.cell(0, column)
        cell.text = texts[0]
        for text in texts[1:]:
            cell.add_paragraph(text)


def table_of_each_block(document: Document) -> None:
    for texts in blocks():
        table = document.add_table(len(texts), 1)
        for row, text in enumerate(texts):
            table.cell(row, 0).text = text
        document.add_paragraph("")


def labels_beside_texts(document: Document) -> None:
    for texts in blocks():
        table = document.add_table(len(texts), 2)
        for row, text in enumerate(texts):
            found = _LABEL.match(text)
            table.cell(row, 0).text = found[1] if found else ""
            table.cell(row, 1).text = found[2] if found else text


def docx(fill: Callable[[Document], None]) -> MemoryFile:
    document = new_document()
    fill(document)
    for paragraph in NAMES_FIRST[NAMES_FIRST.index("Introduction") :].split("\n\n"):
        document.add_paragraph(paragraph)
    file = BytesIO()
    document.save(file)
    return MemoryFile("2024-2.docx", file.getvalue())


@pytest.mark.parametrize(
    "fill", [columns_of_rows, columns_of_one_row, table_of_each_block, labels_beside_texts]
)
def test_heads_in_tables_are_read_as_those_in_paragraphs(fill: Callable[[Document], None]) -> None:
    (right,) = (one.article for one in articles(drafted(NAMES_FIRST)))
    (record,) = articles(list(read(docx(fill), {})))
    found = record.article
    assert right
    assert found
    assert (found.title, found.abstract, found.keywords) == (
        right.title,
        right.abstract,
        right.keywords,
    )
    assert found.contributors == right.contributors
    assert found.affiliations == right.affiliations
    assert codes(record) == ["draft-values-derived"]

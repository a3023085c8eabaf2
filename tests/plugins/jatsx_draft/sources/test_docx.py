"""The lines of DOCX files, which the tests make themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document as new_document
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from jatsx import MemoryFile, UnreadableSource
from jatsx_draft.printed import Gap, MarkedSpan, PrintedLine, TextMark
from jatsx_draft.sources import printed_lines
from jatsx_draft.sources.docx import package

Fill = Callable[[Document], object]


def docx(fill: Fill) -> MemoryFile:
    document = new_document()
    fill(document)
    file = BytesIO()
    document.save(file)
    return MemoryFile("issue.docx", file.getvalue())


def lines(fill: Fill) -> list[PrintedLine]:
    return list(printed_lines(docx(fill)))


def texts(fill: Fill) -> list[str]:
    return [line.text for line in lines(fill)]


def xml(content: str) -> Any:
    return parse_xml(content.replace(">", f" {nsdecls('w', 'r')}>", 1))


def with_parts(file: MemoryFile, parts: Mapping[str, bytes]) -> MemoryFile:
    """The file with these parts added or replaced."""
    content = BytesIO()
    with ZipFile(file.open()) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        kept = {name: old.read(name) for name in old.namelist()}
        for name, part in {**kept, **parts}.items():
            new.writestr(name, part)
    return MemoryFile(file.name, content.getvalue())


def fault(file: MemoryFile) -> str:
    with pytest.raises(UnreadableSource) as caught:
        list(printed_lines(file))
    return caught.value.code


def test_a_paragraph_is_a_line_with_its_number() -> None:
    def fill(document: Document) -> None:
        for text in ("Жел туралы", "", "О ветре"):
            document.add_paragraph(text)

    first, second = lines(fill)
    assert (first.text, first.line, first.gap) == ("Жел туралы", 1, Gap.PARAGRAPH)
    assert (second.text, second.line, second.gap) == ("О ветре", 2, Gap.PARAGRAPH)
    assert str(second.place) == "issue.docx:2"


def test_line_breaks_divide_a_paragraph() -> None:
    def fill(document: Document) -> None:
        run = document.add_paragraph().add_run("Previously sent May 3, 2024.")
        run.add_break()
        run.add_text("Accepted June 5, 2024.")

    first, second = lines(fill)
    assert (first.text, first.gap) == ("Previously sent May 3, 2024.", Gap.PARAGRAPH)
    assert (second.text, second.gap) == ("Accepted June 5, 2024.", Gap.NONE)


def test_a_page_break_is_a_gap() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("ends in the middle of a").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("sentence.")
        document.add_paragraph("Next").paragraph_format.page_break_before = True

    assert [line.gap for line in lines(fill)] == [Gap.PARAGRAPH, Gap.PARAGRAPH, Gap.PAGE]

    def inside(document: Document) -> None:
        run = document.add_paragraph().add_run("ends in the middle of a")
        run.add_break(WD_BREAK.PAGE)
        run.add_text("sentence.")

    assert [line.gap for line in lines(inside)] == [Gap.PARAGRAPH, Gap.PAGE]


def test_marks_are_spans() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("  S. Omar")
        paragraph.add_run("1*").font.superscript = True
        paragraph.add_run(", ")
        paragraph.add_run("wind").bold = True
        paragraph.add_run("mill").bold = True
        paragraph.add_run(" H")
        paragraph.add_run("2").font.subscript = True

    (line,) = lines(fill)
    assert line.text == "S. Omar1*, windmill H2"
    assert line.spans == (
        MarkedSpan(7, 9, TextMark.SUPERSCRIPT),
        MarkedSpan(11, 19, TextMark.BOLD),
        MarkedSpan(21, 22, TextMark.SUBSCRIPT),
    )


def test_marks_of_styles_are_spans() -> None:
    def fill(document: Document) -> None:
        style = document.styles.add_style("Raised", 2)
        style.font.superscript = True
        derived = document.styles.add_style("Raised too", 2)
        derived.base_style = style
        document.add_paragraph("Omar").add_run("2", style=derived)

    (line,) = lines(fill)
    assert line.spans == (MarkedSpan(4, 5, TextMark.SUPERSCRIPT),)


def test_the_level_of_a_heading() -> None:
    def fill(document: Document) -> None:
        document.add_heading("THE WIND", 2)
        document.add_paragraph("Text")

    assert [line.heading for line in lines(fill)] == [2, None]


def test_links_have_their_address() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("e-mail: ")
        link = document.part.relate_to("mailto:a@example.org", f"{RELATIONS}/hyperlink", True)
        run = "<w:r><w:t>a@example.org</w:t></w:r>"
        paragraph._p.append(xml(f'<w:hyperlink r:id="{link}">{run}</w:hyperlink>'))

    (line,) = lines(fill)
    assert line.text == "e-mail: a@example.org"
    assert line.spans == (MarkedSpan(8, 21, TextMark.LINK, "mailto:a@example.org"),)


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("The ")._p
        paragraph.append(xml("<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"))
        paragraph.append(xml("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"))
        document.add_paragraph().add_run("hidden").font.hidden = True

    assert texts(fill) == ["The new"]


def test_text_in_controls_and_boxes_is_read() -> None:
    def fill(document: Document) -> None:
        control = (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>CONTENTS</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        box = "<w:p><w:r><w:t>in a box</w:t></w:r></w:p>"
        box = f"<w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>"
        document.element.body.insert(0, xml(control))
        document.add_paragraph("Beside it")._p.append(xml(box))

    assert texts(fill) == ["CONTENTS", "Beside it", "in a box"]


def test_headers_and_footers_are_left_out() -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "A running head"
        document.sections[0].footer.paragraphs[0].text = "17"
        document.add_paragraph("Text")

    assert texts(fill) == ["Text"]


def test_rows_of_a_table_are_lines_and_cells_are_separated_by_tabs() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ("1-бөлім", "Section 1", "Жел", "Wind"), strict=True):
            cell.text = text

    assert texts(fill) == ["1-бөлім\tSection 1", "Жел\tWind"]


def test_a_table_that_lays_out_the_page_is_read_cell_by_cell() -> None:
    def fill(document: Document) -> None:
        left, right = document.add_table(1, 2)._cells
        left.text = "Left 1"
        left.add_paragraph("Left 2")
        right.text = "Right 1"

    assert texts(fill) == ["Left 1", "Left 2", "Right 1"]


def test_numbers_of_lists_are_counted() -> None:
    def fill(document: Document) -> None:
        for text in ("Alimov", "Omarov"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("Not counted")
        document.add_paragraph("Serikov", style="List Number")
        document.add_paragraph("A point", style="List Bullet")

    assert [line.bullet for line in lines(fill)] == ["1.", "2.", "", "3.", "-"]


def test_lists_within_lists_and_lists_that_begin_again() -> None:
    def fill(document: Document) -> None:
        numbering = document.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for depth, form, text in ((0, "upperRoman", "%1)"), (1, "lowerLetter", "%1.%2"))
        )
        numbering.insert(0, xml(f'<w:abstractNum w:abstractNumId="99">{levels}</w:abstractNum>'))
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
        for number, override in ((98, ""), (99, again)):
            content = f'<w:abstractNumId w:val="99"/>{override}'
            numbering.append(xml(f'<w:num w:numId="{number}">{content}</w:num>'))
        for number, depth in ((98, 0), (98, 1), (98, 1), (98, 0), (98, 1), (99, 0), (98, 0)):
            properties = document.add_paragraph("x")._p.get_or_add_pPr()
            content = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
            properties.append(xml(f"<w:numPr>{content}</w:numPr>"))

    assert [line.bullet for line in lines(fill)] == [
        "I)", "I.a", "I.b", "II)", "II.a", "IV)", "III)",
    ]  # fmt: skip


def test_a_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("A. Omar")
        paragraph._p.append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
        document.add_paragraph("Abstract")

    (author, note, after) = printed_lines(with_footnotes(docx(fill)))
    assert (author.text, author.spans) == ("A. Omar1", (MarkedSpan(7, 8, TextMark.SUPERSCRIPT),))
    assert (note.text, note.spans) == ("1 a@example.org", (MarkedSpan(0, 1, TextMark.SUPERSCRIPT),))
    assert after.text == "Abstract"


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_footnotes(file: MemoryFile) -> MemoryFile:
    with ZipFile(file.open()) as archive:
        relations = archive.read("word/_rels/document.xml.rels")
        types = archive.read("[Content_Types].xml")
    related = (
        f'<Relationship Id="rN" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>'
        "</Relationships>"
    )
    typed = (
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.footnotes+xml"/></Types>'
    )
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t> a@example.org</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    return with_parts(
        file,
        {
            "word/_rels/document.xml.rels": relations.replace(
                b"</Relationships>", related.encode()
            ),
            "[Content_Types].xml": types.replace(b"</Types>", typed.encode()),
            "word/footnotes.xml": notes.encode(),
        },
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "draft-file-damaged"),
        (b"Not a ZIP file", "draft-file-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", "draft-file-encrypted"),
    ],
)
def test_files_that_are_no_docx(content: bytes, code: str) -> None:
    assert fault(MemoryFile("issue.docx", content)) == code


def test_a_truncated_file_is_damaged() -> None:
    whole = docx(lambda document: document.add_paragraph("Text"))
    assert fault(MemoryFile("issue.docx", whole.content[:-2000])) == "draft-file-damaged"


@pytest.mark.parametrize("content", [b"<w:document", b"", b"<document/>"])
def test_a_damaged_part(content: bytes) -> None:
    whole = docx(lambda document: document.add_paragraph("Text"))
    assert fault(with_parts(whole, {"word/document.xml": content})) == "draft-file-damaged"


def test_declarations_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    whole = docx(lambda document: document.add_paragraph("Text"))
    assert fault(with_parts(whole, {"word/document.xml": bomb})) == "draft-file-declarations"


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 1_000_000)
    whole = docx(lambda document: document.add_paragraph("Text"))
    assert fault(with_parts(whole, {"word/big.xml": bytes(2_000_000)})) == "draft-file-large"
    assert list(printed_lines(with_parts(whole, {"word/media/big.png": bytes(2_000_000)})))


def test_without_the_library_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = docx(lambda document: document.add_paragraph("Text"))
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    assert fault(file) == "draft-library-missing"

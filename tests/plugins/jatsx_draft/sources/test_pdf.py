"""The lines of PDF files, which the tests make themselves."""

from __future__ import annotations

import sys

import pytest

from jatsx import MemoryFile, UnreadableSource
from jatsx_draft.printed import Gap, PrintedLine, TextMark
from jatsx_draft.sources import printed_lines
from jatsx_draft.sources.pdf import document

try:
    import weasyprint
except OSError as error:
    pytest.skip(f"WeasyPrint needs Pango: {error}", allow_module_level=True)

STYLE = """
@page { size: A5; margin: 20mm 15mm }
body { font: 10pt "DejaVu Serif", serif; hyphens: manual; hyphenate-character: "-" }
p { margin: 0; text-indent: 1.5em; text-align: justify }
.refs p { text-indent: -1.5em; padding-left: 1.5em }
h1 { font-size: 13pt; text-align: center; margin: 6pt 0 }
div { columns: 2; column-gap: 8mm }
sup, sub { font-size: 65% }
"""

SENTENCE = "Жел туралы ғылым даланың ауа райын зерттейді және оны түсіндіреді."
ENGLISH = "The wind blows over the steppe all day, and nobody asks where it comes from."


def pdf(body: str, style: str = "") -> MemoryFile:
    html = f"<style>{STYLE}{style}</style>{body}"
    return MemoryFile("issue.pdf", weasyprint.HTML(string=html).write_pdf())


def lines(body: str, style: str = "") -> list[PrintedLine]:
    return list(printed_lines(pdf(body, style)))


def paragraphs(found: list[PrintedLine]) -> list[str]:
    """The texts of paragraphs, with ``|`` where a page or column begins."""
    texts: list[str] = []
    for line in found:
        if line.gap is Gap.PARAGRAPH or not texts:
            texts.append(line.text)
        else:
            texts[-1] += (" | " if line.gap is Gap.PAGE else " ") + line.text
    return texts


def fault(file: MemoryFile) -> str:
    with pytest.raises(UnreadableSource) as caught:
        list(printed_lines(file))
    return caught.value.code


def test_a_line_has_its_page_and_its_number_on_it() -> None:
    body = f"<p>First. {ENGLISH}</p><p style='break-before: page'>Second. {ENGLISH}</p>"
    found = lines(body)
    first, second = (line for line in found if line.line == 1)
    assert (first.page, second.page) == (1, 2)
    assert first.text.startswith("First")
    assert second.text.startswith("Second")
    assert second.gap is Gap.PAGE
    assert str(second.place) == "issue.pdf:p2:1"


def test_indented_paragraphs_begin_at_their_indent() -> None:
    texts = [f"{n}. {SENTENCE} {ENGLISH}" for n in range(5)] + ["A short one.", "And another."]
    found = lines("".join(f"<p>{text}</p>" for text in texts))
    assert paragraphs(found) == texts


def test_entries_of_a_list_may_hang() -> None:
    texts = [f"Author {n}, A. {SENTENCE} {ENGLISH}" for n in range(6)]
    found = lines(f"<section class=refs>{''.join(f'<p>{text}</p>' for text in texts)}</section>")
    assert paragraphs(found) == texts


def test_a_title_of_several_centred_lines_is_one_paragraph() -> None:
    title = "THE WIND OVER THE LONG STEPPE OF THE WEST, AND THE PEOPLE WHO LIVE IN IT"
    text = f"{SENTENCE} {ENGLISH}"
    found = lines(f"<h1>{title}</h1><p>{text}</p>")
    assert paragraphs(found) == [title, text]


def test_columns_are_read_one_after_the_other() -> None:
    words = " ".join(f"{n}. {SENTENCE} {ENGLISH}" for n in range(20))
    found = lines(f"<h1>THE WIND</h1><div><p>{words}</p></div>")
    assert paragraphs(found)[0] == "THE WIND"
    assert " ".join(line.text for line in found[1:]) == words
    assert {line.text for line in found if line.gap is Gap.PAGE} >= {found[0].text}
    assert sum(line.gap is Gap.PAGE for line in found) > 2


def test_an_abstract_over_both_columns_is_read_before_them() -> None:
    abstract = f"{SENTENCE} {ENGLISH} " * 3 + SENTENCE
    body = f"{ENGLISH} {SENTENCE} " * 3 + ENGLISH
    found = lines(f"<p>{abstract}</p><div><p>{body}</p></div><p>{ENGLISH}</p>")
    assert " ".join(line.text for line in found) == f"{abstract} {body} {ENGLISH}"


def test_wide_spaces_of_justified_lines_make_no_columns_and_no_cells() -> None:
    words = "мемлекетаралық ынтымақтастықтарымыздың қалыптастырылуындағы " * 30
    found = lines(f"<p style='width: 55mm'>{words}</p>")
    assert " ".join(line.text for line in found) == words.strip()


def test_cells_of_a_table_are_separated_by_tabs() -> None:
    cells = (("Жел", "Wind", "1"), ("Су", "Water", "2"))
    rows = "".join(f"<tr><td>{'<td>'.join(row)}" for row in cells)
    found = lines(f"<p>{ENGLISH}</p><table style='border-spacing: 12mm 0'>{rows}</table>")
    assert [line.text for line in found][-2:] == ["Жел\tWind\t1", "Су\tWater\t2"]


HEADS = """
@page { @top-center { content: "Journal of the Wind, No. 3"; font-size: 8pt } }
@page { @bottom-center { content: "– " counter(page) " –"; font-size: 8pt } }
@page :first { counter-reset: page 41; @top-center { content: none } }

"""


def test_running_heads_are_left_out_and_page_numbers_kept_apart() -> None:
    found = lines("".join(f"<p>{SENTENCE} {ENGLISH}</p>" for _ in range(60)), HEADS)
    assert {line.text[0] for line in found}.isdisjoint("–J")
    folios = [(line.page, line.folio) for line in found if line.line == 1]
    assert len(folios) > 3
    assert folios == [(page, str(page + 40)) for page, _ in enumerate(folios, 1)]


def test_text_that_repeats_at_the_top_of_pages_is_no_running_head() -> None:
    page = f"<section style='break-before: page'><p>Keywords: wind</p><p>{ENGLISH}</p></section>"
    found = lines(page * 4)
    assert sum(line.text == "Keywords: wind" for line in found) == 4


def test_hyphens_at_line_ends_stay() -> None:
    word = "халық\N{SOFT HYPHEN}аралық"
    found = lines(f"<p style='width: 22mm'>{f'{word} ' * 8}</p>")
    assert any(line.text.endswith("халық-") for line in found)


def test_raised_and_lowered_numbers_and_types_are_marks() -> None:
    (line,) = lines("<p>Omar<sup>1*</sup>, H<sub>2</sub>O <b>bold words</b> <i>italic</i></p>")
    assert line.text == "Omar1*, H2O bold words italic"
    marked = [(line.text[span.start : span.end], span.mark) for span in line.spans]
    assert marked == [
        ("1*", TextMark.SUPERSCRIPT),
        ("2", TextMark.SUBSCRIPT),
        ("bold words", TextMark.BOLD),
        ("italic", TextMark.ITALIC),
    ]


def test_a_number_before_an_affiliation_is_raised() -> None:
    (line,) = lines("<p><sup>1</sup>Steppe University, Almaty</p>")
    assert line.text == "1Steppe University, Almaty"
    assert [(span.start, span.end, span.mark) for span in line.spans] == [
        (0, 1, TextMark.SUPERSCRIPT)
    ]


def test_the_mark_of_a_list_is_kept_apart() -> None:
    found = lines(f"<p>• {ENGLISH}</p><p>• Second</p>")
    assert [line.bullet for line in found if line.bullet] == ["•", "•"]
    assert found[0].text.startswith("The wind")


def test_letters_beyond_the_first_plane() -> None:
    assert lines(f"<p>𝑥 and y. {ENGLISH}</p>")[0].text.startswith("𝑥 and y. The wind")


MINIMAL = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
"""
ENCRYPTED = (
    MINIMAL
    + b"4 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<"
    + b"41" * 32
    + b">/U<"
    + b"42" * 32
    + b">>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF"
)
SCAN = MINIMAL + b"trailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "draft-file-damaged"),
        (b"%PDF-1.4 and nothing", "draft-file-damaged"),
        (ENCRYPTED, "draft-file-encrypted"),
        (SCAN, "draft-file-scan"),
    ],
)
def test_files_without_printed_text(content: bytes, code: str) -> None:
    assert fault(MemoryFile("issue.pdf", content)) == code


def test_page_numbers_on_pictures_are_a_scan_too() -> None:
    pages = "<section style='break-before: page'></section>" * 5
    assert fault(pdf(pages, HEADS)) == "draft-file-scan"


def test_letters_without_a_meaning_are_refused() -> None:
    private = "".join(chr(0xE000 + n) for n in range(60))
    assert fault(pdf(f"<p>{ENGLISH}</p><p>{private}</p>")) == "draft-file-letters"


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    file = pdf(f"<p>{ENGLISH}</p><p style='break-before: page'>{ENGLISH}</p>")
    for name, code in (
        ("MAX_PAGES", "draft-file-pages"),
        ("MAX_GLYPHS", "draft-file-large"),
        ("MAX_FILE", "draft-file-large"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(document, name, 1)
            assert fault(file) == code


def test_without_the_library_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = pdf(f"<p>{ENGLISH}</p>")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert fault(file) == "draft-library-missing"

"""A print as PDF: two columns, running heads, page numbers, hyphens at line ends.

Headings stand over both columns. WeasyPrint knows no hyphenation of Kazakh, so words of every
language are divided by one simple rule, at soft hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

from benchmarks.draft.prints.paragraphs import Run, paragraphs, runs
from jatsx_draft.printed import PrintedLine, TextMark

_STYLE: Final = """
@page { size: 176mm 250mm; margin: 22mm 18mm 20mm }
@page :left { @top-left { content: "A running head of the journal" } }
@page :right { @top-right { content: "A running head of the article" } }
@page { @bottom-center { content: counter(page) } }
body { font: 9pt "DejaVu Serif", serif; text-align: justify;
       hyphens: manual; hyphenate-character: "-" }
div { columns: 2; column-gap: 8mm }
p { margin: 0; text-indent: 4mm }
h1 { font-size: 11pt; text-align: center; hyphens: none }
span { overflow-wrap: anywhere }
sup, sub { font-size: 65% }
"""

_TAGS: Final = {
    TextMark.BOLD: "b",
    TextMark.ITALIC: "i",
    TextMark.SUPERSCRIPT: "sup",
    TextMark.SUBSCRIPT: "sub",
}
_LONG = re.compile(r"[^\s<>]*[/@_][^\s<>]*|[^\s<>]{30,}")
"""Addresses. They are divided anywhere, without a hyphen."""

_VOWEL: Final = "aeiouyаәеёиоөуұүыіэюя"
_WORD = re.compile(r"(?<![\w@./:-])[^\W\d_]{8,}(?![\w@./:-]*[@/])")
_DIVISION = re.compile(
    rf"(?<=[^\W\d_]{{2}})(?<=[{_VOWEL}])(?=[^\W\d_{_VOWEL}][{_VOWEL}][^\W\d_])", re.IGNORECASE
)


def pdf_file(lines: Sequence[PrintedLine], path: Path) -> None:
    """Writes the paragraphs as pages."""
    from weasyprint import HTML

    HTML(string=f"<style>{_STYLE}</style>{''.join(_blocks(lines))}").write_pdf(path)


def _blocks(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """Headings, and the paragraphs between them in columns.

    With ``column-span`` instead, WeasyPrint loses what follows a heading at the end of a page.
    """
    for is_heading, group in groupby(paragraphs(lines), lambda one: one[0].heading is not None):
        inner = "".join(map(_paragraph, group))
        yield inner if is_heading else f"<div>{inner}</div>"


def _paragraph(lines: Sequence[PrintedLine]) -> str:
    tag = "h1" if lines[0].heading else "p"
    mark = "• " if lines[0].bullet else ""
    inner = "<br>".join("".join(map(_run, runs(line))) for line in lines)
    return f"<{tag}>{mark}{inner}</{tag}>"


def _run(run: Run) -> str:
    written = _LONG.sub(r"<span>\g<0></span>", escape(divided(run.text)))
    written = written.replace("\t", "&emsp;&emsp;&emsp;&emsp;")
    for mark, tag in _TAGS.items():
        if mark in run.marks:
            written = f"<{tag}>{written}</{tag}>"
    return written


def divided(text: str) -> str:
    """The text with soft hyphens in long words, but not in addresses.

    >>> divided("Халықаралық a@university.example").replace(chr(0xAD), "|")
    'Ха|лы|қа|ра|лық a@university.example'
    """
    return _WORD.sub(lambda word: _DIVISION.sub("\N{SOFT HYPHEN}", word[0]), text)

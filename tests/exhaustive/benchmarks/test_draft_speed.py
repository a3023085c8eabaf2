"""How long ``jatsx draft`` needs for a PDF file of 100 pages."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import pytest

import jatsx
from benchmarks.draft.prints.pdf import pdf_file
from jatsx_draft.sources import printed_lines
from tests.plugins.jatsx_draft.pages import CONTENTS, NAMES_FIRST, TITLE_FIRST

try:
    import weasyprint  # noqa: F401
except OSError as error:
    pytest.skip(f"WeasyPrint needs Pango: {error}", allow_module_level=True)

PAGES: Final = 100
SECONDS: Final = 20
ARTICLES: Final = 20
PARAGRAPHS: Final = 30
"""The paragraphs of the body of an article: with them, an article has five pages or more."""


def issue_text() -> str:
    """An issue whose articles have long bodies."""
    body = NAMES_FIRST.split("Introduction\n\n")[1].split("\n\nReferences")[0]
    pages = [CONTENTS]
    for n in range(ARTICLES // 2):
        for page, label in ((NAMES_FIRST, "Introduction\n\n"), (TITLE_FIRST, "Введение\n\n")):
            long = "\n\n".join(f"{n}.{m} {body} {body}" for m in range(PARAGRAPHS))
            pages.append(page.replace(label, f"{label}{long}\n\n"))
    return "\n".join(pages)


def test_a_hundred_pages_take_twenty_seconds_at_most(tmp_path: Path) -> None:
    text, pdf = tmp_path / "issue.txt", tmp_path / "issue.pdf"
    text.write_text(issue_text(), "utf-8")
    pdf_file(list(printed_lines(text)), pdf)
    pages = {line.page for line in printed_lines(pdf)}
    assert len(pages) >= PAGES
    start = time.perf_counter()
    done = jatsx.draft(pdf, tmp_path / "out")
    seconds = time.perf_counter() - start
    print(f"{len(pages)} pages: {seconds:.1f} s")
    assert len(done.issues[0].articles) == ARTICLES
    assert seconds * PAGES / len(pages) <= SECONDS

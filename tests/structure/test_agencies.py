"""The core names no agency and no format: not in names, not in values, not in comments.

Docstrings may, in the modules that cite where a standard says a thing, or that show by an example
what people write.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize

import pytest

from tests.structure.modules import CORE, is_in, modules, text_of

AGENCIES = re.compile(
    r"(?<![A-Za-z])(jats|crossref|doaj|pubmed|rsci|elibrary|datacite|ebsco|ojs)(?![A-Za-z])",
    re.IGNORECASE,
)
CITING = ("model.journal", "rules", "standards.vocabularies")
SHOWING = ("cli", "documents.xml", "pipeline.options")


def lines_of_agencies(module: str) -> list[str]:
    """The lines of a module that name an agency, and may not."""
    text = text_of(CORE, module)
    if any(is_in(module, one) for one in (*CITING, *SHOWING)):
        text = without_docstrings(text)
    return [line for line in text.splitlines() if AGENCIES.search(line)]


def test_the_core_names_no_agency() -> None:
    found = {module: lines_of_agencies(module) for module in modules(CORE)}
    assert {module: lines for module, lines in found.items() if lines} == {}


def test_no_module_is_let_off_for_nothing() -> None:
    for place in (*CITING, *SHOWING):
        texts = [text_of(CORE, module) for module in modules(CORE) if is_in(module, place)]
        assert any(AGENCIES.search(text) for text in texts), place


def without_docstrings(text: str) -> str:
    """The source without its docstrings, those of fields among them."""
    begin = {
        (node.lineno, node.col_offset)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return "\n".join(token.string for token in tokens if token.start not in begin)


SEEN = {
    "import jatsx_jats\n": True,
    "JATS = 1\n": True,
    "def crossref_doi(): ...\n": True,
    "x = 1  # as DOAJ wants\n": True,
    "x = {'crossref': 1}\n": True,
    "def f():\n    '''As Crossref says.'''\n    return 'DOAJ'\n": True,
    "def f():\n    '''As Crossref says.'''\n": False,
    "class A:\n    x: int\n    '''JATS: @x.'''\n": False,
    "import jatsx.cli  # JATSX\n": False,
}


@pytest.mark.parametrize("text", SEEN)
def test_an_agency_is_seen_where_it_stands(text: str) -> None:
    assert bool(AGENCIES.search(without_docstrings(text))) is SEEN[text]

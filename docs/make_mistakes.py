"""Writes ``docs/mistakes/``: bad input, what jatsx says about it, and how it is mended.

The input is that of the tests: whole files (``tests/broken_files``), mistakes of people who type
(``tests/mistakes``) and values (``tests/rules/cases``). So a page shows what is really said.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import jatsx  # noqa: E402
from jatsx.findings.finding import Finding, Level  # noqa: E402
from jatsx.findings.translation import in_language, reader_language  # noqa: E402
from jatsx.findings.visible import visible  # noqa: E402
from tests.broken_files import cases as broken_files  # noqa: E402
from tests.mistakes import test_mistakes as mistakes  # noqa: E402
from tests.rules.examples import bad_examples, read_cases  # noqa: E402

PAGES: Final = ROOT / "docs" / "mistakes"
RULES: Final = ROOT / "tests" / "rules" / "cases"

MOST_OF_A_RULE: Final = 2
"""The examples of a rule that are shown; the others are in its file."""

WORDS: Final = {
    "en": {
        "title": "Mistakes, what jatsx says, and how to mend them",
        "intro": "This page is made from the tests by `python docs/make_mistakes.py`.",
        "files": "Broken files",
        "file": "what happened | findings | message and hint",
        "typing": "Mistakes in typing",
        "mended": "Mended:",
        "values": "Wrong values",
        "value": "finding | value | message and hint",
    },
    "ru": {
        "title": "Ошибки, сообщения jatsx и исправления",
        "intro": "Эта страница составлена из тестов: `python docs/make_mistakes.py`.",
        "files": "Повреждённые файлы",
        "file": "что произошло | сообщения | текст и подсказка",
        "typing": "Ошибки набора",
        "mended": "Исправлено:",
        "values": "Неверные значения",
        "value": "сообщение | значение | текст и подсказка",
    },
    "kk": {
        "title": "Қателер, jatsx хабарлары және түзету",
        "intro": "Бұл бет тесттерден жасалған: `python docs/make_mistakes.py`.",
        "files": "Бүлінген файлдар",
        "file": "не болды | хабарлар | мәтін және кеңес",
        "typing": "Теру қателері",
        "mended": "Түзетілгені:",
        "values": "Қате мәндер",
        "value": "хабар | мән | мәтін және кеңес",
    },
}


Found = tuple[Any, Finding, str]
"""A case, its first finding, and the folder in which it was found."""


def pages() -> dict[Path, str]:
    """The pages, one for each language, and their texts."""
    session = jatsx.Session()
    broken, typed = list(_broken(session)), list(_typed())
    values = list(_values(session))
    written = {}
    for language, words in WORDS.items():
        with in_language(language):
            lines = [f"# {words['title']}", "", words["intro"], "", f"## {words['files']}", ""]
            lines += _table(words["file"], (_broken_row(one, session) for one in broken))
            lines += ["", f"## {words['typing']}", ""]
            lines += (line for one in typed for line in _mistake(one, session, words["mended"]))
            lines += [f"## {words['values']}", ""]
            lines += _table(words["value"], (_value_row(one, session) for one in values))
        written[PAGES / f"{language}.md"] = "\n".join(lines) + "\n"
    return written


def _broken(session: jatsx.Session) -> Iterator[Found]:
    for one in map(broken_files.read_case, broken_files.CASES):
        with TemporaryDirectory() as folder:
            found = one.findings(Path(folder) / "2024-2", session)
        yield one, _worst(found), folder


def _typed() -> Iterator[Found]:
    for case in mistakes.CASES:
        one = mistakes.mistake(case)
        with TemporaryDirectory() as folder:
            found = mistakes.findings(Path(folder), one.file, one.broken)
        yield one, _worst(found), folder


def _values(session: jatsx.Session) -> Iterator[Found]:
    rules = session.registry.rules
    for case in read_cases(RULES):
        for example in islice(bad_examples([case]), MOST_OF_A_RULE):
            rule = rules[example.code]
            fault = example.faults(rule)[0]
            level = rule.level or Level.WARNING
            yield example, Finding(rule.code, level, fault.params, fault.field), ""


def _worst(found: list[Finding]) -> Finding:
    """The finding that is mended first."""
    return min(found, key=lambda one: (one.level is not Level.ERROR, _line(one), one.code))


def _line(finding: Finding) -> int:
    return (finding.place and finding.place.line) or 0


def _said(found: Found, session: jatsx.Session) -> str:
    """The message and the hint, in the reader's language."""
    _, finding, folder = found
    sentences = session.registry.sentences
    said = f"{sentences.sentence(finding)} {sentences.hint(finding)}".replace("<", "&lt;")
    return said.replace(f"{folder}/", "") if folder else said


def _broken_row(found: Found, session: jatsx.Session) -> tuple[str, str, str]:
    one = found[0]
    return (
        one.what[reader_language()],
        ", ".join(f"`{code}`" for code in one.codes),
        _said(found, session),
    )


def _value_row(found: Found, session: jatsx.Session) -> tuple[str, str, str]:
    one = found[0]
    value = yaml.safe_dump(one.given, allow_unicode=True, default_flow_style=True, width=10_000)
    written = value.removesuffix("...\n").strip()
    return f"`{one.code}`", f"`` {written} ``", _said(found, session)


def _mistake(found: Found, session: jatsx.Session, mended: str) -> Iterator[str]:
    """A mistake: the lines, what is said, and the lines as they should be."""
    one, finding, _ = found
    first, last = int(one.expected["first"]), int(one.expected["last"])
    yield from ("```yaml", *one.broken.splitlines()[first - 1 : last], "```", "")
    yield from (f"`{finding.code}`: {_cell(_said(found, session))}", "", mended, "")
    yield from ("```yaml", *one.expected["mended"], "```", "")


def _table(head: str, rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {head} |"
    yield "|---" * len(head.split(" | ")) + "|"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: str) -> str:
    """Text that fits into a table. Invisible characters are code points."""
    return visible(text).replace("|", "\\|").replace("\n", " ")


def write() -> None:
    """Writes the pages."""
    PAGES.mkdir(exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()

"""Every message says what is wrong, and every one except that of a loss has a hint."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from jatsx.findings.messages import MESSAGES
from tests.conftest import ROOT

FINDING_MAKERS = ("Finding", "UnreadableFile", "SourceError", "MarkupError", "_finding", "_fault")


def test_each_message_ends_as_a_sentence_and_hints() -> None:
    sentences = [(code, one) for code, each in MESSAGES.items() for one in each.sentences]
    assert [one for one in sentences if not one[1].endswith((".", "{why}", "{why_partly}"))] == []
    hints = [(code, one) for code, each in MESSAGES.items() for one in each.hints]
    # What is to be written ends the hint: a full stop after it would seem to belong to it.
    written = ("{mended}", "{value}", "{form}", "{person}", "{colon_form}", "{whole}")
    ends = (".", "?", ": …", "…}}", *written)
    assert [one for one in hints if not one[1].endswith(ends)] == []
    assert [code for code, one in MESSAGES.items() if not one.hint] in ([], ["field-lost"])


def test_every_code_made_in_the_core_has_a_message() -> None:
    made = set(_codes_made())
    assert len(made) > 30
    assert made <= set(MESSAGES), made - set(MESSAGES)


def test_every_message_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "jatsx").rglob("*.py"))
    kinds = {code: code.removeprefix("document-") for code in MESSAGES}
    unused = [
        code
        for code, kind in kinds.items()
        if source.count(f'"{code}"') < 2 and f'"{kind}"' not in source
    ]
    assert unused == []


def _codes_made() -> Iterator[str]:
    """The codes that the core's code names where it makes findings."""
    for path in (ROOT / "jatsx").rglob("*.py"):
        if "rules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in FINDING_MAKERS:
                for argument in node.args[:2]:
                    if isinstance(argument, ast.Constant) and _is_code(argument.value):
                        yield str(argument.value)


def _is_code(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", value) is not None

"""The manual page of a code, as a terminal shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import TYPE_CHECKING, Final

import click

from jatsx.cli.levels import OFF, own_level
from jatsx.cli.views.findings_text import width
from jatsx.cli.views.words import visible
from jatsx.findings.finding import Finding, Level

if TYPE_CHECKING:
    from jatsx.plugin.registry import Registry
    from jatsx.rules.engine import Rule
    from jatsx.rules.manual import Manual

STEP: Final = "    "
NEAREST: Final = 3
OTHERS: Final = {
    "error": "warning  # or off",
    "warning": "error  # or off",
    OFF: "warning  # or error",
}
_MARKED: Final = re.compile(r"``(.+?)``")
_PARAM: Final = re.compile(r"\{(\w+)(?::\w+)?\}")


def plain(text: str) -> str:
    """A docstring's words, without the marks of code."""
    return _MARKED.sub(r"\1", text)


def nearest(code: str, codes: Iterable[str]) -> str:
    """The codes that are spelt most like one, as a sentence."""
    from difflib import get_close_matches

    return f"The nearest: {', '.join(get_close_matches(code, codes, NEAREST, cutoff=0))}."


def rule_page(rule: Rule, registry: Registry) -> Iterator[str]:
    """The paragraphs of a rule's page; those that are set apart are indented."""
    from jatsx.rules.manual import asked_of, manual

    page = manual(rule)
    yield from filter(None, (plain(page.asks), *plain(page.why).split("\n\n")))
    if page.source:
        yield f"Source: {plain(page.source)}"
    yield f"Asked of {asked_of(rule)}."
    yield from _examples(page)
    yield from _said(rule, page, registry)
    yield from _level(rule, registry)


def message_page(code: str, registry: Registry) -> Iterator[str]:
    """The page of a code that is no rule's: its sentence and hint."""
    yield from (_quoted(_open(text)) for text in registry.sentences.templates(code) if text)
    yield "This is no rule: no journal can change its level."


def _examples(page: Manual) -> Iterator[str]:
    for title, example in (("Good:", page.good), ("Bad:", page.bad)):
        if example:
            yield title
            yield _apart(example)


def _said(rule: Rule, page: Manual, registry: Registry) -> Iterator[str]:
    """What is said of the bad example; where there is none, the sentence with open places."""
    finding = _finding(rule, page)
    if finding is None:
        yield "What is said:"
        templates = registry.sentences.templates(rule.code)
        yield from (_quoted(_open(text)) for text in templates if text)
        return
    yield "What is said then:"
    yield _quoted(registry.sentences.sentence(finding))
    if hint := registry.sentences.hint(finding):
        yield _quoted(hint)


def _finding(rule: Rule, page: Manual) -> Finding | None:
    """What the bad example is found to be, as far as the plugin gives one that can be read."""
    from jatsx.rules.examples import faults_of, read_example

    try:
        fault = faults_of(rule, read_example(page.bad))[0]
        params = {**fault.params}
    except (Exception, SystemExit):
        return None
    return Finding(rule.code, rule.level or Level.WARNING, params, fault.field, target=rule.target)


def _level(rule: Rule, registry: Registry) -> Iterator[str]:
    """How much it weighs, and what to write in journal.yaml to change that."""
    said = _weight(rule, registry)
    if rule.fixed:
        yield f"{said} No journal can change that: files would be in danger."
        return
    yield f"{said} To change that, write in journal.yaml:"
    yield _apart(f"rules:\n  {rule.code}: {OTHERS[own_level(rule)]}")


def _weight(rule: Rule, registry: Registry) -> str:
    if rule.level is None:
        return "It is off, unless the journal asks for it."
    if rule.level is not Level.ERROR:
        return "It is a warning, and blocks nothing."
    if rule.target is None:
        return "It is an error, and blocks every format."
    exporter = registry.exporters.get(rule.target)
    return f"It is an error, and blocks {exporter.title if exporter else rule.target} alone."


def _open(template: str) -> str:
    """A sentence with its open places as a person reads them: ‹path›."""
    return _PARAM.sub(r"‹\1›", template)


def _quoted(sentence: str) -> str:
    return click.wrap_text(visible(sentence), width(), STEP, STEP)


def _apart(text: str) -> str:
    return indent(text, STEP)

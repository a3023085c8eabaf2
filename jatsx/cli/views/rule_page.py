"""The manual page of a code, as a terminal shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import TYPE_CHECKING, Final

from jatsx.cli.levels import OFF, own_level
from jatsx.cli.views.findings_text import width
from jatsx.cli.views.words import visible, wrapped
from jatsx.findings.finding import Finding, Level
from jatsx.findings.translation import gettext as _
from jatsx.findings.translation import in_reader_language
from jatsx.rules.requirement_text import requirement_lines

if TYPE_CHECKING:
    from jatsx.model import Requirement
    from jatsx.plugin.registry import Registry
    from jatsx.rules.engine import Rule, RuleOption
    from jatsx.rules.manual import Manual

STEP: Final = "    "
NEAREST: Final = 3
OTHERS: Final = {
    "error": ("warning", OFF),
    "warning": ("error", OFF),
    OFF: ("warning", "error"),
}
"""The two other levels of a rule, by its level."""

_MARKED: Final = re.compile(r"``(.+?)``")
_PARAM: Final = re.compile(r"\{(\w+)(?::\w+)?\}")


def plain(text: str) -> str:
    """A docstring's words, without the marks of code."""
    return _MARKED.sub(r"\1", text)


def nearest(code: str, codes: Iterable[str]) -> str:
    """The codes with the most similar spelling, as a sentence."""
    from difflib import get_close_matches

    similar = ", ".join(get_close_matches(code, codes, NEAREST, cutoff=0))
    return _("Similar codes: {codes}.").format(codes=similar)


def rule_page(rule: Rule, registry: Registry) -> Iterator[str]:
    """The paragraphs of a rule's page; examples and sentences are indented."""
    from jatsx.rules.manual import manual_in_reader_language, part_of, part_title

    page = manual_in_reader_language(rule)
    yield from filter(None, (plain(page.title), *plain(page.why).split("\n\n")))
    if page.source:
        yield _("Source: {source}").format(source=plain(page.source))
    yield _("Checked part: {part}").format(part=part_title(part_of(rule)))
    yield from _examples(page)
    yield from _messages(rule, page, registry)
    if rule.mends:
        yield _("jatsx check --fix corrects the value if its right form is certain.")
    yield from _options(rule)
    yield from _level(rule, registry)


def message_page(code: str, registry: Registry) -> Iterator[str]:
    """The page of a code that is not a rule's: its sentence and hint."""
    yield from (_quoted(_open(_(text))) for text in registry.sentences.templates(code) if text)
    yield _("This code does not belong to a rule, so a journal cannot change its level.")


def requirement_page(requirement: Requirement, level: str) -> Iterator[str]:
    """The page of a rule that a journal declares, with the level that the journal sets."""
    if requirement.message:
        yield in_reader_language(requirement.message)
    yield _("A requirement of the journal, declared in journal.yaml:")
    yield from (_quoted(line) for line in requirement_lines(requirement))
    yield _("Level: off.") if level == OFF else _effect_on_all(Level(level))


def _examples(page: Manual) -> Iterator[str]:
    for title, example in ((_("Good:"), page.good), (_("Bad:"), page.bad)):
        if example:
            yield title
            yield _indented(example)


def _messages(rule: Rule, page: Manual, registry: Registry) -> Iterator[str]:
    """The message of the bad example; without one, the message with its placeholders."""
    yield _("Message:")
    finding = _finding(rule, page)
    if finding is None:
        templates = (*rule.words.sentences[:1], *rule.words.hints[:1])
        yield from (_quoted(_open(_(text))) for text in templates)
        return
    yield _quoted(registry.sentences.sentence(finding))
    if hint := registry.sentences.hint(finding):
        yield _quoted(hint)


def _finding(rule: Rule, page: Manual) -> Finding | None:
    """The finding of the bad example; None if the plugin gives none that can be read."""
    from jatsx.rules.examples import faults_of, read_example

    try:
        fault = faults_of(rule, read_example(page.bad))[0]
        params = {**fault.params}
    except (Exception, SystemExit):
        return None
    return Finding(rule.code, rule.level or Level.WARNING, params, fault.field, target=rule.target)


def _options(rule: Rule) -> Iterator[str]:
    if rule.options:
        yield _("Options:")
        yield from (_quoted(_option(option)) for option in rule.options)


def _option(option: RuleOption) -> str:
    text = f"{option.name}: {_(option.help)}"
    if option.default:
        default = _("Default: {values}.").format(values=", ".join(option.default))
        text = f"{text} {default}"
    if option.choices:
        choices = _("Choices: {values}.").format(values=", ".join(option.choices))
        text = f"{text} {choices}"
    return text


def _level(rule: Rule, registry: Registry) -> Iterator[str]:
    """The level, and what to write in journal.yaml to change it."""
    level = _effect(rule, registry)
    if rule.fixed:
        yield f"{level} {_('A journal cannot change this level: wrong files would be written.')}"
        return
    yield f"{level} {_('To change the level, write in journal.yaml:')}"
    chosen, other = OTHERS[own_level(rule)]
    if not rule.options:
        comment = _("or {level}").format(level=other)
        yield _indented(f"rules:\n  {rule.code}: {chosen}  # {comment}")
        return
    option = rule.options[0]
    values = ", ".join(option.default or option.choices)
    settings = f"{{level: {chosen}, {option.name}: [{values}]}}"
    yield _indented(f"rules:\n  {rule.code}: {settings}")


def _effect(rule: Rule, registry: Registry) -> str:
    if rule.level is None:
        return _("Level: off by default.")
    if rule.level is not Level.ERROR or rule.target is None:
        return _effect_on_all(rule.level)
    exporter = registry.exporters.get(rule.target)
    title = exporter.title if exporter else rule.target
    return _("Level: error. It blocks only this format: {format}.").format(format=title)


def _effect_on_all(level: Level) -> str:
    if level is Level.ERROR:
        return _("Level: error. It blocks every format.")
    return _("Level: warning. It does not block export.")


def _open(template: str) -> str:
    """A sentence with its placeholders as a person reads them: ‹path›."""
    return _PARAM.sub(r"‹\1›", template)


def _quoted(sentence: str) -> str:
    return wrapped(visible(sentence), width(), STEP)


def _indented(text: str) -> str:
    return indent(text, STEP)

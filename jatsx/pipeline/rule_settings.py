"""Checks of a journal's settings for rules: the rules, options and values must be valid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.findings.sentences import REQUIREMENT
from jatsx.model import Journal
from jatsx.model.fieldpath import format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.requirement import LEVEL
from jatsx.plugin.registry import Registry
from jatsx.rules.engine import TYPES, Rule, RuleOption
from jatsx.rules.requirements import requirement_rules
from jatsx.standards.vocabularies import ARTICLE_TYPES

_TYPES: Final = RuleOption(TYPES, "", choices=ARTICLE_TYPES)


def rule_settings_findings(journal: Journal, registry: Registry) -> Iterator[Finding]:
    """A warning for each rule and option that does not exist, and for each invalid value."""
    yield from _unknown_rules(journal, registry)
    declared = {rule.code: rule for rule in requirement_rules(journal)}
    for code, settings in journal.rules.items():
        if rule := registry.rules.get(code) or declared.get(code):
            yield from _option_findings(rule, settings)


def _unknown_rules(journal: Journal, registry: Registry) -> Iterator[Finding]:
    declared = {f"{REQUIREMENT}{name}" for name in journal.requirements}
    others = [code for code in journal.rules if code not in registry.rules and code not in declared]
    known = registry.codes if others else None
    if known is None:
        return
    for code in others:
        if code not in known:
            nearest = get_close_matches(code, known, n=1, cutoff=0)
            params = {"rule": code, "nearest": "".join(nearest)}
            yield _finding("rule-code-unknown", code, (), params)


def _option_findings(rule: Rule, settings: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    options = {option.name: option for option in (_TYPES, *rule.options)}
    for name, values in settings.items():
        option = options.get(name)
        if name == LEVEL:
            continue
        if option is None:
            known = ", ".join((LEVEL, *options))
            params = {"rule": rule.code, "option": name, "options": known}
            yield _finding("rule-option-unknown", rule.code, (name,), params)
        for number, value in enumerate(values if option else ()):
            if option and not _is_valid(option, value):
                params = {"rule": rule.code, "option": name, "value": value}
                if option.choices:
                    params["choices"] = ", ".join(option.choices)
                yield _finding("rule-option-value", rule.code, (name, number), params)


def _is_valid(option: RuleOption, value: str) -> bool:
    if option.choices:
        return value in option.choices
    return option.kind != "number" or (value.isascii() and value.isdigit())


def _finding(code: str, rule: str, path: tuple[str | int, ...], params: dict[str, str]) -> Finding:
    field = format_path(("issue", "journal", "rules", rule, *path))
    excerpt = params.get("option", rule) if code.endswith("-unknown") else ""
    return Finding(code, Level.WARNING, FrozenMap(params), field, excerpt=excerpt)

"""The rules of jatsx and of the plugins that it ships pass the conformance tests for rules."""

from __future__ import annotations

from jatsx.plugin.registry import load_registry
from jatsx.testing.rule_conformance import RuleConformance


class TestRules(RuleConformance):
    rules = tuple(load_registry().rules.values())

"""Some rules pass the conformance tests for rules. All of them are in ``tests/exhaustive``."""

from __future__ import annotations

from jatsx.plugin.registry import load_registry
from jatsx.testing.rule_conformance import RuleConformance


class TestRules(RuleConformance):
    rules = tuple(load_registry().rules.values())[::16]

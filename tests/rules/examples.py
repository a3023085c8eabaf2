"""The examples of rules: a file for each, named for its code.

``level`` is the rule's. ``good`` are parts of which it says nothing, ``bad`` those of which it
does: ``given`` the part, ``fields`` where its faults are, in alphabetical order, and ``says`` what
the sentences of the first one hold. An article's id is left out where it doesn't matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from jatsx.checks import Fault, Rule
from jatsx.findings import Finding, Message
from jatsx.messages import Sentences
from jatsx.model import Article, Part


@dataclass(frozen=True)
class Example:
    """A part of the model, and what a rule has against it."""

    rule: Rule
    part: Part
    fields: Sequence[str] = ()
    says: str = ""

    def faults(self) -> list[Fault]:
        """What the rule does have against it, in the order of fields."""
        return sorted(self.rule.check(self.part), key=lambda fault: fault.field)


class Examples:
    """The examples in a folder, for the rules of a set."""

    def __init__(self, folder: Path, rules: Iterable[Rule]) -> None:
        self.rules = {rule.code: rule for rule in rules}
        self.cases: Mapping[str, Any] = {path.stem: _read(path) for path in folder.glob("*.yaml")}
        ours = [(rule, self.cases[code]) for code, rule in self.rules.items() if code in self.cases]
        self.good = [
            Example(rule, _part(rule, given)) for rule, case in ours for given in case["good"]
        ]
        self.bad = [
            Example(rule, _part(rule, bad["given"]), bad["fields"], bad.get("says", ""))
            for rule, case in ours
            for bad in case["bad"]
        ]


def code(example: Example) -> str:
    """What a test of an example is called."""
    return example.rule.code


def sentences(rule: Rule, fault: Fault) -> str:
    """What a fault is said to be, and what to do about it."""
    finding = Finding(rule.code, rule.level, fault.params, fault.field)
    edge = Sentences({rule.code: Message(rule.message, rule.hint)})
    return f"{edge.sentence(finding)} {edge.hint(finding)}"


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def _part(rule: Rule, given: Mapping[str, Any]) -> Part:
    """The part of the model that an example describes."""
    assert issubclass(rule.on, Part)
    return rule.on.model_validate({"id": "01", **given} if rule.on is Article else given)

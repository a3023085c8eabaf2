"""The examples of rules: a file for each, named for its code.

``level`` is the rule's. ``good`` are parts of which it says nothing, ``bad`` those of which it
does: ``given`` the part, ``fields`` where its faults are, in alphabetical order, and ``says`` what
the sentences of the first one hold. An article's id is left out where it doesn't matter. A rule on
texts is given an article, with its issue and journal where they matter; a rule on the contents of
an issue, a list of its articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from jatsx.checks import Fault, Rule
from jatsx.fieldpath import joined
from jatsx.findings import Finding, Level, Message
from jatsx.messages import Sentences
from jatsx.model import Article, Contents, Entry, Part, Texts


@dataclass(frozen=True)
class Example:
    """A part of the model, and what a rule has against it."""

    rule: Rule
    part: Part | Contents
    fields: Sequence[str] = ()
    says: str = ""

    def faults(self) -> list[Fault]:
        """What the rule does have against it, in the order of fields."""
        return sorted(self._faults(), key=lambda fault: fault.field)

    def _faults(self) -> Iterator[Fault]:
        if self.rule.on is not Texts:
            yield from self.rule.check(self.part)
            return
        assert isinstance(self.part, Article)
        issue = self.part.issue
        owners = {"": self.part, "issue": issue, "issue.journal": issue.journal}
        for path, owner in owners.items():
            for fault in self.rule.check(Texts.of(owner)):
                yield replace(fault, field=joined(path, fault.field))


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
    finding = Finding(rule.code, rule.level or Level.WARNING, fault.params, fault.field)
    edge = Sentences({rule.code: Message(rule.message, rule.hint)})
    return f"{edge.sentence(finding)} {edge.hint(finding)}"


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def _part(rule: Rule, given: Any) -> Part | Contents:
    """The part of the model that an example describes."""
    if rule.on is Contents:
        articles = [Article.model_validate(one) for one in given]
        return Contents(articles[0].issue, [Entry.of(article) for article in articles])
    if rule.on is Texts:
        return Article.model_validate({"id": "01", **given})
    assert issubclass(rule.on, Part)
    return rule.on.model_validate({"id": "01", **given} if rule.on is Article else given)

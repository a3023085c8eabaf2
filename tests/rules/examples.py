"""Further examples of rules, besides those of their manuals: a file for each, named for its code.

``level`` is the rule's. ``good`` are parts of which it says nothing, ``bad`` those of which it
does: ``given`` the part, ``fields`` where its faults are, ``says`` what the sentences of one of
them hold, and ``excerpt`` the characters at fault in one of them. What a part can't be without is
left out where it doesn't matter. A rule on texts is given an article, with its issue and journal
where they matter; a rule on the contents of an issue, a list of its articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from jatsx.findings.finding import Finding, Level
from jatsx.findings.sentences import Sentences
from jatsx.rules.engine import Fault, Rule
from jatsx.rules.examples import faults_of

LEFT: Final = re.compile(r"\{\w+(?::\w+)?\}")
"""A placeholder of a sentence that got no value. Those of a journal's patterns contain a dot."""


@dataclass(frozen=True)
class Case:
    """What a file says of a rule."""

    code: str
    level: str | None
    good: tuple[Any, ...]
    bad: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Example:
    """A part of the model, and where a rule has something against it."""

    code: str
    given: Any
    fields: tuple[str, ...] = ()
    says: str = ""
    excerpt: str = ""

    def faults(self, rule: Rule) -> list[Fault]:
        """What the rule has against it."""
        return faults_of(rule, self.given)


def read_cases(*folders: Path) -> list[Case]:
    """The files of some folders."""
    return [_case(path) for folder in folders for path in sorted(folder.glob("*.yaml"))]


def good_examples(cases: Iterable[Case]) -> Iterator[Example]:
    """The parts without a fault."""
    return (Example(case.code, given) for case in cases for given in case.good)


def bad_examples(cases: Iterable[Case]) -> Iterator[Example]:
    """The parts with a fault."""
    for case in cases:
        for bad in case.bad:
            told = bad.get("says", ""), bad.get("excerpt", "")
            yield Example(case.code, bad["given"], tuple(bad["fields"]), *told)


def sentences(rule: Rule, fault: Fault) -> str:
    """What a fault is said to be, and what to do about it."""
    finding = Finding(rule.code, rule.level or Level.WARNING, fault.params, fault.field)
    edge = Sentences({rule.code: rule.words})
    return f"{edge.sentence(finding)} {edge.hint(finding)}"


def _case(path: Path) -> Case:
    said = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    level = None if said["level"] == "off" else said["level"]
    return Case(path.stem, level, tuple(said["good"]), tuple(said["bad"]))

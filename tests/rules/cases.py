"""The examples of the rules: a file of ``cases/`` for each, named for its code.

``level`` is the rule's. ``good`` are parts of which it says nothing, ``bad`` those of which it
does: ``given`` the part, ``fields`` where its faults are, in alphabetical order, and ``says`` what
the sentences of the first one hold. An article's id is left out where it doesn't matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from jatsx.checks import Rule
from jatsx.model import Article, Part
from jatsx.rules import core_rules

RULES: Final = {rule.code: rule for rule in core_rules()}
CASES: Final[Mapping[str, Any]] = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    for path in sorted(Path(__file__).with_name("cases").glob("*.yaml"))
}


def good() -> Iterator[tuple[Rule, Part]]:
    """Each rule with each part that it has nothing against."""
    for code, case in CASES.items():
        yield from ((RULES[code], part(RULES[code].on, given)) for given in case["good"])


def bad() -> Iterator[tuple[Rule, Part, list[str], str]]:
    """Each rule with each part that it has something against: where, and in which words."""
    for code, case in CASES.items():
        rule = RULES[code]
        for example in case["bad"]:
            yield rule, part(rule.on, example["given"]), example["fields"], example.get("says", "")


def part(on: type[Part], given: Mapping[str, Any]) -> Part:
    """The part of the model that an example describes."""
    return on.model_validate({"id": "01", **given} if on is Article else given)

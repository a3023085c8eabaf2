"""What a rule is, and how rules are asked.

A rule is a question about parts of one class. jatsx walks the model once and asks every rule of
every part of its class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jatsx.fieldpath import Path, joined, written
from jatsx.findings import Finding, Level
from jatsx.frozenmap import FrozenMap

if TYPE_CHECKING:
    from jatsx.model import Article, Issue, Part


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found in a part: the field, relative to the part, and what the sentence needs."""

    field: str = ""
    params: Mapping[str, str] = FrozenMap()


@dataclass(frozen=True, slots=True)
class Rule:
    """A question asked of every part of one class.

    Args:
        code: part-thing-fault: ``contributor-orcid-checksum``.
        level: how much a fault weighs, unless the journal says otherwise.
        on: the class of the model it is asked of.
        check: finds the faults of one part.
        message: the sentence, a format string over the fault's params.
        hint: what to do about it, likewise.
        target: the format that asks, or None where every format does.
        fixed: whether a journal can't change its level, since files would be in danger.
    """

    code: str
    level: Level
    on: type
    check: Callable[[Any], Iterable[Fault]]
    message: str
    hint: str = ""
    target: str | None = None
    fixed: bool = False


class RuleFailed(Exception):
    """A rule raised, or returned something that is no fault."""

    def __init__(self, rule: Rule, error: BaseException) -> None:
        super().__init__(f"rule {rule.code}: {type(error).__name__}: {error}")
        self.rule = rule


class Rulebook:
    """Rules, by the class of the part they are asked of."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_class: dict[type, list[Rule]] = {}
        for rule in rules:
            self._by_class.setdefault(rule.on, []).append(rule)

    def article_findings(self, article: Article) -> Iterator[Finding | RuleFailed]:
        """What the rules say of an article, without its issue; a rule that failed is said too."""
        from jatsx.model.walk import parts

        levels = article.issue.journal.rules
        for path, part in parts(article, without="issue"):
            yield from self._asked(part, path, levels, article.id)

    def issue_findings(self, issue: Issue) -> Iterator[Finding | RuleFailed]:
        """What the rules say of an issue and its journal."""
        from jatsx.model.walk import parts

        for path, part in parts(issue, ("issue",)):
            yield from self._asked(part, path, issue.journal.rules, None)

    def _asked(
        self, part: Part, path: Path, levels: Mapping[str, str], article: str | None
    ) -> Iterator[Finding | RuleFailed]:
        for rule in self._by_class.get(type(part), ()):
            level = _level(rule, levels)
            if level is None:
                continue
            try:
                faults = _faults(rule, part)
            except (Exception, SystemExit) as error:
                yield RuleFailed(rule, error)
                continue
            for fault in faults:
                field = joined(written(path), fault.field)
                yield Finding(rule.code, level, fault.params, field, article, rule.target)


def _faults(rule: Rule, part: Part) -> Sequence[Fault]:
    faults = list(rule.check(part))
    for fault in faults:
        if not isinstance(fault, Fault) or not isinstance(fault.field, str):
            raise TypeError(f"{fault!r} is no Fault")
        if not all(isinstance(value, str) for value in dict(fault.params).values()):
            raise TypeError(f"{fault!r} has params that are no text")
    return faults


def _level(rule: Rule, levels: Mapping[str, str]) -> Level | None:
    """The level that the journal gives a rule, else its own; None where it is off."""
    chosen = rule.level if rule.fixed else levels.get(rule.code, rule.level)
    if chosen == "off":
        return None
    return Level(chosen) if chosen in (Level.ERROR, Level.WARNING) else rule.level

"""Applies the rules to an article and its issue.

jatsx walks the model once, and checks every part with the rules for its class. It also checks all
texts of an article, issue or journal together (:class:`~jatsx.model.walk.Texts`), all articles of
an issue together (:class:`~jatsx.model.contents.IssueContents`), and the files that they name
(:class:`~jatsx.model.found_file.FoundFile`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from jatsx.findings.finding import Finding, Level, Mend
from jatsx.findings.plugin_errors import PLUGIN_ERRORS
from jatsx.model.fieldpath import Path, format_path, join_path, parse_path
from jatsx.model.fields import is_known
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.requirement import LEVEL
from jatsx.rules.engine import TYPES, Fault, Rule, RuleFailed
from jatsx.rules.requirements import requirement_rules

if TYPE_CHECKING:
    from jatsx.model import Article, FoundFile, Issue, IssueContents, Journal, Part, Texts

Settings: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The settings of rules in a journal, by code: level, types, options."""


class ActiveRule(NamedTuple):
    """A rule with the settings of a journal."""

    rule: Rule
    level: Level
    check: Callable[[Any], Iterable[Fault]]
    types: tuple[str, ...]
    """The article types that it is for; empty for all."""

    def is_for(self, article: Article | None) -> bool:
        """Whether an article is checked: of one of the types, or without a type."""
        type = article.type if article else None
        return not self.types or type is None or type in self.types


ActiveRules: TypeAlias = Mapping[type, Sequence[ActiveRule]]
"""Rules by the class of the part that they check."""


class Rulebook:
    """The rules of a run; a journal sets their levels and adds its own."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._active: dict[tuple[object, object], ActiveRules] = {}

    def article_findings(self, article: Article) -> Iterator[Finding | RuleFailed]:
        """The findings on an article without its issue, and the rules that failed."""
        from jatsx.model.walk import Texts

        active = self._active_for(article.issue.journal)
        texts = Texts.of(article)
        for path, part in texts.parts:
            yield from _found(active, part, path, article)
        yield from _found(active, texts, (), article)

    def issue_findings(self, issue: Issue) -> Iterator[Finding | RuleFailed]:
        """The findings on an issue and its journal, and the rules that failed."""
        from jatsx.model.walk import Texts

        active = self._active_for(issue.journal)
        of_issue, of_journal = Texts.of(issue), Texts.of(issue.journal)
        parts = [(("issue", *path), part) for path, part in of_issue.parts]
        if issue.journal:
            parts += [(("issue", "journal", *path), part) for path, part in of_journal.parts]
        for path, part in parts:
            yield from _found(active, part, path)
        yield from _found(active, of_issue, ("issue",))
        yield from _found(active, of_journal, ("issue", "journal"))

    def contents_findings(self, contents: IssueContents) -> Iterator[Finding | RuleFailed]:
        """The findings on an issue's articles together; their fields are an article's."""
        yield from _found(self._active_for(contents.issue.journal), contents)

    def file_findings(
        self, found: FoundFile, path: Path, article: Article | None = None
    ) -> Iterator[Finding | RuleFailed]:
        """The findings on a file as it is in the issue folder, given its path in the model.

        The article is None for a file of the issue.
        """
        yield from _found(self._active_for(found.issue.journal), found, path, article)

    def _active_for(self, journal: Journal) -> ActiveRules:
        """The rules that are on for a journal, and those that it declares, by class."""
        key = (journal.rules, journal.requirements)
        if key not in self._active:
            active: dict[type, list[ActiveRule]] = {}
            for rule in (*self._rules, *requirement_rules(journal)):
                level = level_of(rule, journal.rules)
                if level is not None:
                    active.setdefault(rule.on, []).append(_active(rule, level, journal.rules))
            self._active[key] = active
        return self._active[key]


def level_of(rule: Rule, settings: Settings) -> Level | None:
    """The level that the journal sets for a rule, else the rule's own; None if it is off."""
    chosen = () if rule.fixed else settings.get(rule.code, FrozenMap()).get(LEVEL, ())
    if chosen == ("off",):
        return None
    is_level = len(chosen) == 1 and chosen[0] in (Level.ERROR, Level.WARNING)
    return Level(chosen[0]) if is_level else rule.level


def _active(rule: Rule, level: Level, settings: Settings) -> ActiveRule:
    given = settings.get(rule.code, FrozenMap())
    check = (lambda part: rule.faults(part, given)) if rule.options else rule.check
    return ActiveRule(rule, level, check, given.get(TYPES, rule.types))


def _found(
    active: ActiveRules,
    part: Part | Texts | IssueContents | FoundFile,
    path: Path = (),
    article: Article | None = None,
) -> Iterator[Finding | RuleFailed]:
    """What the rules of a part's class find; a fault that names an article is that article's."""
    for one in active.get(type(part), ()):
        if one.types and not one.is_for(article):
            continue
        try:
            faults = [*one.check(part)]
            for fault in faults:
                _check_fault(fault, path, one.rule)
        except PLUGIN_ERRORS as error:
            checked = f"the article {article.id}" if article else "an issue"
            yield RuleFailed(one.rule, error, checked)
            continue
        for fault in faults:
            yield Finding(
                one.rule.code,
                one.level,
                fault.params,
                join_path(format_path(path), fault.field),
                fault.article or (article.id if article else None),
                one.rule.target,
                excerpt=fault.excerpt,
                own_message=one.rule.own_message,
                mends=tuple(_from_article(mend, path) for mend in fault.mends),
            )


def _from_article(mend: Mend, path: Path) -> Mend:
    return replace(mend, field=join_path(format_path(path), mend.field)) if path else mend


def _check_fault(fault: object, path: Path, rule: Rule) -> None:
    """Checks that a rule returned a valid fault of the part at a path.

    Raises:
        TypeError: the object is not a fault, one of its values is not text, or it has mends and
            the rule does not say so.
        ValueError: its field is not a valid path, or the model has no such field.
    """
    if not isinstance(fault, Fault) or not isinstance(fault.field, str):
        raise TypeError(f"{fault!r} is not a Fault")
    if not isinstance(fault.excerpt, str) or not isinstance(fault.article, str | None):
        raise TypeError(f"{fault!r} has an excerpt or article that is not text")
    if fault.mends and not rule.mends:
        raise TypeError(f"{fault!r} has mends, but the rule is not declared with mends=True")
    for named in (fault.field, *(mend.field for mend in fault.mends)):
        field = (*path, *parse_path(named))
        if not is_known(field):
            raise ValueError(f"{format_path(field)!r} is not a field of the model")
    if not all(isinstance(value, str) for value in dict(fault.params).values()):
        raise TypeError(f"{fault!r} has params that are not text")

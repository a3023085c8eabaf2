"""What a rule is, and how rules are asked.

A rule is a question about parts of one class. jatsx walks the model once and asks every rule of
every part of its class; besides, of the texts of an article, an issue or a journal
(:class:`~jatsx.model.walk.Texts`), and of what an issue holds
(:class:`~jatsx.model.contents.Contents`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jatsx.findings.finding import Finding, Level
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.model.fieldpath import Path, format_path, join_path, parse_path
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from jatsx.model import Article, Issue, IssueContents, Journal, Part, Texts


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found in a part: the field, relative to the part, and what the sentence needs.

    ``excerpt`` is the characters at fault, where the value is longer than they are. ``article`` is
    the id of the article whose field it is, where a whole issue was looked at.
    """

    field: str = ""
    params: Mapping[str, str] = FrozenMap()
    excerpt: str = ""
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A question asked of every part of one class.

    Args:
        code: part-thing-fault: ``contributor-orcid-checksum``.
        level: how much a fault weighs, unless the journal says otherwise; None where the rule is
            asked only if the journal gives it a level.
        on: the class of the model it is asked of, or Texts, or IssueContents.
        check: finds the faults of one part.
        message: the sentence, a format string over the fault's params.
        hint: what to do about it, likewise.
        target: the format that asks, or None where every format does.
        fixed: whether a journal can't change its level, since files would be in danger.
    """

    code: str
    level: Level | None
    on: type
    check: Callable[[Any], Iterable[Fault]]
    message: str
    hint: str = ""
    target: str | None = None
    fixed: bool = False


NONE: Final = "–"
"""What a sentence shows where a list that it names is empty."""


def fault(
    path: str | Path, /, *, excerpt: str = "", article: str | None = None, **params: str
) -> Fault:
    """A fault of the field at a path, with what its sentence needs.

    ``excerpt`` is the characters at fault within a longer value; ``article`` the id of the article
    whose field it is, where a whole issue was looked at.
    """
    field = format_path((path,) if isinstance(path, str) else path)
    return Fault(field, FrozenMap(params), excerpt, article)


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them."""
    return ", ".join(names) or NONE


class RuleFailed(Exception):
    """A rule raised, or returned something that is no fault."""

    def __init__(self, rule: Rule, error: BaseException, whose: str) -> None:
        super().__init__(
            f"rule {rule.code}: {describe_error(error, f'{rule.code}, asked of {whose},')}"
        )
        self.rule = rule


class Rulebook:
    """Rules, by the class of the part they are asked of."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._asked: dict[Mapping[str, str], Asked] = {}

    def article_findings(self, article: Article) -> Iterator[Finding | RuleFailed]:
        """What the rules say of an article, without its issue; a rule that failed is said too."""
        from jatsx.model.walk import Texts

        asked = self._asked_by(article.issue.journal)
        texts = Texts.of(article)
        for path, part in texts.parts:
            yield from _found(asked, part, path, article.id)
        yield from _found(asked, texts, (), article.id)

    def issue_findings(self, issue: Issue) -> Iterator[Finding | RuleFailed]:
        """What the rules say of an issue and its journal."""
        from jatsx.model.walk import Texts

        asked = self._asked_by(issue.journal)
        of_issue, of_journal = Texts.of(issue), Texts.of(issue.journal)
        parts = [(("issue", *path), part) for path, part in of_issue.parts]
        if issue.journal:
            parts += [(("issue", "journal", *path), part) for path, part in of_journal.parts]
        for path, part in parts:
            yield from _found(asked, part, path)
        yield from _found(asked, of_issue, ("issue",))
        yield from _found(asked, of_journal, ("issue", "journal"))

    def contents_findings(self, contents: IssueContents) -> Iterator[Finding | RuleFailed]:
        """What the rules say of an issue's articles together; the fields are an article's."""
        yield from _found(self._asked_by(contents.issue.journal), contents)

    def _asked_by(self, journal: Journal) -> Asked:
        """The rules that a journal asks, each with its level, by the class they are asked of."""
        if journal.rules not in self._asked:
            asked: dict[type, list[tuple[Rule, Level]]] = {}
            for rule in self._rules:
                level = level_of(rule, journal.rules)
                if level is not None:
                    asked.setdefault(rule.on, []).append((rule, level))
            self._asked[journal.rules] = asked
        return self._asked[journal.rules]


Asked: TypeAlias = Mapping[type, Sequence[tuple[Rule, Level]]]


def _found(
    asked: Asked,
    part: Part | Texts | IssueContents,
    path: Path = (),
    article: str | None = None,
) -> Iterator[Finding | RuleFailed]:
    """What the rules of a part's class say of it; a fault that names an article is that one's."""
    for rule, level in asked.get(type(part), ()):
        try:
            faults = [*rule.check(part)]
            for fault in faults:
                _check_fault(fault)
        except PLUGIN_ERRORS as error:
            yield RuleFailed(rule, error, f"the article {article}" if article else "an issue")
            continue
        for fault in faults:
            yield Finding(
                rule.code,
                level,
                fault.params,
                join_path(format_path(path), fault.field),
                fault.article or article,
                rule.target,
                excerpt=fault.excerpt,
            )


def _check_fault(fault: object) -> None:
    """Nothing, where a rule gave a fault.

    Raises:
        TypeError: it is none, or one of its values is no text.
        ValueError: its field is no path.
    """
    if not isinstance(fault, Fault) or not isinstance(fault.field, str):
        raise TypeError(f"{fault!r} is no Fault")
    if not isinstance(fault.excerpt, str) or not isinstance(fault.article, str | None):
        raise TypeError(f"{fault!r} has an excerpt or article that is no text")
    parse_path(fault.field)
    if not all(isinstance(value, str) for value in dict(fault.params).values()):
        raise TypeError(f"{fault!r} has params that are no text")


def level_of(rule: Rule, levels: Mapping[str, str]) -> Level | None:
    """The level that the journal gives a rule, else its own; None where it is off."""
    chosen = rule.level if rule.fixed else levels.get(rule.code, rule.level)
    if chosen == "off" or chosen is None:
        return None
    return Level(chosen) if chosen in (Level.ERROR, Level.WARNING) else rule.level

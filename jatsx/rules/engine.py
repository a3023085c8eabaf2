"""What a rule is, and how rules are asked.

A rule is a question about parts of one class. jatsx walks the model once and asks every rule of
every part of its class; besides, of the texts of an article, an issue or a journal
(:class:`~jatsx.model.walk.Texts`), and of what an issue holds
(:class:`~jatsx.model.contents.Contents`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jatsx.findings.finding import Finding, Level, Message
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
    """A check of every part of one class of the model; made by :func:`rule`.

    Args:
        code: part-thing-fault: ``contributor-orcid-checksum``.
        level: the level of its findings, unless the journal sets another; None if the rule is off
            unless the journal sets a level.
        on: the class of the model that it checks, or Texts, or IssueContents.
        check: finds the faults of one part. Its docstring is the rule's manual.
        message: what is wrong, a format string over the fault's params.
        hint: what to do, likewise.
        target: the format that it is for, or None for every format.
        fixed: whether a journal can't change its level, because files would be at risk.
    """

    code: str
    level: Level | None
    on: type
    check: Callable[[Any], Iterable[Fault]]
    message: str | tuple[str, ...]
    hint: str | tuple[str, ...] = ""
    target: str | None = None
    fixed: bool = False

    @property
    def words(self) -> Message:
        """Its message and hint."""
        return Message(self.message, self.hint)


def rule(
    code: str,
    level: Level | None,
    *,
    message: str | tuple[str, ...],
    hint: str | tuple[str, ...] = "",
    target: str | None = None,
    fixed: bool = False,
) -> Callable[[Callable[[Any], Iterable[Fault]]], Rule]:
    """Makes a function a :class:`Rule`, which has the same arguments::

        @rule(
            "contributor-orcid-checksum",
            Level.ERROR,
            message="The ORCID iD {orcid} has a wrong check digit.",
            hint="Compare it with the author's page at orcid.org.",
        )
        def orcid_checksum(contributor: Contributor) -> Iterator[Fault]:
            \"\"\"The manual of the rule.\"\"\"

    The annotation of the function's parameter says which part of the model is checked.

    Raises:
        TypeError: the parameter has no annotation, or one that can't be resolved when the module is
            imported (the class must not be imported under TYPE_CHECKING only).
    """

    def decorate(check: Callable[[Any], Iterable[Fault]]) -> Rule:
        return Rule(code, level, _checked_class(check), check, message, hint, target, fixed)

    return decorate


def rules_in(module: ModuleType) -> tuple[Rule, ...]:
    """The rules of a module; of a package, those of all its modules.

    Modules are in the order of their names, the rules of each in the order of the code.

    Raises:
        ImportError: a module of the package can't be imported.
    """
    found = [one for one in vars(module).values() if isinstance(one, Rule)]
    own = [one for one in found if one.check.__module__ == module.__name__]
    names = sorted(name for _, name, _ in iter_modules(getattr(module, "__path__", ())))
    modules = (import_module(f"{module.__name__}.{name}") for name in names)
    return (*own, *(rule for inner in modules for rule in rules_in(inner)))


def _checked_class(check: Callable[[Any], Iterable[Fault]]) -> type:
    """The class in the annotation of the first parameter."""
    name = check.__code__.co_varnames[0] if check.__code__.co_argcount else ""
    annotation = check.__annotations__.get(name)
    if isinstance(annotation, str):
        try:
            annotation = eval(annotation, check.__globals__)
        except NameError as error:
            raise TypeError(
                f"{check.__qualname__}: the annotation {annotation!r} can't be resolved: {error}"
            ) from None
    if not isinstance(annotation, type):
        raise TypeError(
            f"{check.__qualname__}: the parameter must be annotated with the class that is checked,"
            f" not with {annotation!r}"
        )
    return annotation


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

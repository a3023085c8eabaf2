"""Rules: functions that find faults in the parts of one class, with their messages and levels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Final, Literal

from jatsx.findings.finding import Level, Mend, Message
from jatsx.findings.plugin_errors import describe_error
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a part: the field, relative to the part, and the params of the message.

    ``excerpt`` is the faulty characters, if they are only a part of the value. ``article`` is the
    id of the article that has the field, if the rule checks a whole issue. ``mends`` are the
    changes that correct the fault, if the right value is certain; their fields are relative to the
    part too.
    """

    field: str = ""
    params: Mapping[str, str] = FrozenMap()
    excerpt: str = ""
    article: str | None = None
    mends: tuple[Mend, ...] = ()

    def with_mends(self, mends: tuple[Mend, ...]) -> Fault:
        """The fault with the changes that correct it, which are made by :func:`mended`."""
        return replace(self, mends=mends)


TYPES: Final = "types"
"""The setting of every rule that names the article types that it is for."""


@dataclass(frozen=True, slots=True)
class RuleOption:
    """An option of a rule, which a journal can set in addition to its level and article types::

        rules:
          article-history-missing: {level: warning, dates: [received, accepted, revised]}

    Args:
        name: its name in journal.yaml.
        help: its purpose, in a sentence.
        default: its values if the journal sets none.
        choices: the allowed values; empty if every value is allowed.
        kind: the type of a value: text, or a whole number in digits.
    """

    name: str
    help: str
    default: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    kind: Literal["text", "number"] = "text"


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of every part of one class of the model; made by :func:`rule`.

    Args:
        code: part-thing-fault: ``contributor-orcid-checksum``.
        level: the level of its findings, unless the journal sets another; None if the rule is off
            unless the journal sets a level.
        on: the class of the model that it checks, or Texts, IssueContents or FoundFile.
        check: finds the faults of one part. Its docstring is the rule's manual.
        message: what is wrong, a format string over the fault's params.
        hint: what to do, also a format string.
        target: the format that it is for, or None for every format.
        fixed: whether a journal cannot change its level, because wrong files would be written.
        options: the options that a journal can set. ``check`` then gets the values as a second
            argument: a mapping from the option's name to its values.
        types: the article types that it is for; empty for all.
        own_message: the journal's own message by language, shown instead of the message.
        mends: whether some of its faults have mends, so that ``jatsx check --fix`` corrects them.
    """

    code: str
    level: Level | None
    on: type
    check: Callable[..., Iterable[Fault]]
    message: str | tuple[str, ...]
    hint: str | tuple[str, ...] = ""
    target: str | None = None
    fixed: bool = False
    options: tuple[RuleOption, ...] = ()
    types: tuple[str, ...] = ()
    own_message: Mapping[str, str] = FrozenMap()
    mends: bool = False

    def faults(
        self, part: Any, settings: Mapping[str, tuple[str, ...]] = FrozenMap()
    ) -> Iterable[Fault]:
        """The faults of a part, with the options in the settings or else their defaults."""
        if not self.options:
            return self.check(part)
        values = {one.name: settings.get(one.name, one.default) for one in self.options}
        return self.check(part, values)

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
    options: tuple[RuleOption, ...] = (),
    mends: bool = False,
) -> Callable[[Callable[..., Iterable[Fault]]], Rule]:
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

    def decorate(check: Callable[..., Iterable[Fault]]) -> Rule:
        on = _checked_class(check)
        return Rule(code, level, on, check, message, hint, target, fixed, options, mends=mends)

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


def _checked_class(check: Callable[..., Iterable[Fault]]) -> type:
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
"""The text of an empty list in a message."""


def fault(
    path: str | Path,
    /,
    *,
    excerpt: str = "",
    article: str | None = None,
    **params: str,
) -> Fault:
    """A fault of the field at a path, with the params of the message.

    A text is a path with dots: ``"abstract.kk"``, ``"references[0].doi"``. ``excerpt`` is the
    faulty characters, if they are only a part of the value. ``article`` is the id of the article
    that has the field, if the rule checks a whole issue.
    """
    field = path if isinstance(path, str) else format_path(path)
    return Fault(field, FrozenMap(params), excerpt, article)


def mended(path: str | Path, old: str | None, new: str | None) -> tuple[Mend, ...]:
    """The mend that replaces a value; none if the right value is not certain (None) or the same.

    >>> mended("doi", "doi:10.5555/a", "10.5555/a")
    (Mend(field='doi', new='10.5555/a', old='doi:10.5555/a', is_excerpt=False),)
    >>> mended("doi", "10.5555/a b", None)
    ()
    """
    field = path if isinstance(path, str) else format_path(path)
    return () if new is None or new == old else (Mend(field, new, old),)


def listed(names: Iterable[str]) -> str:
    """Names as a list in a message."""
    return ", ".join(names) or NONE


class RuleFailed(Exception):
    """A rule raised an exception, or returned an object that is not a fault."""

    def __init__(self, rule: Rule, error: BaseException, checked: str) -> None:
        place = f"{rule.code}, when it checked {checked},"
        super().__init__(f"rule {rule.code}: {describe_error(error, place)}")
        self.rule = rule

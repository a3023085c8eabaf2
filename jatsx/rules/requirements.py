"""The rules that a journal declares in journal.yaml, without Python.

A requirement names a field of an article, and what it must be::

    requirements:
      abstract-length:
        field: abstract
        words: {min: 150}
        languages: [kk, ru, en]

Its code is ``requirement-`` and its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, Final

from jatsx.findings.finding import Level
from jatsx.findings.messages import MESSAGES
from jatsx.findings.sentences import REQUIREMENT
from jatsx.model import Article, Journal, Limits, Part, PerLanguage, Requirement
from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.presence import is_present
from jatsx.model.text import Prose, Text
from jatsx.rules.engine import Fault, Rule, fault
from jatsx.rules.requirement_fields import is_article_field

LEVELS: Final[Mapping[str, Level | None]] = FrozenMap(
    {"error": Level.ERROR, "warning": Level.WARNING, "off": None}
)
"""The levels of a requirement; None means that it is not checked."""


def requirement_rules(journal: Journal) -> Iterator[Rule]:
    """The rules that a journal declares."""
    return (rule for rule, _ in declared_rules(journal))


def declared_rules(journal: Journal) -> Iterator[tuple[Rule, Requirement]]:
    """The rules that a journal declares, each with its requirement.

    A requirement on an unknown field is left out. One with an invalid level is a warning.
    """
    words = MESSAGES["requirement"]
    for name, requirement in journal.requirements.items():
        if is_article_field(requirement.field):
            rule = Rule(
                f"{REQUIREMENT}{name}",
                LEVELS.get(requirement.level or "", Level.WARNING),
                Article,
                partial(_faults, requirement),
                words.sentence,
                words.hint,
                types=requirement.types,
                own_message=requirement.message,
            )
            yield rule, requirement


def declared_rule(code: str, journal: Journal) -> tuple[Rule, Requirement] | None:
    """The rule with a code that a journal declares, and its requirement; None if not found."""
    return next((one for one in declared_rules(journal) if one[0].code == code), None)


def _faults(requirement: Requirement, article: Article) -> Iterator[Fault]:
    """Where an article does not meet a requirement."""
    steps = tuple(requirement.field.split("."))
    for path, value in _values(article, steps, (), requirement.languages):
        if isinstance(value, PerLanguage):
            yield from _language_faults(requirement, value, path)
        else:
            if requirement.required and not is_present(value):
                yield fault(path)
            yield from _limit_faults(requirement, value, path)


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str] | None:
    """The regular expression; None where it is not a valid one."""
    try:
        return re.compile(pattern)
    except re.error:
        return None


def _values(
    value: Any, steps: tuple[str, ...], path: Path, languages: tuple[str, ...]
) -> Iterator[tuple[Path, Any]]:
    """The values of a field, each with its path: one for each entry of the lists above it.

    Of values in several languages above the field, those in the given languages, or in all. None
    for a missing value.
    """
    if not steps:
        yield path, value
    elif value is None:
        yield (*path, *steps), None
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _values(item, steps, (*path, position), languages)
    elif isinstance(value, PerLanguage):
        if not value and not languages:
            yield path, None
        for tag in languages or value:
            yield from _values(value.get(tag), steps, (*path, tag), languages)
    elif isinstance(value, (Mapping, Part)):
        step = steps[0]
        inner = value.get(step) if isinstance(value, Mapping) else getattr(value, step, None)
        yield from _values(inner, steps[1:], (*path, step), languages)


def _language_faults(
    requirement: Requirement, values: PerLanguage[Any], path: Path
) -> Iterator[Fault]:
    written = [tag for tag, value in values.items() if is_present(value)]
    if requirement.required and not requirement.languages and not written:
        yield fault(path)
    for tag in requirement.languages if requirement.required else ():
        if tag not in written:
            yield fault((*path, tag), language=tag)
    for tag in written:
        if not requirement.languages or tag in requirement.languages:
            yield from _limit_faults(requirement, values[tag], (*path, tag))


def _limit_faults(requirement: Requirement, value: Any, path: Path) -> Iterator[Fault]:
    """Where a value that is present is too short, too long, or of another form."""
    if not is_present(value):
        return
    if isinstance(value, tuple):
        yield from _outside(requirement.items, "items", len(value), path)
    texts = enumerate(value) if isinstance(value, tuple) else ((None, value),)
    for position, item in texts:
        plain = _plain(item)
        if plain is not None:
            at = path if position is None else (*path, position)
            yield from _text_faults(requirement, plain, at)


def _text_faults(requirement: Requirement, text: str, path: Path) -> Iterator[Fault]:
    yield from _outside(requirement.words, "words", _words(text), path)
    yield from _outside(requirement.characters, "characters", len(text), path)
    pattern = compiled(requirement.pattern) if requirement.pattern else None
    if pattern is not None and not pattern.fullmatch(text):
        yield fault(path, value=text)


def _words(text: str) -> int:
    """The number of words: pieces between spaces with a letter or digit, not dashes."""
    return sum(any(map(str.isalnum, piece)) for piece in text.split())


def _outside(limits: Limits, unit: str, number: int, path: Path) -> Iterator[Fault]:
    if limits.min is not None and number < limits.min:
        yield fault(path, **{unit: str(number), f"min_{unit}": str(limits.min)})
    if limits.max is not None and number > limits.max:
        yield fault(path, **{unit: str(number), f"max_{unit}": str(limits.max)})


def _plain(value: object) -> str | None:
    """The characters of a text; None for a value that is not a text."""
    if isinstance(value, (Text, Prose)):
        return value.plain
    return value if isinstance(value, str) else None

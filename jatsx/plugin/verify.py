"""Whether what a plugin offers is whole, before anything is done with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, get_args

from jatsx.findings.finding import Level, Message
from jatsx.findings.formatting import placeholders
from jatsx.plugin.exporter import Exporter, Option
from jatsx.readers.reader import Bulk, Reader
from jatsx.rules.engine import Rule
from jatsx.validation.schema import Schema

NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,63}\Z")
"""What formats, readers, options and codes may be called: a format's name is a folder's too."""

RESERVED: Final = ("refused",)
"""Folders of the output that are no format's."""


def check_offer(offer: object, kind: type) -> None:
    """Nothing, where a plugin offers what it should.

    Raises:
        TypeError: the offer is of another kind, or a part of it is.
        ValueError: it has a name that nothing may have.
    """
    if not isinstance(offer, kind):
        raise TypeError(f"{offer!r} is no {kind.__name__}")
    if isinstance(offer, Exporter):
        _check_exporter(offer)
    elif isinstance(offer, Reader):
        _check_reader(offer)
    elif isinstance(offer, Rule):
        _check_rule(offer)


def _check_exporter(exporter: Exporter) -> None:
    whose = _named("exporter", exporter.name)
    _check(whose, "title", exporter.title, str)
    _check_callable(whose, "export", exporter.export)
    _check_callable(whose, "recognises", exporter.recognises, may_be_none=True)
    _check_map(whose, "versions", exporter.versions, Schema)
    _check_map(whose, "losses", exporter.losses, str)
    _check_map(whose, "own_record", exporter.own_record, str)
    _check(whose, "options", exporter.options, tuple)
    for option in exporter.options:
        _check(whose, "options", option, Option)
        _check_option(option)
    names = ["version", *(option.name for option in exporter.options)]
    if len(set(names)) < len(names):
        raise ValueError(f"two options of {whose} have one name, or one is called version")
    if exporter.per not in ("article", "issue"):
        raise ValueError(f"per of {whose} is {exporter.per!r}, and must be 'article' or 'issue'")


def _check_option(option: Option) -> None:
    whose = _named("option", option.name)
    _check(whose, "help", option.help, str)
    _check(whose, "default", option.default, str)
    _check(whose, "choices", option.choices, tuple)
    for choice in option.choices:
        _check(whose, "choices", choice, str)
    if option.kind not in ("text", "language"):
        raise ValueError(f"kind of {whose} is {option.kind!r}, and must be 'text' or 'language'")


def _check_reader(reader: Reader) -> None:
    whose = _named("reader", reader.name)
    _check(whose, "title", reader.title, str)
    _check_callable(whose, "recognises", reader.recognises)
    _check_callable(whose, "read", reader.read)
    _check_map(whose, "messages", reader.messages, Message)
    if reader.bulk is not None:
        _check(whose, "bulk", reader.bulk, Bulk)
        _check_callable(whose, "bulk.scan", reader.bulk.scan)
        _check_callable(whose, "bulk.read", reader.bulk.read)


def _check_rule(rule: Rule) -> None:
    whose = _named("rule", rule.code)
    if rule.level not in (None, Level.ERROR, Level.WARNING) or isinstance(rule.level, bool):
        raise ValueError(f"level of {whose} is {rule.level!r}, which no rule can have")
    _check(whose, "level", rule.level, Level | None)
    _check(whose, "on", rule.on, type)
    _check_callable(whose, "check", rule.check)
    _check_sentences(whose, "message", rule.message)
    _check_sentences(whose, "hint", rule.hint)
    _check(whose, "target", rule.target, str | None)


def _check_sentences(whose: str, part: str, sentences: object) -> None:
    """Nothing, where a text or each of several is a format string with known placeholders."""
    for sentence in sentences if isinstance(sentences, tuple) else (sentences,):
        _check(whose, part, sentence, str)
        placeholders(sentence)


def _named(kind: str, name: object) -> str:
    """What to call an offer of a kind.

    Raises:
        ValueError: it has a name that nothing may have.
    """
    if not isinstance(name, str) or not NAME.match(name) or name in RESERVED:
        raise ValueError(
            f"no {kind} can be called {name!r}: a name is small Latin letters, digits, hyphens and"
            " underscores, a letter first"
        )
    return f"the {kind} {name}"


def _check(whose: str, part: str, value: object, kind: Any) -> None:
    if not isinstance(value, kind):
        called = " or ".join(one.__name__ for one in get_args(kind) or (kind,))
        raise TypeError(f"{part} of {whose} is {value!r}, and must be {called}")


def _check_callable(whose: str, part: str, value: object, *, may_be_none: bool = False) -> None:
    if not callable(value) and not (may_be_none and value is None):
        raise TypeError(f"{part} of {whose} is {value!r}, and must be a function")


def _check_map(whose: str, part: str, value: object, kind: type) -> None:
    _check(whose, part, value, Mapping)
    assert isinstance(value, Mapping)
    for key, inner in value.items():
        _check(whose, f"a key of {part}", key, str)
        _check(whose, f"{part}[{key!r}]", inner, kind)

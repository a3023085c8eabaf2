"""Verifying the exporters, readers, agencies and rules of a plugin before they are used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, get_args

from jatsx.findings.finding import Level, Message
from jatsx.findings.formatting import placeholders
from jatsx.model.option import Option
from jatsx.plugin.agency import Agency, AgencyMessage, Credential
from jatsx.plugin.exporter import Exporter
from jatsx.readers.reader import Bulk, Reader
from jatsx.rules.engine import Rule
from jatsx.validation.schema import Schema

NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,63}\Z")
"""The names allowed for formats, readers, options and rules. A format's name is also a folder."""

RESERVED: Final = ("refused",)
"""Folders of the output that cannot be the name of a format."""


def check_offer(offer: object, kind: type) -> None:
    """Verifies an exporter, reader, agency or rule of a plugin.

    Raises:
        TypeError: it, or one of its attributes, has the wrong type.
        ValueError: one of its attributes has an invalid value, for example its name.
    """
    if not isinstance(offer, kind):
        raise TypeError(f"expected {kind.__name__}, got {offer!r}")
    if isinstance(offer, Exporter):
        _check_exporter(offer)
    elif isinstance(offer, Reader):
        _check_reader(offer)
    elif isinstance(offer, Agency):
        _check_agency(offer)
    elif isinstance(offer, Rule):
        _check_rule(offer)


def _check_exporter(exporter: Exporter) -> None:
    owner = _named("exporter", exporter.name)
    _check(owner, "title", exporter.title, str)
    _check_callable(owner, "export", exporter.export)
    _check_callable(owner, "recognises", exporter.recognises, optional=True)
    _check_callable(owner, "template", exporter.template, optional=True)
    _check_callable(owner, "zip_files", exporter.zip_files, optional=True)
    _check_map(owner, "versions", exporter.versions, Schema)
    _check_map(owner, "accepts", exporter.accepts, Schema)
    _check_map(owner, "losses", exporter.losses, str)
    _check_map(owner, "own_record", exporter.own_record, str)
    _check_map(owner, "without_language", exporter.without_language, str)
    _check_next_step(owner, exporter.next_step)
    _check_next_step(owner, exporter.zip_next_step)
    _check_options(owner, exporter.options, "version")
    _check(owner, "aliases", exporter.aliases, tuple)
    for alias in exporter.aliases:
        _check(owner, "aliases", alias, str)
    if exporter.per not in ("article", "issue"):
        raise ValueError(f"per of {owner} must be 'article' or 'issue', not {exporter.per!r}")


def _check_next_step(owner: str, sentences: object) -> None:
    """Verifies that a next step has no placeholder but ``{files}``, and no empty sentence."""
    _check_sentences(owner, "next_step", sentences)
    for sentence in sentences if isinstance(sentences, tuple) else (sentences,):
        assert isinstance(sentence, str)
        unknown = sorted(placeholders(sentence) - {"files"})
        if unknown or not sentence.strip():
            what = f"has the unknown placeholder {{{unknown[0]}}}" if unknown else "is empty"
            raise ValueError(f"a sentence of next_step of {owner} {what}")


def _check_options(owner: str, options: object, *reserved: str) -> None:
    """Verifies options, whose names must be unique. Some names may be reserved."""
    _check(owner, "options", options, tuple)
    assert isinstance(options, tuple)
    for option in options:
        _check(owner, "options", option, Option)
        _check_option(option)
    names = [*reserved, *(option.name for option in options)]
    if len(set(names)) < len(names):
        also = "".join(f", or one is named {name}" for name in reserved)
        raise ValueError(f"two options of {owner} have the same name{also}")


KINDS: Final = ("text", "language", "schema")
"""The kinds of options."""


def _check_option(option: Option) -> None:
    owner = _named("option", option.name)
    _check(owner, "help", option.help, str)
    _check(owner, "default", option.default, str)
    _check(owner, "choices", option.choices, tuple)
    for choice in option.choices:
        _check(owner, "choices", choice, str)
    if option.kind not in KINDS:
        known = ", ".join(map(repr, KINDS))
        raise ValueError(f"kind of {owner} must be one of {known}, not {option.kind!r}")


def _check_reader(reader: Reader) -> None:
    owner = _named("reader", reader.name)
    _check(owner, "title", reader.title, str)
    _check_callable(owner, "recognises", reader.recognises)
    _check_callable(owner, "read", reader.read)
    _check_map(owner, "messages", reader.messages, Message)
    if reader.bulk is not None:
        _check(owner, "bulk", reader.bulk, Bulk)
        _check_callable(owner, "bulk.scan", reader.bulk.scan)
        _check_callable(owner, "bulk.read", reader.bulk.read)
    _check_options(owner, reader.options)
    _check(owner, "reads_addresses", reader.reads_addresses, bool)
    if reader.bulk is not None and reader.options:
        raise ValueError(f"{owner} has options, so it cannot have bulk")


def _check_agency(agency: Agency) -> None:
    owner = _named("agency", agency.name)
    for attribute in ("title", "format", "address"):
        _check(owner, attribute, getattr(agency, attribute), str)
    _check(owner, "test_address", agency.test_address, str | None)
    for attribute in ("send", "ask", "authentication"):
        _check_callable(owner, attribute, getattr(agency, attribute))
    for attribute in ("verify", "journal", "work"):
        _check_callable(owner, attribute, getattr(agency, attribute), optional=True)
    _check_options(owner, tuple(agency.options))
    _check(owner, "most_bytes", agency.most_bytes, int)
    _check(owner, "interval", agency.interval, float | int)
    _check_map(owner, "messages", agency.messages, Message)
    for credential in agency.credentials:
        _check(owner, "credentials", credential, Credential)
        _named("credential", credential.name)
    for message in agency.refusals:
        _check(owner, "refusals", message, AgencyMessage)
        _check_refusal(owner, message, agency.messages)


def _check_refusal(owner: str, message: AgencyMessage, known: Mapping[str, Message]) -> None:
    """Verifies that a message of an agency has a regular expression, and a sentence."""
    try:
        re.compile(message.pattern)
    except re.error as error:
        what = f"{message.pattern!r} is not a regular expression"
        raise ValueError(f"refusals of {owner}: {what} ({error})") from None
    if message.code not in known:
        raise ValueError(f"messages of {owner} have no sentence for {message.code}")


def _check_rule(rule: Rule) -> None:
    owner = _named("rule", rule.code)
    if rule.level not in (None, Level.ERROR, Level.WARNING) or isinstance(rule.level, bool):
        raise ValueError(f"level of {owner} must be ERROR, WARNING or None, not {rule.level!r}")
    _check(owner, "level", rule.level, Level | None)
    _check(owner, "on", rule.on, type)
    _check_callable(owner, "check", rule.check)
    _check_sentences(owner, "message", rule.message)
    _check_sentences(owner, "hint", rule.hint)
    _check(owner, "target", rule.target, str | None)


def _check_sentences(owner: str, attribute: str, sentences: object) -> None:
    """Verifies that a text, or each of several, is a format string with known placeholders."""
    for sentence in sentences if isinstance(sentences, tuple) else (sentences,):
        _check(owner, attribute, sentence, str)
        placeholders(sentence)


def _named(kind: str, name: object) -> str:
    """An exporter, reader, agency, rule or option as error messages name it.

    Raises:
        ValueError: its name is not allowed.
    """
    if not isinstance(name, str) or not NAME.match(name) or name in RESERVED:
        raise ValueError(
            f"{name!r} is not a valid name ({kind}): use lower-case Latin letters, digits, hyphens"
            " and underscores, starting with a letter"
        )
    return f"the {kind} {name}"


def _check(owner: str, attribute: str, value: object, kind: Any) -> None:
    if not isinstance(value, kind):
        types = " or ".join(one.__name__ for one in get_args(kind) or (kind,))
        raise TypeError(f"{attribute} of {owner} must be {types}, not {value!r}")


def _check_callable(owner: str, attribute: str, value: object, *, optional: bool = False) -> None:
    if not callable(value) and not (optional and value is None):
        raise TypeError(f"{attribute} of {owner} must be a function, not {value!r}")


def _check_map(owner: str, attribute: str, value: object, kind: type) -> None:
    _check(owner, attribute, value, Mapping)
    assert isinstance(value, Mapping)
    for key, inner in value.items():
        _check(owner, f"a key of {attribute}", key, str)
        _check(owner, f"{attribute}[{key!r}]", inner, kind)

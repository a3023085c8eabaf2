"""Every sentence that a user sees is found by the extraction method for gettext."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Final

import click
import pytest

from jatsx.cli import VERBS
from jatsx.findings.finding import Message
from jatsx.findings.messages import MESSAGES
from jatsx.findings.value_types import VALUE_TYPES
from jatsx.plugin.exporter import SHARED_REASONS
from jatsx.plugin.extraction import extract
from jatsx.plugin.registry import load_registry
from jatsx.rules.manual import PARTS, manual
from tests.conftest import ROOT

REGISTRY: Final = load_registry()
MANUAL: Final = "def f(p):\n    '''T.\n\n    W\n    w.\n\n    Source: S\n    '''"


@cache
def extracted() -> frozenset[str]:
    """The sentences of jatsx and of the plugins that it ships."""
    files = [*(ROOT / "jatsx").rglob("*.py"), *(ROOT / "plugins").glob("jatsx_*/**/*.py")]
    return frozenset(text for path in files for text in sentences(path.read_bytes()))


def sentences(source: bytes) -> Iterator[str]:
    for _, _, found, _ in extract(BytesIO(source), (), (), {}):
        yield from [found] if isinstance(found, str) else found


def of_message(message: Message) -> tuple[str, ...]:
    return (*message.sentences, *message.hints)


def of_rules() -> Iterator[str]:
    for rule in REGISTRY.rules.values():
        page = manual(rule)
        yield from (*of_message(rule.words), page.title, *filter(None, page.why.split("\n\n")))
        yield from (option.help for option in rule.options)


def of_messages() -> Iterator[str]:
    readers = [message for one in REGISTRY.readers.values() for message in one.messages.values()]
    for message in (*MESSAGES.values(), *readers):
        yield from of_message(message)


def of_formats() -> Iterator[str]:
    for exporter in REGISTRY.exporters.values():
        yield from exporter.losses.values()
        yield from exporter.own_record.values()
        yield from exporter.without_language.values()
        yield from (option.help for option in exporter.options)


def of_commands() -> Iterator[str]:
    for verb in VERBS:
        yield from of_command(import_module(f"jatsx.cli.{verb}").command)


def of_command(command: click.Command) -> Iterator[str]:
    if not isinstance(command, click.Group):
        yield inspect.cleandoc(command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            yield parameter.help
    for inner in getattr(command, "commands", {}).values():
        yield from of_command(inner)


SEEN: Final[Mapping[str, Callable[[], Iterable[str]]]] = {
    "rules": of_rules,
    "messages": of_messages,
    "formats": of_formats,
    "commands": of_commands,
    "parts": lambda: PARTS.values(),
    "types": lambda: VALUE_TYPES.values(),
    "losses of every format": lambda: SHARED_REASONS.values(),
}


@pytest.mark.parametrize("kind", SEEN)
def test_every_sentence_is_extracted(kind: str) -> None:
    shown = list(SEEN[kind]())
    assert shown
    assert [text for text in shown if text and text not in extracted()] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("_('a')", ["a"]),
        ("N_('a' 'b')", ["ab"]),
        ("ngettext('{n} a', '{n} as', n)", ["{n} a", "{n} as"]),
        ("Message('a', ('b', 'c'))", ["a", "b", "c"]),
        ("f(message='a', hint=('b', 'c'), name='d')", ["a", "b", "c"]),
        ("f('a', x)", []),
        (f"@rule('x', message='a')\n{MANUAL}", ["a", "T.", "W w."]),
        ("@click.command('x')\ndef f():\n    '''Help.\n\n    More.\n    '''", ["Help.\n\nMore."]),
        ("def f():\n    '''Not shown.'''", []),
    ],
)
def test_what_is_extracted(source: str, expected: list[str]) -> None:
    assert sorted(sentences(source.encode())) == sorted(expected)


def test_babel_finds_the_method(tmp_path: Path) -> None:
    from babel.messages.extract import extract_from_file

    (tmp_path / "a.py").write_text("_('a')\nngettext('{n} a', '{n} as', n)\n")
    extracted = extract_from_file("jatsx", tmp_path / "a.py")
    found = [one[1] for one in extracted]
    assert found == ["a", ("{n} a", "{n} as")]

"""Format strings with the params of a finding.

Params are values or codes, never English words. If a param is a code, the placeholder gives its
kind, and the code is shown in the reader's language::

    {value}               the param unchanged
    {tag:language}        a language tag (BCP 47): "Kazakh (kk)"
    {script:script}       a script (ISO 15924): "Cyrillic"
    {found:type}          types of values, separated by spaces: "a list"
    {limit:number}        a whole number: "10,000"
    {help:message}        a sentence, which is translated too
    {found:character}     code points (U+00A0), separated by spaces: "a no-break space"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, Final

from jatsx.findings.characters import character_names
from jatsx.findings.translation import gettext, reader_language
from jatsx.findings.value_types import type_name
from jatsx.model.frozenmap import FrozenMap
from jatsx.standards.languages import language_name, script_name


def _number(digits: str) -> str:
    """A whole number as it is written in the reader's language; another text unchanged."""
    if not digits.isdecimal():
        return digits
    from babel.numbers import format_decimal

    return str(format_decimal(int(digits), locale=reader_language().replace("-", "_")))


KINDS: Final[Mapping[str, Callable[[str], str]]] = FrozenMap(
    {
        "language": lambda tag: language_name(tag, reader_language()),
        "script": lambda code: script_name(code, reader_language()),
        "type": type_name,
        "number": _number,
        "message": gettext,
        "character": character_names,
    }
)
"""The kinds of placeholders, and the function that returns what is shown for a param."""


def filled(template: str, params: Mapping[str, str]) -> str:
    """A format string filled with params.

    A placeholder without a param stays unchanged. A template that is not a valid format string is
    returned unchanged.

    >>> filled("The title in {tag:language} is missing.", {"tag": "kk"})
    'The title in Kazakh (kk) is missing.'
    """
    try:
        return _FORMATTER.vformat(template, (), _Known(params))
    except (AttributeError, IndexError, KeyError, ValueError):
        return template


def placeholders(template: str) -> frozenset[str]:
    """The names of the params in a format string.

    Raises:
        ValueError: it is not a valid format string, or a kind is not in :data:`KINDS`.
    """
    found = set()
    for _, name, kind, conversion in Formatter().parse(template):
        if name is None:
            continue
        if not name.isidentifier() or conversion or (kind and kind not in KINDS):
            raise ValueError(f"{{{name}}} is not a placeholder that jatsx knows, in: {template}")
        found.add(name)
    return frozenset(found)


class _KindFormatter(Formatter):
    """A formatter that shows each param by its kind."""

    def format_field(self, value: Any, format_spec: str) -> str:
        kind = KINDS.get(format_spec)
        return str(kind(value)) if kind else str(super().format_field(value, format_spec))


_FORMATTER: Final = _KindFormatter()


class _Known(dict[str, str]):
    """Params; for an unknown one, its placeholder."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"

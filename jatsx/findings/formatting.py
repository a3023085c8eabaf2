"""Filling in a sentence: what a placeholder shows.

A finding's params are values or codes, never words. Where a param is a code, the placeholder says
of what kind, and the code is shown in the reader's language::

    {value}               the param as it is
    {tag:language}        a language tag (BCP 47): "Kazakh (kk)"
    {script:script}       a script (ISO 15924): "Cyrillic"
    {found:type}          types of values, separated by spaces: "a list"
    {help:message}        a sentence that is translated itself
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, Final

from jatsx.findings.translation import gettext, reader_language
from jatsx.findings.value_types import type_name
from jatsx.model.frozenmap import FrozenMap
from jatsx.standards.languages import language_name, script_name

KINDS: Final[Mapping[str, Callable[[str], str]]] = FrozenMap(
    {
        "language": lambda tag: language_name(tag, reader_language()),
        "script": lambda code: script_name(code, reader_language()),
        "type": type_name,
        "message": gettext,
    }
)
"""What a placeholder may say of its param, and what is shown then."""


def filled(template: str, params: Mapping[str, str]) -> str:
    """A sentence with its params.

    A placeholder without a param stays as it is; what isn't a format string is returned as it is.

    >>> filled("The title in {tag:language} is missing.", {"tag": "kk"})
    'The title in Kazakh (kk) is missing.'
    """
    try:
        return _FORMATTER.vformat(template, (), _Known(params))
    except (AttributeError, IndexError, KeyError, ValueError):
        return template


def placeholders(template: str) -> frozenset[str]:
    """The names of the params that a sentence needs.

    Raises:
        ValueError: it isn't a format string, or says a kind that isn't among :data:`KINDS`.
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
    """Formats a param by its kind."""

    def format_field(self, value: Any, format_spec: str) -> str:
        kind = KINDS.get(format_spec)
        return str(kind(value)) if kind else str(super().format_field(value, format_spec))


_FORMATTER: Final = _KindFormatter()


class _Known(dict[str, str]):
    """Params, of which an unknown one is its own placeholder."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"

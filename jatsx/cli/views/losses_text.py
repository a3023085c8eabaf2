"""What each format has no place for, as a person reads it; why, the report says."""

from __future__ import annotations

import re

import click

from jatsx.cli.views.findings_text import COLOURS, width
from jatsx.findings.finding import Level
from jatsx.pipeline.result import Result

_POSITION = re.compile(r"\[\d+\]")
_LANGUAGE = re.compile(r"(?!(?:doi|id|ror|url)$)[a-z]{2,3}(-[A-Za-z0-9]+)*")
"""A language at the end of a path, and no field of two or three letters."""


def show_losses(result: Result) -> None:
    """Shows the fields that each format loses, of whichever article."""
    for target in result.targets:
        if fields := _lost_fields(result, target):
            lost = click.style("lost", fg=COLOURS[Level.LOST])
            text = f"  {lost} in {target}: {', '.join(fields)}"
            click.echo(click.wrap_text(text, width=width(), subsequent_indent="      "))


def _lost_fields(result: Result, target: str) -> list[str]:
    """The fields, each with the languages that are lost of it."""
    languages: dict[str, set[str]] = {}
    for name, path in result.lost:
        if name == target:
            field, _, language = _POSITION.sub("", path).rpartition(".")
            if not _LANGUAGE.fullmatch(language):
                field, language = f"{field}.{language}".removeprefix("."), ""
            languages.setdefault(field, set()).update({language} - {""})
    return [
        f"{field} ({', '.join(sorted(lost))})" if lost else field
        for field, lost in sorted(languages.items())
    ]

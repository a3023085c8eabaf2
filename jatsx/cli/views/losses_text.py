"""The fields that are not included in the files of a format. The report has the reasons."""

from __future__ import annotations

import re

import click

from jatsx.cli.views.findings_text import COLOURS, width
from jatsx.cli.views.words import wrapped
from jatsx.documents.loss import Extent
from jatsx.findings.finding import Level
from jatsx.findings.translation import gettext as _
from jatsx.pipeline.result import RunResult

_POSITION = re.compile(r"\[\d+\]")
_LANGUAGE = re.compile(r"(?!(?:doi|id|ror|url)$)[a-z]{2,3}(-[A-Za-z0-9]+)*")
"""A language at the end of a path, but not a field with a name of two or three letters."""


def show_losses(result: RunResult) -> None:
    """Shows the fields of any article that are not included, by format, then those of which one
    language or the form is not included."""
    for target in result.targets:
        whole = _lost_fields(result, target, is_whole=True)
        in_part = _lost_fields(result, target, is_whole=False)
        _show(_("Not included in the {format} files ({number}):"), target, whole)
        _show(_("Included only in part in the {format} files ({number}):"), target, in_part)


def show_lost_counts(result: RunResult) -> None:
    """Shows how many fields are not included, as a whole or in part, in each format."""
    counts = ((target, len(_lost_names(result, target))) for target in result.targets)
    listed = ", ".join(f"{target} {number}" for target, number in counts if number)
    if listed:
        text = _("Fields not included, or only in part: {counts} (--verbose lists them).")
        text = text.format(counts=listed)
        click.echo(click.wrap_text(text, width=width(), subsequent_indent="  "))


def _show(heading: str, target: str, fields: list[str]) -> None:
    if fields:
        heading = heading.format(format=target, number=len(fields))
        lines = wrapped(f"{heading} {', '.join(fields)}", width(), "  ", "      ")
        click.echo(lines.replace(heading, click.style(heading, fg=COLOURS[Level.LOST]), 1))


def _lost_names(result: RunResult, target: str) -> set[str]:
    """The fields that are lost as a whole or in part, without languages."""
    return {_field_and_language(path)[0] for name, path in result.lost if name == target}


def _field_and_language(path: str) -> tuple[str, str]:
    """A field without positions, and the language at the end of its path, empty if there is none.

    >>> _field_and_language("affiliations[0].city.kk"), _field_and_language("doi")
    (('affiliations.city', 'kk'), ('doi', ''))
    """
    field, __, language = _POSITION.sub("", path).rpartition(".")
    if _LANGUAGE.fullmatch(language):
        return field, language
    return f"{field}.{language}".removeprefix("."), ""


def _lost_fields(result: RunResult, target: str, *, is_whole: bool) -> list[str]:
    """The fields that are lost as a whole or in part, each with its languages."""
    languages: dict[str, set[str]] = {}
    for (name, path), extent in result.lost.items():
        if name == target and (extent is Extent.WHOLE) is is_whole:
            field, language = _field_and_language(path)
            languages.setdefault(field, set()).update({language} - {""})
    return [
        f"{field} ({', '.join(sorted(lost))})" if lost else field
        for field, lost in sorted(languages.items())
    ]

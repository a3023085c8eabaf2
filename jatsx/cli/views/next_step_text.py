"""The last lines of a command: what to do now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Final

import click

from jatsx.cli.views.findings_text import FindingsText, width
from jatsx.cli.views.fix_text import show_possible
from jatsx.cli.views.folding import folded
from jatsx.cli.views.groups import Group, groups
from jatsx.cli.views.summary_text import NO_BREAK
from jatsx.cli.views.words import visible
from jatsx.findings.finding import Finding, Level
from jatsx.findings.translation import gettext as _
from jatsx.pipeline.output import place_in
from jatsx.pipeline.result import RunResult

if TYPE_CHECKING:
    from jatsx.library.fixes import Fixes

CODE: Final = re.compile("`[^`]*`")
"""What is to be typed: it is not broken into lines."""

MOST_CODES: Final = 5
"""The largest number of codes that are listed."""


def show_step_after_check(
    result: RunResult, fixes: Fixes, check: str, fix: str, export: str
) -> None:
    """Shows the first error to correct, or how to export.

    Args:
        result: the result of the check.
        fixes: what can be corrected automatically.
        check: the command that checks the same input again.
        fix: the command that shows what can be corrected in it.
        export: the command that exports it.
    """
    first = _first_error(result)
    if first is not None:
        group, error = first
        place = visible(str(error.place)) if error.place else group.heading
        text = _("Correct this first: {error}").format(error=f"{place} [{error.code}]")
        _show_heading()
        click.echo(f"  {text}")
        show_possible(fixes, fix)
        click.echo("  " + _("Then run: {command}").format(command=check))
    elif any(map(result.is_complete, result.targets)):
        _show_heading()
        show_possible(fixes, fix)
        click.echo("  " + _("Nothing blocks export. Run: {command}").format(command=export))


def show_step_after_export(result: RunResult, out: Path | str, check: str) -> None:
    """Shows the first error to correct, or what to do with the files of each format.

    Args:
        result: the result of the export.
        out: the output folder.
        check: the command that checks the same input.
    """
    first = _first_error(result)
    if first is not None:
        _show_heading()
        text = _("Correct this first. To see all errors, run: {command}")
        click.echo("  " + text.format(command=check))
        group, error = first
        click.secho(f"  {group.heading}", bold=True)
        FindingsText(result.registry.sentences, [error]).show([error])
        click.echo("  " + _("Then export again. Until then, do not send the files."))
    elif formats := [target for target in result.targets if _has_step(result, target)]:
        _show_heading()
        for target in formats:
            _show_format(result, target, out)


def show_step_after_convert(result: RunResult, check: str) -> None:
    """Shows what is still missing or wrong in the new folder.

    Args:
        result: the result of reading the input.
        check: the command that checks the new folder.
    """
    _show_heading()
    _show_missing(result)
    text = _("Compare the values with the source, then run: {command}")
    click.echo("  " + text.format(command=check))


def show_step_after_draft(result: RunResult, check: str) -> None:
    """Shows what to do with a new folder that was made from print.

    Args:
        result: the result of reading the print.
        check: the command that checks the new folder.
    """
    _show_heading()
    _show_missing(result)
    text = _("Settle the doubts in the comments, add what is not printed, then run: {command}")
    _echo_wrapped(text.format(command=check.replace(" ", NO_BREAK)), "  ", "    ")


def _show_missing(result: RunResult) -> None:
    """Shows the most frequent errors of a new folder."""
    errors = Counter(one.code for one in result.findings if one.level is Level.ERROR)
    codes = [f"{code} ({number})" for code, number in errors.most_common(MOST_CODES)]
    more = ["…"] if len(errors) > MOST_CODES else []
    if codes:
        text = _("Still missing or wrong: {codes}").format(codes=", ".join(codes + more))
        _echo_wrapped(text, "  ", "    ")


def _has_step(result: RunResult, target: str) -> bool:
    """Whether a format's files can be sent, and its plugin says how."""
    return result.can_be_sent(target) and bool(result.registry.exporters[target].next_step)


def _show_format(result: RunResult, target: str, out: Path | str) -> None:
    """Shows what to do with the files of a format, as its plugin says."""
    exporter = result.registry.exporters[target]
    files = visible(str(place_in(out, result.written[target]))).replace(" ", NO_BREAK)
    text = " ".join(exporter.next_steps(files, are_zip=result.are_zip(target)))
    kept = CODE.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    _echo_wrapped(kept, f"  {target}: ", "    ")


def _show_heading() -> None:
    click.secho(_("What to do now:"), bold=True)


def _echo_wrapped(text: str, first: str, others: str) -> None:
    """Shows a paragraph. Words, and thus paths and addresses, are not broken."""
    lines = wrap(
        text,
        width(),
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
    click.echo("\n".join(lines).replace(NO_BREAK, " "))


def _first_error(result: RunResult) -> tuple[Group, Finding] | None:
    """The first error, in the order in which findings are shown, with its group."""
    return next(_errors(groups(result)), None)


def _errors(groups: Iterable[Group]) -> Iterator[tuple[Group, Finding]]:
    for group in groups:
        shown = (one.finding for one in folded(group.findings))
        yield from ((group, one) for one in shown if one.level is Level.ERROR)

"""What ``jatsx check --fix`` corrected, and what it did not, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click

from jatsx.cli.views.words import visible
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _
from jatsx.fixing.file_text import Refusal
from jatsx.fixing.write_files import NotWritten

if TYPE_CHECKING:
    from jatsx.fixing.mended_files import PlacedMend
    from jatsx.fixing.write_files import WrittenFile
    from jatsx.library.fixes import Fixes

LONGEST: Final = 60
"""The largest number of characters of a value that is shown."""

MOST_PLACES: Final = 5
"""The largest number of places that are listed."""

REASONS: Final[Mapping[Refusal, str]] = {
    Refusal.SOURCE: N_(
        "Only the files of an issue folder and article files are corrected. Convert the source"
        " first: jatsx convert SOURCE --out DIR"
    ),
    Refusal.UNREADABLE: N_("The file has other errors. Correct them first."),
    Refusal.ELSEWHERE: N_("The value is not written in this form in the file. Correct it by hand."),
    Refusal.NOTED: N_(
        "A note says that the value is in doubt. Correct the value by hand, or delete the note."
    ),
    Refusal.ANCHOR: N_(
        "The value has an anchor (&), an alias (*) or a tag (!). Correct it by hand."
    ),
    Refusal.FORM: N_("The value cannot be changed alone. Correct it by hand."),
}
"""Why a value is not corrected."""

NOT_WRITTEN: Final[Mapping[NotWritten, str]] = {
    NotWritten.CHANGED: N_(
        "{file} was changed after it was read, so it was not corrected. Run the command again."
    ),
    NotWritten.PROTECTED: N_(
        "{file} is protected against writing, so it is not corrected. Remove the protection, and"
        " run the command again."
    ),
    NotWritten.LINK: N_(
        "{file} is a link to another file, so it is not corrected. Run the command on that file."
    ),
}
"""Why a file was not written."""


def show_written(written: Sequence[WrittenFile], *, err: bool) -> None:
    """Shows each value that was corrected, the copies, and the files that were not written."""
    done = [mend for one in written if one.reason is None for mend in one.file.mends]
    if done:
        click.secho(_("Corrected:"), bold=True, err=err)
        _show_mends(done, err=err)
    for folder in dict.fromkeys(one.folder for one in written if one.folder):
        text = _("The files as they were before are kept in {folder}.")
        click.echo(text.format(folder=visible(str(folder))), err=err)
    show_not_written(written, err=err)


def show_not_written(files: Iterable[WrittenFile], *, err: bool) -> None:
    """Shows why files are not written."""
    for one in files:
        if one.reason is not None:
            click.echo(_not_written(one, one.reason), err=err)


def show_possible(fixes: Fixes, command: str) -> None:
    """Shows how many values --fix would correct, and why it would not correct the others.

    Args:
        fixes: what it would correct.
        command: the command that shows it.
    """
    if fixes.mends:
        text = _(
            "Values that can be corrected automatically: {number}. To see them, run: {command}"
        )
        click.echo("  " + text.format(number=len(fixes.mends), command=command))
    for reason, mends in _obstacles(fixes):
        text = _(
            "Values that can only be corrected by hand, although the right form is certain:"
            " {number} ({places}). {reason}"
        )
        places = [visible(str(one.place)) for one in mends[:MOST_PLACES]]
        more = ["…"] if len(mends) > MOST_PLACES else []
        listed = ", ".join([*dict.fromkeys(places), *more])
        click.echo("  " + text.format(number=len(mends), places=listed, reason=reason))


def _obstacles(fixes: Fixes) -> Iterator[tuple[str, Sequence[PlacedMend]]]:
    """The reasons why values are not corrected, each with the values."""
    for refusal in dict.fromkeys(one.refusal for one in fixes.refused if one.refusal):
        yield _(REASONS[refusal]), [one for one in fixes.refused if one.refusal is refusal]
    for file in fixes.blocked:
        if file.reason is not None:
            yield _not_written(file, file.reason), file.file.mends


def _not_written(file: WrittenFile, reason: NotWritten) -> str:
    return _(NOT_WRITTEN[reason]).format(file=visible(str(file.file.path)))


def show_refused(mends: Sequence[PlacedMend], *, err: bool) -> None:
    """Shows each value that is not corrected, with the reason."""
    reasons = dict.fromkeys(one.refusal for one in mends if one.refusal)
    for reason in reasons:
        text = _("Not corrected: {reason}").format(reason=_(REASONS[reason]))
        click.secho(text, bold=True, err=err)
        _show_mends((one for one in mends if one.refusal is reason), err=err)


def _show_mends(mends: Iterable[PlacedMend], *, err: bool) -> None:
    for one in mends:
        new = _shown(one.new)
        change = f"{_shown(one.old)} → {new}" if one.old else f"+ {new}"
        click.echo(f"  {visible(str(one.place))}  {one.field}: {change}  [{one.code}]", err=err)


def _shown(value: str | None) -> str:
    text = visible(value or "")
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"

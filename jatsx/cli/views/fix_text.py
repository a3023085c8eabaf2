"""What ``jatsx check --fix`` corrected, and what it did not, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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

LONGEST: Final = 60
"""The largest number of characters of a value that is shown."""

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
        "{file} is protected against writing, so it was not corrected. Remove the protection, and"
        " run the command again."
    ),
    NotWritten.LINK: N_(
        "{file} is a link to another file, so it was not corrected. Run the command on that file."
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
    for one in written:
        if one.reason is not None:
            text = _(NOT_WRITTEN[one.reason]).format(file=visible(str(one.file.path)))
            click.echo(text, err=err)


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

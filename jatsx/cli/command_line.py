"""The command that a reader is told to run next."""

from __future__ import annotations

from typing import Final

import click

from jatsx.findings.arguments import as_argument

REPEATED: Final = (
    *("paths", "targets", "agency", "settings", "included", "journal", "reader"),
    *("ledger", "server"),
)
"""The arguments and options that say what is read, for which formats, and where it is sent."""


def command_line(verb: str, *flags: str) -> str:
    """A command with the input and the formats of the current command, and these flags."""
    context = click.get_current_context()
    words = ["jatsx", verb]
    for parameter in context.command.params:
        if parameter.name not in REPEATED:
            continue
        value = context.params[parameter.name]
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None:
                words += [parameter.opts[0]] if isinstance(parameter, click.Option) else []
                words.append(as_argument(str(one)))
    return " ".join([*words, *flags])

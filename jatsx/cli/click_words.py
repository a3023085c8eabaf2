"""The sentences of click, the library of the command line, in the reader's language.

click takes its sentences from gettext. Here it gets those of jatsx's catalogues.
"""

from __future__ import annotations

from typing import Final

from click import core, decorators, exceptions, formatting, parser, termui, types

from jatsx.findings.translation import N_, gettext, ngettext

WORDS: Final = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("default: {default}"),
    N_("required"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Choose from:\n\t{choices}"),
    N_("{value} is not in the range {range}."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Option {name!r} does not take a value."),
    N_("Do you want to continue?"),
    N_("Aborted!"),
    N_("file"),
    N_("directory"),
    N_("path"),
    N_("integer range"),
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
)
"""The sentences of click that users of jatsx can see, except the plurals."""

METAVARS: Final = (
    N_("ADDRESS"),
    N_("AGENCY"),
    N_("CODE..."),
    N_("DIGITS"),
    N_("DIR"),
    N_("FILE"),
    N_("FILE..."),
    N_("FORMAT"),
    N_("FORMAT.OPTION=VALUE"),
    N_("NUMBER"),
    N_("PLUGIN"),
    N_("READER"),
    N_("SOURCE..."),
    N_("STATUS"),
    N_("[DIR]"),
    N_("[PATH]..."),
)
"""What stands for a value in the usage and the help of a command."""

PLURALS: Final = (
    (N_("Did you mean {possibility}?"), N_("(Did you mean one of: {possibilities}?)")),
    (
        N_("Got unexpected extra argument ({args})"),
        N_("Got unexpected extra arguments ({args})"),
    ),
    (
        N_("Option {name!r} requires an argument."),
        N_("Option {name!r} requires {nargs} arguments."),
    ),
    (N_("{value!r} is not {choice}."), N_("{value!r} is not one of {choices}.")),
)
"""The sentences of click with two forms. They name all values, so each form is a sentence."""

_MODULES: Final = (core, decorators, exceptions, formatting, parser, termui, types)


def translate_click() -> None:
    """Makes click show its sentences in the reader's language."""
    for module in _MODULES:
        names = vars(module)
        names.update({name: own for name, own in _OWN.items() if name in names})


def _one_of_two(singular: str, plural: str, number: int) -> str:
    """A sentence of click with two forms."""
    if (singular, plural) in PLURALS:
        return gettext(singular if number == 1 else plural)
    return ngettext(singular, plural, number)


_OWN: Final = {"_": gettext, "ngettext": _one_of_two}

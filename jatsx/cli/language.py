"""The language of the command line, and commands in it."""

from __future__ import annotations

import copy
import inspect
import locale
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

import click

from jatsx.findings.translation import LANGUAGES, SOURCE_LANGUAGE
from jatsx.findings.translation import gettext as _

OPTION: Final = "--lang"
VARIABLE: Final = "JATSX_LANG"
LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of the locale, the strongest first (POSIX)."""

LANG: Final = click.Option(
    [OPTION, "lang"],
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help="The language of messages: English, Russian or Kazakh. Default: JATSX_LANG, else the"
    " language of the system.",
)
"""The option of every command. It is read before the commands are loaded."""


CommandType = TypeVar("CommandType", bound=click.Command)


def chosen_language(arguments: Sequence[str]) -> str | None:
    """The language that the arguments ask for. A wrong one is reported later, by click."""
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION:
            return next(iter(arguments[position + 1 : position + 2]), None)
        if argument.startswith(f"{OPTION}="):
            return argument.partition("=")[2]
    return None


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the environment or the system asks for; else English.

    >>> system_language({"JATSX_LANG": "kk", "LANG": "ru_RU.UTF-8"})
    'kk'
    >>> system_language({"LANG": "ru_RU.UTF-8"}), system_language({"LANG": "de_DE.UTF-8"})
    ('ru', 'en')
    """
    found = environment.get(VARIABLE) or _locale_language(environment)
    language = found.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return language if language in LANGUAGES else SOURCE_LANGUAGE


def _locale_language(environment: Mapping[str, str]) -> str:
    """The language of the locale; on Windows, where none is set, that of the user interface."""
    of_locale = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    if not of_locale and sys.platform == "win32":
        import ctypes

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(code, "")
    return of_locale


def translated(command: CommandType) -> CommandType:
    """A copy of a command with its help in the reader's language, and with the option --lang."""
    shown = copy.copy(command)
    shown.help = _(inspect.cleandoc(command.help or "")) or None
    shown.short_help = _(command.short_help or "") or None
    shown.params = [_translated_parameter(one) for one in (*command.params, LANG)]
    shown.options_metavar = _(command.options_metavar or "") or None
    if isinstance(shown, click.Group) and isinstance(command, click.Group):
        shown.commands = {name: translated(one) for name, one in command.commands.items()}
        shown.subcommand_metavar = _(command.subcommand_metavar)
    return shown


def _translated_parameter(parameter: click.Parameter) -> click.Parameter:
    shown = copy.copy(parameter)
    shown.metavar = _(parameter.metavar or "") or None
    shown.type = copy.copy(parameter.type)
    shown.type.name = _(parameter.type.name)
    if isinstance(shown, click.Option):
        shown.help = _(shown.help or "") or None
    return shown

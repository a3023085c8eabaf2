"""Verifying the arguments of the library's functions, which are also those of the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from jatsx.findings.translation import gettext as _
from jatsx.pipeline.options import Settings, known_options, schema_fault, value_fault
from jatsx.plugin.registry import default_formats, format_names
from jatsx.standards.timestamps import is_timestamp, timestamp_at
from jatsx.standards.vocabularies import UNPUBLISHED

if TYPE_CHECKING:
    from jatsx.model.option import Option
    from jatsx.plugin.registry import Registry

ALL_UNPUBLISHED: Final = "unpublished"
"""Stands for all statuses of unpublished articles."""

NONE: Final = "–"
"""Shown in place of an empty list of names."""


class WrongArgument(ValueError):
    """An argument names something that does not exist, or has an invalid value."""


def names_in(given: object, argument: str) -> tuple[str, ...]:
    """The names in an argument, which may be one name.

    Raises:
        TypeError: it is not text, or a collection of texts.
    """
    if isinstance(given, str):
        return (given,)
    names = tuple(given) if isinstance(given, Iterable) else (given,)
    for name in names:
        verify_text(name, argument)
    return names


def verify_text(given: object, argument: str) -> None:
    """Verifies that an argument is text.

    Raises:
        TypeError: it is not.
    """
    if not isinstance(given, str):
        raise TypeError(f"{argument}: expected text, got {given!r}")


def chosen_formats(formats: Iterable[str], registry: Registry) -> tuple[str, ...]:
    """The chosen formats, without duplicates; the default formats if none is chosen.

    A name may be an alias of a format. Several names may be separated by commas.

    Raises:
        WrongArgument: a format is not provided by any plugin.
        TypeError: a name is not text.
    """
    exporters = registry.exporters
    chosen = format_names(names_in(formats, "formats"), exporters.values())
    for name in chosen:
        if name not in exporters:
            message = _("“{format}” is not a known format. Formats: {formats}.").format(
                format=name, formats=", ".join(exporters) or NONE
            )
            meant = _meant(name, exporters, message)
            raise WrongArgument(f"{meant} {registry.absent(name)}".rstrip())
    return chosen or default_formats(exporters.values())


def _meant(name: str, names: Collection[str], message: str) -> str:
    """A message, with the known name that is most similar to an unknown one."""
    from difflib import get_close_matches

    similar = get_close_matches(name.lower(), names, n=1)
    return " ".join([message, *(_("Did you mean {name}?").format(name=one) for one in similar)])


def included_statuses(include: Iterable[str]) -> tuple[str, ...]:
    """The statuses of the unpublished articles that are included.

    Raises:
        WrongArgument: one of them is not such a status.
    """
    chosen = names_in(include, "include")
    for status in chosen:
        if status not in (*UNPUBLISHED, ALL_UNPUBLISHED):
            message = _("“{status}” is not a status of unpublished articles. Statuses: {statuses}.")
            statuses = ", ".join((*UNPUBLISHED, ALL_UNPUBLISHED))
            raise WrongArgument(message.format(status=status, statuses=statuses))
    return UNPUBLISHED if ALL_UNPUBLISHED in chosen else chosen


def verified_timestamp(timestamp: str | None) -> str:
    """A timestamp of 17 digits; that of now if there is none.

    Raises:
        WrongArgument: it is not a date and time with 17 digits.
        TypeError: it is not text.
    """
    if timestamp is None:
        return timestamp_at(datetime.now(UTC))
    verify_text(timestamp, "timestamp")
    if not is_timestamp(timestamp):
        raise WrongArgument(_("Expected 17 digits: YYYYMMDDhhmmssSSS, in UTC."))
    return timestamp


def verified_reader(name: str | None, registry: Registry) -> str | None:
    """The name of a reader, or None.

    Raises:
        WrongArgument: there is no such reader.
    """
    if name is not None:
        verify_text(name, "reader")
    if name is not None and name not in registry.readers:
        message = _("“{reader}” is not a known reader. Readers: {readers}.")
        text = message.format(reader=name, readers=", ".join(registry.readers))
        raise WrongArgument(_meant(name, registry.readers, text))
    return name


def verified_settings(settings: Settings, registry: Registry) -> tuple[Settings, Settings]:
    """The options of formats, and the options of readers, by name.

    An option of a name that is both a format and a reader belongs to the one that has it.

    Raises:
        WrongArgument: a name or an option is unknown, or a value is invalid.
        TypeError: they are not mappings, or a name or a value is not text.
    """
    _verify_mapping(settings, "settings")
    of_formats: dict[str, dict[str, str]] = {}
    of_readers: dict[str, dict[str, str]] = {}
    for name, options in settings.items():
        verify_text(name, "settings")
        _verify_mapping(options, f"settings[{name!r}]")
        formats, readers = _options_of(name, registry)
        for option, value in options.items():
            if option in formats:
                of_formats.setdefault(name, {})[option] = value
            elif option in readers:
                of_readers.setdefault(name, {})[option] = value
            else:
                raise WrongArgument(_unknown_option(name, option, {**formats, **readers}))
            verify_text(value, f"{name}.{option}")
            _verify_value(name, {**readers, **formats}[option], value)
    return of_formats, of_readers


def _verify_mapping(given: object, argument: str) -> None:
    if not isinstance(given, Mapping):
        raise TypeError(f"{argument}: expected a mapping, got {given!r}")


def verified_jobs(jobs: int) -> int:
    """A number of processes.

    Raises:
        WrongArgument: it is less than 1.
        TypeError: it is not a whole number.
    """
    if not isinstance(jobs, int):
        raise TypeError(f"jobs: expected a whole number, got {jobs!r}")
    if jobs < 1:
        raise WrongArgument(f"jobs: expected 1 or more, got {jobs}")
    return jobs


def verified_scheduler(address: str, jobs: int) -> None:
    """Verifies the address of a scheduler.

    Raises:
        WrongArgument: it is empty, or processes are asked for too.
        TypeError: it is not text.
    """
    verify_text(address, "scheduler")
    if not address:
        raise WrongArgument(
            _("The address of the scheduler is empty. Example: {example}.").format(
                example="tcp://192.0.2.1:8786"
            )
        )
    if jobs != 1:
        raise WrongArgument(_("--scheduler and --jobs cannot be used together."))


def verified_names(names: Collection[str], registry: Registry) -> None:
    """Verifies that plugins are installed.

    Raises:
        WrongArgument: a name is not that of an installed plugin, or is that of jatsx itself.
    """
    installed = [plugin.name for plugin in registry.plugins[1:]]
    for name in names:
        if name not in installed:
            message = _("“{plugin}” is not an installed plugin. Plugins: {plugins}.")
            plugins = ", ".join(installed) or NONE
            raise WrongArgument(message.format(plugin=name, plugins=plugins))


def _options_of(name: str, registry: Registry) -> tuple[Mapping[str, Option], Mapping[str, Option]]:
    """The options of the format and of the reader with a name."""
    if name not in registry.exporters and name not in registry.readers:
        chosen_formats([name], registry)
    exporter, reader = registry.exporters.get(name), registry.readers.get(name)
    of_format = known_options(exporter) if exporter else ()
    of_reader = reader.options if reader else ()
    return {one.name: one for one in of_format}, {one.name: one for one in of_reader}


def _unknown_option(name: str, option: str, options: Mapping[str, Option]) -> str:
    message = _("“{name}” has no option “{option}”. Options: {options}.")
    known = ", ".join(options) or NONE
    text = message.format(name=name, option=option, options=known)
    return _meant(option, options, text)


def _verify_value(name: str, option: Option, value: str) -> None:
    fault = value_fault(option, value) if value else None
    if fault == "format-option-choice":
        message = _("{value} is not a valid value of {option}. Choose one of: {choices}.")
        choices = ", ".join(option.choices)
        raise WrongArgument(
            message.format(value=value, option=f"{name}.{option.name}", choices=choices)
        )
    if fault == "format-option-schema":
        message = _("The file {value} cannot be used as the schema for {option}: {detail}.")
        option_name, detail = f"{name}.{option.name}", _(schema_fault(value))
        raise WrongArgument(message.format(value=value, option=option_name, detail=detail))
    if fault:
        message = _("{value} is not a valid language tag for {option}. Examples: kk, ru, en.")
        raise WrongArgument(message.format(value=value, option=f"{name}.{option.name}"))

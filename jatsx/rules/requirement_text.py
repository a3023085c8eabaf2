"""What a requirement of a journal says, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx.findings.translation import gettext as _
from jatsx.findings.translation import reader_language
from jatsx.standards.languages import language_name

if TYPE_CHECKING:
    from jatsx.model import Limits, Requirement


def requirement_lines(requirement: Requirement) -> Iterator[str]:
    """A line for each thing that a requirement sets."""
    yield _("Field: {field}").format(field=requirement.field)
    if requirement.required:
        yield _("Required: yes")
    yield from _limits(_("Words"), requirement.words)
    yield from _limits(_("Characters"), requirement.characters)
    yield from _limits(_("Entries"), requirement.items)
    if requirement.pattern:
        yield _("Pattern: {pattern}").format(pattern=requirement.pattern)
    if requirement.languages:
        names = (language_name(tag, reader_language()) for tag in requirement.languages)
        yield _("Languages: {languages}").format(languages=", ".join(names))
    if requirement.types:
        yield _("Article types: {types}").format(types=", ".join(requirement.types))


def _limits(unit: str, limits: Limits) -> Iterator[str]:
    if limits.min is not None and limits.max is not None:
        yield f"{unit}: {limits.min}–{limits.max}"
    elif limits.min is not None:
        yield _("{unit}: at least {number}").format(unit=unit, number=limits.min)
    elif limits.max is not None:
        yield _("{unit}: at most {number}").format(unit=unit, number=limits.max)

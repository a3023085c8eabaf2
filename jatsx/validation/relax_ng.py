"""RELAX NG logs one error in two entries, and does not always name the attribute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from jatsx.validation.element_names import called_within
from jatsx.validation.kinds import CONTENT
from jatsx.validation.log import LogEntry

_UNFIT = "attribute-unfit"
_EXTRA = "has extra content"
_FAILED = "failed to validate content"


def each_error_once(logged: Sequence[LogEntry]) -> Iterator[LogEntry]:
    """One entry for each error.

    An entry "failed to validate" has its reason in an earlier entry: the one before, or one about
    an element inside.
    """
    reported: list[etree._Element] = []
    reason: LogEntry | None = None
    for entry in logged:
        if entry.kind.startswith("value-"):
            reason = entry
            continue
        if _EXTRA in entry.message and any(_is_beside(one, entry.element) for one in reported):
            continue
        if entry.kind == _UNFIT and reason is not None:
            entry = _of_attribute(reason, entry)
        elif _FAILED in entry.message:
            entry = reason or _of_text(entry)
            if reason is None and any(_is_within(one, entry.element) for one in reported):
                continue
        elif reason is not None:
            yield reason
        reason = None
        reported.append(entry.element)
        yield entry
    if reason is not None:
        yield reason


def _is_beside(element: etree._Element, other: etree._Element) -> bool:
    """Whether an element is the other one, its sibling or its parent."""
    around = other.getparent()
    return element is other or element is around or element.getparent() is around


def _is_within(element: etree._Element, other: etree._Element) -> bool:
    return element is other or other in element.iterancestors()


def _of_attribute(reason: LogEntry, entry: LogEntry) -> LogEntry:
    """The entry for the attribute whose value the entry before quotes."""
    for name, value in entry.element.attrib.items():
        if f"'{value!s}'" in reason.message:
            attribute = called_within(entry.element, str(name))
            return replace(reason, element=entry.element, attribute=attribute)
    return entry


def _of_text(entry: LogEntry) -> LogEntry:
    """The entry for the value of an element; for its children, if it has any."""
    is_value = not any(True for _ in entry.element.iterchildren(etree.Element))
    return replace(entry, kind="value-form" if is_value and entry.element.text else CONTENT)

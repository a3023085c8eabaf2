"""What RELAX NG says of one fault in two lines, and where it leaves out the attribute."""

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


def once_told(logged: Sequence[LogEntry]) -> Iterator[LogEntry]:
    """The entries, each fault once: an element or its attributes "failed to validate" for a reason
    that stands before, if not in the line before, then of what is inside."""
    told: list[etree._Element] = []
    reason: LogEntry | None = None
    for entry in logged:
        if entry.kind.startswith("value-"):
            reason = entry
            continue
        if _EXTRA in entry.message and any(_is_beside(one, entry.element) for one in told):
            continue
        if entry.kind == _UNFIT and reason is not None:
            entry = _of_attribute(reason, entry)
        elif _FAILED in entry.message:
            entry = reason or _of_text(entry)
            if reason is None and any(_is_within(one, entry.element) for one in told):
                continue
        elif reason is not None:
            yield reason
        reason = None
        told.append(entry.element)
        yield entry
    if reason is not None:
        yield reason


def _is_beside(element: etree._Element, other: etree._Element) -> bool:
    """Whether an element is another, one beside it or the one around it."""
    around = other.getparent()
    return element is other or element is around or element.getparent() is around


def _is_within(element: etree._Element, other: etree._Element) -> bool:
    return element is other or other in element.iterancestors()


def _of_attribute(reason: LogEntry, entry: LogEntry) -> LogEntry:
    """The fault of the attribute whose value the line before quotes."""
    for name, value in entry.element.attrib.items():
        if f"'{value!s}'" in reason.message:
            attribute = called_within(entry.element, str(name))
            return replace(reason, element=entry.element, attribute=attribute)
    return entry


def _of_text(entry: LogEntry) -> LogEntry:
    """The fault of an element's value; of its children, where it has any."""
    is_value = not any(True for _ in entry.element.iterchildren(etree.Element))
    return replace(entry, kind="value-form" if is_value and entry.element.text else CONTENT)

"""What RELAX NG says of one fault in two lines, and where it leaves out the attribute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from jatsx.validate.kinds import CONTENT
from jatsx.validate.log import Entry
from jatsx.validate.names import called_within

_UNFIT = "attribute-unfit"


def once_told(logged: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, each fault once: an element or its attributes "failed to validate" for a reason
    that stands in the line before."""
    reason: Entry | None = None
    for entry in logged:
        if entry.kind.startswith("value-"):
            reason = entry
        elif entry.kind == _UNFIT and reason is not None:
            yield _of_attribute(reason, entry)
            reason = None
        elif "failed to validate content" in entry.message:
            yield _of_text(reason, entry)
            reason = None
        else:
            yield entry
    if reason is not None:
        yield reason


def _of_attribute(reason: Entry, entry: Entry) -> Entry:
    """The fault of the attribute whose value the line before quotes."""
    for name, value in entry.element.attrib.items():
        if f"'{value!s}'" in reason.message:
            attribute = called_within(entry.element, str(name))
            return replace(reason, element=entry.element, attribute=attribute)
    return entry


def _of_text(reason: Entry | None, entry: Entry) -> Entry:
    """The fault of an element's value; of its children, where it has any."""
    if reason is not None:
        return reason
    is_value = not any(True for _ in entry.element.iterchildren(etree.Element))
    return replace(entry, kind="value-form" if is_value and entry.element.text else CONTENT)

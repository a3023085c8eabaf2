"""From libxml2's errors to one :class:`SchemaError` for each cause, with the exact element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.content_models import ElementContents, document_contents, model_contents
from jatsx.validation.dedupe import one_for_each_cause
from jatsx.validation.element_names import (
    called,
    children,
    declarations,
    has_own_text,
    line_of,
    written_name,
)
from jatsx.validation.element_path import positions
from jatsx.validation.kinds import CONTENT
from jatsx.validation.locate import LocatedError, locate_errors
from jatsx.validation.log import LogEntry, entries
from jatsx.validation.many_errors import MOST_EXPLAINED, first_errors
from jatsx.validation.relax_ng import each_error_once
from jatsx.validation.schema import SchemaError
from jatsx.validation.schema_files import CompiledSchema
from jatsx.validation.xml_errors import LONGEST, value_fault

WORK = 6_000_000
"""The maximum number of bytes that are validated again to find the incorrect children."""

MOST_SEARCHED = 20
"""The maximum number of elements in which incorrect children are searched for."""

_NO_REASON = SchemaError("the document is invalid; no reason is given")

_OF_CHILD = ("not expected", "Did not expect", "has extra content", "Expecting element")
"""Parts of the messages of errors about one child."""

_CHILD = re.compile(r"Element (\S+) is not declared in")


def explained(
    root: etree._Element,
    compiled: CompiledSchema,
    known: Sequence[str],
    size: int,
    left_out: int = 0,
) -> tuple[SchemaError, ...]:
    """The errors in an invalid document.

    ``known`` are the names of elements in a schema that does not report what it expects. ``size``
    is the size of the document in bytes. ``left_out`` are errors that are only counted.
    """
    compiled.validate(root)
    log: Sequence[etree._LogEntry] = list(compiled.error_log)  # type: ignore[arg-type]
    logged = list(entries(root, log[:MOST_EXPLAINED]))
    if isinstance(compiled, etree.RelaxNG):
        logged = list(each_error_once(logged))
    found = tuple(one_for_each_cause(_schema_errors(logged, compiled, known, size)))
    found = found or tuple(value_fault(entry) for entry in logged[:1]) or (_NO_REASON,)
    return first_errors(found, more=max(0, len(log) - MOST_EXPLAINED) + left_out)


def _schema_errors(
    logged: Sequence[LogEntry], compiled: CompiledSchema, known: Sequence[str], size: int
) -> Iterator[SchemaError]:
    searched: dict[etree._Element, None] = {}
    for entry in logged:
        if entry.kind == CONTENT:
            parent = _parent(entry)
            if parent not in searched:
                searched[parent] = None
                can_search = len(searched) <= MOST_SEARCHED
                tries = max(0, WORK // size // min(len(logged), MOST_SEARCHED))
                yield from _of_content(entry, parent, compiled, known, tries if can_search else 0)
        elif entry.kind == "part-unexpected" and (found := _CHILD.match(entry.message)):
            named = (child for child in children(entry.element) if called(child) == found[1])
            yield from (_of_child(entry, "part-unexpected", child) for child in named)
        elif entry.kind == "part-unexpected":
            yield _of_child(entry, entry.kind, entry.element)
        else:
            allowed = _allowed(compiled, entry) if isinstance(compiled, etree.DTD) else ()
            yield value_fault(entry, allowed)


def _allowed(dtd: etree.DTD, entry: LogEntry) -> Sequence[str]:
    """The values that a DTD allows for an attribute. Its error messages do not list them."""
    own = (one for one in declarations(dtd) if written_name(one) == called(entry.element))
    attributes = (attribute for one in own for attribute in one.attributes())
    listed = (one.values() for one in attributes if written_name(one) == entry.attribute)
    return next(listed, [])


def _parent(entry: LogEntry) -> etree._Element:
    """The element with the incorrect children."""
    above = entry.element.getparent()
    is_of_child = any(words in entry.message for words in _OF_CHILD)
    return above if is_of_child and above is not None else entry.element


def _of_content(
    entry: LogEntry,
    parent: etree._Element,
    compiled: CompiledSchema,
    known: Sequence[str],
    tries: int,
) -> Iterator[SchemaError]:
    """An error for each incorrect child; one about the parent if no child is found."""
    is_text = isinstance(compiled, etree.DTD) and has_own_text(parent)
    if is_text:
        yield _schema_error(entry, "text-barred", parent)
    if isinstance(compiled, etree.DTD):
        contents: ElementContents | None = model_contents(compiled, parent)
    else:
        contents = document_contents(compiled, parent, known, tries)
    own = children(parent)
    found = locate_errors(contents) if contents else []
    for located in found or ([] if is_text else [LocatedError(CONTENT)]):
        if located.child is not None:
            yield _of_child(entry, located.kind, own[located.child])
        elif located.names:
            yield _missing(entry, parent, located.names)
        else:
            yield _schema_error(entry, CONTENT, parent)


def _of_child(entry: LogEntry, kind: str, child: etree._Element) -> SchemaError:
    parent = child.getparent()
    around = called(parent) if parent is not None else ""
    return _schema_error(entry, kind, child, name=called(child), parent=around)


def _missing(entry: LogEntry, parent: etree._Element, names: tuple[str, ...]) -> SchemaError:
    params = FrozenMap({"name": names[0], "parent": called(parent), "names": ", ".join(names)})
    kind = "part-missing" if len(names) == 1 else "choice-missing"
    path: tuple[str | int, ...] = (*positions(parent), names[0])
    return SchemaError(entry.message[:LONGEST], path, line_of(parent) or entry.line, kind, params)


def _schema_error(
    entry: LogEntry, kind: str, element: etree._Element, **params: str
) -> SchemaError:
    named = FrozenMap({"name": called(element), **params})
    message = entry.message[:LONGEST]
    return SchemaError(message, positions(element), line_of(element) or entry.line, kind, named)

"""Validation of XML documents against a DTD, an XML Schema or RELAX NG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file
from threading import RLock

from lxml import etree

from jatsx.validation.lines import with_real_lines
from jatsx.validation.many_wrong import leave_out_wrong
from jatsx.validation.read_xml import read_root, safe_parser
from jatsx.validation.schema import Schema, SchemaError
from jatsx.validation.schema_files import CompiledSchema, compiled_xsd


def xml_schema_errors(document: bytes, schema: Schema, *, explain: bool) -> tuple[SchemaError, ...]:
    """The errors in an XML document. Without ``explain``, one error without details."""
    root = read_root(document, schema)
    if isinstance(root, tuple):
        return root
    schema_errors = _schema_errors(document, root, schema, explain=explain)
    return (*schema_errors, *schema.warned(root)) if schema.warnings else schema_errors


_locks: dict[Schema, RLock] = {}
"""A lock for each schema: a compiled one logs the errors of one document at a time."""


def _schema_errors(
    document: bytes, root: etree._Element, schema: Schema, *, explain: bool
) -> tuple[SchemaError, ...]:
    with _locks.setdefault(schema, RLock()):
        return _errors(document, root, schema, explain=explain)


def _errors(
    document: bytes, root: etree._Element, schema: Schema, *, explain: bool
) -> tuple[SchemaError, ...]:
    if schema.kind == "xsd11":
        return _by_xsd11(document, root, schema)
    compiled = _compiled(schema, schema.loader.variant(document, explain=False))
    left_out = leave_out_wrong(root, compiled, document) if isinstance(compiled, etree.DTD) else 0
    if compiled.validate(root):
        return tuple(schema.checked(root)) if schema.checks else ()
    if not explain:
        return (SchemaError("invalid"),)
    compiled = _compiled(schema, schema.loader.variant(document, explain=True))
    return _explained(document, root, compiled, schema, left_out)


def _by_xsd11(document: bytes, root: etree._Element, schema: Schema) -> tuple[SchemaError, ...]:
    from jatsx.validation.xsd11 import xsd11_errors

    schema_errors = tuple(with_real_lines(xsd11_errors(root, schema), document))
    return schema_errors or tuple(schema.checked(root))


@cache
def _compiled(schema: Schema, variant: str) -> CompiledSchema:
    if schema.kind == "xsd":
        return compiled_xsd(schema, variant)
    with as_file(schema.folder) as folder:
        path = str(folder / schema.name)
        return etree.DTD(file=path) if schema.kind == "dtd" else etree.RelaxNG(file=path)


def _explained(
    document: bytes,
    root: etree._Element,
    compiled: CompiledSchema,
    schema: Schema,
    left_out: int,
) -> tuple[SchemaError, ...]:
    from jatsx.validation.explain_errors import explained

    schema_errors = explained(root, compiled, tuple(_known_names(schema)), len(document), left_out)
    return tuple(with_real_lines(schema_errors, document))


def _known_names(schema: Schema) -> Iterable[str]:
    """The names of elements in a RELAX NG grammar, whose errors do not report what is expected."""
    if schema.kind != "rng":
        return ()
    return dict.fromkeys(_declared_names((schema.folder / schema.name).read_bytes()))


def _declared_names(grammar: bytes) -> Iterator[str]:
    for declared in etree.fromstring(grammar, safe_parser()).iter("{*}element"):
        name = (declared.get("name") or "").strip()
        prefix, _, local = name.rpartition(":")
        around = (declared, *declared.iterancestors())
        own = next((uri for one in around if (uri := one.get("ns")) is not None), "")
        uri = declared.nsmap.get(prefix, "") if prefix else own
        if local:
            yield f"{{{uri}}}{local}" if uri else local

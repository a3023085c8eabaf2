"""Validation of XML documents against XML Schema 1.1, by the package ``xmlschema`` (an extra)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import as_file
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.element_names import called, called_within, line_of
from jatsx.validation.element_path import positions
from jatsx.validation.many_errors import MOST_EXPLAINED, first_errors
from jatsx.validation.schema import PackageMissing, Schema, SchemaError
from jatsx.validation.xml_errors import LONGEST

if TYPE_CHECKING:
    from xmlschema import XMLSchema11


def xsd11_errors(root: etree._Element, schema: Schema) -> Sequence[SchemaError]:
    """The first errors in a document, given its root, and the number of the others.

    Raises:
        PackageMissing: ``xmlschema`` is not installed.
        LookupError: the schema imports a file that is not in its folder.
    """
    errors = compiled_xsd11(schema).iter_errors(root)
    found = [_schema_error(error, root) for error in islice(errors, MOST_EXPLAINED)]
    return first_errors(found, more=sum(1 for _ in errors))


@cache
def compiled_xsd11(schema: Schema) -> XMLSchema11:
    """The compiled schema. Nothing outside its folder is read.

    Raises:
        PackageMissing: ``xmlschema`` is not installed.
        LookupError: the schema imports a file that is not in its folder.
    """
    try:
        from xmlschema import XMLSchema11
    except ModuleNotFoundError as error:
        raise PackageMissing("xmlschema", "xsd11") from error
    with as_file(schema.folder) as folder:
        return XMLSchema11(
            str(folder / schema.name),
            allow="local",
            use_fallback=False,
            uri_mapper=_mapper(folder, schema),
        )


def _mapper(folder: Path, schema: Schema) -> Callable[[str], str]:
    """A function that returns the URL of the file for an imported URL."""
    inside = folder.resolve()

    def mapped(address: str) -> str:
        if address in schema.loader.addresses:
            return (folder / schema.loader.addresses[address]).as_uri()
        parts = urlsplit(address)
        path = Path(unquote(parts.path))
        if not parts.scheme and not path.is_absolute():
            return address
        is_inside = parts.scheme in ("", "file") and path.resolve().is_relative_to(inside)
        if not is_inside or not path.is_file():
            raise LookupError(f"{schema.name} imports {address}, which is not in its folder")
        return address

    return mapped


def _schema_error(error: Any, root: etree._Element) -> SchemaError:
    """The error for one error of ``xmlschema``, with the incorrect element or child."""
    element = error.elem if isinstance(error.elem, etree._Element) else root
    detail = (error.reason or str(error))[:LONGEST]
    child = getattr(error, "invalid_child", None)
    if isinstance(child, etree._Element):
        params = FrozenMap({"name": called(child), "parent": called(element)})
        return SchemaError(detail, positions(child), line_of(child), "part-unexpected", params)
    names = _expected(error, element)
    if len(names) == 1:
        params = FrozenMap({"name": names[0], "parent": called(element)})
        path: tuple[str | int, ...] = (*positions(element), names[0])
        return SchemaError(detail, path, line_of(element), "part-missing", params)
    return SchemaError(detail, positions(element), line_of(element))


def _expected(error: Any, element: etree._Element) -> Sequence[str]:
    """The names of the children that are missing at the end of an element, if they are known."""
    expected = getattr(error, "expected", None) or ()
    return [called_within(element, one.name) for one in expected if getattr(one, "name", None)]

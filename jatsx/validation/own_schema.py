"""An XML Schema that users have themselves, because it may not be distributed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jatsx.findings.surroundings import raise_surroundings
from jatsx.validation.schema import Schema


class UnusableSchema(Exception):
    """A file is not an XML Schema that can be used. The message says why, in English."""


def own_schema(path: str) -> Schema:
    """The XML Schema in a file, with the schemas in its folder that it imports.

    Args:
        path: the path of the file; a relative one starts at the current folder.

    Raises:
        UnusableSchema: the file cannot be read, or is not a valid XML Schema 1.0.
        OSError: the system fails, for example because too many files are open.
    """
    file = Path(path).absolute()
    try:
        found = file.stat()
        return _compiled(file, found.st_mtime_ns, found.st_size)
    except (OSError, ValueError) as error:
        raise_surroundings(error)
        detail = getattr(error, "strerror", None) or str(error)
        raise UnusableSchema(detail) from None


@lru_cache(maxsize=16)
def _compiled(file: Path, changed: int, size: int) -> Schema:  # noqa: ARG001
    """The schema, which is compiled once for each state of the file.

    Raises:
        UnusableSchema: it is not a valid XML Schema 1.0.
        OSError: it cannot be read.
    """
    from lxml import etree

    from jatsx.validation.schema_files import compiled_xsd

    file.read_bytes()
    schema = Schema.xsd(file.parent, file.name)
    try:
        compiled_xsd(schema, "")
    except (etree.LxmlError, LookupError) as error:
        raise UnusableSchema(str(error).rstrip(". ")) from None
    return schema

"""Which file of Crossref a file is: a deposit of some version, or another of its formats."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from jatsx import ForeignFormat
from jatsx_crossref.version import VERSIONS

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

DEPOSIT: Final = "Crossref deposit"
"""The name of the format that is exported."""

OTHERS: Final = (
    ("doi_resources_schema", "Crossref resource deposit"),
    ("grant_id", "Crossref grant deposit"),
    ("qrschema", "Crossref query result"),
    ("xschema", "Crossref UNIXREF record"),
    ("qschema", "Crossref query"),
)
"""How the namespaces of Crossref's other formats begin, and what the formats are called."""

_NAMESPACE: Final = re.compile(r"https?://www\.crossref\.org/([a-z_]+)/([0-9][0-9.]*)\Z")
_ROOT: Final = "doi_batch"


def recognised_version(head: bytes) -> str | ForeignFormat | None:
    """The version of a deposit, by the namespace of its root element; None for other files.

    A deposit of an older version, without a namespace, is recognised by its attributes.
    """
    root = _root(head)
    if root is None:
        return None
    namespace, _, name = str(root.tag).rpartition("}")
    found = _NAMESPACE.match(namespace.removeprefix("{"))
    if found is None:
        is_old = not namespace and name == _ROOT and "version" in root.attrib
        return ForeignFormat(DEPOSIT, str(root.get("version"))) if is_old else None
    family, version = found.groups()
    if family != "schema":
        title = dict(OTHERS).get(family)
        return ForeignFormat(title, version) if title else None
    if name != _ROOT:
        return None
    return version if version in VERSIONS else ForeignFormat(DEPOSIT, version)


def is_deposit(path: Path, head: bytes) -> bool:  # noqa: ARG001
    """Whether a file is a deposit of any version, by its first bytes."""
    found = recognised_version(head)
    return isinstance(found, str) or (found is not None and found.title == DEPOSIT)


def _root(head: bytes) -> _Element | None:
    """The root element; None if the bytes do not contain its whole start tag."""
    from lxml import etree

    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True)
    with suppress(etree.XMLSyntaxError):
        parser.feed(head)
    roots = (element for _, element in parser.read_events() if isinstance(element, etree._Element))
    return next(roots, None)

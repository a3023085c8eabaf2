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
WORKS: Final = "Crossref REST API, works (JSON)"
"""The name of the format of registered records."""

WORK_KEYS: Final = frozenset(
    (
        *("DOI", "container-title", "content-domain", "date-parts", "indexed"),
        *("is-referenced-by-count", "issn-type", "reference-count", "references-count"),
        *("published-online", "published-print", "short-container-title"),
    )
)
"""Keys of a record that have these names only in Crossref's JSON."""

FEWEST_KEYS: Final = 2
"""How many of the keys the beginning of a record has at least."""

_KEY: Final = re.compile(r'"([A-Za-z-]+)"\s*:')
_MESSAGE: Final = re.compile(r'"message-type"\s*:\s*"work(?:-list)?"')
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
    if _ROOT.encode() not in head.replace(b"\0", b""):  # UTF-16 has them
        return False
    found = recognised_version(head)
    return isinstance(found, str) or (found is not None and found.title == DEPOSIT)


def is_works(path: Path, head: bytes) -> bool:  # noqa: ARG001
    """Whether a file consists of records of Crossref's REST API, by its first bytes.

    JSON of other systems, such as OJS, DOAJ and jatsx, does not have these keys.
    """
    text = head.decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")
    if not text.startswith(("{", "[")):
        return False
    keys = set(_KEY.findall(text))
    return _MESSAGE.search(text) is not None or len(keys & WORK_KEYS) >= FEWEST_KEYS


def _root(head: bytes) -> _Element | None:
    """The root element; None if the bytes do not contain its whole start tag."""
    from lxml import etree

    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True)
    with suppress(etree.XMLSyntaxError):
        parser.feed(head)
    roots = (element for _, element in parser.read_events() if isinstance(element, etree._Element))
    return next(roots, None)

"""The schema, and the recognition of files of this format.

eLIBRARY's own schema has no licence, so it is not included in jatsx. ``rsci-unofficial.xsd`` is
jatsx's own schema, which is stricter.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from jatsx import ForeignFormat, Schema, SchemaError
from jatsx_rsci.obsolete import WithObsoleteValues

if TYPE_CHECKING:
    from lxml.etree import _Element

CHILDREN: Final = frozenset({"titleid", "issn", "eissn", "journalInfo", "issue"})
"""The elements with which ``journal`` may begin. Their order is free.

Files of earlier versions of Articulus, and of Metafora, begin with ``operCard``.
"""

EARLIER: Final = ForeignFormat("Journal XML of Articulus (earlier versions) or Metafora")
"""Files that begin with ``operCard``. There is no schema for them."""


def _checked(root: _Element) -> Iterable[SchemaError]:
    from jatsx_rsci.checks import schema_errors

    return schema_errors(root)


def _paired(root: _Element) -> Iterable[SchemaError]:
    from jatsx_rsci.checks import publisher_urls

    return publisher_urls(root)


def _obsolete(root: _Element) -> Iterable[SchemaError]:
    from jatsx_rsci.obsolete import obsolete_values

    return obsolete_values(root)


SCHEMA: Final = Schema.xsd(files("jatsx_rsci"), "rsci-unofficial.xsd", checks=(_checked, _paired))

ACCEPTED: Final = Schema.xsd(
    files("jatsx_rsci"),
    "rsci-unofficial.xsd",
    checks=(_checked,),
    warnings=(_obsolete,),
    loader=WithObsoleteValues(),
)
"""The schema for files of other programs: obsolete values are warnings."""


def recognises(head: bytes) -> str | ForeignFormat | None:
    """The name of the version, which is empty, if a file is an issue for RSCI; else None.

    Files of earlier versions of Articulus, and of Metafora, are named.
    """
    from lxml import etree

    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True)
    with suppress(etree.XMLSyntaxError):
        parser.feed(head)
    started = (
        element for _, element in parser.read_events() if isinstance(element, etree._Element)
    )
    tags = [str(element.tag) for element, _ in zip(started, range(2), strict=False)]
    if len(tags) < 2 or tags[0] != "journal":
        return None
    if tags[1] == "operCard":
        return EARLIER
    return "" if tags[1] in CHILDREN else None

"""The long lists of values, read from the schema.

The files are part of an installed package. Each file is read once per process.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from jatsx_crossref.version import Version

_ATTRIBUTE: Final = r'<xsd:attribute name="{name}"(.*?)</xsd:attribute>'
_VALUE: Final = re.compile(r'<xsd:enumeration\s+value="([^"]*)"')


def languages(version: Version) -> frozenset[str]:
    """The values of ``@language``: codes of ISO 639, 8,107 since version 5.4.0."""
    return _values(version.languages_file, "language")


def relation_languages() -> frozenset[str]:
    """The values of ``rel:description/@language``: codes of two letters."""
    return _values("relations.xsd", "language")


def media_types(version: Version) -> frozenset[str]:
    """The values of ``resource/@mime_type``."""
    return _values(version.media_types_file, "mime_type")


@cache
def _values(file: str, attribute: str) -> frozenset[str]:
    from jatsx_xsd import CROSSREF

    schema = (CROSSREF / file).read_text(encoding="utf-8")
    found = re.search(_ATTRIBUTE.format(name=attribute), schema, re.DOTALL)
    return frozenset(_VALUE.findall(found[1]) if found else ())

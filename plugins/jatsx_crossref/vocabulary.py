"""The long lists of values, read from the schema.

The files are part of an installed package. Each file is read once per process.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_ATTRIBUTE: Final = r'<xsd:attribute name="{name}"(.*?)</xsd:attribute>'
_VALUE: Final = re.compile(r'<xsd:enumeration\s+value="([^"]*)"')


@cache
def languages() -> frozenset[str]:
    """The values of ``@language``: 8,107 codes of ISO 639, the same in both versions."""
    return _values("languages5.5.0.xsd", "language")


@cache
def relation_languages() -> frozenset[str]:
    """The values of ``rel:description/@language``: codes of two letters."""
    return _values("relations.xsd", "language")


@cache
def media_types() -> frozenset[str]:
    """The values of ``resource/@mime_type``, the same in both versions."""
    return _values("mediatypes5.5.0.xsd", "mime_type")


def _values(file: str, attribute: str) -> frozenset[str]:
    from jatsx_xsd import CROSSREF

    schema = (CROSSREF / file).read_text(encoding="utf-8")
    found = re.search(_ATTRIBUTE.format(name=attribute), schema, re.DOTALL)
    return frozenset(_VALUE.findall(found[1]) if found else ())

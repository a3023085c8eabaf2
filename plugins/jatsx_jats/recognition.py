"""Whether a file is an article in JATS Journal Publishing, and of which version."""

from __future__ import annotations

import codecs
import re
from typing import Final

from jatsx_jats.version import VERSIONS

EARLIER: Final = frozenset(
    {
        "3.0",
        "0.4",
        "1.0",
        "1.1d1",
        "1.1d2",
        "1.1d3",
        "1.1",
        "1.2d1",
        "1.2d2",
        "1.2",
        "1.3d1",
        "1.3d2",
    }
)
"""The versions before 1.3. Each version of JATS accepts the documents of those before it, and the
DTD of 1.3 lists these as values of ``article/@dtd-version``."""

_ENCODINGS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MISC: Final = r"(?:\s|<\?.*?\?>|<!--.*?-->)*"
_HEAD: Final = re.compile(
    rf"\ufeff?{_MISC}"
    r"(?:<!DOCTYPE\s+article\b(?P<doctype>(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*)(?:\[.*?\]\s*)?>"
    rf"{_MISC})?<article(?P<attributes>(?:\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*)?)>"
    rf"{_MISC}(?P<front><front[\s>])?",
    re.DOTALL,
)
_DTD_VERSION: Final = re.compile(r"\sdtd-version\s*=\s*[\"']([^\"']*)[\"']")
_PUBLIC_VERSION: Final = re.compile(r"\bDTD\b.*?\bv(?P<version>[0-9]\S*)\s")


def recognised_version(head: bytes) -> str | None:
    """Which version an article is, by the first bytes of its file; None for another format.

    ``1.3`` for an article of 1.3 or earlier, ``1.4`` for one of 1.4 or its draft: by its
    ``@dtd-version``, else by its public identifier. Without either it is 1.3 if its first element
    is ``front``. None for JATS Archiving and Authoring, for later
    versions, and for other formats with a root element ``article`` (DocBook).
    """
    found = _HEAD.match(_decoded(head))
    if found is None or _is_other(found["doctype"] or "", found["attributes"]):
        return None
    written = _DTD_VERSION.search(found["attributes"]) or _PUBLIC_VERSION.search(
        found["doctype"] or ""
    )
    if written is None:
        return "1.3" if found["front"] else None
    return _ours(written[1])


def _is_other(doctype: str, attributes: str) -> bool:
    """Whether it identifies itself as a format other than JATS Publishing."""
    other_dtd = "PUBLIC" in doctype and "Journal Publishing" not in doctype
    return other_dtd or re.search(r"\sxmlns\s*=", attributes) is not None


def _ours(version: str) -> str | None:
    """The version whose DTD is used for documents of a version."""
    if version in EARLIER:
        return "1.3"
    released = re.sub(r"d[0-9]+\Z", "", version)
    return released if released in VERSIONS else None


def _decoded(head: bytes) -> str:
    encoding = next((name for bom, name in _ENCODINGS if head.startswith(bom)), "latin-1")
    return head.decode(encoding, errors="replace")

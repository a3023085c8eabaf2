"""Recognises articles in JATS Journal Publishing and their version."""

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
"""The versions before 1.3. Each version of JATS accepts the documents of earlier versions. The DTD
of 1.3 lists these values of ``article/@dtd-version``."""

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
    """The version of an article, by the first bytes of its file; None for another format.

    It is ``1.3`` for version 1.3 or earlier, and ``1.4`` for version 1.4 or its drafts. The version
    is that of ``@dtd-version``, else of the public identifier. Without them, it is 1.3 if the first
    element is ``front``. It is None for JATS Archiving and Authoring, for later versions, and for
    other formats with the root element ``article`` (DocBook).
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
    """Whether the document declares another format than JATS Publishing."""
    other_dtd = "PUBLIC" in doctype and "Journal Publishing" not in doctype
    return other_dtd or re.search(r"\sxmlns\s*=", attributes) is not None


def _ours(version: str) -> str | None:
    """The bundled version with which documents of a version are validated."""
    if version in EARLIER:
        return "1.3"
    released = re.sub(r"d[0-9]+\Z", "", version)
    return released if released in VERSIONS else None


def _decoded(head: bytes) -> str:
    encoding = next((name for bom, name in _ENCODINGS if head.startswith(bom)), "latin-1")
    return head.decode(encoding, errors="replace")

"""What an article says about its own format: the tag set and the version that it declares."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

_ENCODINGS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MISC: Final = r"(?>(?:\s|<\?.*?\?>|<!--.*?-->)*)"
_HEAD: Final = re.compile(
    rf"\ufeff?{_MISC}"
    r"(?:<!DOCTYPE\s+article\b(?P<doctype>(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*)(?:\[.*?\]\s*)?>"
    rf"{_MISC})?<article(?P<attributes>(?:\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*)?)/?>"
    rf"{_MISC}(?P<first><(?:front|processing-meta)\b[^>]*>)?",
    re.DOTALL,
)
_PUBLIC_ID: Final = re.compile(r"\bPUBLIC\s+(?:\"([^\"]*)\"|'([^']*)')")
_PUBLISHER: Final = re.compile(r"-//NLM//", re.IGNORECASE)
_PUBLIC_VERSION: Final = re.compile(r"\bDTD\b.*?\bv(?P<version>[0-9]\S*)(?:\s|//)")
_MODEL: Final = re.compile(r"<\?xml-model\b.*?\?>", re.DOTALL)
_DTD_VERSION: Final = re.compile(r"\sdtd-version\s*=\s*[\"']([^\"']*)[\"']")
_ADDRESS_VERSION: Final = re.compile(
    r"(?:publishing|archiving|articleauthoring)/(?P<version>[0-9]\.[0-9](?:d[0-9])?)/"
)
_FILE: Final = re.compile(
    r"JATS-(?:journalpublishing|archive|articleauthoring)[a-z-]*(?P<version>1(?:-[0-9](?:d[0-9])?)?)"
    r"(?P<mathml3>-mathml3)?\.(?:dtd|xsd|rng)"
)
_TAG_SETS: Final = (
    ("publishing", re.compile(r"journal ?publishing|publishing/|[\"']publishing[\"']", re.I)),
    ("archiving", re.compile(r"archiving|JATS-archive", re.I)),
    ("authoring", re.compile(r"article ?authoring|[\"']authoring[\"']", re.I)),
)
_OASIS: Final = re.compile(r"oasis", re.IGNORECASE)
_MATHML3: Final = re.compile(r"mathml ?3", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declaration:
    """What an article declares.

    Args:
        tag_set: ``publishing``, ``archiving`` or ``authoring``; empty if it names none.
        version: the version, also of a draft (``1.1d3``) and of NLM (``2.3``); empty if it names
            none.
        has_oasis_tables: whether it declares the variant with tables of OASIS.
        mathml: the version of MathML in the declared DTD; empty if it declares no DTD.
    """

    tag_set: str
    version: str
    has_oasis_tables: bool
    mathml: str


def declaration(head: bytes) -> Declaration | None:
    """What an article declares, by the first bytes of its file; None for another format.

    The document type declaration comes first, then ``@dtd-version``, then the addresses of schemas.
    An article that declares nothing is recognised if its first element is ``front``.
    """
    text = _decoded(head)
    found = _HEAD.match(text)
    if found is None or re.search(r"\sxmlns\s*=", found["attributes"]):
        return None
    doctype, first = found["doctype"] or "", found["first"] or ""
    public = _PUBLIC_ID.search(doctype)
    public_id = (public[1] or public[2] or "") if public else ""
    if public_id and not _PUBLISHER.match(public_id):
        return None
    models = _MODEL.findall(text, 0, found.start("attributes"))
    said = public_id or " ".join((doctype, *models, found["attributes"], first))
    version = _version(public_id, found["attributes"], said)
    tag_set = next((name for name, pattern in _TAG_SETS if pattern.search(said)), "")
    if not (version or tag_set or first):
        return None
    return Declaration(tag_set, version, _OASIS.search(said) is not None, _mathml(doctype))


def _version(public_id: str, attributes: str, said: str) -> str:
    by_public_id = _PUBLIC_VERSION.search(public_id)
    by_attribute = _DTD_VERSION.search(attributes)
    by_address = _ADDRESS_VERSION.search(said)
    by_file = _FILE.search(said)
    if by_public_id:
        return by_public_id["version"]
    if by_attribute:
        return by_attribute[1].strip()
    if by_address:
        return by_address["version"]
    # the files of 1.0, 1.1 and 1.2 have the same names, without a version
    return by_file["version"].replace("-", ".") if by_file and "-" in by_file["version"] else ""


def _mathml(doctype: str) -> str:
    """The version of MathML in a DTD: those of JATS have MathML 2 unless their names say 3."""
    return ("3" if _MATHML3.search(doctype) else "2") if doctype.strip() else ""


def _decoded(head: bytes) -> str:
    encoding = next((name for bom, name in _ENCODINGS if head.startswith(bom)), "latin-1")
    return head.decode(encoding, errors="replace")

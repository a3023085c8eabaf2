"""Galleys: the files of the full text.

A galley has a URL if it is remote (``remote``), or if its file is not embedded in the export
(``href``). Usually the file is embedded, and the export does not contain its URL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jatsx.model import Link
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.tree import XmlNode, shortened

FILES: Final = ("submission_file", "artwork_file", "supplementary_file")

MEDIA_TYPES: Final = {
    "pdf": "application/pdf",
    "html": "text/html",
    "htm": "text/html",
    "xml": "application/xml",
    "epub": "application/epub+zip",
}
"""Media types by file extension."""

INSIDE: Final = "$$$call$$$"
"""A part of URLs that only users of the OJS can open."""


@dataclass(frozen=True, slots=True)
class _Address:
    """The URL of a galley, and its element."""

    url: str
    element: XmlNode
    content_type: str | None = None


def links(article: XmlNode, publication: XmlNode, notes: OjsNotes) -> tuple[Link, ...]:
    """The galleys with a URL. The others are reported."""
    found: list[Link] = []
    labels: list[str] = []
    files = {one.attributes.get("id"): one for one in article.children if one.name in FILES}
    galleys = publication.take_all("article_galley", "galley", "htmlgalley")
    for galley in galleys:
        address = next(_addresses(galley, files), None)
        if address is None:
            labels.append(_label(galley, notes))
            galley.pass_over()
            continue
        notes.record(("links",), galley)
        notes.record(("links", len(found)), address.element)
        found.append(_link(galley, address, notes))
    if labels:
        first = next(galley for galley in galleys if galley.is_passed_over)
        named = ", ".join(labels)
        notes.warn("ojs-galley-without-address", ("links",), first, labels=named)
    return tuple(found)


def _link(galley: XmlNode, address: _Address, notes: OjsNotes) -> Link:
    language = notes.tag(galley) if galley.attributes.get("locale") else None
    return Link(url=address.url, content_type=address.content_type, language=language)


def _addresses(galley: XmlNode, files: Mapping[str | None, XmlNode]) -> Iterator[_Address]:
    """The URLs of a galley and of its files."""
    own = [galley, *galley.take_all("file")]
    for reference in galley.take_all("submission_file_ref"):
        own += _revisions(files.get(reference.take_attribute("id")))
    for file in own:
        for element in file.children:
            src = element.attributes.get("src", "").strip()
            if element.name not in ("remote", "href") or not src.startswith(("http:", "https:")):
                continue
            if INSIDE not in src:
                element.is_taken = True
                element.take_attribute("src")
                yield _Address(src, element, _content_type(file, element))


def _revisions(file: XmlNode | None) -> Iterator[XmlNode]:
    """The revisions of a file of a galley."""
    if file is not None:
        file.pass_over()
        yield from (one for one in file.children if one.name in ("file", "revision"))


def _content_type(file: XmlNode, address: XmlNode) -> str | None:
    """The media type of the file, else the media type of its extension."""
    declared = address.take_attribute("mime_type") or file.attributes.get("filetype")
    return declared or MEDIA_TYPES.get(file.attributes.get("extension", "").lower())


def _label(galley: XmlNode, notes: OjsNotes) -> str:
    """The label of a galley, and its language."""
    names = (child for child in galley.children if child.name in ("name", "label"))
    label = next((name.text.strip() for name in names if name.text.strip()), "?")
    locale = galley.attributes.get("locale")
    return shortened(f"{label} ({notes.tag(galley)})" if locale else label)

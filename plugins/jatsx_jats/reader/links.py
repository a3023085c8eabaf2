"""The article's ids, URLs and related works."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Link, Relation
from jatsx.model.fieldpath import Path
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx.standards.vocabularies import RELATIONS, UPDATES
from jatsx_jats.reader.tags import language_tag
from jatsx_jats.reader.texts import line, words_by_language
from jatsx_jats.reader.tree import JatsElement

TYPES: Final = FrozenMap(
    {
        "preprint": "has-preprint",
        "peer-reviewed-article": "review-of",
        "peer-review": "has-review",
        "commentary-article": "comment-on",
        "commentary": "has-comment",
        "addended-article": "addendum-to",
        "corrected-article": "correction-of",
        "object-of-concern": "expression-of-concern-about",
        "updated-article": "new-version-of",
        "partial-retraction": "partial-retraction-of",
        "retracted-article": "retraction-of",
    }
)
"""The relation of each ``@related-article-type``. Other types are read unchanged."""


def identifiers(meta: JatsElement, notes: ReaderNotes) -> dict[str, Any]:
    """The DOI, and the other ids by type."""
    doi: str | None = None
    read: dict[str, str] = {}
    for element in meta.find("article-id"):
        kind = element.attributes.get("pub-id-type", "").strip()
        if kind == "custom":
            kind = element.attributes.get("custom-type", "").strip()
        if kind == "doi" and doi is None:
            doi = line(element, notes, ("doi",))
        elif kind and kind != "doi" and kind not in read:
            if text := line(element, notes, ("identifiers", kind)):
                read[kind] = text
        else:
            continue
        for name in ("pub-id-type", "custom-type"):
            element.attribute(name)
    return {"doi": doi, "identifiers": FrozenMap(read)}


def links(meta: JatsElement, notes: ReaderNotes, first: int = 0) -> dict[str, Any]:
    """The landing page: the first link without a type; and the full texts, counted from ``first``.

    In a translation, every link leads to a full text.
    """
    url: str | None = None
    read: list[Link] = []
    for element in meta.take_all("self-uri"):
        address = element.attribute("xlink:href") or element.line_of_text
        kind, language = element.attribute("content-type"), element.attribute("hreflang")
        element.attribute("xlink:title")
        if element.line_of_text in ("", address):
            element.is_text_taken = True
        if not address:
            continue
        path: Path = ("links", first + len(read))
        if url is None and kind is None and language is None and not first and not read:
            path, url = ("url",), address
        else:
            own = element.own_language or (meta.language if meta.name == "front-stub" else None)
            tag = language_tag(language) if language else own
            written = {"content_type": kind, "language": tag}
            read.append(Link(url=address, **{key: one for key, one in written.items() if one}))
        notes.record(path, element)
    return {"url": url, "links": tuple(read)}


def relations(
    meta: JatsElement, notes: ReaderNotes, before: Iterable[Relation] = ()
) -> tuple[Relation, ...]:
    """The related works, after those read ``before``."""
    read = [*before]
    for element in meta.take_all("related-article"):
        read.append(_relation(element, notes, ("relations", len(read))))
    return tuple(read)


def _relation(element: JatsElement, notes: ReaderNotes, path: Path) -> Relation:
    notes.record(path, element)
    written = element.attribute("related-article-type") or ""
    use = element.attributes.get("specific-use", "").strip()
    kind = TYPES.get(written, written)
    if use in (*RELATIONS, *UPDATES):
        element.attribute("specific-use")
        kind = use
    address = element.attribute("xlink:href")
    link = element.attribute("ext-link-type")
    values: dict[str, Any] = {"type": kind, "title": _titles(element, notes, path)}
    if address and (link == "doi" or (link is None and is_doi(bare_doi(address)))):
        values["doi"] = address
    elif address:
        if link != "uri":
            element.taken_attributes.discard("ext-link-type")
        values["url"] = address
    uri = element.take("uri")
    if uri is not None and "url" not in values:
        values["url"] = line(uri, notes, (*path, "url"))
    elif uri is not None:
        uri.leave()
    return Relation(**{name: value for name, value in values.items() if value or name == "type"})


def _titles(element: JatsElement, notes: ReaderNotes, path: Path) -> FrozenMap[Any]:
    """The title of the other work in each language, else ``@xlink:title``."""
    found = words_by_language(element.take_all("article-title"), notes, (*path, "title"))
    title = element.attribute("xlink:title")
    if title and not found and not any(element.find("article-title")):
        from jatsx.model.text import Text

        return FrozenMap({element.language or "und": Text((title,))})
    return FrozenMap(found)

"""One citation: ``element-citation``, ``mixed-citation``.

The text of a ``mixed-citation`` is read as printed. The parts that are tagged in it are read too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import CitedAuthor, CitedWork
from jatsx.model.fieldpath import Path
from jatsx.model.text import Text
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import bare_doi, is_doi
from jatsx_jats.citations import ELEMENTS, NOT_PRINTED
from jatsx_jats.reader.texts import line, words
from jatsx_jats.reader.tree import JatsElement

TYPES: Final = FrozenMap(
    {
        "confproc": "conference",
        "conf-proc": "conference",
        "data": "dataset",
        "webpage": "website",
        "web": "website",
        "journal-article": "journal",
    }
)
"""The type of a cited work for each ``@publication-type``. Other types are read unchanged."""

TITLES: Final = ("article-title", "chapter-title", "data-title", "part-title")

WORDS: Final = frozenset({"source"})
"""The parts that may contain markup."""

EDITOR: Final = ", ed."
"""How an editor is marked among the authors of a cited work."""

GROUPS: Final = FrozenMap({"author": "", "": "", "editor": EDITOR})
"""The mark after the names in each ``@person-group-type``."""


def publication_type(citation: JatsElement) -> str | None:
    """The type of the cited work. A chapter of a book is a chapter."""
    written = citation.attribute("publication-type")
    for name in ("citation-type", "publication-format"):
        if written is None and name == "citation-type":
            written = citation.attribute(name)
    if written == "book" and any(citation.find("chapter-title")):
        return "chapter"
    return TYPES.get(written, written) if written else None


def cited_work(citation: JatsElement, notes: ReaderNotes, path: Path) -> CitedWork:
    """The tagged parts of a citation."""
    home: Path = (*path, "work")
    read: dict[str, Any] = {
        "authors": _authors(citation, notes, home),
        "title": _title(citation, notes, home),
    }
    for part, tag in (("source", "source"), *ELEMENTS.items()):
        element = citation.take(tag)
        if element is not None:
            reads = words if part in WORDS else line
            read[part] = reads(element, notes, (*home, part))
    return CitedWork(**{name: value for name, value in read.items() if value})


def linked(citation: JatsElement, notes: ReaderNotes, path: Path) -> dict[str, str]:
    """The DOI, the URL and the access date of a citation."""
    read: dict[str, str] = {}
    for element in _links(citation):
        name, value = _link(element)
        if name is None or value is None or name in read:
            continue
        notes.record((*path, name), element)
        read[name] = value
        address = element.attributes.get("xlink:href", "").strip()
        if name == "doi" and element.name == "pub-id" and address and "url" not in read:
            read["url"] = address
        element.pass_over()
    return read


def printed_text(citation: JatsElement, notes: ReaderNotes, path: Path) -> Text:
    """The citation as printed, without the identifiers that were added to it."""
    added = [one for one in citation.children if one.attributes.get("specific-use") == NOT_PRINTED]
    for element in added:
        element.pass_over()
    kept = [one for one in citation.content if isinstance(one, str) or one not in added]
    citation.content = kept
    for label in citation.take_all("label"):
        citation.content.remove(label)
    return words(citation, notes, path, is_citation=True)


def _authors(citation: JatsElement, notes: ReaderNotes, home: Path) -> tuple[CitedAuthor, ...]:
    """The authors and editors, in order. Editors are marked as in print."""
    read: list[CitedAuthor] = []
    for group in _groups(citation):
        kind = group.attributes.get("person-group-type", "").strip()
        if group is not citation and kind not in GROUPS:
            continue
        mark = "" if group is citation else GROUPS[kind]
        if group is not citation:
            group.is_taken = True
            group.attribute("person-group-type")
            group.is_text_taken = not any(one.isalpha() for one in group.own_text)
        for element in _people(group):
            author = _author(element, mark, notes, (*home, "authors", len(read)))
            read += [author] if author else []
    return tuple(read)


def _groups(citation: JatsElement) -> list[JatsElement]:
    return [citation, *citation.find("person-group")]


def _people(group: JatsElement) -> Iterator[JatsElement]:
    for element in group.find("name", "string-name", "collab", "name-alternatives"):
        if element.name == "name-alternatives":
            element.is_taken = True
            element = next(element.find("name", "string-name"), element)
        element.is_taken = True
        yield element


def _author(element: JatsElement, mark: str, notes: ReaderNotes, path: Path) -> CitedAuthor | None:
    notes.record(path, element)
    if element.name == "collab":
        group = line(element, notes, (*path, "group"))
        return CitedAuthor(group=group + mark) if group else None
    element.attribute("name-style")
    family = line(element.take("surname"), notes, (*path, "family"))
    given = line(element.take("given-names"), notes, (*path, "given"))
    suffix = element.take("suffix")
    if family is None and given is None:
        family = line(element, notes, (*path, "family"))
    elif not any(one.isalnum() for one in element.own_text):
        element.is_text_taken = True
    if suffix is not None and (text := line(suffix, notes, path)):
        given = f"{given}, {text}" if given else text
    if given:
        return CitedAuthor(given=given + mark, **({"family": family} if family else {}))
    return CitedAuthor(family=family + mark) if family else None


def _title(citation: JatsElement, notes: ReaderNotes, home: Path) -> Text | None:
    """The title of the cited part: of an article, else of a chapter, data or another part."""
    element = next((one for name in TITLES for one in citation.find(name)), None)
    if element is None:
        return None
    element.is_taken = True
    return words(element, notes, (*home, "title"))


def _links(citation: JatsElement) -> Iterator[JatsElement]:
    for element in citation.children:
        if element.name in ("pub-id", "ext-link", "uri", "date-in-citation", "access-date"):
            yield element
        elif element.name in ("comment", "italic", "bold"):
            yield from _links(element)


def _link(element: JatsElement) -> tuple[str | None, str | None]:
    """The field of a link, and its value."""
    text = element.line_of_text
    if element.name in ("date-in-citation", "access-date"):
        kind = element.attributes.get("content-type", "access-date").strip()
        iso = element.attributes.get("iso-8601-date", "").strip()
        return ("accessed", iso if parse_date(iso) else text) if "access" in kind else (None, None)
    if element.name == "pub-id":
        is_own = element.attributes.get("pub-id-type", "").strip() == "doi"
        return ("doi", text or None) if is_own else (None, None)
    address = element.attributes.get("xlink:href", "").strip() or text
    if element.attributes.get("ext-link-type", "").strip() == "doi" and is_doi(bare_doi(address)):
        return "doi", bare_doi(address)
    return "url", address or None

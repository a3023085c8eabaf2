"""Where an article stands in the file, and what it is called and sorted by there."""

from __future__ import annotations

from jatsx_ojs.identifiers import INTERNAL, file_name, internal_id
from jatsx_ojs.issue import section_name
from jatsx_ojs.tree import XmlNode, ordinal


def article_id(element: XmlNode, publication: XmlNode, n: int) -> str:
    """A name for files: the end of the article's address, else its number in OJS, else here."""
    candidates = (
        publication.attributes.get("url_path"),
        internal_id(element),
        element.attributes.get("public_id"),
    )
    return next(filter(None, map(file_name, candidates)), str(n + 1))


def id_source(element: XmlNode, publication: XmlNode) -> XmlNode:
    """Where that id stands."""
    if file_name(publication.attributes.get("url_path")):
        return publication
    ids = (id for id in element.children if id.name == "id")
    return next((id for id in ids if id.attributes.get("type") == INTERNAL), element)


def section_of(element: XmlNode, publication: XmlNode) -> str | None:
    """What the article calls its section; in 2.4 it stands in it."""
    around = element.parent
    if around is not None and around.name == "section":
        return section_name(around)
    return _attribute("section_ref", publication, element)


def seq_of(element: XmlNode, publication: XmlNode) -> int:
    """The article's place in its section."""
    return ordinal(_attribute("seq", publication, element))


def issue_identification(element: XmlNode, publication: XmlNode) -> XmlNode | None:
    """What an article that is exported by itself says of its issue."""
    if is_in_issue(element):
        return None
    return publication.take("issue_identification") or element.take("issue_identification")


def is_in_issue(element: XmlNode) -> bool:
    """Whether an issue of the file holds the article."""
    return any(around.name == "issue" for around in element.around)


def _attribute(name: str, publication: XmlNode, element: XmlNode) -> str | None:
    """An attribute of the publication; up to 3.1, of the article."""
    values = (one.attributes.get(name, "").strip() for one in (publication, element))
    return next(filter(None, values), None)

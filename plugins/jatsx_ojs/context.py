"""The context of an article in the file: its id, section, position and issue."""

from __future__ import annotations

from jatsx_ojs.identifiers import INTERNAL, file_name, internal_id
from jatsx_ojs.issue import section_name
from jatsx_ojs.tree import XmlNode, ordinal


def article_id(element: XmlNode, publication: XmlNode, n: int) -> str:
    """An id for file names: from the article's URL, else its number in OJS, else its position."""
    candidates = (
        publication.attributes.get("url_path"),
        internal_id(element),
        element.attributes.get("public_id"),
    )
    return next(filter(None, map(file_name, candidates)), str(n + 1))


def id_source(element: XmlNode, publication: XmlNode) -> XmlNode:
    """The element that contains the id of :func:`article_id`."""
    if file_name(publication.attributes.get("url_path")):
        return publication
    ids = (id for id in element.children if id.name == "id")
    return next((id for id in ids if id.attributes.get("type") == INTERNAL), element)


def section_of(element: XmlNode, publication: XmlNode) -> str | None:
    """The name of the article's section. In 2.4 the section contains the article."""
    around = element.parent
    if around is not None and around.name == "section":
        return section_name(around)
    return _attribute("section_ref", publication, element)


def seq_of(element: XmlNode, publication: XmlNode) -> int:
    """The position of the article in its section."""
    return ordinal(_attribute("seq", publication, element))


def issue_identification(element: XmlNode, publication: XmlNode) -> XmlNode | None:
    """The description of the issue in an article that is exported without its issue."""
    if is_in_issue(element):
        return None
    return publication.take("issue_identification") or element.take("issue_identification")


def is_in_issue(element: XmlNode) -> bool:
    """Whether an issue of the file contains the article."""
    return any(around.name == "issue" for around in element.around)


def _attribute(name: str, publication: XmlNode, element: XmlNode) -> str | None:
    """An attribute of the publication, or of the article up to 3.1."""
    values = (one.attributes.get(name, "").strip() for one in (publication, element))
    return next(filter(None, values), None)

"""``doi_data``: the DOI, the URL and the full-text links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jatsx.model import Link
from jatsx.model.fieldpath import Path
from jatsx_crossref.doi_data import takes
from jatsx_crossref.options import COLLECTIONS, DEFAULT_COLLECTIONS
from jatsx_crossref.reader.notes import DepositNotes
from jatsx_crossref.reader.texts import kept, line
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.version import version_named

CRAWLER: Final = "iParadigms"
"""The crawler of Similarity Check."""


def doi_and_url(element: SourceNode | None, notes: DepositNotes, path: Path) -> dict[str, str]:
    """The fields ``doi`` and ``url`` of an article, an issue or a journal."""
    if element is None:
        return {}
    return kept(
        {
            "doi": line(element.take("doi"), notes, (*path, "doi")),
            "url": line(element.take("resource"), notes, (*path, "url")),
        }
    )


def links(element: SourceNode | None, notes: DepositNotes) -> tuple[Link, ...]:
    """The full-text links of all collections, each once, in the order of the longest collection."""
    found: dict[str, Link] = {}
    listed: dict[str, set[str]] = {}
    longest_first = sorted(collections(element), key=lambda one: -len(one.find_all("item")))
    for collection in longest_first:
        collection.is_taken = True
        use = collection.take_attribute("property") or ""
        for item in collection.take_all("item"):
            if item.attributes.get("crawler") == CRAWLER:
                item.take_attribute("crawler")
            resource = item.take("resource")
            path: Path = ("links", len(found))
            url = line(resource, notes, path) if resource else None
            if resource and url:
                kind = resource.attributes.get("mime_type", "").strip()
                link = found.get(url) or Link(url=url)
                if kind and link.content_type in (None, kind):
                    resource.take_attribute("mime_type")
                    link = Link(url=url, content_type=kind)
                found[url] = link
                listed.setdefault(url, set()).add(use)
    note_uses(found, listed, notes)
    return tuple(found.values())


def note_uses(found: dict[str, Link], listed: dict[str, set[str]], notes: DepositNotes) -> None:
    """Warns of links that are not in each collection that could contain them.

    The option ``collections`` is the same for all links.
    """
    all_uses = set().union(*listed.values())
    version = version_named("")
    for n, (url, link) in enumerate(found.items()):
        missing = sorted(use for use in all_uses - listed[url] if takes(use, link, version))
        if missing:
            path: Path = ("links", n)
            notes.warn("crossref-link-collections", path, missing=", ".join(missing))


def uses(element: SourceNode | None) -> str | None:
    """The option ``collections`` of a deposit with these links; None if it is the default."""
    found = {one.attributes.get("property") for one in collections(element)}
    chosen = " ".join(one for one in COLLECTIONS if one in found)
    return chosen if chosen and chosen != DEFAULT_COLLECTIONS else None


def collections(element: SourceNode | None) -> Iterable[SourceNode]:
    """The collections that contain full-text links."""
    listed = element.find_all("collection") if element else []
    return [one for one in listed if one.attributes.get("property") in COLLECTIONS]

"""The versions of an article, from 3.2. In earlier versions of OJS, the article has no versions."""

from __future__ import annotations

from typing import Final

from jatsx_ojs.identifiers import internal_id
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.tree import XmlNode

PUBLISHED: Final = "3"
"""The status “published”. 1 is queued, 4 is declined, 5 is scheduled. Source: pkp-lib,
``PKPPublication``."""


def current(article: XmlNode, notes: OjsNotes | None = None) -> XmlNode:
    """The version that OJS shows: the current version of the article, else the last published."""
    versions = article.take_all("publication")
    if not versions:
        internal_id(article)
        return article
    named = article.take_attribute("current_publication_id")
    ids = [internal_id(version) for version in versions]
    internal_id(article)
    published = [one for one in versions if one.attributes.get("status") == PUBLISHED]
    if named is not None and named in ids:
        chosen = versions[ids.index(named)]
    else:
        chosen = (published or versions)[-1]
    for version in versions:
        if version is not chosen:
            version.pass_over()
    if notes is not None and len(versions) > 1:
        count = str(len(versions))
        number = _number(chosen) or str(versions.index(chosen) + 1)
        notes.warn("ojs-article-versions", element=chosen, count=count, version=number)
    return chosen


def _number(version: XmlNode) -> str:
    """The number of a version. From 3.6 it has two parts."""
    attributes = version.attributes
    parts = (attributes.get(part) for part in ("version_major", "version_minor"))
    return attributes.get("version") or ".".join(filter(None, parts))

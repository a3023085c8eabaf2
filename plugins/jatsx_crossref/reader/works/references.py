"""References of a record: ``reference``."""

from __future__ import annotations

from typing import Final

from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.works.elements import made, marked, moved, text_of

ELEMENTS: Final = {
    "ISSN": "issn",
    "author": "author",
    "volume": "volume",
    "issue": "issue",
    "first-page": "first_page",
    "year": "cYear",
    "DOI": "doi",
    "ISBN": "isbn",
    "series-title": "series_title",
    "edition": "edition_number",
    "component": "component_number",
    "standard-designator": "std_designator",
    "standards-body": "standards_body",
}
"""The element of each plain value of a reference."""

TITLES: Final = {
    "journal-title": "journal_title",
    "volume-title": "volume_title",
    "article-title": "article_title",
    "unstructured": "unstructured_citation",
}
"""The element of each value of a reference that may have markup."""

TECHNICAL: Final = ("doi-asserted-by", "issn-type", "isbn-type")


def citation_list(work: SourceNode) -> SourceNode:
    """``citation_list``: a citation for each reference, in order."""
    return made("citation_list", work, *map(_citation, work.take_all("reference")))


def _citation(source: SourceNode) -> SourceNode:
    for technical in source.take_all(*TECHNICAL):
        technical.pass_over()
    titles = (marked(value, name) for key, name in TITLES.items() if (value := source.take(key)))
    attributes = {"key": text_of(source, "key"), "type": text_of(source, "type")}
    inside = (*(moved(source, key, name) for key, name in ELEMENTS.items()), *titles)
    return made("citation", source, *inside, attributes=attributes)

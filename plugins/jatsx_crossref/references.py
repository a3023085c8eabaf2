"""References: ``citation_list``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import (
    Built,
    Content,
    Extent,
    Loss,
    Text,
    element,
    is_present,
    non_blank,
    partition,
    present,
)
from jatsx.model import FrozenMap, cited_people
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import is_issn
from jatsx_crossref.identifiers import crossref_doi
from jatsx_crossref.options import Settings
from jatsx_crossref.pieces import text_element
from jatsx_crossref.texts import face_markup, plain_element
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import Article, CitedPerson, CitedWork, Reference

TYPES: Final = FrozenMap(
    {
        "journal": "journal_article",
        "book": "book",
        "chapter": "book_chapter",
        "conference": "conference_paper",
        "thesis": "dissertation",
        "report": "report",
        "preprint": "preprint",
        "dataset": "dataset",
        "software": "software",
        "standard": "standard",
        "patent": "patent",
        "website": "web_resource",
        "other": "other",
    }
)
"""The value of ``citation/@type`` for each type of cited work. There is none for newspapers."""

WITHOUT_JOURNAL: Final = ("book", "chapter", "conference", "thesis", "report", "standard")
"""The types of cited works that have a ``volume_title``, not a ``journal_title``."""

UNSUPPORTED: Final = FrozenMap(
    {
        "publisher": "no-citation-publisher",
        "place": "no-citation-place",
        "last_page": "no-last-page",
    }
)
"""The fields of a cited work for which ``citation`` has no element, and the code of the loss."""

FIELDS: Final = FrozenMap({"@key": "label", "@type": "type"})
"""The fields of the attributes of a ``citation``."""

_ISBN: Final = re.compile(r"(?:97[89]-)?[0-9][0-9 -]+[0-9X]\Z")
_KEY: Final = re.compile(r"(?!ref[0-9]+\Z).{1,128}\Z")
_LATIN: Final = re.compile(r"-latn(?:-|\Z)", re.IGNORECASE)


def citation_list(article: Article, settings: Settings) -> Built:
    """``citation_list``: a citation for each reference that is not empty."""
    labels = [_label(reference) for reference in article.references]
    named = zip(article.references, labels, citation_keys(labels), strict=True)
    citations = [
        citation(reference, f"references[{n}]", label, key, settings)
        for n, (reference, label, key) in enumerate(named)
    ]
    return element("citation_list", None, citations, field="references")


def citation_keys(labels: Sequence[str]) -> list[str]:
    """The key of each citation in Crossref's reports: its label, else its position in the list.

    Each key is unique. Source: ``citation_key.atts`` in common5.5.0.xsd: 1 to 128 characters.
    """
    times = Counter(labels)
    return [
        label if times[label] == 1 and _KEY.match(label) else f"ref{n}"
        for n, label in enumerate(labels, start=1)
    ]


def citation(reference: Reference, field: str, label: str, key: str, settings: Settings) -> Built:
    """``citation``: its known parts, its DOI, its text, and the losses."""
    inside, lost = partition(
        cited_work(reference, f"{field}.work") if reference.work else None,
        doi(reference.doi, f"{field}.doi") if reference.doi else None,
        unstructured_citation(reference.text, f"{field}.text", settings),
    )
    attributes = {"key": key, "type": citation_type(reference.type, settings.version)}
    of_attributes = (
        _attribute_losses(reference, field, label, key, settings.version)
        if inside
        else _losses_without_citation(reference, field)
    )
    losses = (lost, of_attributes, _address_losses(reference, field))
    return element("citation", attributes, inside, losses, field=field, fields=FIELDS)


def citation_type(kind: str | None, version: Version) -> str | None:
    """The value of ``citation/@type``; None if the version or its list does not have it."""
    return TYPES.get(kind or "") if version.has_citation_types else None


def cited_work(reference: Reference, field: str) -> Iterator[Content]:
    """The elements for the parts of a cited work."""
    work = reference.work
    source = "volume_title" if reference.type in WITHOUT_JOURNAL else "journal_title"
    yield from issn(work, field)
    yield from plain_element(source, work.source, f"{field}.source")
    yield from author(cited_people(reference), field)
    yield text_element("volume", work.volume, f"{field}.volume")
    yield text_element("issue", work.issue, f"{field}.issue")
    yield text_element("first_page", work.first_page, f"{field}.first_page")
    yield text_element("elocation_id", work.elocation_id, f"{field}.elocation_id")
    yield text_element("cYear", work.year, f"{field}.year")
    yield from isbn(work, field)
    yield text_element("series_title", work.series, f"{field}.series")
    yield text_element("edition_number", work.edition, f"{field}.edition")
    yield from plain_element("article_title", work.title, f"{field}.title")
    for key, code in UNSUPPORTED.items():
        if getattr(work, key):
            yield Loss(f"{field}.{key}", code)


def author(people: Sequence[CitedPerson], field: str) -> Iterator[Content]:
    """``author``: the first author."""
    first = next((one for one in people if not one.is_editor), None)
    for cited in people:
        path = f"{field}.authors[{cited.position}]"
        if cited.is_editor:
            yield Loss(path, "no-citation-editor")
        elif cited is not first:
            yield Loss(path, "author-limit")
        else:
            yield text_element("author", _author_text(cited), path)
            if cited.group and (cited.family or cited.given):
                yield Loss(f"{path}.group", "author-or-group")


def issn(work: CitedWork, field: str) -> Iterator[Content]:
    """``issn``."""
    if is_issn(work.issn or ""):
        yield text_element("issn", work.issn, f"{field}.issn")
    elif work.issn:
        yield Loss(f"{field}.issn", "issn-form")


def isbn(work: CitedWork, field: str) -> Iterator[Content]:
    """``isbn``: 10 to 17 characters. Source: ``isbn_t`` in common5.5.0.xsd."""
    written = work.isbn or ""
    if 10 <= len(written) <= 17 and _ISBN.match(written):
        yield text_element("isbn", written, f"{field}.isbn")
    elif written:
        yield Loss(f"{field}.isbn", "isbn-form")


def doi(written: str, field: str) -> Built:
    """``doi`` of the cited work."""
    made = element("doi", None, crossref_doi(written), field=field)
    return made or Loss(field, "doi-form", {"element": "doi"})


def unstructured_citation(texts: FrozenMap[Text], field: str, settings: Settings) -> list[Content]:
    """``unstructured_citation``: the original or the romanised text, by the option."""
    written = present(texts)
    sent = _sent(written, settings)
    return [
        element("unstructured_citation", None, face_markup(text), field=subpath(field, tag))
        if tag == sent
        else Loss(subpath(field, tag), "text-not-chosen", extent=Extent.LANGUAGE)
        for tag, text in written.items()
    ]


def _attribute_losses(
    reference: Reference, field: str, label: str, key: str, version: Version
) -> Iterator[Loss]:
    """A label that is not the key, and an unlisted type."""
    kind = reference.type
    if label and label != key:
        yield Loss(f"{field}.label", "no-citation-label")
    if kind and not version.has_citation_types:
        yield Loss(f"{field}.type", "no-citation-type", {"version": version.name})
    elif kind and kind not in TYPES:
        yield Loss(f"{field}.type", "citation-type-not-listed", {"type": kind})


def _losses_without_citation(reference: Reference, field: str) -> Iterator[Loss]:
    """The label and the type of a reference that has no content for a citation."""
    for name in ("label", "type"):
        if is_present(getattr(reference, name)):
            yield Loss(subpath(field, name), "citation-empty")


def _address_losses(reference: Reference, field: str) -> Iterator[Loss]:
    """The URL and the access date."""
    if reference.url:
        yield Loss(f"{field}.url", "no-citation-url")
    if reference.accessed:
        yield Loss(f"{field}.accessed", "no-access-date")


def _sent(tags: Iterable[str], settings: Settings) -> str | None:
    """The language of the included text: the first, or the romanised one by the option."""
    original = next(iter(tags), None)
    if settings.references == "original":
        return original
    return next((tag for tag in tags if _LATIN.search(tag)), original)


def _author_text(author: CitedPerson) -> str | None:
    """Family name and given names, else the group."""
    name = " ".join(filter(None, map(non_blank, (author.family, author.given))))
    return name or author.group


def _label(reference: Reference) -> str:
    """The label with normalised white space."""
    return " ".join((reference.label or "").split())

"""Reads an article into an article of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Article, Dates, Issue, IssueSection, Published
from jatsx.model.text import Text
from jatsx_jats.reader.abstracts import abstract, keywords, other_abstracts
from jatsx_jats.reader.affiliations import FoundAffiliations
from jatsx_jats.reader.categories import subject_codes
from jatsx_jats.reader.counts import counts
from jatsx_jats.reader.dates import history, published
from jatsx_jats.reader.funding import funding
from jatsx_jats.reader.issue import issue, issue_id, medium_of, pages, position
from jatsx_jats.reader.leftovers import take_leftovers, with_leftovers
from jatsx_jats.reader.links import identifiers, links, relations
from jatsx_jats.reader.people import contributors
from jatsx_jats.reader.permissions import copyright, licenses
from jatsx_jats.reader.references import references
from jatsx_jats.reader.statements import statements, statements_of
from jatsx_jats.reader.tags import DEFAULT, UNDETERMINED
from jatsx_jats.reader.texts import line
from jatsx_jats.reader.titles import subtitles, titles
from jatsx_jats.reader.translations import Readings, join_translations
from jatsx_jats.reader.tree import JatsElement
from jatsx_jats.reader.unread import note_unread

FALLBACK = "issue"
"""The id of an issue without year, volume and number."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, the notes on it, and its position in the issue if the file gives it."""

    article: Article
    notes: ReaderNotes
    position: int | None


def read_article(root: JatsElement, id: str, file: str) -> ReadArticle:
    """The article of a root element, which may have no metadata."""
    front = root.take("front") or JatsElement("front", root.line, parent=root)
    meta = front.take("article-meta") or JatsElement("article-meta", root.line, parent=front)
    notes = ReaderNotes(file, root.line, id)
    notes.record(("id",), root)
    language = _language(root, meta, notes)
    kept = take_leftovers(meta)
    plain = _plain_values(root, meta, notes)
    of_issue = issue(front, meta, notes)
    back = root.take("back")
    plain["references"] = references(back, notes)
    read = _readings(root, front, meta, back, of_issue, plain, notes)
    values = {**plain, **_joined_values(read), **_in_issue(of_issue, read, plain["dates"])}
    article = Article(id=id, **_present({**values, "language": language}))
    article = with_leftovers(article, kept, notes)
    note_unread(root, notes)
    return ReadArticle(article, notes, position(meta))


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value or type(value) is int}


def _language(root: JatsElement, meta: JatsElement, notes: ReaderNotes) -> str | None:
    """The language of the text: ``xml:lang``; without it, the default of the DTD."""
    contents = meta.take_all("content-language")
    said = [one.line_of_text for one in contents]
    own = root.own_language
    if own is None:
        root.attributes["xml:lang"] = own = DEFAULT
        notes.warn("jats-language-absent", ("language",), root, language=DEFAULT)
    notes.record(("language",), root)
    if own == UNDETERMINED:
        return line(contents[0], notes, ("language",)) if contents else None
    for element, written in zip(contents, said, strict=True):
        if written == own:
            element.pass_over()
    return own


def _plain_values(root: JatsElement, meta: JatsElement, notes: ReaderNotes) -> dict[str, Any]:
    """The values that translations do not complete."""
    notes.record(("type",), root)
    dates = {**history(meta, notes), "published": _published(meta, notes)}
    return {
        "type": root.attribute("article-type"),
        **identifiers(meta, notes),
        **links(meta, notes),
        "dates": Dates(**_present(dates)),
        "pages": pages(meta, notes),
        "elocation_id": line(meta.take("elocation-id"), notes, ("elocation_id",)),
        "licenses": licenses(meta, notes),
        "copyright": copyright(meta, notes),
        "funding": funding(meta, notes),
        "relations": relations(meta, notes),
        "counts": counts(meta, notes),
        "subject_codes": subject_codes(meta, notes),
    }


def _published(meta: JatsElement, notes: ReaderNotes) -> Published | None:
    read = published(meta, notes)
    return Published(**read) if read else None


def _readings(
    root: JatsElement,
    front: JatsElement,
    meta: JatsElement,
    back: JatsElement | None,
    of_issue: Issue,
    plain: Mapping[str, Any],
    notes: ReaderNotes,
) -> Readings:
    """The values that translations complete."""
    affiliations = FoundAffiliations(notes)
    section = of_issue.sections[0].title if of_issue.sections else FrozenMap[Text]()
    read = Readings(
        title=titles(meta, notes),
        subtitle=subtitles(meta, notes),
        abstract=abstract(meta, notes),
        keywords=keywords(meta, notes),
        section={**section},
        statements=statements([one for one in (front, meta, back) if one is not None], notes),
        contributors=contributors(meta, affiliations, notes),
        affiliations=tuple(affiliations.found),
        other_abstracts=other_abstracts(meta, notes),
        links=plain["links"],
        relations=plain["relations"],
        identifiers={**plain["identifiers"]},
        xml_ids=affiliations.by_xml_id,
    )
    join_translations(root, read, notes)
    return read


def _joined_values(read: Readings) -> dict[str, Any]:
    return {
        "title": FrozenMap(read.title),
        "subtitle": FrozenMap(read.subtitle),
        "abstract": FrozenMap(read.abstract),
        "keywords": FrozenMap(read.keywords),
        "other_abstracts": read.other_abstracts,
        "contributors": read.contributors,
        "affiliations": read.affiliations,
        "statements": statements_of(read.statements),
        "links": read.links,
        "relations": read.relations,
    }


def _in_issue(of_issue: Issue, read: Readings, dates: Dates) -> dict[str, Any]:
    """The issue with its id, and the section of the article.

    A year of publication in the medium of the journal is the year of the issue, if the article is
    in an issue and gives no other date.
    """
    changed: dict[str, Any] = {}
    day, medium = dates.published, medium_of(of_issue.journal)
    year = (of_issue.year or of_issue.published.print or of_issue.published.online or "")[:4]
    only = getattr(day, medium) if [day.print, day.online].count(None) == 1 else None
    if not year and only and len(only) == 4 and (of_issue.volume or of_issue.number):
        changed["year"] = year = only
        dates = dates.model_copy(update={"published": Published()})
    year = year or (day.print or day.online or "")[:4]
    changed["id"] = issue_id(of_issue, year) or FALLBACK
    section: str | None = None
    if of_issue.sections:
        section = of_issue.sections[0].id
        changed["sections"] = (IssueSection(id=section, title=FrozenMap(read.section)),)
    whole = of_issue.model_copy(update=changed)
    return {"issue": whole, "section": section, "dates": dates}

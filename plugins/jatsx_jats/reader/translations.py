"""Sub-articles that are translations: their texts and names join the article.

Other sub-articles and responses are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Affiliation, Contributor, Link, OtherAbstract, Relation
from jatsx.model.fieldpath import Path
from jatsx.model.text import Prose, Text
from jatsx_jats.reader.abstracts import abstract, keywords, other_abstracts
from jatsx_jats.reader.affiliations import NAMES, FoundAffiliations
from jatsx_jats.reader.categories import section_titles
from jatsx_jats.reader.links import identifiers, links, relations
from jatsx_jats.reader.people import contributors
from jatsx_jats.reader.statements import statements
from jatsx_jats.reader.titles import subtitles, titles
from jatsx_jats.reader.tree import JatsElement, shortened

Value = TypeVar("Value")

TRANSLATION: Final = "translation"

CODES: Final = {Contributor: ("orcid", "email"), Affiliation: ("country", "ror")}
"""The identifiers of a person and of an institution."""

METADATA: Final = ("front-stub", "front")
"""The elements with the metadata of a sub-article."""


@dataclass(slots=True)
class Readings:
    """The values of an article that its translations complete."""

    title: dict[str, Text]
    subtitle: dict[str, Text]
    abstract: dict[str, Prose]
    keywords: dict[str, tuple[Text, ...]]
    section: dict[str, Text]
    statements: dict[str, dict[str, Prose]]
    contributors: tuple[Contributor, ...]
    affiliations: tuple[Affiliation, ...]
    other_abstracts: tuple[OtherAbstract, ...] = ()
    links: tuple[Link, ...] = ()
    relations: tuple[Relation, ...] = ()
    identifiers: dict[str, str] = field(default_factory=dict)
    xml_ids: Mapping[str, str] = FrozenMap()


def join_translations(root: JatsElement, read: Readings, notes: ReaderNotes) -> None:
    """Adds the translations to what was read from the article."""
    for element in root.find("sub-article", "response"):
        kind = element.attributes.get("article-type", element.attributes.get("response-type", ""))
        if kind == TRANSLATION and element.name == "sub-article":
            element.is_taken = True
            element.attribute("article-type")
            _join(element, read, notes)
        else:
            title = next(_inside(element, "article-title"), None)
            shown = shortened(title.line_of_text) if title is not None else ""
            notes.warn("jats-subarticle-unread", (), element, type=kind, title=shown)
            element.pass_over()
            element.taken_attributes.update(element.attributes)


def _inside(element: JatsElement, name: str) -> Iterator[JatsElement]:
    for child in element.children:
        if child.name == name:
            yield child
        yield from _inside(child, name)


def _join(element: JatsElement, read: Readings, notes: ReaderNotes) -> None:
    around = element.take(*METADATA)
    meta = around.take("article-meta") if around is not None and around.name == "front" else around
    back = element.take("back")
    if meta is not None:
        _join_texts(meta, read, notes)
        _join_people(meta, read, notes)
        _join_works(meta, read, notes)
    found = statements([one for one in (meta, back) if one is not None], notes)
    for name, texts in found.items():
        _add(read.statements.setdefault(name, {}), texts, element, notes, "statements", name)


def _join_texts(meta: JatsElement, read: Readings, notes: ReaderNotes) -> None:
    _add(read.title, titles(meta, notes), meta, notes, "title")
    _add(read.subtitle, subtitles(meta, notes), meta, notes, "subtitle")
    _add(read.abstract, abstract(meta, notes), meta, notes, "abstract")
    _add(read.keywords, keywords(meta, notes), meta, notes, "keywords")
    headings = section_titles(meta, notes)
    if read.section:
        _add(read.section, headings, meta, notes, "issue", "sections", 0, "title")
    read.other_abstracts = other_abstracts(meta, notes, read.other_abstracts)


def _add(
    own: dict[str, Value],
    others: Mapping[str, Value],
    element: JatsElement,
    notes: ReaderNotes,
    *path: str | int,
) -> None:
    """Adds values in further languages. A different value in a known language is reported."""
    for tag, value in others.items():
        if own.setdefault(tag, value) != value:
            notes.warn("jats-translation-differs", (*path, tag), element, language=tag)


def _join_people(meta: JatsElement, read: Readings, notes: ReaderNotes) -> None:
    """Adds the names in the language of the translation, if it has the same number of people."""
    affiliations = FoundAffiliations(notes, read.xml_ids)
    people = contributors(meta, affiliations, notes)
    if people and len(people) != len(read.contributors):
        notes.warn("jats-translation-people", ("contributors",), meta, count=str(len(people)))
    elif people:
        read.contributors = tuple(
            _with_names(one, other, _codes(one, other, meta, notes, ("contributors", n)))
            for n, (one, other) in enumerate(zip(read.contributors, people, strict=True))
        )
    found = affiliations.found
    if found and len(found) != len(read.affiliations):
        count = str(len(found))
        notes.warn("jats-translation-affiliations", ("affiliations",), meta, count=count)
    elif found:
        read.affiliations = tuple(
            _in_more_languages(one, other, _codes(one, other, meta, notes, ("affiliations", n)))
            for n, (one, other) in enumerate(zip(read.affiliations, found, strict=True))
        )


def _codes(
    one: Contributor | Affiliation,
    other: Contributor | Affiliation,
    meta: JatsElement,
    notes: ReaderNotes,
    path: Path,
) -> dict[str, Any]:
    """The identifiers that only the translation gives. Different ones are reported."""
    read: dict[str, Any] = {}
    for name in CODES[Contributor if isinstance(one, Contributor) else Affiliation]:
        own, value = getattr(one, name), getattr(other, name)
        if value and not own:
            read[name] = value
        elif value and value != own:
            params = {"name": f"{meta.name}/{name}", "times": "1", "value": value}
            notes.warn("jats-value-unread", (*path, name), meta, **params)
    return read


def _with_names(one: Contributor, other: Contributor, codes: Mapping[str, Any]) -> Contributor:
    """A contributor with the names of another language and with further identifiers."""
    names = _names(one, other, ("name", "group", "position", "degree"))
    return one.model_copy(update={**codes, **names}) if codes or names else one


def _in_more_languages(
    one: Affiliation, other: Affiliation, codes: Mapping[str, Any]
) -> Affiliation:
    """An affiliation with the names of another language and with further identifiers."""
    names = _names(one, other, NAMES)
    return one.model_copy(update={**codes, **names}) if codes or names else one


def _names(
    one: Contributor | Affiliation, other: Contributor | Affiliation, fields: Iterable[str]
) -> dict[str, Any]:
    """The names of both in each language. A name that is known is not repeated."""
    read: dict[str, Any] = {}
    for name in fields:
        own, more = getattr(one, name), getattr(other, name)
        new = {tag: value for tag, value in more.items() if value not in [*own.values()]}
        if new:
            read[name] = FrozenMap({**own, **new, **own})
    return read


def _join_works(meta: JatsElement, read: Readings, notes: ReaderNotes) -> None:
    """Adds links and relations. The DOI of the translation is a relation to it."""
    found = identifiers(meta, notes)
    if found["doi"]:
        title = titles_of(read, meta)
        relation = {"type": "has-translation", "doi": found["doi"]}
        notes.record(("relations", len(read.relations)), meta)
        read.relations = (*read.relations, Relation(**relation, title=FrozenMap(title)))
    for kind, value in found["identifiers"].items():
        if read.identifiers.get(kind) != value:
            params = {"name": "front-stub/article-id", "times": "1", "value": f"{kind} {value}"}
            notes.warn("jats-value-unread", ("identifiers",), meta, **params)
    read.links = (*read.links, *links(meta, notes, len(read.links))["links"])
    read.relations = relations(meta, notes, read.relations)


def titles_of(read: Readings, meta: JatsElement) -> dict[str, Text]:
    """The title in the language of a translation."""
    tag = meta.language
    return {tag: read.title[tag]} if tag is not None and tag in read.title else {}

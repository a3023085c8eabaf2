"""Answers of the REST API as the elements of a native export.

Each element has the address of its resource and the name of its field. A field that has no element
in the export becomes an element with its own name, so that it is reported as unread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from jatsx_ojs.people import GROUPS
from jatsx_ojs.rest.api import Answer, entries
from jatsx_ojs.tree import XmlNode
from jatsx_ojs.wordlists import wordlist

TEXTS: Final[Mapping[str, str]] = {
    "title": "title",
    "prefix": "prefix",
    "subtitle": "subtitle",
    "abstract": "abstract",
    "coverage": "coverage",
    "type": "type",
    "source": "source",
    "rights": "rights",
    "licenseUrl": "licenseUrl",
    "copyrightHolder": "copyrightHolder",
    "copyrightYear": "copyrightYear",
    "pages": "pages",
}
"""The elements of the texts of a publication."""

TERMS: Final[Mapping[str, tuple[str, str]]] = {
    "keywords": ("keywords", "keyword"),
    "subjects": ("subjects", "subject"),
    "disciplines": ("disciplines", "discipline"),
    "supportingAgencies": ("agencies", "agency"),
}
"""The elements of the lists of terms: the list, and each term."""

OF_AUTHOR: Final[Mapping[str, str]] = {
    "givenName": "givenname",
    "familyName": "familyname",
    "country": "country",
    "email": "email",
    "orcid": "orcid",
    "biography": "biography",
    "competingInterests": "competing_interests",
}
"""The elements of the fields of a person."""

SYSTEM: Final = wordlist(
    "_href accessStatus authors authorsString authorsStringIncludeInBrowse authorsStringShort",
    "categoryIds citations citationsRaw createdAt datePublished doiId doiObject fullTitle galleys",
    "hideAuthor id issueId jatsPublicVisibility lastModified locale primaryContactId",
    "reviewDoiItems sectionId seq sourcePublicationId status submissionId urlPath urlPublished",
    "version versionMajor versionMinor versionStage versionString",
)
"""Fields of a publication that are read otherwise, or have no meaning outside OJS."""

AUTHOR_SYSTEM: Final = wordlist(
    "affiliation affiliations fullName hasVerifiedOrcid id includeInBrowse locale publicationId",
    "seq submissionLocale userGroupId userGroupName _href contributorRoles creditRoles",
)
"""The same of a person. Fields that begin with ``orcid`` may contain the keys of a person."""

ISSUE_SYSTEM: Final = wordlist(
    "_href accessStatus articles coverImage coverImageAltText coverImageUrl dateNotified",
    "datePublished doiId doiObject galleys id identification journalId lastModified number",
    "openAccessDate originalStyleFileName published publishedUrl sections showNumber showTitle",
    "showVolume showYear styleFileName title urlPath volume year",
)
"""The same of an issue."""

PUB_ID: Final = "pub-id::"
"""What the names of fields with the ids of plugins begin with."""


def issue_element(issue: Answer, address: str) -> XmlNode:
    """The ``issue`` element of an issue."""
    element = _element("issue", address, url_path=issue.get("urlPath"))
    if issue.get("published") is False:
        element.attributes["published"] = "0"
    page = _texts("publishedUrl", issue.get("publishedUrl"), _field(address, "publishedUrl"))
    identification = _element("issue_identification", address)
    date = _day(issue.get("datePublished"))
    for name in ("volume", "number", "year", "title"):
        identification.children += _texts(name, issue.get(name), _field(address, name))
    element.children = [
        *_ids(issue, address),
        *page,
        identification,
        *_texts("date_published", date, _field(address, "datePublished")),
    ]
    around = _element("sections", _field(address, "sections"))
    for n, section in enumerate(entries(issue.get("sections")) or ()):
        at = _field(address, f"sections[{n}]")
        node = _element("section", at, ref=section_ref(section), seq=section.get("seq") or n)
        node.children = _texts("title", section.get("title"), f"{at}.title")
        around.children.append(node)
    element.children += [around, *_others(issue, address, ISSUE_SYSTEM)]
    return element


def section_ref(section: Answer) -> str:
    """The name of a section: its abbreviation in English, else in the first language with one."""
    abbreviations = section.get("abbrev")
    texts = dict(_localised(abbreviations)) if isinstance(abbreviations, dict) else {}
    return texts.get("en") or texts.get("en_US") or next(iter(texts.values()), str(section["id"]))


def article_element(
    submission: Answer,
    publication: Answer,
    sections: Mapping[str, str],
    addresses: tuple[str, str],
) -> XmlNode:
    """The ``article`` element of a submission with one of its versions.

    Args:
        submission: the summary of the submission in its issue.
        publication: the version.
        sections: the names of the sections by their ids.
        addresses: that of the summary in its issue, and that of the version.
    """
    summary, address = addresses
    element = _element(
        "article",
        summary,
        locale=publication.get("locale") or submission.get("locale"),
        date_submitted=submission.get("dateSubmitted"),
        status=submission.get("status"),
        current_publication_id=publication.get("id"),
    )
    element.children = [
        _element("id", summary, str(submission["id"]), type="internal"),
        *_texts("urlPublished", submission.get("urlPublished"), f"{summary}.urlPublished"),
        _publication(publication, sections, address),
    ]
    return element


def _publication(publication: Answer, sections: Mapping[str, str], address: str) -> XmlNode:
    element = _element(
        "publication",
        address,
        status=publication.get("status"),
        version=publication.get("version"),
        url_path=publication.get("urlPath"),
        seq=publication.get("seq"),
        date_published=_day(publication.get("datePublished")),
        section_ref=sections.get(str(publication.get("sectionId"))),
        primary_contact_id=publication.get("primaryContactId"),
    )
    element.children = _ids(publication, address)
    for name, tag in TEXTS.items():
        element.children += _texts(tag, publication.get(name), _field(address, name))
    for name, (around, tag) in TERMS.items():
        element.children += _terms(around, tag, publication.get(name), _field(address, name))
    authors = _element("authors", _field(address, "authors"))
    for n, author in enumerate(entries(publication.get("authors")) or ()):
        authors.children.append(_author(author, _field(address, f"authors[{n}]")))
    element.children += [authors, *_citations(publication, address)]
    for n, galley in enumerate(entries(publication.get("galleys")) or ()):
        element.children.append(_galley(galley, _field(address, f"galleys[{n}]")))
    element.children += _others(publication, address, SYSTEM | TEXTS.keys() | TERMS.keys())
    return element


def _author(author: Any, address: str) -> XmlNode:
    if not isinstance(author, dict):
        return _element("author", address, _plain(author))
    element = _element(
        "author",
        address,
        id=author.get("id"),
        seq=author.get("seq"),
        user_group_ref=_group(author.get("userGroupName")),
    )
    for name, tag in OF_AUTHOR.items():
        element.children += _texts(tag, author.get(name), f"{address}.{name}")
    element.children += _texts("affiliation", author.get("affiliation"), f"{address}.affiliation")
    for n, affiliation in enumerate(entries(author.get("affiliations")) or ()):
        element.children.append(_affiliation(affiliation, f"{address}.affiliations[{n}]"))
    hidden = {name for name in author if name.startswith("orcid")}
    known = AUTHOR_SYSTEM | OF_AUTHOR.keys() | hidden
    element.children += _others(author, address, known, separator=".")
    return element


def _affiliation(affiliation: Any, address: str) -> XmlNode:
    if not isinstance(affiliation, dict):
        return _element("affiliation", address, _plain(affiliation))
    element = _element("rorAffiliation" if affiliation.get("ror") else "affiliation", address)
    element.children = [
        *_texts("ror", affiliation.get("ror"), f"{address}.ror"),
        *_texts("name", affiliation.get("name"), f"{address}.name"),
    ]
    return element


def _group(names: Any) -> str | None:
    """The name of a group of contributors: a known one in any language, else the first."""
    texts = [text for _, text in _localised(names)]
    known = (text for text in texts if any(text.casefold() in one for one in GROUPS.values()))
    return next(known, next(iter(texts), None))


def _citations(publication: Answer, address: str) -> list[XmlNode]:
    """The reference list. In 3.4, ``citations`` is HTML with links; ``citationsRaw`` is not."""
    raw = publication.get("citationsRaw")
    if isinstance(raw, str) and raw.strip():
        written, name = raw.splitlines(), "citationsRaw"
    else:
        found = entries(publication.get("citations")) or []
        raws = (one.get("rawCitation") if isinstance(one, dict) else one for one in found)
        written, name = [_plain(one) for one in raws if one], "citations"
    around = _element("citations", _field(address, name))
    lines = (line.strip() for line in written)
    around.children = [
        _element("citation", _field(address, f"{name}[{n}]"), line)
        for n, line in enumerate(filter(None, lines))
    ]
    return [around] if around.children else []


def _galley(galley: Any, address: str) -> XmlNode:
    if not isinstance(galley, dict):
        return _element("article_galley", address, _plain(galley))
    element = _element("article_galley", address, locale=galley.get("locale"))
    element.children = _texts("name", galley.get("label"), f"{address}.label")
    if remote := galley.get("urlRemote"):
        element.children.append(_element("remote", f"{address}.urlRemote", src=remote))
    return element


def _ids(answer: Answer, address: str) -> list[XmlNode]:
    """The ids: the number in OJS, the DOI, the public id and those of plugins."""
    found = [_element("id", address, str(answer["id"]), type="internal")] if "id" in answer else []
    doi = answer.get("doiObject")
    if isinstance(doi, dict) and doi.get("doi"):
        at = _field(address, "doiObject.doi")
        found.append(_element("id", at, _plain(doi["doi"]), type="doi"))
    for name, value in answer.items():
        if name.startswith(PUB_ID) and value:
            kind = name.removeprefix(PUB_ID)
            kind = "public" if kind == "publisher-id" else kind
            found.append(_element("id", _field(address, name), _plain(value), type=kind))
    return found


def _terms(around: str, tag: str, value: Any, address: str) -> list[XmlNode]:
    """The list of terms in each language. From 3.5, a term is an object with a name."""
    if not isinstance(value, dict):
        return _texts(around, value, address)
    found = []
    for locale, listed in value.items():
        terms = entries(listed)
        if terms is None:
            found += _texts(around, {locale: listed}, address)
            continue
        element = _element(around, f"{address}.{locale}", locale=locale)
        for n, term in enumerate(terms):
            at = f"{address}.{locale}[{n}]"
            node = _element(tag, at)
            if isinstance(term, dict):
                for name in ("name", "identifier", "source"):
                    node.children += _texts(name, term.get(name), f"{at}.{name}")
            else:
                node.pieces = [_plain(term)]
            element.children.append(node)
        if element.children:
            found.append(element)
    return found


def _others(
    answer: Answer, address: str, known: frozenset[str] | set[str], *, separator: str = "#"
) -> list[XmlNode]:
    """The other fields with content, which are reported as unread."""
    found: list[XmlNode] = []
    for name, value in answer.items():
        if name not in known and not name.startswith(PUB_ID):
            found += _texts(name, value, f"{address}{separator}{name}")
    return found


def _texts(tag: str, value: Any, address: str) -> list[XmlNode]:
    """The elements of a text, or of a text in each language."""
    if isinstance(value, dict):
        return [
            _element(tag, f"{address}.{locale}", text, locale=locale)
            for locale, text in _localised(value)
        ]
    if value in (None, "", [], False):
        return []
    return [_element(tag, address, _plain(value))]


def _localised(value: Any) -> Iterator[tuple[str, str]]:
    """The texts that are not empty, by locale. PHP writes an empty object as an empty list."""
    if isinstance(value, dict):
        for locale, one in value.items():
            if one not in (None, "", [], {}):
                yield locale, _plain(one)
    elif isinstance(value, str) and value:
        yield "", value


def _element(tag: str, address: str, text: str = "", **attributes: Any) -> XmlNode:
    """An element. Attributes without a value are omitted."""
    given = {name: _plain(value) for name, value in attributes.items() if value is not None}
    return XmlNode(tag, 0, given, pieces=[text] if text else [], address=address)


def _plain(value: Any) -> str:
    """A value as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _day(written: Any) -> Any:
    """A date without its time, as in an export."""
    return written[:10] if isinstance(written, str) and written[10:11] in (" ", "T") else written


def _field(address: str, name: str) -> str:
    """The address of a field of a resource."""
    return f"{address}#{name}"

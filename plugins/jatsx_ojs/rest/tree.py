"""Answers of the REST API as the elements of a native export.

Each element has the address of its resource and the name of its field. A field that has no element
in the export becomes an element with its own name, so that it is reported as unread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from jatsx_ojs.people import GROUPS
from jatsx_ojs.rest.api import Answer, entries
from jatsx_ojs.rest.elements import day, field_at, localised, node, plain, texts
from jatsx_ojs.rest.funders import funders
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
    "categoryIds citations citationsRaw createdAt datePublished doiId doiObject fullTitle funders",
    "galleys hideAuthor id issueId jatsPublicVisibility lastModified locale primaryContactId",
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


def issue_element(issue: Answer, sections: Mapping[str, str], address: str) -> XmlNode:
    """The ``issue`` element of an issue.

    Args:
        issue: the issue.
        sections: the names of its sections by their ids.
        address: its address.
    """
    element = node("issue", address, url_path=issue.get("urlPath"))
    if issue.get("published") is False:
        element.attributes["published"] = "0"
    page = texts("publishedUrl", issue.get("publishedUrl"), field_at(address, "publishedUrl"))
    identification = node("issue_identification", address)
    date = day(issue.get("datePublished"))
    for name in ("volume", "number", "year", "title"):
        identification.children += texts(name, issue.get(name), field_at(address, name))
    element.children = [
        *_ids(issue, address),
        *page,
        identification,
        *texts("date_published", date, field_at(address, "datePublished")),
    ]
    around = node("sections", field_at(address, "sections"))
    for n, section in enumerate(entries(issue.get("sections")) or ()):
        at = field_at(address, f"sections[{n}]")
        ref = sections.get(str(section.get("id")))
        found = node("section", at, ref=ref, seq=section.get("seq") or n)
        found.children = texts("title", section.get("title"), f"{at}.title")
        around.children.append(found)
    element.children += [around, *_others(issue, address, ISSUE_SYSTEM)]
    return element


def section_names(issue: Answer) -> dict[str, str]:
    """The names of the sections of an issue, by their ids: their abbreviations.

    The id of a section follows an abbreviation that several sections have.
    """
    sections = entries(issue.get("sections")) or ()
    names = {str(one["id"]): _abbreviation(one) for one in sections}
    times = Counter(names.values())
    return {id: name if times[name] == 1 else f"{name}-{id}" for id, name in names.items()}


def _abbreviation(section: Answer) -> str:
    """An abbreviation in English, else in the first language with one, else the id."""
    abbreviations = section.get("abbrev")
    by_locale = dict(localised(abbreviations)) if isinstance(abbreviations, dict) else {}
    english = by_locale.get("en") or by_locale.get("en_US")
    return english or next(iter(by_locale.values()), str(section["id"]))


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
    element = node(
        "article",
        summary,
        locale=publication.get("locale") or submission.get("locale"),
        date_submitted=submission.get("dateSubmitted"),
        status=submission.get("status"),
        current_publication_id=publication.get("id"),
    )
    element.children = [
        node("id", summary, str(submission["id"]), type="internal"),
        *texts("urlPublished", submission.get("urlPublished"), f"{summary}.urlPublished"),
        *funders(submission.get("funders"), f"{summary}.funders"),
        _publication(publication, sections, address),
    ]
    return element


def _publication(publication: Answer, sections: Mapping[str, str], address: str) -> XmlNode:
    element = node(
        "publication",
        address,
        status=publication.get("status"),
        version=publication.get("version"),
        url_path=publication.get("urlPath"),
        seq=publication.get("seq"),
        date_published=day(publication.get("datePublished")),
        section_ref=sections.get(str(publication.get("sectionId"))),
        primary_contact_id=publication.get("primaryContactId"),
    )
    element.children = _ids(publication, address)
    for name, tag in TEXTS.items():
        element.children += texts(tag, publication.get(name), field_at(address, name))
    for name, (around, tag) in TERMS.items():
        element.children += _terms(around, tag, publication.get(name), field_at(address, name))
    authors = node("authors", field_at(address, "authors"))
    for n, author in enumerate(entries(publication.get("authors")) or ()):
        authors.children.append(_author(author, field_at(address, f"authors[{n}]")))
    element.children += [authors, *_citations(publication, address)]
    element.children += funders(publication.get("funders"), field_at(address, "funders"))
    for n, galley in enumerate(entries(publication.get("galleys")) or ()):
        element.children.append(_galley(galley, field_at(address, f"galleys[{n}]")))
    element.children += _others(publication, address, SYSTEM | TEXTS.keys() | TERMS.keys())
    return element


def _author(author: Any, address: str) -> XmlNode:
    if not isinstance(author, dict):
        return node("author", address, plain(author))
    element = node(
        "author",
        address,
        id=author.get("id"),
        seq=author.get("seq"),
        user_group_ref=_group(author.get("userGroupName")),
    )
    for name, tag in OF_AUTHOR.items():
        element.children += texts(tag, author.get(name), f"{address}.{name}")
    element.children += texts("affiliation", author.get("affiliation"), f"{address}.affiliation")
    for n, affiliation in enumerate(entries(author.get("affiliations")) or ()):
        element.children.append(_affiliation(affiliation, f"{address}.affiliations[{n}]"))
    hidden = {name for name in author if name.startswith("orcid")}
    known = AUTHOR_SYSTEM | OF_AUTHOR.keys() | hidden
    element.children += _others(author, address, known, separator=".")
    return element


def _affiliation(affiliation: Any, address: str) -> XmlNode:
    if not isinstance(affiliation, dict):
        return node("affiliation", address, plain(affiliation))
    element = node("rorAffiliation" if affiliation.get("ror") else "affiliation", address)
    element.children = [
        *texts("ror", affiliation.get("ror"), f"{address}.ror"),
        *texts("name", affiliation.get("name"), f"{address}.name"),
    ]
    return element


def _group(names: Any) -> str | None:
    """The name of a group of contributors: a known one in any language, else the first."""
    given = [text for _, text in localised(names)]
    known = (text for text in given if any(text.casefold() in one for one in GROUPS.values()))
    return next(known, next(iter(given), None))


def _citations(publication: Answer, address: str) -> list[XmlNode]:
    """The reference list. In 3.4, ``citations`` is HTML with links; ``citationsRaw`` is not."""
    raw = publication.get("citationsRaw")
    if isinstance(raw, str) and raw.strip():
        written, name = raw.splitlines(), "citationsRaw"
    else:
        found = entries(publication.get("citations")) or []
        raws = (one.get("rawCitation") if isinstance(one, dict) else one for one in found)
        written, name = [plain(one) for one in raws if one], "citations"
    around = node("citations", field_at(address, name))
    lines = (line.strip() for line in written)
    around.children = [
        node("citation", field_at(address, f"{name}[{n}]"), line)
        for n, line in enumerate(filter(None, lines))
    ]
    return [around] if around.children else []


def _galley(galley: Any, address: str) -> XmlNode:
    if not isinstance(galley, dict):
        return node("article_galley", address, plain(galley))
    element = node("article_galley", address, locale=galley.get("locale"))
    element.children = texts("name", galley.get("label"), f"{address}.label")
    if remote := galley.get("urlRemote"):
        element.children.append(node("remote", f"{address}.urlRemote", src=remote))
    return element


def _ids(answer: Answer, address: str) -> list[XmlNode]:
    """The ids: the number in OJS, the DOI, the public id and those of plugins."""
    found = [node("id", address, str(answer["id"]), type="internal")] if "id" in answer else []
    doi = answer.get("doiObject")
    if isinstance(doi, dict) and doi.get("doi"):
        at = field_at(address, "doiObject.doi")
        found.append(node("id", at, plain(doi["doi"]), type="doi"))
    for name, value in answer.items():
        if name.startswith(PUB_ID) and value:
            kind = name.removeprefix(PUB_ID)
            kind = "public" if kind == "publisher-id" else kind
            found.append(node("id", field_at(address, name), plain(value), type=kind))
    return found


def _terms(around: str, tag: str, value: Any, address: str) -> list[XmlNode]:
    """The list of terms in each language. From 3.5, a term is an object with a name."""
    if not isinstance(value, dict):
        return texts(around, value, address)
    found = []
    for locale, listed in value.items():
        terms = entries(listed)
        if terms is None:
            found += texts(around, {locale: listed}, address)
            continue
        element = node(around, f"{address}.{locale}", locale=locale)
        for n, term in enumerate(terms):
            at = f"{address}.{locale}[{n}]"
            inner = node(tag, at)
            if isinstance(term, dict):
                for name in ("name", "identifier", "source"):
                    inner.children += texts(name, term.get(name), f"{at}.{name}")
            else:
                inner.pieces = [plain(term)]
            element.children.append(inner)
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
            found += texts(name, value, f"{address}{separator}{name}")
    return found

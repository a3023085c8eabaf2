"""The journal: ``journal-meta``.

Source: JATS Publishing Tag Library, ``journal-meta``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from jatsx import Built, Content, FrozenMap, Loss, element, is_present, non_blank, present
from jatsx.model import Issn, Journal, Publisher
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import bare_doi
from jatsx_jats.languages import group_attributes
from jatsx_jats.titles import trans_title_group
from jatsx_jats.version import Version

HOME: Final = "issue.journal"
"""The path of the journal from the article."""

FIELDS: Final = FrozenMap(
    {
        "journal-id": "identifiers",
        "journal-title-group": "title",
        "issn": "issn",
        "publisher": "publisher",
    }
)
"""The fields of the required parts of ``journal-meta``."""

PUBLISHERS: Final = "publishers"
"""The id of the publisher's name in the article's language."""

MEDIA: Final = (("print", "print", "ppub"), ("electronic", "electronic", "epub"))
"""The ISSN of each medium: its name in the model, ``@publication-format``, ``@pub-type``."""


@lru_cache(maxsize=16)
def journal_meta(journal: Journal, language: str | None, version: Version) -> Built:
    """The metadata of the journal, given the language of the article. It is cached for the
    documents of all its articles."""
    return element(
        "journal-meta",
        None,
        _journal_ids(journal),
        _journal_title_group(journal),
        _issns(journal.issn),
        _issn_l(journal.issn),
        _publishers(journal.publisher, language, version),
        _archives(journal),
        _self_uri(journal),
        field=HOME,
        fields=FIELDS,
    )


def _journal_ids(journal: Journal) -> Sequence[Built]:
    """Its DOI and its ids at indexes, else its ISSN, because one id is required."""
    ids = [_journal_id("doi", bare_doi(journal.doi or ""), f"{HOME}.doi")]
    for scheme, value in present(journal.identifiers).items():
        ids.append(_journal_id(scheme, value, subpath(f"{HOME}.identifiers", scheme)))
    if any(ids):
        return ids
    issns = [
        _journal_id("issn", getattr(journal.issn, name), subpath(f"{HOME}.issn", name))
        for name, _, _ in MEDIA
    ]
    return [issn for issn in issns if issn][:1]


def _journal_id(scheme: str, value: str | None, field: str) -> Built:
    return element("journal-id", {"journal-id-type": non_blank(scheme)}, value, field=field)


def _journal_title_group(journal: Journal) -> Built:
    """Its titles, with the registered title first."""
    titles = [
        (tag, title, subpath(f"{HOME}.title", tag)) for tag, title in present(journal.title).items()
    ]
    return element(
        "journal-title-group",
        None,
        [
            element("journal-title", None, title, field=field, lang=tag)
            for tag, title, field in titles[:1]
        ],
        [
            trans_title_group(tag, field, element("trans-title", None, title, field=field))
            for tag, title, field in titles[1:]
        ],
        element(
            "abbrev-journal-title",
            None,
            journal.abbreviated_title,
            field=f"{HOME}.abbreviated_title",
        ),
        field=f"{HOME}.title",
    )


def _issns(issn: Issn) -> Iterator[Built]:
    """The ISSN of each medium. PMC requires ``@pub-type``."""
    for name, medium, pub_type in MEDIA:
        attributes = {"publication-format": medium, "pub-type": pub_type}
        yield element("issn", attributes, getattr(issn, name), field=subpath(f"{HOME}.issn", name))


def _issn_l(issn: Issn) -> Built:
    return element("issn-l", None, issn.linking, field=f"{HOME}.issn.linking")


def _publishers(publisher: Publisher, language: str | None, version: Version) -> Iterator[Content]:
    """Its name in each language, each followed by the place: in one ``publisher``, or in one for
    each language if the version allows several."""
    names = present(publisher.name)
    fields = {"publisher-name": "name"}
    if version.repeats_publisher and len(names) > 1:
        for tag in names:
            attributes = group_attributes(PUBLISHERS, tag, names, language, version)
            named = _publisher(publisher, tag, None)
            yield element(
                "publisher", attributes, named, field=f"{HOME}.publisher", lang=tag, fields=fields
            )
    else:
        pairs = [_publisher(publisher, tag, tag) for tag in names]
        yield element("publisher", None, pairs, field=f"{HOME}.publisher", fields=fields)
    for tag in present(publisher.place):
        if tag not in names:
            yield Loss(subpath(f"{HOME}.publisher.place", tag), "place-without-name")


def _publisher(publisher: Publisher, tag: str, lang: str | None) -> Iterator[Built]:
    """A name and the place in the same language."""
    home, place = f"{HOME}.publisher", publisher.place.get(tag)
    yield element(
        "publisher-name", None, publisher.name[tag], field=subpath(f"{home}.name", tag), lang=lang
    )
    yield element("publisher-loc", None, place, field=subpath(f"{home}.place", tag), lang=lang)


def _archives(journal: Journal) -> Built:
    """Its archives."""
    field = f"{HOME}.archives"
    names = [
        element("p", None, name, field=subpath(field, n)) for n, name in enumerate(journal.archives)
    ]
    return element("notes", {"notes-type": "archives"}, names, field=field)


def _self_uri(journal: Journal) -> Built:
    """Its website, with its title (JATS4R, Accessibility)."""
    if not is_present(journal.url):
        return None
    title = next(iter(present(journal.title).values()), None)
    attributes = {"xlink:href": journal.url, "xlink:title": title}
    return element("self-uri", attributes, field=f"{HOME}.url", keep_empty=True)

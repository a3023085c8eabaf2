"""The journal: ``journal-meta``.

Source: JATS Publishing Tag Library, ``journal-meta``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from jatsx import Element, FrozenMap, always_el, el
from jatsx.documents.build import Inside, Lost, Pieces, at, stated, wrapped
from jatsx.model import Issn, Journal, Publisher
from jatsx.standards.identifiers import bare_doi
from jatsx_jats.said import said
from jatsx_jats.titles import trans_title_group

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
"""The fields of what ``journal-meta`` asks for."""

MEDIA: Final = (("print", "print", "ppub"), ("electronic", "electronic", "epub"))
"""The ISSN of each medium: its name in the model, ``@publication-format``, ``@pub-type``."""


@lru_cache(maxsize=16)
def journal_meta(journal: Journal) -> Pieces:
    """What there is to say of the journal: made once, it stands in the document of each article."""
    return wrapped(
        "journal-meta",
        None,
        _journal_ids(journal),
        _journal_title_group(journal),
        _issns(journal.issn),
        _issn_l(journal.issn),
        _publisher(journal.publisher),
        _self_uri(journal),
        _lost(journal),
        of=HOME,
        fields=FIELDS,
    )


def _journal_ids(journal: Journal) -> Sequence[Element | None]:
    """Its DOI and what indexes call it; its ISSN where it has neither, for one is required."""
    ids = [_journal_id("doi", bare_doi(journal.doi or ""), f"{HOME}.doi")]
    for scheme, value in stated(journal.identifiers).items():
        ids.append(_journal_id(scheme, value, at(f"{HOME}.identifiers", scheme)))
    if any(ids):
        return ids
    issns = [
        _journal_id("issn", getattr(journal.issn, name), at(f"{HOME}.issn", name))
        for name, _, _ in MEDIA
    ]
    return [issn for issn in issns if issn][:1]


def _journal_id(scheme: str, value: str | None, of: str) -> Element | None:
    return el("journal-id", {"journal-id-type": said(scheme)}, value, of=of)


def _journal_title_group(journal: Journal) -> Pieces:
    """Its titles, the registered one first."""
    titles = [
        (tag, title, at(f"{HOME}.title", tag)) for tag, title in stated(journal.title).items()
    ]
    return wrapped(
        "journal-title-group",
        None,
        [wrapped("journal-title", None, title, of=of, lang=tag) for tag, title, of in titles[:1]],
        [
            trans_title_group(tag, of, el("trans-title", None, title, of=of))
            for tag, title, of in titles[1:]
        ],
        el(
            "abbrev-journal-title",
            None,
            journal.abbreviated_title,
            of=f"{HOME}.abbreviated_title",
        ),
        of=f"{HOME}.title",
    )


def _issns(issn: Issn) -> Iterator[Element | None]:
    """The ISSN of each medium; ``@pub-type`` is for PMC."""
    for name, medium, pub_type in MEDIA:
        attributes = {"publication-format": medium, "pub-type": pub_type}
        yield el("issn", attributes, getattr(issn, name), of=at(f"{HOME}.issn", name))


def _issn_l(issn: Issn) -> Element | None:
    return el("issn-l", None, issn.linking, of=f"{HOME}.issn.linking")


def _publisher(publisher: Publisher) -> Pieces:
    """Its name in each language, each followed by the place."""
    home = f"{HOME}.publisher"
    names, places = stated(publisher.name), stated(publisher.place)
    pairs: list[Inside] = []
    for tag, name in names.items():
        pairs.append(wrapped("publisher-name", None, name, of=at(f"{home}.name", tag), lang=tag))
        place_of = at(f"{home}.place", tag)
        pairs.append(wrapped("publisher-loc", None, places.get(tag), of=place_of, lang=tag))
    lost = [
        Lost(
            at(f"{home}.place", tag),
            "publisher-loc follows a publisher-name, and there is none in this language",
        )
        for tag in places
        if tag not in names
    ]
    fields = {"publisher-name": "name"}
    return wrapped("publisher", None, pairs, lost, of=home, fields=fields)


def _self_uri(journal: Journal) -> Element | None:
    """Its web site, called by its title, for those who can't see the address."""
    if said(journal.url) is None:
        return None
    title = next(iter(stated(journal.title).values()), None)
    attributes = {"xlink:href": journal.url, "xlink:title": title}
    return always_el("self-uri", attributes, of=f"{HOME}.url")


def _lost(journal: Journal) -> Iterator[Lost]:
    """What ``journal-meta`` has no element for."""
    if any(map(said, journal.archives)):
        yield Lost(f"{HOME}.archives", "journal-meta has no element for archives")

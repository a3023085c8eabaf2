"""Fields that are easily confused, and the words that documents use for them.

If a place of a document has a word of another field of the group, and none of the field itself,
the values are at each other's place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from jatsx.model.fieldpath import Path
from jatsx.model.fields import field_of

NAMES: Final[Mapping[str, str]] = {
    "family": "surname family last lastname familyname",
    "given": "given first firstname givenname forename",
}
PAGES: Final[Mapping[str, str]] = {
    "first": "first start begin fpage spage from",
    "last": "last end lpage epage to",
}
MEDIA: Final[Mapping[str, str]] = {
    "print": "print ppub pissn",
    "electronic": "electronic online epub eissn",
}
NUMBERING: Final[Mapping[str, str]] = {"volume": "volume vol", "number": "issue number num"}
HISTORY: Final[Mapping[str, str]] = {
    "received": "received submitted",
    "revised": "revised rev updated",
    "accepted": "accepted",
}
STATEMENTS: Final[Mapping[str, str]] = {
    "acknowledgement": "ack acknowledgement acknowledgements acknowledgment acknowledgments",
    "conflict_of_interest": "conflict coi interest interests competing",
    "data_availability": "data availability",
    "contributions": "contribution contributions con",
}
TITLES: Final[Mapping[str, str]] = {"title": "title", "subtitle": "subtitle"}

GROUPS: Final[Mapping[str, tuple[Mapping[str, str], str]]] = {
    "contributors[].name.LANG.family": (NAMES, "family"),
    "contributors[].name.LANG.given": (NAMES, "given"),
    "references[].work.authors[].family": (NAMES, "family"),
    "references[].work.authors[].given": (NAMES, "given"),
    "pages.first": (PAGES, "first"),
    "pages.last": (PAGES, "last"),
    "references[].work.first_page": (PAGES, "first"),
    "references[].work.last_page": (PAGES, "last"),
    "references[].work.volume": (NUMBERING, "volume"),
    "references[].work.issue": (NUMBERING, "number"),
    "issue.volume": (NUMBERING, "volume"),
    "issue.number": (NUMBERING, "number"),
    "issue.journal.issn.print": (MEDIA, "print"),
    "issue.journal.issn.electronic": (MEDIA, "electronic"),
    "issue.published.print": (MEDIA, "print"),
    "issue.published.online": (MEDIA, "electronic"),
    "dates.published.print": (MEDIA, "print"),
    "dates.published.online": (MEDIA, "electronic"),
    "dates.received": (HISTORY, "received"),
    "dates.revised[]": (HISTORY, "revised"),
    "dates.accepted": (HISTORY, "accepted"),
    "title.LANG": (TITLES, "title"),
    **{f"statements.{name}.LANG": (STATEMENTS, name) for name in STATEMENTS},
}
"""The group of a field, and its name in the group."""


def is_grouped(field: str) -> bool:
    """Whether the field of a path is easily confused with another one."""
    return field_of(field) in GROUPS


def opposite(field: str, words: Collection[str]) -> str:
    """The field of its group that the words of a place name instead of a field; empty if none.

    >>> opposite("pages.last", {"start", "page"}), opposite("pages.last", {"end", "page"})
    ('first', '')
    """
    group, own = GROUPS.get(field, ({}, ""))
    if not group or set(words) & {*group[own].split()}:
        return ""
    return next((name for name in group if set(words) & {*group[name].split()}), "")


LANGUAGES: Final[Mapping[str, str]] = {"kk": "kk kaz kkz", "ru": "ru rus", "en": "en eng"}
"""The words for the languages of the rich article."""


def other_language(path: Path, words: Collection[str]) -> str:
    """The language that the words of a place name instead of the language of a value.

    Empty if there is none.

    >>> other_language(("title", "kk"), {"title", "ru"}), other_language(("title", "kk"), {"kk"})
    ('ru', '')
    """
    own = next((step for step in path if step in LANGUAGES), None)
    named = [tag for tag, codes in LANGUAGES.items() if {*codes.split()} & {*words}]
    return named[0] if own and named and own not in named else ""

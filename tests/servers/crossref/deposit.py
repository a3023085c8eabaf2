"""What Crossref reads in a deposit: journals, issues and articles, each with its DOI.

Books, preprints and other kinds are validated, but not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from jatsx.validation import validate
from jatsx_crossref.schemas import SCHEMAS
from tests.servers.crossref.works import details, markup

NAMESPACE: Final = re.compile(r"\{http://www\.crossref\.org/schema/([0-9.]+)\}doi_batch\Z")


class Malformed(Exception):
    """The file is not well-formed, or not valid against its schema."""

    def __init__(self, detail: str, batch_id: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.batch_id = batch_id


@dataclass(frozen=True, slots=True)
class Work:
    """A journal, an issue or an article with a DOI."""

    kind: str
    """``journal``, ``journal-issue`` or ``journal-article``."""
    doi: str
    url: str
    timestamp: str
    titles: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    orcids: tuple[str, ...] = ()
    has_citations: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)
    """What else the open API shows of an article."""


@dataclass(frozen=True, slots=True)
class Journal:
    title: str
    issns: tuple[tuple[str, str], ...]
    """Each with its medium: ``print`` or ``electronic``."""
    doi: str
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Deposit:
    batch_id: str
    journals: tuple[Journal, ...]


def read_deposit(content: bytes) -> Deposit:
    """What a file contains. Raises Malformed, as Crossref's parser does."""
    root = _valid_root(content)
    timestamp = _text(root, "{*}head/{*}timestamp")
    journals = tuple(_journal(one, timestamp) for one in root.iterfind("{*}body/{*}journal"))
    return Deposit(_batch_id(root), journals)


def _valid_root(content: bytes) -> etree._Element:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise Malformed(str(error)) from error
    declared = NAMESPACE.match(str(root.tag))
    if declared is None or declared[1] not in SCHEMAS:
        raise Malformed(f"cvc-elt.1: Cannot find the declaration of element '{root.tag}'.")
    errors = [one for one in validate(content, SCHEMAS[declared[1]]) if not one.is_warning]
    if errors:
        raise Malformed(errors[0].detail, _batch_id(root))
    return root


def _journal(element: etree._Element, timestamp: str) -> Journal:
    metadata = element.find("{*}journal_metadata")
    assert metadata is not None  # the schema requires it
    issns = (
        (one.text or "", one.get("media_type", "print")) for one in metadata.iterfind("{*}issn")
    )
    return Journal(
        _text(metadata, "{*}full_title"),
        tuple(issns),
        _text(metadata, "{*}doi_data/{*}doi"),
        tuple(_works(element, timestamp)),
    )


def _works(journal: etree._Element, timestamp: str) -> Iterator[Work]:
    volume = _text(journal, "{*}journal_issue/{*}journal_volume/{*}volume")
    issue = _text(journal, "{*}journal_issue/{*}issue")
    for name, kind in (
        ("journal_metadata", "journal"),
        ("journal_issue", "journal-issue"),
        ("journal_article", "journal-article"),
    ):
        for element in journal.iterfind(f"{{*}}{name}"):
            if element.find("{*}doi_data") is not None:
                yield _work(element, kind, timestamp, volume, issue)


def _work(element: etree._Element, kind: str, timestamp: str, volume: str, issue: str) -> Work:
    title_path = "{*}full_title" if kind == "journal" else "{*}titles/{*}title"
    return Work(
        kind,
        _text(element, "{*}doi_data/{*}doi"),
        _text(element, "{*}doi_data/{*}resource"),
        _text(element, "{*}doi_data/{*}timestamp") or timestamp,
        tuple(markup(one) for one in element.iterfind(title_path)),
        volume,
        issue,
        tuple(one.text or "" for one in element.iterfind("{*}contributors//{*}ORCID")),
        element.find("{*}citation_list") is not None,
        details(element) if kind == "journal-article" else {},
    )


def _batch_id(root: etree._Element) -> str:
    return _text(root, "{*}head/{*}doi_batch_id")


def _text(element: etree._Element, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())

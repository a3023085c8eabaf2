"""Which DOI a message is about.

Crossref does not always name one: ``<doi>`` may be empty, ``none`` or words. The message then often
quotes a value of one article. A DOI is compared as a whole, never as a part of a longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from jatsx import Outcome, RecordAnswer, Submission
from jatsx.standards.identifiers import doi_key, is_doi
from jatsx_crossref.agency.diagnostic import Said
from jatsx_crossref.agency.xml import root_of

ARTICLE: Final = "journal_article"

UNPROCESSED: Final = re.compile(
    r"content item DOIs not processed|MalformedXmlException|JDOMParseException|\bcvc-|"
    r"UTFDataFormatException|\[(fatal )?error\]",
    re.IGNORECASE,
)
"""What a message says if the other articles are refused, too."""

_ORCID = re.compile(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b")
_ISSN = re.compile(r"(?<![\w-])(\d{4})-?(\d{3}[\dXx])(?![\w-])")
_DOI = re.compile(r"(?<![\w./])10\.\d{4,9}/[^\s\"'\])]+")

Owners: TypeAlias = Mapping[str, str | None]
"""The DOI of the article that has a value; None if several have it, or the journal."""


def record_answers(submission: Submission, said: Iterable[Said]) -> Iterator[RecordAnswer]:
    """What Crossref says of each DOI. What cannot be placed is about the rest of the deposit."""
    owners: Owners | None = None
    for one in said:
        doi: str | None = doi_key(one.doi)
        if not is_doi(one.doi):
            owners = _owners(submission.content) if owners is None else owners
            doi = _article_of(one.message, owners)
        yield RecordAnswer(one.outcome, doi, one.message)
        if doi and one.outcome is Outcome.REFUSED and UNPROCESSED.search(one.message):
            yield RecordAnswer(one.outcome, None, one.message)


def _article_of(message: str, owners: Owners) -> str | None:
    """The DOI of the only article with the values that a message quotes."""
    dois = (doi_key(one.rstrip(".,;:")) for one in _DOI.findall(message))
    found = {owners.get(value) for value in (*_numbers(message), *dois)}
    return found.pop() if len(found) == 1 else None


def _numbers(text: str) -> Iterator[str]:
    """The ORCID iDs and ISSNs in a text, in one form."""
    yield from _ORCID.findall(text)
    yield from (f"{a}-{b.upper()}" for a, b in _ISSN.findall(_ORCID.sub(" ", text)))


def _owners(content: bytes) -> Owners:
    """Whose the numbers and DOIs in a deposit are."""
    from lxml import etree

    owners: dict[str, str | None] = {}
    root = root_of(content)
    for part in () if root is None else root.iterfind(".//{*}journal/*"):
        is_article = etree.QName(part).localname == ARTICLE
        doi = part.findtext("{*}doi_data/{*}doi") if is_article else None
        owner = None if doi is None else doi_key(doi)
        numbers = {one for text in part.itertext() for one in _numbers(str(text))}
        for value in numbers | ({owner} if owner else set()):
            owners[value] = owner if owners.get(value, owner) == owner else None
    return owners

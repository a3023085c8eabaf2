"""Rules on each reference of the reference list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from jatsx.findings.finding import Level
from jatsx.model import Reference
from jatsx.rules.common import code_points, fault, odd_characters
from jatsx.rules.engine import Fault, mended, rule
from jatsx.rules.text.letters import is_romanised
from jatsx.standards.certain_identifiers import certain_doi, certain_isbn, certain_issn
from jatsx.standards.identifiers import bare_doi, doi_key, is_doi

_IBID = re.compile(
    r"(?:ibid(?:em)?|idem|op\. ?cit|loc\. ?cit|там же|указ\. ?соч|сонда|сол жерде)\b"
    r"(?=\.?\s*(?:[.,:;(–—-]|\d|[pсбsc]{1,2}\.|\Z)|\.\s)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\[?(\d{1,3})(?:[.)\]]\s+|\]\s*)")
_DOI_IN_TEXT = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>«»]+")
_ADDRESS = re.compile(r"https?://[^\s<>«»\"]+")
_RIGHT: Final[Mapping[str, Callable[[str], str | None]]] = {
    "doi": certain_doi,
    "isbn": certain_isbn,
    "issn": certain_issn,
}
"""The right form of each identifier of a cited work."""

_STOPS = ".,;:)]'”"
_LANGUAGE = re.compile(
    r"(?<=[/=.])(?:ru|rus|en|eng|kk|kz|kaz|qaz)(?=[/&.?]|\Z)|^(?:www|ru|en|kk)\."
)

MOST_OF_URL: Final = 300
"""The maximum length of a URL that is compared with another."""

MIN_SIMILARITY: Final = 0.85
"""The similarity above which two URLs are treated as the same URL with a typing error."""


@rule(
    "reference-text-ibid",
    Level.WARNING,
    message="“{word}” does not say which work is cited.",
    hint="Write the full reference again.",
)
def ibid(reference: Reference) -> Iterator[Fault]:
    """A reference names the cited work and does not start with “ibid.” or a similar word.

    Registries read each reference separately. They do not see the reference before it.

    Source: Crossref documentation, markup guide, "References": one citation for each work.

    Good:

        text: {en: "Zenn, J. (2016) The IMU Is Extinct. Central Asia Caucasus Analyst."}

    Bad:

        text: {en: Ibid.}
    """
    for language, text in reference.text.items():
        if found := _IBID.match(text.plain.strip()):
            yield fault(("text", language), word=found[0])


def is_ibid(text: str) -> bool:
    """Whether a reference refers to the reference before it."""
    return _IBID.match(text.strip()) is not None


@rule(
    "reference-text-number",
    Level.WARNING,
    message="The text of the reference starts with its number: “{number}”.",
    hint="Delete the number from the text.",
)
def number_in_text(reference: Reference) -> Iterator[Fault]:
    """The number of a reference is in the field ``label``, not in its text.

    Otherwise the number is printed twice, and registries search for a work with “16. Avioutski”.

    Source: JATS Tag Library 1.3, ``label``.

    Good:

        label: "16"
        text: {en: "Avioutski, V. (2018) Afghan Opiate Trafficking Along the Northern Route."}

    Bad:

        label: "16"
        text: {en: "16. Avioutski, V. (2018) Afghan Opiate Trafficking Along the Northern Route."}
    """
    label = (reference.label or "").strip("[]. ")
    for language, text in reference.text.items():
        number = _NUMBER.match(text.plain.strip())
        if number and number[1] == label:
            yield fault(("text", language), excerpt=number[0].strip(), number=number[0].strip())


@rule(
    "reference-identifier-letter",
    Level.WARNING,
    message="{written} contains characters that do not belong in it: {points:character}.",
    hint="Copy it again from the cited work, or type it with the keyboard set to English.",
    mends=True,
)
def identifier_letter(reference: Reference) -> Iterator[Fault]:
    """The DOI, ISSN and ISBN of a cited work contain no lookalike or invisible characters.

    A Cyrillic letter that looks like a Latin letter makes the identifier a different one, so that
    the citation is not linked.

    Source: Crossref documentation, "Constructing your DOIs"; ISO 2108; ISO 3297.

    Good:

        doi: 10.1016/j.euras.2018.08.001

    Bad:

        doi: 10.1016/j.еuras.2018.08.001
    """
    work = reference.work
    fields = ("doi",), ("work", "isbn"), ("work", "issn")
    for path, written in zip(fields, (reference.doi, work.isbn, work.issn), strict=True):
        if written and (found := odd_characters(written)):
            mends = mended(path, written, _RIGHT[path[-1]](written))
            yield fault(path, written=written, points=code_points(found)).with_mends(mends)


@rule(
    "reference-doi-differs",
    Level.WARNING,
    message="The DOI is {doi}, but the text contains {other}.",
    hint="Open both at doi.org, and keep the one that leads to the cited work.",
)
def doi_differs(reference: Reference) -> Iterator[Fault]:
    """The DOI in the text of a reference is the same as in the field ``doi``.

    Registries use the field, and readers see the text. If the text contains several DOIs, for
    example of an original and its translation, the field has one of them. An invalid DOI in the
    field is reported by the rule reference-doi-form.

    Source: Crossref documentation, markup guide, "References".

    Good:

        text: {en: "Shaw, L. (2019). DOI:10.1007/s10612-019-09432-0."}
        doi: 10.1007/s10612-019-09432-0

    Bad:

        text: {en: "Shaw, L. (2019). DOI:10.1007/s10612-019-09432-0."}
        doi: 10.1007/s10612-019-09432
    """
    if not (reference.doi or "").strip():
        return
    doi = str(reference.doi)
    texts = [unquote(text.plain) for text in reference.text.values()]
    found = [match[0] for text in texts for match in _DOI_IN_TEXT.finditer(text)]
    key = doi_key(unquote(doi))
    if found and is_doi(bare_doi(doi)) and not any(_names(text, key) for text in texts):
        yield fault("doi", doi=doi, other=found[0].rstrip(".,;)]"))


@rule(
    "reference-address-differs",
    Level.WARNING,
    message="The romanised text has the URL {address}, but the original text has {other}.",
    hint="Open both URLs in a browser, and write the one that works in both texts.",
)
def address_differs(reference: Reference) -> Iterator[Fault]:
    """The URL in the romanised text of a reference is the same as in the original text.

    A URL is sometimes mistyped or romanised together with the text, and then does not work. The
    rule compares texts with one URL, and reports only URLs that are nearly the same. Pages of one
    site in two languages (/ru/, /en/) are not reported.

    Source: the journals' printed issues: russian-council.ru in one list, russiancouncil.ru in the
    other.

    Good:

        text:
          ru: "Кодекс, https://adilet.zan.kz/rus/docs/K1400000226"
          ru-Latn: "Kodeks, https://adilet.zan.kz/rus/docs/K1400000226."

    Bad:

        text:
          ru: "Доклад, http://www.iaicis.ru/html/?id=22"
          ru-Latn: "Doklad, http://www.iacis.ru/html/?id=22"
    """
    texts = {tag: text.plain for tag, text in reference.text.items() if "://" in text.plain}
    if len(texts) < 2:
        return
    addresses = {tag: _ADDRESS.findall(text) for tag, text in texts.items()}
    single = {tag: found[0].rstrip(_STOPS) for tag, found in addresses.items() if len(found) == 1}
    original = next(iter(reference.text), "")
    for tag, address in single.items():
        if original in single and is_romanised(tag) and _is_slip(single[original], address):
            yield fault(("text", tag), excerpt=address, address=address, other=single[original])


def _is_slip(one: str, other: str) -> bool:
    """Whether two URLs are so similar that one of them is probably mistyped."""
    from difflib import SequenceMatcher

    one, other = (_LANGUAGE.sub("", unquote(url).partition("://")[2]) for url in (one, other))
    if one.rstrip("/") == other.rstrip("/") or max(len(one), len(other)) > MOST_OF_URL:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() > MIN_SIMILARITY


def _names(text: str, key: str) -> bool:
    """Whether a text contains a DOI, even with spaces inside."""
    whole = re.compile(re.escape(key) + r"(?![\w/-])")
    return any(whole.search(one) for one in (text.lower(), "".join(text.lower().split())))

"""What is asked of the entries of a reference list together, and beside the article's dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Reference
from jatsx.rules.common import fault, repeated
from jatsx.rules.engine import Fault, rule
from jatsx.rules.references.entries import is_ibid
from jatsx.rules.text.letters import is_mostly_latin, is_romanised
from jatsx.standards.dates import PartialDate, parse_date
from jatsx.standards.identifiers import doi_key

_IN_PRESS = re.compile(
    r"in press|forthcoming|early access|online first|ahead of print|submitted|to appear"
    r"|в печати|в редакции|принят[ао]? к|баспада|жарияланады",
    re.IGNORECASE,
)

_DAY = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")

_END_OF_DAY = re.compile(r"\.[0-9]{1,2}\.[0-9]{4}")
"""Sought before a day is: it begins with a character that texts have few of."""

_VISITED = re.compile(
    r"(?:дата обращения|қара(?:л)?ған күні|data obrashheniya|data obrashcheniya|data obrascheniya"
    r"|access(?:ed)?(?: date| on)?|retrieved(?: on)?|visited(?: on)?|қаралды)[^\w]{0,4}\Z",
    re.IGNORECASE,
)

REACH: Final = 40
"""Characters before a day in which it may be said that an address was visited then."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_DATED = re.compile(rf"\((?P<year>\d{{4}}), (?P<month>{'|'.join(_MONTHS)}) (?P<day>\d{{1,2}})\)")

_PAGE = re.compile(r"\d{4}|\.(?:html?|php|aspx)\b|(?:-[^-/?#]+){3}")
"""What the address of one page has, and that of a home page mostly hasn't."""

MOST_OF_URL: Final = 300

SHORTEST: Final = 4
"""Words of an entry that is compared with others."""


@rule(
    "reference-romanised-missing",
    Level.WARNING,
    message="The entry {number} isn't romanised, and most others are.",
    hint="Add its romanised text, under ru-Latn or kk-Latn.",
)
def twin_missing(article: Article) -> Iterator[Fault]:
    """Where a reference list is romanised, each of its Cyrillic entries is.

    A list with an entry too few is one in which everything after it is paired wrongly. Asked where
    most of the Cyrillic entries have a romanised text (``ru-Latn``); an entry that is translated
    instead (``en``) needs none.

    Source: the journals' author guidelines: the list is given in the original and romanised.

    Good:

        references:
          - text: {ru: Белов В.А., ru-Latn: Belov V.A.}
          - text: {ru: Кашанина Т.В., ru-Latn: Kashanina T.V.}

    Bad:

        references:
          - text: {ru: Белов В.А., ru-Latn: Belov V.A.}
          - text: {ru: Кашанина Т.В., ru-Latn: Kashanina T.V.}
          - text: {ru: Ломакин Д.В.}
    """
    if not any(map(_is_romanised, article.references)):
        return
    cyrillic = [(n, one) for n, one in enumerate(article.references) if _is_cyrillic(one)]
    alone = [n for n, one in cyrillic if not _has_latin_twin(one)]
    if sum(_is_romanised(one) for _, one in cyrillic) > len(alone):
        for n in alone:
            yield fault(("references", n, "text"), number=str(n + 1))


@rule(
    "reference-original-missing",
    Level.WARNING,
    message="The entry {number} stands in its romanised form alone.",
    hint="Add the original text, or join it with the entry whose twin it is.",
)
def original_missing(article: Article) -> Iterator[Fault]:
    """Where originals stand beside romanised texts, each romanised entry has its original.

    One that has none is an entry too many, or the twin of an entry that it wasn't put to.

    Source: the journals' author guidelines: the list is given in the original and romanised.

    Good:

        references: [{text: {ru: Белов В.А., ru-Latn: Belov V.A.}}]

    Bad:

        references:
          - text: {ru: Белов В.А., ru-Latn: Belov V.A.}
          - text: {ru: Кашанина Т.В., ru-Latn: Kashanina T.V.}
          - text: {ru-Latn: Lomakin D.V.}
    """
    romanised = [(n, one) for n, one in enumerate(article.references) if _is_romanised(one)]
    alone = [n for n, one in romanised if len(one.text) == 1]
    if len(romanised) - len(alone) > len(alone):
        for n in alone:
            yield fault(("references", n, "text"), number=str(n + 1))


@rule(
    "reference-date-later",
    Level.WARNING,
    message="This is dated {date}, after the manuscript came in ({received}).",
    hint="Compare both dates. If the article was revised later, write when under dates: revised.",
)
def later_date(article: Article) -> Iterator[Fault]:
    """A work isn't dated, nor a page visited, after the manuscript was received.

    Compared with the last of the dates of receipt, first or revised. Either the article was revised
    and the date isn't told, or one of the dates is wrong. A work that is said to be in press may be
    of later, and one of the year after may have been online before.

    Source: JATS4R, Article publication and history dates: revised manuscripts have dates of
    their own.

    Good:

        dates: {received: 2024-02-20, revised: [2024-04-12]}
        references: [{text: {ru: "Тоқаев Сиань"}, accessed: 2024-02-28}]

    Bad:

        dates: {received: 2024-02-20}
        references: [{text: {ru: "Тоқаев Сиань"}, accessed: 2024-02-28}]
    """
    received = _last_receipt(article)
    if received is None:
        return
    for n, reference in enumerate(article.references):
        for path, date in _dates(reference):
            if _is_later(date, received) and not (path[0] == "work" and _is_in_press(reference)):
                yield fault(("references", n, *path), date=date.iso, received=received.iso)
                break


@rule(
    "reference-work-repeated",
    Level.WARNING,
    message=(
        "This reference has the same DOI as reference {other}: {doi}.",
        "This reference has the same URL as reference {other}: {url}.",
        "This reference has the same text as reference {other}.",
    ),
    hint="Remove one of the two, or correct the one that names the wrong work.",
)
def repeated_work(article: Article) -> Iterator[Fault]:
    """No two entries are of one work: none has another's DOI, address or text.

    Registries count each as a citation. Two works may stand at one address, the home page of an
    office or the volume of a conference: told are entries that begin alike, at the address of one
    page.

    Source: Crossref documentation, markup guide, "References": keys and citations are unique.

    Good:

        references: [{doi: 10.5555/1}, {doi: 10.5555/2}]

    Bad:

        references: [{doi: 10.5555/1}, {doi: 10.5555/1}]
    """
    first: dict[str, int] = {}
    for n, reference in enumerate(article.references):
        for field, key in _keys(reference):
            other = first.setdefault(key, n)
            if other != n and not (field[0] == "text" and is_ibid(key)):
                number = reference_name(article.references[other], other)
                shared = {"doi": reference.doi, "url": reference.url}.get(str(field[0]))
                params = {str(field[0]): shared} if shared else {}
                yield fault(("references", n, *field), other=number, **params)
                break


@rule(
    "reference-label-repeated",
    Level.WARNING,
    message="Two entries of the list have the label {label}.",
    hint="Compare the numbers with the printed list.",
)
def label_repeated(article: Article) -> Iterator[Fault]:
    """No two entries of the list have one label.

    A citation in the text couldn't say which it means.

    Source: JATS Tag Library 1.3, ``label``; Crossref ``citation/@key``, which is unique.

    Good:

        references: [{label: "1", doi: 10.5555/1}, {label: "2", doi: 10.5555/2}]

    Bad:

        references: [{label: "1", doi: 10.5555/1}, {label: "1", doi: 10.5555/2}]
    """
    labelled = [(n, one.label) for n, one in enumerate(article.references) if one.label]
    for position, label in repeated(label for _, label in labelled):
        yield fault(("references", labelled[position][0], "label"), label=label)


def reference_name(reference: Reference, n: int) -> str:
    """What a sentence calls an entry: its label, else its place in the list."""
    return reference.label or str(n + 1)


def _is_cyrillic(reference: Reference) -> bool:
    original = next(iter(reference.text.values()), None)
    return original is not None and not is_mostly_latin(original.plain)


def _is_romanised(reference: Reference) -> bool:
    return any(map(is_romanised, reference.text))


def _has_latin_twin(reference: Reference) -> bool:
    """Whether any text of an entry beside the original, which stands first, is in Latin letters."""
    return any(is_mostly_latin(text.plain) for text in islice(reference.text.values(), 1, None))


def _last_receipt(article: Article) -> PartialDate | None:
    """The last day on which a manuscript came in, if its dates say; none more precise."""
    dates = (article.dates.received, *article.dates.revised)
    received = [date for date in map(parse_date, dates) if date is not None]
    return max(received, key=lambda date: date.iso, default=None)


def _is_later(date: PartialDate, received: PartialDate) -> bool:
    """Whether a work of a date can't have been read by a day; a year alone is of the issue."""
    return date.year > received.year + 1 if date.month is None else date.is_after(received)


def _is_in_press(reference: Reference) -> bool:
    return any(_IN_PRESS.search(text.plain) for text in reference.text.values())


def _dates(reference: Reference) -> Iterator[tuple[tuple[str, ...], PartialDate]]:
    """The dates that an entry tells of: when it was visited, and of its work."""
    year = reference.work.year
    for path, written in ((("accessed",), reference.accessed), (("work", "year"), year)):
        if date := parse_date(written):
            yield path, date
    for language, text in reference.text.items():
        for year, month, day in _dates_in(text.plain):
            date = parse_date(f"{year}-{month:02}-{day:02}")
            if date:
                yield ("text", language), date


def _dates_in(text: str) -> list[tuple[str, int, int]]:
    """Year, month and day of the dates in a text whose meaning is sure: of a visit, or APA's."""
    dates = []
    if _END_OF_DAY.search(text):
        dates += [
            (day["year"], int(day["month"]), int(day["day"]))
            for day in _DAY.finditer(text)
            if _VISITED.search(text[max(day.start() - REACH, 0) : day.start()])
        ]
    if "(" in text:
        dates += [
            (work["year"], _MONTHS.index(work["month"]) + 1, int(work["day"]))
            for work in _DATED.finditer(text)
        ]
    return dates


def _keys(reference: Reference) -> Iterator[tuple[tuple[str, ...], str]]:
    """What tells a work from others, with the field that says it."""
    if reference.doi:
        yield ("doi",), doi_key(reference.doi)
    words = [text.plain.casefold().split() for text in reference.text.values()]
    if _PAGE.search((reference.url or "")[-MOST_OF_URL:]) and words:
        yield ("url",), f"{str(reference.url).strip()} {words[0][:1]}"
    for each in words:
        if len(each) >= SHORTEST:
            yield ("text",), " ".join(each)

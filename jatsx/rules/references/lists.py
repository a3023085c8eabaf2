"""Rules that compare references with each other and with the dates of the article."""

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
"""Searched for before ``_DAY``: faster, because it starts with a rare character."""

_VISITED = re.compile(
    r"(?:дата обращения|қара(?:л)?ған күні|data obrashheniya|data obrashcheniya|data obrascheniya"
    r"|access(?:ed)?(?: date| on)?|retrieved(?: on)?|visited(?: on)?|қаралды)[^\w]{0,4}\Z",
    re.IGNORECASE,
)

REACH: Final = 40
"""How many characters before a date are searched for “accessed” or a similar word."""

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
"""What the URL of a single page contains, and the URL of a home page usually does not."""

MOST_OF_URL: Final = 300
"""How many characters at the end of a URL are searched for ``_PAGE``."""

SHORTEST: Final = 4
"""The minimum number of words of a text that is compared with others."""


@rule(
    "reference-romanised-missing",
    Level.WARNING,
    message="Reference {number} has no romanised version, but most others have one.",
    hint="Add the romanised text under `ru-Latn` or `kk-Latn`.",
)
def twin_missing(article: Article) -> Iterator[Fault]:
    """If most Cyrillic references have a romanised version, all of them have one.

    If one reference is missing from the romanised list, all references after it can be joined with
    the wrong original. A reference with a translation (``en``) instead of a romanised text
    (``ru-Latn``) is not reported.

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
    missing = [n for n, one in cyrillic if not _has_latin_twin(one)]
    if sum(_is_romanised(one) for _, one in cyrillic) > len(missing):
        for n in missing:
            yield fault(("references", n, "text"), number=str(n + 1))


@rule(
    "reference-original-missing",
    Level.WARNING,
    message="Reference {number} has only a romanised version.",
    hint="Add the original text. If the original is a separate reference, join the two.",
)
def original_missing(article: Article) -> Iterator[Fault]:
    """If most romanised references have an original text, all of them have one.

    A reference without an original text is often the romanised version of another reference in the
    list. It can also be a reference that does not belong in the list.

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
    missing = [n for n, one in romanised if len(one.text) == 1]
    if len(romanised) - len(missing) > len(missing):
        for n in missing:
            yield fault(("references", n, "text"), number=str(n + 1))


@rule(
    "reference-date-later",
    Level.WARNING,
    message="The date {date} is later than the date of the manuscript ({received}).",
    hint=(
        "Compare both dates. If the article was revised later, add that date under `dates`, as"
        " `revised`."
    ),
)
def later_date(article: Article) -> Iterator[Fault]:
    """The date of a cited work and its access date are not later than the manuscript.

    The rule compares them with the last of the dates ``received`` and ``revised``. If a date is
    later, one of the dates is wrong, or the date of a revision is missing. The year of a work may
    be one year later, because the work can appear online first. The year of a work in press is not
    checked.

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
    hint="Remove or correct one of the two.",
)
def repeated_work(article: Article) -> Iterator[Fault]:
    """No work appears twice in the reference list.

    Registries count each reference as a citation. The rule compares DOIs, URLs and texts. Two works
    can have the same URL, such as the home page of an office or the file of a conference volume.
    References with the same URL are reported only if the URL is that of a single page and their
    texts start with the same word.

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
    message="Two references have the same label: {label}.",
    hint="Compare the labels with the printed reference list.",
)
def label_repeated(article: Article) -> Iterator[Fault]:
    """Each label in the reference list is used only once.

    If two references have the same label, it is not clear which of them the article cites.

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
    """How messages name a reference: its label, else its position in the list."""
    return reference.label or str(n + 1)


def _is_cyrillic(reference: Reference) -> bool:
    original = next(iter(reference.text.values()), None)
    return original is not None and not is_mostly_latin(original.plain)


def _is_romanised(reference: Reference) -> bool:
    return any(map(is_romanised, reference.text))


def _has_latin_twin(reference: Reference) -> bool:
    """Whether a text other than the original, which is the first one, is in Latin letters."""
    return any(is_mostly_latin(text.plain) for text in islice(reference.text.values(), 1, None))


def _last_receipt(article: Article) -> PartialDate | None:
    """The last date on which the manuscript was received or revised; None without a valid date."""
    dates = (article.dates.received, *article.dates.revised)
    received = [date for date in map(parse_date, dates) if date is not None]
    return max(received, key=lambda date: date.iso, default=None)


def _is_later(date: PartialDate, received: PartialDate) -> bool:
    """Whether a work is later than a manuscript; if only its year is known, by over a year."""
    return date.year > received.year + 1 if date.month is None else date.is_after(received)


def _is_in_press(reference: Reference) -> bool:
    return any(_IN_PRESS.search(text.plain) for text in reference.text.values())


def _dates(reference: Reference) -> Iterator[tuple[tuple[str, ...], PartialDate]]:
    """The dates in a reference with their paths: access dates and dates of the work."""
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
    """Year, month and day of the access dates in a text, and of dates in APA style."""
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
    """What identifies a cited work, with the path of the field."""
    if reference.doi:
        yield ("doi",), doi_key(reference.doi)
    words = [text.plain.casefold().split() for text in reference.text.values()]
    if _PAGE.search((reference.url or "")[-MOST_OF_URL:]) and words:
        yield ("url",), f"{str(reference.url).strip()} {words[0][:1]}"
    for each in words:
        if len(each) >= SHORTEST:
            yield ("text",), " ".join(each)

"""What is asked of the reference list: entries that stand alone, agree and are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.dates import PartialDate, parse_date
from jatsx.findings import Level
from jatsx.identifiers import bare_doi, doi_key
from jatsx.model import Article, Reference
from jatsx.rules.faults import fault
from jatsx.rules.letters import CYRILLIC, LATIN, count

_IBID = re.compile(
    r"(?:ibid(?:em)?|idem|op\. ?cit|loc\. ?cit|там же|указ\. ?соч|сонда|сол жерде)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\[?(\d{1,3})(?:[.)\]]\s+|\]\s*)")
_DOI_IN_TEXT = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>«»]+")
_HYPHENATED = re.compile(r"10\.1016/j\.[a-z]+-[a-z]+\.\d", re.IGNORECASE)
_VISITED = re.compile(
    r"(?:дата обращения|қара(?:л)?ған күні|data obrashheniya|data obrashcheniya|data obrascheniya"
    r"|access(?:ed)?(?: date| on)?|retrieved(?: on)?|visited(?: on)?|қаралды)[^\w]{0,4}"
    r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})",
    re.IGNORECASE,
)
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


def ibid(reference: Reference) -> Iterator[Fault]:
    """An entry names its work, and not “ibid.”.

    Registries take each entry by itself: nothing tells them what stood before.

    Source: Crossref documentation, "Depositing your references": one citation for each work.

    Good:

        text: {en: "Zenn, J. (2016) The IMU Is Extinct. Central Asia Caucasus Analyst."}

    Bad:

        text: {en: Ibid.}
    """
    for language, text in reference.text.items():
        if found := _IBID.match(text.plain.strip()):
            yield fault(("text", language), word=found[0])


def number_in_text(reference: Reference) -> Iterator[Fault]:
    """An entry's number stands under label, and not in its text too.

    It would be printed twice, and no registry finds a work by “16. Avioutski”.

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


def twin_missing(article: Article) -> Iterator[Fault]:
    """Where a reference list is romanised, each of its Cyrillic entries is.

    A list with an entry too few is one in which everything after it is paired wrongly. Asked where
    most of the Cyrillic entries have a romanised text (``ru-Latn``).

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
    cyrillic = [(n, one) for n, one in enumerate(article.references) if _is_cyrillic(one)]
    alone = [n for n, one in cyrillic if not _is_romanised(one)]
    if len(cyrillic) - len(alone) > len(alone):
        for n in alone:
            yield fault(("references", n, "text"), number=str(n + 1))


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


def later_date(article: Article) -> Iterator[Fault]:
    """A work isn't dated, nor a page visited, after the manuscript was received.

    Compared with the last of the dates of receipt, first or revised. Either the article was revised
    and the date isn't told, or one of the dates is wrong.

    Source: JATS4R, Publication history: revised manuscripts have dates of their own.

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
            if date.is_after(received):
                yield fault(("references", n, *path), date=date.iso, received=received.iso)
                break


def repeated_work(article: Article) -> Iterator[Fault]:
    """No two entries are of one work: none has another's DOI, address or text.

    Registries count each as a citation.

    Source: Crossref documentation, "Depositing your references": keys and citations are unique.

    Good:

        references: [{doi: 10.5555/1}, {doi: 10.5555/2}]

    Bad:

        references: [{doi: 10.5555/1}, {doi: 10.5555/1}]
    """
    first: dict[str, int] = {}
    for n, reference in enumerate(article.references):
        for field, key in _keys(reference):
            other = first.setdefault(key, n)
            if other != n:
                number = reference_name(article.references[other], other)
                yield fault(("references", n, *field), other=number)
                break


def doi_differs(reference: Reference) -> Iterator[Fault]:
    """The DOI in an entry's text is the one that stands under doi.

    Registries take the field; readers see the text.

    Source: Crossref documentation, "Depositing your references".

    Good:

        text: {en: "Shaw, L. (2019). DOI:10.1007/s10612-019-09432-0."}
        doi: 10.1007/s10612-019-09432-0

    Bad:

        text: {en: "Shaw, L. (2019). DOI:10.1007/s10612-019-09432-0."}
        doi: 10.1007/s10612-019-09432
    """
    if not reference.doi:
        return
    for text in reference.text.values():
        found = [match[0].rstrip(".,;)]") for match in _DOI_IN_TEXT.finditer(text.plain)]
        if found and all(doi_key(one) != doi_key(reference.doi) for one in found):
            yield fault("doi", doi=reference.doi, other=found[0])
            return


def doi_broken(reference: Reference) -> Iterator[Fault]:
    """A DOI isn't broken by the end of a line, nor does it carry the stop of its sentence.

    Where print broke it, a hyphen was left inside; a stop or comma at its end is the sentence's.
    Hyphens are part of many DOIs: told is one at the end, and one inside the journal's code of an
    Elsevier DOI, which has none.

    Source: DOI Handbook, 2.2; the journals' printed issues: 10.1016/j.eu-ras.2018.08.001.

    Good:

        doi: 10.1016/j.euras.2018.08.001

    Bad:

        doi: 10.1016/j.eu-ras.2018.08.001
    """
    doi = bare_doi(reference.doi or "")
    if doi.endswith(("-", ".", ",", ";", ":")) or _HYPHENATED.match(doi):
        yield fault("doi", doi=doi)


def reference_name(reference: Reference, n: int) -> str:
    """What a sentence calls an entry: its label, else its place in the list."""
    return reference.label or str(n + 1)


def _is_cyrillic(reference: Reference) -> bool:
    original = next(iter(reference.text.values()), None)
    return original is not None and count(CYRILLIC, original.plain) > count(LATIN, original.plain)


def _is_romanised(reference: Reference) -> bool:
    return any("-latn" in language.lower() for language in reference.text)


def _last_receipt(article: Article) -> PartialDate | None:
    """The last day on which a manuscript came in, if its dates say; none more precise."""
    dates = (article.dates.received, *article.dates.revised)
    received = [date for date in map(parse_date, dates) if date is not None]
    return max(received, key=lambda date: date.iso, default=None)


def _dates(reference: Reference) -> Iterator[tuple[tuple[str, ...], PartialDate]]:
    """The dates that an entry tells of: when it was visited, and of its work."""
    for path, written in (
        (("accessed",), reference.accessed),
        (("work", "year"), reference.work.year),
    ):
        date = parse_date(written)
        if date:
            yield path, date
    for language, text in reference.text.items():
        for year, month, day in _dates_in(text.plain):
            date = parse_date(f"{year}-{month:02}-{day:02}")
            if date:
                yield ("text", language), date


def _dates_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Year, month and day of the dates in a text whose meaning is sure: of a visit, or APA's."""
    for visit in _VISITED.finditer(text):
        yield visit["year"], int(visit["month"]), int(visit["day"])
    for work in _DATED.finditer(text):
        yield work["year"], _MONTHS.index(work["month"]) + 1, int(work["day"])


def _keys(reference: Reference) -> Iterator[tuple[tuple[str, ...], str]]:
    """What tells a work from others, with the field that says it."""
    if reference.doi:
        yield ("doi",), doi_key(reference.doi)
    if reference.url:
        yield ("url",), reference.url.strip()
    for text in reference.text.values():
        if not _IBID.match(text.plain.strip()):
            yield ("text",), " ".join(text.plain.casefold().split())


_COMPARE: Final = "Compare the entry with the printed list."

RULES: Final = (
    Rule(
        "reference-text-ibid",
        Level.WARNING,
        Reference,
        ibid,
        "“{word}” says nothing where an entry stands alone.",
        "Write the work out again.",
    ),
    Rule(
        "reference-text-number",
        Level.WARNING,
        Reference,
        number_in_text,
        "The entry's number, {number}, stands in its text too.",
        "Delete it from the text.",
    ),
    Rule(
        "reference-romanised-missing",
        Level.WARNING,
        Article,
        twin_missing,
        "The entry {number} isn't romanised, and most others are.",
        "Add its romanised text, under ru-Latn or kk-Latn.",
    ),
    Rule(
        "reference-original-missing",
        Level.WARNING,
        Article,
        original_missing,
        "The entry {number} stands in its romanised form alone.",
        "Add the original text, or join it with the entry whose twin it is.",
    ),
    Rule(
        "reference-date-later",
        Level.WARNING,
        Article,
        later_date,
        "This is dated {date}, after the manuscript came in ({received}).",
        "Compare both dates. If the article was revised later, write when under dates: revised.",
    ),
    Rule(
        "reference-work-repeated",
        Level.WARNING,
        Article,
        repeated_work,
        "The entry {other} is of the same work.",
        "Remove one of the two, or correct the one that names the wrong work.",
    ),
    Rule(
        "reference-doi-differs",
        Level.WARNING,
        Reference,
        doi_differs,
        "The DOI is {doi}, and the text says {other}.",
        "Open both at doi.org and keep the one that leads to the work.",
    ),
    Rule(
        "reference-doi-broken",
        Level.WARNING,
        Reference,
        doi_broken,
        "The DOI {doi} seems to be broken by the end of a line or a sentence.",
        "Open it at doi.org, and delete the hyphen or stop that doesn't belong to it.",
    ),
)

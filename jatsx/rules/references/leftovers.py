"""Rules on what is left in the text of a reference: numbers, placeholders, files, DOIs, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from jatsx.findings.finding import Level, Mend
from jatsx.model import Article, CitedWork, Reference
from jatsx.rules.article.dois import HYPHENATED
from jatsx.rules.article.page_numbers import is_page, pages_in
from jatsx.rules.article.pages import mends_of_range
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_identifiers import certain_doi
from jatsx.standards.identifiers import doi_key

_NUMBER = re.compile(r"\[?([0-9]{1,3})(?:[.)\]] ?)")
_LOCAL_FILE = re.compile(r"\bfile:/{1,3}[^\s<>«»\"]*|(?<![\w.])[A-Z]:\\[^\s<>«»\"]*")
_PLACEHOLDER = re.compile(
    r"(?<![^\W_])([XxХх?]{2,4})[-–—]\1(?![^\W_])|\b20(?:[XxХх]{2}|\?\?)(?![^\W_])|10\.[Xx]{4,5}/\S*"
)
_DOI = re.compile(r"\b10\.[0-9]{4,9}/[^\s\"'<>«»]+")
_RESOLVER = "doi.org/10."
_ENDS = ".,;:)]'”"

_CUT = re.compile(r"\.\s+[a-z0-9]|\s+(?!https?:)\S*[0-9./_-]\S")
"""What follows a DOI that a line break may have cut."""

_JOINING = "-/_."
_SUFFIX = re.compile(r"(?=.*[0-9]).{4}")
"""A suffix that is not so short that it was probably cut."""

_OF_ADDRESS = re.compile(
    r"[?#%&;,]|/(?:full|pdf|epdf|abs|abstract|html|meta)\b|\.(?:html?|pdf|xml)$|EDN", re.IGNORECASE
)
"""What does not belong to a DOI, but to the address of a page or to the text after it."""

_BEFORE = re.compile(r"(?:\bdoi\.org/|\bdoi\s*[:=]?\s*|(?:^|[\s(\[<«“\"]))$", re.IGNORECASE)
"""What is before a DOI that is not a part of the URL of another site."""

_OF_OTHER = re.compile(
    r"\b(?:review of|reply to|response to|comments? on|commentary on|erratum|corrigendum|correction"
    r"|retract\w*|рецензия на|рец\. на|ответ на|исправлени\w+|пікір|сын-пікір)\b",
    re.IGNORECASE,
)
"""Words of references that may name the DOI of another work."""

FEWEST: Final = 3
"""The minimum number of references of a list that is checked for typed numbers."""


@rule(
    "reference-list-numbered",
    Level.WARNING,
    message="The references start with their numbers: “{number}”.",
    hint="Delete the numbers from the texts. If the list prints them, write them under `label`.",
)
def list_numbered(article: Article) -> Iterator[Fault]:
    """The texts of the references do not start with their numbers.

    If the list is copied from a word processor, the numbers can be copied into the texts. They are
    then printed twice, and registries search for a work with “1. Avioutski”. The rule reports only
    lists of at least three references that nearly all start with their own number. A number that
    is also the label is reported by ``reference-text-number``.

    Source: JATS Tag Library 1.3, ``label``; Crossref ``unstructured_citation``.

    Good:

        references:
          - {label: "1", text: {en: Avioutski V. Afghan Opiate Trafficking.}}
          - {label: "2", text: {en: Zenn J. The IMU Is Extinct.}}
          - {label: "3", text: {en: Shaw L. Return migration.}}

    Bad:

        references:
          - text: {en: 1. Avioutski V. Afghan Opiate Trafficking.}
          - text: {en: 2. Zenn J. The IMU Is Extinct.}
          - text: {en: 3. Shaw L. Return migration.}
    """
    numbered: list[tuple[int, str, str]] = []
    for n, reference in enumerate(article.references):
        language = next(iter(reference.text), None)
        found = _NUMBER.match(reference.text[language].plain.strip()) if language else None
        is_own = found and int(found[1]) == n + 1
        if language and found and is_own and (reference.label or "").strip("[]. ") != found[1]:
            numbered.append((n, language, found[0].strip()))
    if len(numbered) >= max(FEWEST, 0.8 * len(article.references)):
        n, language, number = numbered[0]
        yield fault(("references", n, "text", language), excerpt=number, number=number)


@rule(
    "reference-text-file",
    Level.WARNING,
    message="The reference contains the address of a file on a computer: {file}.",
    hint="Replace it with the URL of the work, or delete it.",
)
def local_file(reference: Reference) -> Iterator[Fault]:
    """The text of a reference contains no address of a file on a computer.

    Reference managers write such an address if the work was saved on the author's computer. Nobody
    else can open it.

    Source: RFC 8089, The "file" URI Scheme.

    Good:

        text: {en: "Shaw L. Return migration. https://www.springer.com/article"}

    Bad:

        text: {en: "Shaw L. Return migration. file:///C:/Users/1/Downloads/shaw.pdf"}
    """
    for language, text in reference.text.items():
        if found := _LOCAL_FILE.search(text.plain):
            file = found[0].rstrip(_ENDS)
            yield fault(("text", language), excerpt=file, file=file)


@rule(
    "reference-text-placeholder",
    Level.WARNING,
    message="“{placeholder}” seems to be a placeholder.",
    hint="Look up the missing pages, year or DOI, or delete the placeholder.",
)
def placeholder(reference: Reference) -> Iterator[Fault]:
    """The text of a reference contains no placeholder, such as XX-XX instead of pages.

    It was typed until the pages, the year or the DOI is known. A citation with a placeholder does
    not match any work.

    Source: Crossref documentation, markup guide, "References".

    Good:

        text: {en: "Shaw L. Return migration. Demography, 12 (pp. xi-xv)."}

    Bad:

        text: {en: "Shaw L. Return migration. Demography, 12 (pp. XX-XX)."}
    """
    for language, text in reference.text.items():
        if found := _PLACEHOLDER.search(text.plain):
            yield fault(("text", language), excerpt=found[0], placeholder=found[0])


@rule(
    "reference-doi-several",
    Level.WARNING,
    message="The reference contains several DOIs: {dois}.",
    hint="If these are two works, make two references. Keep one DOI for each work.",
)
def several_dois(reference: Reference) -> Iterator[Fault]:
    """The text of a reference contains the DOI of one work.

    Two references were probably joined when the list was copied. Registries link a reference to one
    work, and the other work is not cited. If the second DOI is that of a translation, nothing needs
    to be changed.

    Source: Crossref documentation, markup guide, "References": one citation for each work.

    Good:

        text: {en: "Shaw L. Return migration. doi:10.1007/s10612-019-09432-0"}

    Bad:

        text: {en: "Shaw L. doi:10.1007/s10612-019-09432-0. Zenn J. doi:10.1016/j.eu.2018.08.1"}
    """
    for language, text in reference.text.items():
        found = _dois(text.plain)
        if len(found) > 1:
            yield fault(("text", language), excerpt=found[1], dois=listed(found))
            return


@rule(
    "reference-doi-missing",
    Level.WARNING,
    message="The text of the reference contains a DOI, but the field `doi` is empty: {doi}.",
    hint="Open the DOI at doi.org. If it leads to the cited work, add `doi: {doi}`.",
    mends=True,
)
def doi_missing(reference: Reference) -> Iterator[Fault]:
    """A DOI in the text of a reference is also in the field ``doi``.

    Registries link cited works by the field, and no format reads the text. No format copies the
    DOI by itself, because a DOI in a text can be broken or belong to another work: a review names
    the DOI of the work that it reviews. A text with several DOIs is reported by
    ``reference-doi-several``, a DOI as URL by ``address-doi-resolver``.

    Source: Crossref documentation, markup guide, "References": the ``doi`` of a citation.

    Good:

        text: {en: "Shaw L. Return migration. doi:10.1007/s10612-019-09432-0"}
        doi: 10.1007/s10612-019-09432-0

    Bad:

        text: {en: "Shaw L. Return migration. doi:10.1007/s10612-019-09432-0"}
    """
    if (reference.doi or "").strip() or _RESOLVER in (reference.url or ""):
        return
    found: list[str] = []
    for text in reference.text.values():
        found += _dois(text.plain)
    if found and len({*map(doi_key, found)}) == 1:
        texts = [text.plain for text in reference.text.values()]
        doi = found[0] if all(_is_certain(found[0], text) for text in texts) else None
        yield fault("doi", doi=found[0]).with_mends(mended("doi", reference.doi, doi))


@rule(
    "reference-page-form",
    Level.WARNING,
    message="“{written}” is not the number of a page.",
    hint=(
        "Write `first_page: {first}` and `last_page: {last}`.",
        "Write only the number: `first_page: 5` and `last_page: 17`.",
    ),
    mends=True,
)
def page_form(reference: Reference) -> Iterator[Fault]:
    """The first and the last page of a cited work are each the number of one page.

    Registries compare the first page with that of the work. A range or a word (pp., с., б.) matches
    no work.

    Source: Crossref ``citation/first_page``; JATS ``fpage``.

    Good:

        work: {first_page: "5", last_page: "17"}

    Bad:

        work: {first_page: 5–17}
    """
    for field in ("first_page", "last_page"):
        written = (getattr(reference.work, field) or "").strip()
        if written and not is_page(written):
            meant = pages_in(written)
            ends = (("first", meant.first), ("last", meant.last)) if meant else ()
            known = {name: page for name, page in ends if page}
            mends = _mends_of_page(reference.work, field)
            yield fault(("work", field), written=written, **known).with_mends(mends)


def _mends_of_page(work: CitedWork, field: str) -> tuple[Mend, ...]:
    """The mends of a page of a cited work; a last page is only mended with the first."""
    if field == "last_page":
        return ()
    last = ("work.last_page", work.last_page)
    return mends_of_range(("work.first_page", work.first_page), last)


def _is_certain(doi: str, text: str) -> bool:
    """Whether a DOI in a text is whole, and that of the cited work."""
    if doi not in text:
        return doi_key(doi) not in text.lower()
    before, _, after = text.partition(doi)
    is_cut = _CUT.match(after) or doi[-1] in _JOINING or HYPHENATED.match(doi)
    is_whole = certain_doi(doi) == doi and _SUFFIX.match(doi.partition("/")[2])
    is_of_page = _OF_ADDRESS.search(doi) or not _BEFORE.search(before)
    return bool(is_whole and not (is_cut or is_of_page or _OF_OTHER.search(text)))


def _dois(text: str) -> list[str]:
    """The different DOIs in a text, without the punctuation after them.

    A DOI that is only the beginning of another was cut by a line break, and is not counted.
    """
    if "10." not in text:
        return []
    keys: dict[str, str] = {}
    for found in _DOI.finditer(text):
        doi = _without_tail(found[0])
        keys.setdefault(doi_key(doi), doi)
    in_order = sorted(keys)
    cut = {key for key, after in pairwise(in_order) if after.startswith(key)}
    return [doi for key, doi in keys.items() if key not in cut]


def _without_tail(doi: str) -> str:
    """A DOI without the punctuation of the sentence, but with the brackets that belong to it."""
    superfluous = doi.count(")") - doi.count("(")
    end = len(doi)
    while doi[end - 1] in _ENDS and not (doi[end - 1] == ")" and superfluous <= 0):
        superfluous -= doi[end - 1] == ")"
        end -= 1
    return doi[:end]

"""``codes`` and ``rubrics``: identifiers and subject codes of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from jatsx import Built, Loss, element, non_blank
from jatsx.model.fieldpath import subpath
from jatsx.standards.vocabularies import subject_scheme
from jatsx_rsci.issue import doi
from jatsx_rsci.vocabulary import CODES

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import SubjectCode

ORDER: Final = ("udk", "bbk", "vak", "vak21", "jel", "msc", "pacs", "anycode")
ONCE: Final = ("vak", "vak21")
VAK: Final = ("VAK", "ВАК")

_EDN: Final = re.compile(r"[A-Z]{6}\Z")
_RUBRIC: Final = re.compile(r"[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{2})?)?\Z")
_VAK_OF_2021: Final = re.compile(r"[0-9]\.[0-9]+\.[0-9]+\.?\Z")


@dataclass(frozen=True, slots=True)
class Coded:
    """A subject code, its element, and the field that it comes from."""

    tag: str
    code: str
    scheme: str
    field: str


def codes(article: Article) -> Iterator[Built]:
    """``codes``: DOI, EDN, and subject codes except SRSTI."""
    coded = sorted(_coded(article), key=lambda one: ORDER.index(one.tag))
    taken = list(_taken(coded))
    subjects = chain.from_iterable(map(subject_code, taken))
    yield element("codes", None, doi(article.doi, "doi"), edn(article), subjects)
    yield from (
        Loss(one.field, "one-code", {"element": one.tag}) for one in coded if one not in taken
    )


def edn(article: Article) -> Iterator[Built]:
    """``edn``: the code of the article at eLIBRARY, and the losses of other identifiers."""
    chosen = edn_key(article)
    for scheme, written in article.identifiers.items():
        field = subpath("identifiers", scheme)
        if scheme == chosen:
            yield element("edn", None, written, field=field)
        elif scheme.upper() == "EDN" and non_blank(written):
            yield Loss(field, "edn-form")
        elif non_blank(written):
            yield Loss(field, "doi-and-edn-only")


def edn_key(article: Article) -> str | None:
    """The key of the EDN in the article's identifiers, if the article has a valid EDN."""
    items = article.identifiers.items()
    return next((key for key, one in items if key.upper() == "EDN" and is_edn(one)), None)


def is_edn(written: str) -> bool:
    """Whether a string is an EDN: six capital Latin letters."""
    return _EDN.match(written) is not None


def subject_code(coded: Coded) -> Iterator[Built]:
    """The element of a classification, or ``anycode``."""
    yield element(coded.tag, None, coded.code, field=f"{coded.field}.code")
    if coded.tag == "anycode" and non_blank(coded.scheme):
        yield Loss(f"{coded.field}.scheme", "code-scheme")


def rubrics(article: Article) -> Built:
    """``rubrics``: the codes of SRSTI (GRNTI, МРНТИ, ҒТАМР)."""
    return element("rubrics", None, (_rubric(*one) for one in _of_srsti(article)))


def heading_losses(article: Article) -> Iterator[Loss]:
    """The headings of all subject codes."""
    for n, one in enumerate(article.subject_codes):
        if any(one.heading.values()):
            yield Loss(f"subject_codes[{n}].heading", "code-only")


def _rubric(code: SubjectCode, field: str) -> Built | None:
    if _RUBRIC.match(code.code):
        return element("rubric", None, code.code, field=f"{field}.code")
    return Loss(field, "rubric-form") if non_blank(code.code) else None


def _of_srsti(article: Article) -> Iterator[tuple[SubjectCode, str]]:
    for n, one in enumerate(article.subject_codes):
        if subject_scheme(one.scheme) == "SRSTI":
            yield one, f"subject_codes[{n}]"


def _coded(article: Article) -> Iterator[Coded]:
    for n, one in enumerate(article.subject_codes):
        if subject_scheme(one.scheme) != "SRSTI" and non_blank(one.code):
            yield Coded(_tag(one), one.code, one.scheme, f"subject_codes[{n}]")


def _tag(code: SubjectCode) -> str:
    if code.scheme.strip().upper() in VAK:
        return "vak21" if _VAK_OF_2021.match(code.code) else "vak"
    return CODES.get(subject_scheme(code.scheme), "anycode")


def _taken(coded: list[Coded]) -> Iterator[Coded]:
    """The codes that are written: for elements that occur only once, the first code."""
    seen: set[str] = set()
    for one in coded:
        if one.tag not in ONCE or one.tag not in seen:
            yield one
        seen.add(one.tag)

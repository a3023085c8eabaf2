"""``codes`` and ``rubrics``: identifiers of the article, and of its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from jatsx import el
from jatsx.documents.build import Lost, Piece, Pieces, at, wrapped
from jatsx.standards.vocabularies import subject_scheme
from jatsx_rsci.issue import doi
from jatsx_rsci.texts import said
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
    """A subject code, the element that takes it, and the field that says it."""

    tag: str
    code: str
    scheme: str
    of: str


def codes(article: Article) -> Iterator[Pieces]:
    """``codes``: DOI, EDN, subject codes but those of SRSTI."""
    coded = sorted(_coded(article), key=lambda one: ORDER.index(one.tag))
    taken = list(_taken(coded))
    subjects = chain.from_iterable(map(subject_code, taken))
    yield wrapped("codes", None, doi(article.doi, "doi"), edn(article), subjects)
    yield from (Lost(one.of, f"codes has one {one.tag}") for one in coded if one not in taken)


def edn(article: Article) -> Iterator[Pieces]:
    """``edn``: the code that eLIBRARY gave the article. Other identifiers have no place."""
    chosen = edn_key(article)
    for scheme, written in article.identifiers.items():
        of = at("identifiers", scheme)
        if scheme == chosen:
            yield wrapped("edn", None, written, of=of)
        elif scheme.upper() == "EDN" and said(written):
            yield Lost(of, "edn is six Latin capital letters, and stands once")
        elif said(written):
            yield Lost(of, "of an article's identifiers codes has DOI and EDN alone")


def edn_key(article: Article) -> str | None:
    """What the article calls its EDN, if it has one in the right form."""
    items = article.identifiers.items()
    return next((key for key, one in items if key.upper() == "EDN" and is_edn(one)), None)


def is_edn(written: str) -> bool:
    """Whether a text is an EDN: six Latin capital letters."""
    return _EDN.match(written) is not None


def subject_code(coded: Coded) -> Iterator[Pieces]:
    """The element of a classification, or ``anycode``."""
    yield wrapped(coded.tag, None, coded.code, of=f"{coded.of}.code")
    if coded.tag == "anycode" and said(coded.scheme):
        yield Lost(f"{coded.of}.scheme", "anycode holds a code, and not of what")


def rubrics(article: Article) -> Pieces:
    """``rubrics``: the codes of SRSTI (GRNTI, МРНТИ, ҒТАМР)."""
    return wrapped("rubrics", None, (_rubric(*one) for one in _of_srsti(article)))


def heading_losses(article: Article) -> Iterator[Lost]:
    """The headings of all subject codes."""
    for n, one in enumerate(article.subject_codes):
        if any(one.heading.values()):
            yield Lost(f"subject_codes[{n}].heading", "codes and rubrics hold codes alone")


def _rubric(code: SubjectCode, of: str) -> Piece | None:
    if _RUBRIC.match(code.code):
        return el("rubric", None, code.code, of=f"{of}.code")
    return Lost(of, "rubric takes the form NN, NN.NN or NN.NN.NN") if said(code.code) else None


def _of_srsti(article: Article) -> Iterator[tuple[SubjectCode, str]]:
    for n, one in enumerate(article.subject_codes):
        if subject_scheme(one.scheme) == "SRSTI":
            yield one, f"subject_codes[{n}]"


def _coded(article: Article) -> Iterator[Coded]:
    for n, one in enumerate(article.subject_codes):
        if subject_scheme(one.scheme) != "SRSTI" and said(one.code):
            yield Coded(_tag(one), one.code, one.scheme, f"subject_codes[{n}]")


def _tag(code: SubjectCode) -> str:
    if code.scheme.strip().upper() in VAK:
        return "vak21" if _VAK_OF_2021.match(code.code) else "vak"
    return CODES.get(subject_scheme(code.scheme), "anycode")


def _taken(coded: list[Coded]) -> Iterator[Coded]:
    """Of the codes that stand once the first, of the others all."""
    seen: set[str] = set()
    for one in coded:
        if one.tag not in ONCE or one.tag not in seen:
            yield one
        seen.add(one.tag)

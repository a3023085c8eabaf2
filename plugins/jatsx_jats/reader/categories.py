"""The section and the subject codes: ``article-categories``, and codes among keywords."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import SubjectCode
from jatsx.model.text import Text
from jatsx.standards.vocabularies import subject_scheme
from jatsx_jats.categories import CLASSIFICATION, HEADING, TRANSLATED_HEADING
from jatsx_jats.reader.texts import language_of, words, words_by_language
from jatsx_jats.reader.tree import JatsElement

SECTION: Final = "section-heading"
"""``@subj-group-type`` of the heading of a section in exports of Elpub."""

SCHEMES: Final = frozenset({"SRSTI", "UDC", "BBK", "JEL", "MSC", "PACS"})
"""The classifications that are recognised by their names."""


def section_titles(meta: JatsElement, notes: ReaderNotes) -> dict[str, Text]:
    """The heading of the section in each language: the first one without a code."""
    groups = [one for around in meta.take_all("article-categories") for one in _headings(around)]
    subjects = []
    for group in groups:
        subject = next(group.find("subject"), None)
        if subject is not None and not subject.is_passed_over:
            subjects.append(subject)
    path = ("issue", "sections", 0, "title")
    for subject in subjects[:1]:
        notes.record(("section",), subject)
    read = words_by_language(subjects, notes, path)
    for group in groups:
        if any(one.is_passed_over for one in group.find("subject")):
            group.is_taken = True
            group.attribute("subj-group-type")
    return read


def subject_codes(meta: JatsElement, notes: ReaderNotes) -> tuple[SubjectCode, ...]:
    """The codes of classifications, in order. A code has a heading in each language."""
    found: dict[tuple[str, str], dict[str, Text]] = {}
    for group in _classifications(meta):
        scheme = scheme_of(group) or group.attributes.get("vocab", "").strip()
        group.is_taken = True
        for name in ("subj-group-type", "kwd-group-type", "vocab", "vocab-identifier"):
            group.attribute(name)
        for heading in group.take_all("title", "label"):
            heading.pass_over()
        for subject in group.take_all("subject", "kwd"):
            _add_code(subject, scheme, found, notes)
    codes = ((scheme, code, headings) for (scheme, code), headings in found.items())
    return tuple(
        SubjectCode(scheme=scheme, code=code, heading=FrozenMap(headings))
        for scheme, code, headings in codes
    )


def scheme_of(group: JatsElement) -> str | None:
    """The classification that a group names in ``@vocab`` or in its type; None if it is none."""
    names = (group.attributes.get(name, "") for name in ("vocab", *TYPES))
    return next((one for name in names if (one := subject_scheme(name)) in SCHEMES), None)


TYPES: Final = ("subj-group-type", "kwd-group-type")


def _add_code(
    subject: JatsElement,
    scheme: str,
    found: dict[tuple[str, str], dict[str, Text]],
    notes: ReaderNotes,
) -> None:
    """Adds a code: ``@vocab-term-identifier`` with the heading as text, else the text."""
    own = subject_scheme(subject.attribute("vocab") or scheme)
    code = subject.attribute("vocab-term-identifier")
    term = subject.attribute("vocab-term")
    subject.attribute("vocab-identifier")
    n = len(found)
    text = words(subject, notes, ("subject_codes", n))
    headings = found.setdefault((own, code or text.plain), {})
    if code and (term or text.plain != code) and text.nodes:
        headings.setdefault(language_of(subject), text)


def _headings(around: JatsElement) -> Iterable[JatsElement]:
    """The groups with the heading of the section in each language. If there is a heading of the
    section, another heading is the type of the article (Elpub)."""
    groups = [one for one in around.find("subj-group") if not scheme_of(one)]
    kinds = ((SECTION,), (HEADING, TRANSLATED_HEADING))
    found = ([one for kind in names for one in groups if _kind(one) == kind] for names in kinds)
    return next(filter(None, found), [])


def _kind(group: JatsElement) -> str:
    return group.attributes.get("subj-group-type", "")


def _classifications(meta: JatsElement) -> list[JatsElement]:
    around = meta.take_all("article-categories")
    groups = [one for each in around for one in each.find("subj-group")]
    return [one for one in (*groups, *meta.find("kwd-group")) if _has_codes(one)]


def _has_codes(group: JatsElement) -> bool:
    """Whether a group contains codes of a classification."""
    is_named = "vocab" in group.attributes or any(
        "vocab-term-identifier" in one.attributes for one in group.find("subject")
    )
    return scheme_of(group) is not None or (_kind(group) == CLASSIFICATION and is_named)

"""The section and the subject codes: ``article-categories``.

Source: JATS Publishing Tag Library, ``subj-group``, ``subject``; JATS4R, Subject & Keyword. PMC
allows only one group of the type ``heading``. The heading of a section in other languages has
another type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import (
    Built,
    Content,
    Loss,
    Sourced,
    element,
    inheritance,
    is_present,
    non_blank,
    present,
)
from jatsx.model import Article, IssueSection, SubjectCode
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Text
from jatsx.standards.vocabularies import subject_scheme
from jatsx_jats.languages import main_first
from jatsx_jats.texts import text_element

HEADING: Final = "heading"
TRANSLATED_HEADING: Final = "heading-translation"
CLASSIFICATION: Final = "classification"


def article_categories(article: Article) -> Built:
    """The section's heading, then the subject codes."""
    groups = (_headings(article), _classifications(article))
    return element("article-categories", None, groups, fields={"subj-group": "section"})


def _headings(article: Article) -> Iterator[Content]:
    section = inheritance.section(article)
    if section is None or not present(section.value.title):
        if article.section and is_present(article.section):
            params = {"section": article.section}
            yield Loss("section", _reason(article, section), params)
            if section:
                yield Loss(section.field, _reason(article, section), params)
        return
    for n, (tag, title) in enumerate(main_first(section.value.title, article)):
        kind = TRANSLATED_HEADING if n else HEADING
        field = subpath(f"{section.field}.title", tag)
        subject = text_element("subject", title, field)
        yield element("subj-group", {"subj-group-type": kind}, subject, field=field, lang=tag)


def _reason(article: Article, section: Sourced[IssueSection] | None) -> str:
    """Why there is no heading for the section of an article."""
    if section:
        return "section-title-missing"
    is_known = any(one.id == article.section for one in article.issue.sections)
    return "section-ambiguous" if is_known else "section-unknown"


def _classifications(article: Article) -> Iterator[Content]:
    """The codes of each classification, with a group for each language of their headings."""
    groups: dict[tuple[str, str | None], list[Content]] = {}
    fields: dict[tuple[str, str | None], str] = {}
    for n, code in enumerate(article.subject_codes):
        field = f"subject_codes[{n}]"
        for tag, heading in _in_each_language(code):
            group = (subject_scheme(code.scheme), tag)
            fields.setdefault(group, field)
            groups.setdefault(group, []).append(_subject(code, tag, heading, field))
    for (scheme, tag), subjects in groups.items():
        attributes = {"subj-group-type": CLASSIFICATION, "vocab": non_blank(scheme)}
        yield element("subj-group", attributes, subjects, field=fields[scheme, tag], lang=tag)


def _in_each_language(code: SubjectCode) -> list[tuple[str | None, Text | None]]:
    """The headings of a code by language; (None, None) if it has no headings."""
    return [*present(code.heading).items()] or [(None, None)]


def _subject(code: SubjectCode, tag: str | None, heading: Text | None, field: str) -> Built:
    """A code: its heading, else the code itself."""
    attributes = {
        "vocab": non_blank(subject_scheme(code.scheme)),
        "vocab-term": heading.plain if heading else None,
        "vocab-term-identifier": non_blank(code.code),
    }
    own = subpath(f"{field}.heading", tag) if tag is not None else f"{field}.code"
    up = "../.." if tag is not None else ".."
    fields = {"@vocab": f"{up}/scheme", "@vocab-term-identifier": f"{up}/code"}
    return text_element("subject", heading or Text((code.code,)), own, attributes, fields=fields)

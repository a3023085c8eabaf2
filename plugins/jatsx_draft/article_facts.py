"""The rest of an article: titles, abstracts, keywords, codes, dates, pages, section, funding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jatsx_draft.articles import PrintedArticle
from jatsx_draft.contents import Contents, Divider, Entry
from jatsx_draft.dates import DATE_KINDS, PrintedDate, dates_of
from jatsx_draft.evidence import Drafted, at
from jatsx_draft.issue_text import IssueText
from jatsx_draft.letters import folded, language_of
from jatsx_draft.patterns import begins_with_mark, codes_in
from jatsx_draft.printed import PrintedLine
from jatsx_draft.texts import (
    abstract_lines,
    abstract_text,
    keyword_lines,
    keywords,
    title_text,
)
from jatsx_draft.words.labels import LabelKind

SHORTEST_BODY: Final = 400
"""The minimum number of letters of a body whose language is told by them."""


def add_texts(
    draft: Drafted,
    text: IssueText,
    article: PrintedArticle,
    entries: Sequence[tuple[str, Entry]],
) -> None:
    """Adds the titles, abstracts and keywords of each block."""
    titles = dict(entries)
    for block, head in zip(article.blocks, article.heads, strict=True):
        language = block.language
        if head.title:
            draft.put(("title", language), title_text(text, head.title), head.title)
            _compare_title(draft, language, head.title, titles.get(language))
        abstract = abstract_text(text, block)
        draft.put(("abstract", language), abstract, abstract_lines(text, block))
        notes = [one for one in abstract_lines(text, block)[1:] if begins_with_mark(one)]
        if notes and abstract:
            draft.doubt("draft-footnote-inside", ("abstract", language), notes)
        draft.put(("keywords", language), keywords(text, block), keyword_lines(text, block))
        label = text.labels[block.keywords]
        if label and label.kind is LabelKind.KEYWORDS and label.language not in (None, language):
            draft.doubt(
                "draft-language-differs", ("keywords", language), keyword_lines(text, block)
            )


def add_doubts_of_heads(draft: Drafted, text: IssueText, article: PrintedArticle) -> None:
    """Adds doubts about titles and names that were not found, or hard to tell."""
    for block, head in zip(article.blocks, article.heads, strict=True):
        lines = block.head(text) or text.lines[block.abstract : block.abstract + 1]
        title = ("title", block.language)
        if not head.title:
            draft.doubt("draft-title-missing", title, lines)
        elif not head.witness and not head.is_sure_of_title:
            draft.doubt("draft-title-unsure", title, head.title)
        if not head.names:
            draft.doubt("draft-names-missing", ("contributors",), lines)
        elif not head.is_sure_of_names:
            draft.doubt("draft-names-unsure", ("contributors",), [head.names[0].line])
        other = language_of(title_text(text, head.title)) if head.title else None
        if other and (other == "en") != (block.language == "en"):
            draft.doubt("draft-language-differs", title, head.title)
        if head.unread:
            draft.doubt("draft-head-unread", ("contributors",), head.unread)


def _compare_title(
    draft: Drafted, language: str, lines: Sequence[PrintedLine], entry: Entry | None
) -> None:
    """Compares a title with the title in the contents."""
    if entry is None:
        return
    title = str(draft.data["title"][language])
    listed = entry.title_like(title) or entry.title
    if folded(listed) == folded(title):
        draft.confirm(("title", language))
    else:
        draft.doubt(
            "draft-title-differs",
            ("title", language),
            lines,
            other=listed,
            where=at(entry.lines[-1]),
        )


def add_identifiers(draft: Drafted, text: IssueText, article: PrintedArticle) -> None:
    """Adds the DOI and the subject codes."""
    dois = [one for head in article.heads for one in head.dois]
    for n, (doi, line) in enumerate(dois):
        known = draft.data.get("doi")
        if n == 0:
            draft.put(("doi",), doi, [line])
        elif known and doi.casefold() == str(known).casefold():
            draft.confirm(("doi",))
        else:
            draft.doubt(
                "draft-value-differs", ("doi",), [line], value=str(known), other=doi, where=at(line)
            )
    cut = [one for head in article.heads for one in head.cut_dois]
    if cut and not dois:
        draft.doubt("draft-doi-cut", ("doi",), [cut[0][1]], value=cut[0][0])
    codes = [one for head in article.heads for one in head.codes] or _codes_above(text, article)
    for scheme, code, line in dict.fromkeys((one[0], one[1], one[2]) for one in codes):
        listed = draft.data.get("subject_codes", [])
        if not any(one["scheme"] == scheme and one["code"] == code for one in listed):
            draft.put(("subject_codes", len(listed)), {"scheme": scheme, "code": code}, [line])


def _codes_above(text: IssueText, article: PrintedArticle) -> list[tuple[str, str, PrintedLine]]:
    """The codes in the three lines above an article."""
    lines = text.lines[max(0, article.start - 3) : article.start]
    return [(scheme, code, line) for line in lines for scheme, code in codes_in(line.text)]


def add_dates(draft: Drafted, text: IssueText, article: PrintedArticle) -> None:
    """Adds the dates of the article: those of its head, else those after it."""
    inside = [date for head in article.heads for date in head.dates]
    found = inside or dates_of(list(article.after), text.known_labels)
    is_day_first = any(date.other == "" and _is_numeric(date) for date in found)
    for kind in DATE_KINDS:
        own = [date for date in found if date.kind is kind]
        if kind is LabelKind.PUBLISHED or not own:
            continue
        if kind is LabelKind.REVISED:
            days = list(dict.fromkeys(date.iso for date in own))
            draft.put(("dates", "revised"), days, [date.line for date in own])
            for n, date in enumerate(own):
                _doubt_date(draft, ("dates", "revised", n), date, is_day_first)
        else:
            _add_date(draft, ("dates", kind.value), own, is_day_first)


def _is_numeric(date: PrintedDate) -> bool:
    return not re.search(r"[^\W\d_]{3}", date.written)


def _add_date(
    draft: Drafted, path: tuple[str, ...], own: Sequence[PrintedDate], is_day_first: bool
) -> None:
    draft.put(path, own[0].iso, [own[0].line])
    for other in own[1:]:
        if other.iso == own[0].iso:
            draft.confirm(path)
        else:
            draft.doubt(
                "draft-value-differs",
                path,
                [own[0].line],
                value=own[0].iso,
                other=other.iso,
                where=at(other.line),
            )
    _doubt_date(draft, path, own[0], is_day_first)


def _doubt_date(
    draft: Drafted, path: tuple[str | int, ...], date: PrintedDate, is_day_first: bool
) -> None:
    if date.is_misspelt:
        draft.doubt("draft-month-misspelt", path, [date.line], value=date.written, iso=date.iso)
    elif date.other and not is_day_first:
        draft.doubt("draft-date-order", path, [date.line], value=date.iso, other=date.other)


def add_language(draft: Drafted, article: PrintedArticle) -> None:
    """Adds the language of the text, which no line says: its letters do."""
    body = []
    length = 0
    for line in article.after:
        if len(line.text) > 60:
            body.append(line)
            length += len(line.text)
        if length > 20 * SHORTEST_BODY:
            break
    language = language_of(" ".join(line.text for line in body))
    if language and length >= SHORTEST_BODY:
        draft.derive(("language",), language, "language-of-body", body[:1])


def add_place_in_issue(
    draft: Drafted, entries: Sequence[tuple[str, Entry]], following: int | None
) -> None:
    """Adds the first page and the section from the contents; the last page is derived."""
    pages = [entry for _, entry in entries]
    if not pages:
        return
    first = pages[0]
    draft.put(("pages", "first"), first.page, [first.lines[-1]])
    for other in pages[1:]:
        if other.page == first.page:
            draft.confirm(("pages", "first"))
        else:
            draft.doubt(
                "draft-value-differs",
                ("pages", "first"),
                [first.lines[-1]],
                value=first.page,
                other=other.page,
                where=at(other.lines[-1]),
            )
    if following is not None and following > int(first.page):
        draft.derive(("pages", "last"), str(following - 1), "page-before-next", [first.lines[-1]])


def add_section(
    draft: Drafted,
    contents: Contents,
    entries: Sequence[tuple[str, Entry]],
    above: Sequence[Divider],
) -> None:
    """Adds the section: from the contents, else from the last title of a section above."""
    for _, entry in entries:
        if entry.section is not None:
            section = contents.sections[entry.section]
            number = section.number or str(entry.section + 1)
            draft.put(("section",), number, [entry.lines[-1]])
            if above and above[-1].number == number:
                draft.confirm(("section",))
            return
    if above:
        draft.put(("section",), above[-1].number, [above[-1].line])

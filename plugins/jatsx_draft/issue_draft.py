"""From printed lines to the drafts of an issue and its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jatsx_draft.article_affiliations import add_affiliations
from jatsx_draft.article_emails import add_corresponding, add_emails
from jatsx_draft.article_facts import (
    add_dates,
    add_doubts_of_heads,
    add_identifiers,
    add_language,
    add_place_in_issue,
    add_section,
    add_texts,
)
from jatsx_draft.article_people import add_names, add_orcids, add_roles
from jatsx_draft.article_references import add_references
from jatsx_draft.article_statements import add_statements
from jatsx_draft.articles import PrintedArticle, grouped, with_ends
from jatsx_draft.author_data import AuthorData, author_data
from jatsx_draft.blocks import LanguageBlock, find_blocks, keyword_lines
from jatsx_draft.contents import Contents, Entry, dividers, read_contents, with_title
from jatsx_draft.dates import has_dates
from jatsx_draft.evidence import Drafted
from jatsx_draft.head import Head, PrintedEmail
from jatsx_draft.heads import read_head
from jatsx_draft.issue_text import IssueText
from jatsx_draft.labels import USUAL
from jatsx_draft.layout import UNKNOWN, Layout
from jatsx_draft.letters import language_of, likeness
from jatsx_draft.masthead import add_masthead, add_published, add_sections
from jatsx_draft.patterns import EMAIL, is_footnote, marks_at_start
from jatsx_draft.people import Person, families_come_last, people
from jatsx_draft.printed import PrintedLine
from jatsx_draft.reflow import reflowed
from jatsx_draft.texts import title_text
from jatsx_draft.witnesses import Witnesses, witnesses
from jatsx_draft.words.labels import LabelKind

ALIKE: Final = 0.8
"""How alike the title of an article and its title in the contents are."""

MOST_VARIANTS: Final = 20
"""The maximum number of variants of a label that a layout keeps."""


@dataclass(frozen=True, eq=False, slots=True)
class IssueDraft:
    """The draft of an issue, the drafts of its articles, and contents lines without an article."""

    issue: Drafted
    articles: Sequence[Drafted]
    absent: Sequence[Entry]
    layout: Layout


def draft_issue(
    lines: Sequence[PrintedLine], issue_id: str, layout: Layout = UNKNOWN
) -> IssueDraft | None:
    """The draft of a printed issue; None if no article in two languages is found.

    Args:
        lines: the printed lines, in reading order.
        issue_id: the id of the issue.
        layout: what is known of its layout from another issue.
    """
    labels = layout.all_labels() if layout.labels else USUAL
    if not labels.are_likely(LabelKind.KEYWORDS, (line.text for line in lines)):
        return None
    text = IssueText(reflowed(lines, labels), labels)
    contents = read_contents(text)
    blocks = find_blocks(text, contents.inside)
    names = [one.name for one in _all_author_data(text)]
    known = witnesses(text, contents, blocks, names)
    heads = _heads(text, contents, blocks, known, layout)
    articles = grouped(text, blocks, heads)
    if not any(len(one.blocks) > 1 for one in articles):
        return None
    with_ends(text, articles, contents)
    return _drafted(text, contents, articles, issue_id, _learnt(text, articles, layout))


def _heads(
    text: IssueText,
    contents: Contents,
    blocks: Sequence[LanguageBlock],
    known: Witnesses,
    layout: Layout,
) -> list[Head]:
    """The heads of the blocks. Titles that the contents do not know follow the order of others."""
    of_blocks = [known.known(n) for n in range(len(blocks))]
    heads = [
        read_head(
            text,
            block.head(text),
            of_block,
            contents.entries,
            layout.names_first,
            text.lines[block.abstract : block.end],
        )
        for block, of_block in zip(blocks, of_blocks, strict=True)
    ]
    order = layout.names_first
    order = _order(heads) if order is None else order
    return [
        head
        if head.witness or order is None
        else read_head(
            text,
            block.head(text),
            of_block,
            contents.entries,
            order,
            text.lines[block.abstract : block.end],
        )
        for head, block, of_block in zip(heads, blocks, of_blocks, strict=True)
    ]


def _order(heads: Sequence[Head]) -> bool | None:
    """Whether names stand above titles in most blocks, first of all those in the contents."""
    listed = [head.names_first for head in heads if head.witness]
    found = [one for one in listed if one is not None]
    found = found or [one for head in heads if (one := head.names_first) is not None]
    return 2 * sum(found) > len(found) if found else None


def _learnt(text: IssueText, articles: Sequence[PrintedArticle], layout: Layout) -> Layout:
    """The layout of the issue, for the next one."""
    labels = {kind: list(own) for kind, own in layout.labels.items()}
    for label, line in zip(text.labels, text.lines, strict=True):
        if label and not label.is_exact:
            variant = line.text[: label.end].strip(" .:–—-*")
            own = labels.setdefault(label.kind, [])
            if variant not in own and len(own) < MOST_VARIANTS:
                own.append(variant)
    names = [named.name for one in articles for head in one.heads for named in head.names]
    order = _order([head for one in articles for head in one.heads])
    last = layout.families_last
    return Layout(order, families_come_last(names) if last is None else last, labels)


def _all_author_data(text: IssueText) -> Iterator[AuthorData]:
    """The authors that are described below labels of authors' data."""
    for n in range(len(text.lines)):
        label = text.labels[n]
        if label and label.kind is LabelKind.AUTHOR_DATA and label.is_whole:
            yield from author_data(text, text.lines[n + 1 : n + 30], label.language)


def _drafted(
    text: IssueText,
    contents: Contents,
    articles: Sequence[PrintedArticle],
    issue_id: str,
    layout: Layout,
) -> IssueDraft:
    issue = Drafted(data={"id": issue_id})
    titles = dividers(text, contents)
    add_masthead(issue, text, articles[0].start, articles[-1].end)
    add_published(issue)
    add_sections(issue, contents, titles)
    _doubt_unread(issue, text, contents, articles)
    listed = [_entries(text, contents, article) for article in articles]
    found = [
        people(article, _data(text, article), entries)
        for article, entries in zip(articles, listed, strict=True)
    ]
    starts = _starts(contents)
    drafts = [
        _article(
            text,
            article,
            own,
            left,
            entries,
            f"{n:02}",
            starts,
            families_last=layout.families_last is not False,
        )
        for n, (article, (own, left), entries) in enumerate(
            zip(articles, found, listed, strict=True), 1
        )
    ]
    for article, draft, entries in zip(articles, drafts, listed, strict=True):
        add_section(draft, contents, entries, [one for one in titles if one.at < article.start])
    matched = {id(entry) for entries in listed for _, entry in entries}
    pages = {entry.page for entries in listed for _, entry in entries}
    absent = [
        entry
        for entry in contents.entries
        if id(entry) not in matched and entry.page not in pages and entry.is_article
    ]
    return IssueDraft(issue, drafts, absent, layout)


def _doubt_unread(
    issue: Drafted, text: IssueText, contents: Contents, articles: Sequence[PrintedArticle]
) -> None:
    """Adds a doubt for each label of keywords that is in no article."""
    used = {block.keywords for article in articles for block in article.blocks}
    for n in keyword_lines(text, contents.inside):
        if n not in used:
            issue.doubt("draft-block-unread", ("articles",), [text.lines[n]])


def _starts(contents: Contents) -> list[tuple[int, int | None]]:
    """The first pages of everything that the contents list, each with its section."""
    listed = (entry for entry in contents.entries if entry.is_article or _is_labelled(entry))
    return sorted({(int(entry.page), entry.section) for entry in listed}, key=lambda one: one[0])


def _is_labelled(entry: Entry) -> bool:
    """Whether a line of the contents lists something that has a label: guidelines."""
    return USUAL.of(entry.title) is not None


def _entries(
    text: IssueText, contents: Contents, article: PrintedArticle
) -> list[tuple[str, Entry]]:
    """The lines of the contents that list an article, by language: by title, then by page."""
    found: list[tuple[str, Entry]] = []
    pages: set[str] = set()
    for block, head in zip(article.blocks, article.heads, strict=True):
        title = title_text(text, head.title)
        for entry in contents.entries:
            is_own = head.witness is entry or _is_alike(entry, title)
            if is_own and all(one is not entry for _, one in found):
                found.append((block.language, with_title(entry, title)))
                pages.add(entry.page)
    for entry in contents.entries:
        language = language_of(entry.title)
        is_new = language in article.languages and language not in dict(found)
        if entry.page in pages and is_new and language and entry.is_article:
            found.append((language, entry))
    return found


def _is_alike(entry: Entry, title: str) -> bool:
    if not title:
        return False
    return likeness(entry.title, title) >= ALIKE or (
        not entry.names and entry.title_like(title) is not None
    )


def _data(text: IssueText, article: PrintedArticle) -> list[AuthorData]:
    """What is printed about the authors after an article."""
    return [
        one
        for part in article.parts
        if part.kind is LabelKind.AUTHOR_DATA
        for one in author_data(
            text,
            [line for line in part.lines if not has_dates(line, text.known_labels)],
            part.language,
        )
    ]


def _article(
    text: IssueText,
    article: PrintedArticle,
    own: Sequence[Person],
    left: Sequence[AuthorData],
    entries: Sequence[tuple[str, Entry]],
    id: str,
    starts: Sequence[tuple[int, int | None]],
    *,
    families_last: bool,
) -> Drafted:
    draft = Drafted(id, {"id": id})
    add_identifiers(draft, text, article)
    add_language(draft, article)
    add_texts(draft, text, article, entries)
    add_doubts_of_heads(draft, text, article)
    if own:
        add_names(draft, own, families_last)
        add_emails(draft, own, list(_emails(text, article)))
        add_corresponding(draft, article, own)
        add_affiliations(draft, article, own)
        add_roles(draft, own)
        for one in left:
            draft.doubt("draft-author-data-owner", ("contributors",), one.lines)
        add_orcids(draft, own, [one for head in article.heads for one in head.orcids])
    add_place_in_issue(draft, entries, _following(entries, starts))
    add_dates(draft, text, article)
    add_statements(draft, text, article)
    add_references(draft, text, article)
    return draft


def _following(
    entries: Sequence[tuple[str, Entry]], starts: Sequence[tuple[int, int | None]]
) -> int | None:
    """The first page of the next article, if it is in the same section.

    Before a section there may be a page with its title, so that the last page cannot be derived.
    """
    if not entries:
        return None
    own = entries[0][1]
    after = next((one for one in starts if one[0] > int(own.page)), None)
    return after[0] if after and after[1] == own.section else None


def _emails(text: IssueText, article: PrintedArticle) -> Iterator[PrintedEmail]:
    """The e-mails of the heads, and of footnotes between and after the blocks."""
    for head in article.heads:
        yield from head.emails
    inside = {id(email.line) for head in article.heads for email in head.emails}
    first, last = article.blocks[0].start, article.blocks[-1].end
    for line in text.lines[first : min(last + 6, article.end)]:
        if id(line) in inside or not is_footnote(line.text):
            continue
        for address in EMAIL.findall(line.text):
            yield PrintedEmail(address, marks_at_start(line.text), line)

"""From printed lines to the drafts of an issue and its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jatsx_draft.article_affiliations import add_affiliations
from jatsx_draft.article_emails import add_corresponding, add_emails
from jatsx_draft.article_facts import (
    add_dates,
    add_identifiers,
    add_language,
    add_place_in_issue,
    add_statements,
    add_texts,
)
from jatsx_draft.article_people import add_names, add_orcids, add_roles
from jatsx_draft.article_references import add_references
from jatsx_draft.articles import PrintedArticle, grouped, with_ends
from jatsx_draft.author_data import AuthorData, author_data
from jatsx_draft.blocks import find_blocks
from jatsx_draft.contents import Contents, Entry, read_contents, with_title
from jatsx_draft.dates import has_dates
from jatsx_draft.evidence import Drafted
from jatsx_draft.heads import PrintedEmail, read_head
from jatsx_draft.issue_text import IssueText
from jatsx_draft.letters import language_of, likeness
from jatsx_draft.masthead import add_masthead, add_published
from jatsx_draft.patterns import EMAIL, is_footnote, marks_at_start
from jatsx_draft.people import Person, families_come_last, people
from jatsx_draft.printed import PrintedLine
from jatsx_draft.texts import title_text
from jatsx_draft.witnesses import witnesses
from jatsx_draft.words.labels import Kind

ALIKE: Final = 0.8
"""How alike the title of an article and its title in the contents are."""


@dataclass(frozen=True, eq=False, slots=True)
class IssueDraft:
    """The draft of an issue, the drafts of its articles, and contents lines without an article."""

    issue: Drafted
    articles: Sequence[Drafted]
    absent: Sequence[Entry] = ()


def draft_issue(lines: Sequence[PrintedLine], issue_id: str) -> IssueDraft | None:
    """The draft of a printed issue; None if no article with a title, names and keywords is found.

    Args:
        lines: the printed lines, in reading order.
        issue_id: the id of the issue.
    """
    text = IssueText(lines)
    contents = read_contents(text)
    blocks = find_blocks(text, contents.inside)
    names = [one.name for one in _all_author_data(text)]
    known = witnesses(text, contents, blocks, names)
    heads = [
        read_head(text, block.head(text), known.known(n), contents.entries)
        for n, block in enumerate(blocks)
    ]
    articles = grouped(text, blocks, heads)
    if not any(len(one.blocks) > 1 for one in articles):
        return None
    with_ends(text, articles, contents)
    return _drafted(text, contents, articles, issue_id)


def _all_author_data(text: IssueText) -> Iterator[AuthorData]:
    """The authors that are described below labels of authors' data."""
    for n in range(len(text.lines)):
        label = text.labels[n]
        if label and label.kind is Kind.AUTHOR_DATA and label.is_whole:
            yield from author_data(text, text.lines[n + 1 : n + 30], label.language)


def _drafted(
    text: IssueText, contents: Contents, articles: Sequence[PrintedArticle], issue_id: str
) -> IssueDraft:
    issue = Drafted(data={"id": issue_id})
    add_masthead(issue, text, contents, articles[0].start, articles[-1].end)
    add_published(issue)
    listed = [_entries(text, contents, article) for article in articles]
    found = [
        people(article, _data(text, article), entries)
        for article, entries in zip(articles, listed, strict=True)
    ]
    last = families_come_last([name for own, _ in found for one in own for name in one.names])
    starts = sorted({int(entry.page) for entry in contents.entries if _is_article(entry) or entry.title})
    drafts = [
        _article(text, article, own, entries, f"{n:02}", starts, families_last=last)
        for n, (article, (own, _), entries) in enumerate(zip(articles, found, listed, strict=True), 1)
    ]
    matched = {id(entry) for entries in listed for _, entry in entries}
    pages = {entry.page for entries in listed for _, entry in entries}
    absent = [
        entry
        for entry in contents.entries
        if id(entry) not in matched and entry.page not in pages and _is_article(entry)
    ]
    return IssueDraft(issue, drafts, absent)


def _is_article(entry: Entry) -> bool:
    """Whether a line of the contents lists an article: it has names."""
    return bool(entry.names)


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
        if entry.page in pages and is_new and language and _is_article(entry):
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
        if part.kind is Kind.AUTHOR_DATA
        for one in author_data(
            text, [line for line in part.lines if not has_dates(line)], part.language
        )
    ]


def _article(
    text: IssueText,
    article: PrintedArticle,
    own: Sequence[Person],
    entries: Sequence[tuple[str, Entry]],
    id: str,
    starts: Sequence[int],
    *,
    families_last: bool,
) -> Drafted:
    draft = Drafted(id, {"id": id})
    add_identifiers(draft, text, article)
    add_language(draft, text, article)
    add_texts(draft, text, article, entries)
    if own:
        add_names(draft, own, families_last)
        add_emails(draft, own, list(_emails(text, article)))
        add_corresponding(draft, article, own)
        add_affiliations(draft, article, own)
        add_roles(draft, own)
        add_orcids(draft, own, [one for head in article.heads for one in head.orcids])
    page = int(entries[0][1].page) if entries else None
    following = next((one for one in starts if page is not None and one > page), None)
    add_place_in_issue(draft, entries, following)
    add_dates(draft, text, article)
    add_statements(draft, text, article)
    add_references(draft, text, article)
    return draft


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


def renumbered(entry: Entry, section: int | None) -> Entry:
    """An entry in another section."""
    return replace(entry, section=section)

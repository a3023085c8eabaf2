"""Articles: blocks in several languages, and the lines after them that belong to the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jatsx_draft.blocks import LanguageBlock
from jatsx_draft.contents import Contents
from jatsx_draft.head import Head
from jatsx_draft.issue_text import IssueText, section_label
from jatsx_draft.names import may_be_one
from jatsx_draft.printed import PrintedLine
from jatsx_draft.words.labels import LabelKind

ADJACENT: Final = 40
"""The maximum number of lines between two blocks of an article that no body is between."""

_BETWEEN: Final = (
    LabelKind.BODY,
    LabelKind.REFERENCES,
    LabelKind.AUTHOR_DATA,
    LabelKind.CONTENTS,
    LabelKind.GUIDELINES,
)
_PARTS: Final = (
    *(
        LabelKind.REFERENCES,
        LabelKind.AUTHOR_DATA,
        LabelKind.FUNDING,
        LabelKind.THANKS,
        LabelKind.CONFLICT,
    ),
    *(LabelKind.CONTRIBUTIONS, LabelKind.DATA, LabelKind.CITATION),
)


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """Lines below a label: a list of references, authors' data, a statement."""

    kind: LabelKind
    language: str | None
    label: PrintedLine
    lines: Sequence[PrintedLine]


@dataclass(slots=True)
class PrintedArticle:
    """An article: its blocks with their heads, and the lines from its first to its last line."""

    blocks: list[LanguageBlock]
    heads: list[Head]
    end: int = 0
    parts: list[ArticlePart] = field(default_factory=list)
    after: Sequence[PrintedLine] = ()

    @property
    def languages(self) -> list[str]:
        """The languages of its blocks."""
        return [block.language for block in self.blocks]

    @property
    def start(self) -> int:
        """The number of its first line."""
        return self.blocks[0].start


def grouped(
    text: IssueText, blocks: Sequence[LanguageBlock], heads: Sequence[Head]
) -> list[PrintedArticle]:
    """The articles that blocks make: adjacent ones in different languages with the same names."""
    articles: list[PrintedArticle] = []
    for block, head in zip(blocks, heads, strict=True):
        if not head.title and not head.names:
            continue
        current = articles[-1] if articles else None
        if current and _belongs(text, current, block, head):
            current.blocks.append(block)
            current.heads.append(head)
        else:
            articles.append(PrintedArticle([block], [head]))
    return [one for one in articles if any(head.title for head in one.heads)]


def _belongs(text: IssueText, article: PrintedArticle, block: LanguageBlock, head: Head) -> bool:
    """Whether a block is one more language of an article."""
    if block.language in article.languages:
        return False
    between = range(article.blocks[-1].end, block.start)
    is_apart = any(text.kind(n) in _BETWEEN for n in between) or len(between) > ADJACENT
    return not is_apart or _same_people(article, head)


def _same_people(article: PrintedArticle, head: Head) -> bool:
    """Whether at least half of the names of a block are those of an article."""
    names = [named.name for other in article.heads for named in other.names]
    own = [named.name for named in head.names]
    alike = [one for one in own if any(may_be_one(one, name) for name in names)]
    return bool(own) and 2 * len(alike) >= len(own)


def with_ends(text: IssueText, articles: Sequence[PrintedArticle], contents: Contents) -> None:
    """Finds the last line of each article, and the parts after its text."""
    starts = [one.start for one in articles[1:]] + [len(text.lines)]
    for article, following in zip(articles, starts, strict=True):
        article.end = _end(text, article, following, contents)
        article.after = _outside_blocks(text, article)
        article.parts = list(_parts(text, article))


def _end(text: IssueText, article: PrintedArticle, following: int, contents: Contents) -> int:
    """The line after an article: where guidelines, contents or a section begin, or the next one."""
    first = article.blocks[0].end
    for n in range(first, following):
        label = text.labels[n]
        is_guideline = bool(label and label.is_whole and label.kind is LabelKind.GUIDELINES)
        is_section = section_label(text.lines[n].text) and len(text.lines[n].text) < 60
        if n in contents.inside or is_guideline or (is_section and following - n < ADJACENT):
            return max(n, article.blocks[-1].end)
    return following


def _outside_blocks(text: IssueText, article: PrintedArticle) -> list[PrintedLine]:
    """The lines after the first block that are in no block."""
    inside = {n for block in article.blocks for n in range(block.start, block.end)}
    return [text.lines[n] for n in range(article.blocks[0].end, article.end) if n not in inside]


def _parts(text: IssueText, article: PrintedArticle) -> Iterator[ArticlePart]:
    """The lines below each label of the end of an article."""
    inside = {n for block in article.blocks for n in range(block.start, block.end)}
    open_label: int | None = None
    lines: list[PrintedLine] = []
    for n in range(article.blocks[0].end, article.end):
        if n in inside:
            continue
        label = text.labels[n]
        starts = label and label.kind in _PARTS and (label.is_whole or label.kind not in _WHOLE)
        if starts:
            if open_label is not None:
                yield _part(text, open_label, lines)
            open_label, lines = n, []
            if label and not label.is_whole:
                lines = [text.lines[n]]
        elif label and label.kind is LabelKind.BODY and label.is_whole and open_label is not None:
            yield _part(text, open_label, lines)
            open_label, lines = None, []
        else:
            lines.append(text.lines[n])
    if open_label is not None:
        yield _part(text, open_label, lines)


_WHOLE: Final = (LabelKind.REFERENCES, LabelKind.AUTHOR_DATA, LabelKind.DATA)
"""Labels that stand in a line of their own."""


def _part(text: IssueText, label: int, lines: Sequence[PrintedLine]) -> ArticlePart:
    found = text.labels[label]
    assert found is not None
    return ArticlePart(found.kind, found.language, text.lines[label], lines)

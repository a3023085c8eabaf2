"""``titles``: of an article in each language, of an issue in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from jatsx import Text
from jatsx_crossref.reader.notes import UNDETERMINED, DepositNotes
from jatsx_crossref.reader.texts import free_tag, words
from jatsx_crossref.reader.tree import SourceNode


@dataclass(slots=True)
class Titles:
    """The titles and subtitles of an article by language, and the title of a translated work."""

    title: dict[str, Text] = field(default_factory=dict)
    subtitle: dict[str, Text] = field(default_factory=dict)
    original: dict[str, Text] = field(default_factory=dict)


def titles(blocks: Iterable[SourceNode], notes: DepositNotes, *, is_translation: bool) -> Titles:
    """The titles of an article.

    The first ``titles`` is in the article's language. The others have an undetermined language,
    because Crossref has no attribute for it. If the article is a translation,
    ``original_language_title`` is the title of the translated work, else a title of the article.
    """
    read = Titles()
    for n, block in enumerate(blocks):
        _add(block, notes.language if n == 0 else UNDETERMINED, read, notes, is_translation)
    unknown = [tag for tag in read.title if tag.startswith(UNDETERMINED)]
    if unknown:
        notes.warn("crossref-title-language", ("title", unknown[0]), times=str(len(unknown)))
    return read


def _add(
    block: SourceNode, language: str, read: Titles, notes: DepositNotes, is_translation: bool
) -> None:
    """Adds the titles of one block, in order: title, subtitle, original title and its subtitle."""
    tag = free_tag(language, read.title)
    is_original = False
    for child in block.take_all("title", "subtitle", "original_language_title"):
        if child.name == "original_language_title":
            is_original = True
            written = child.take_attribute("language") or UNDETERMINED
            if is_translation:
                read.original[written] = words(child, notes, ("relations",))
            else:
                tag = free_tag(written, read.title)
                read.title[tag] = words(child, notes, ("title", tag))
                notes.warn("crossref-title-original", ("title", tag), child)
        elif child.name == "title" and tag not in read.title:
            read.title[tag] = words(child, notes, ("title", tag))
        elif (
            child.name == "subtitle"
            and tag not in read.subtitle
            and (not is_original or not is_translation)
        ):
            read.subtitle[tag] = words(child, notes, ("subtitle", tag))
        else:
            child.leave()


def issue_title(block: SourceNode | None, notes: DepositNotes) -> dict[str, Text]:
    """The title of an issue, in the journal's language."""
    title = block.take("title") if block else None
    if title is None:
        return {}
    tag = notes.language
    return {tag: words(title, notes, ("issue", "title", tag))}

"""The article's titles: ``title-group``."""

from __future__ import annotations

from jatsx import ReaderNotes
from jatsx.model.text import Text
from jatsx_jats.reader.texts import words_by_language
from jatsx_jats.reader.tree import JatsElement


def titles(meta: JatsElement, notes: ReaderNotes) -> dict[str, Text]:
    """The title in each language, with that of the article first."""
    return _in_each_language(meta, notes, "title", "article-title", "trans-title")


def subtitles(meta: JatsElement, notes: ReaderNotes) -> dict[str, Text]:
    """The subtitle in each language."""
    return _in_each_language(meta, notes, "subtitle", "subtitle", "trans-subtitle")


def _in_each_language(
    meta: JatsElement, notes: ReaderNotes, field: str, name: str, translated: str
) -> dict[str, Text]:
    """The elements with a name in the title groups, then those of translations."""
    groups = meta.take_all("title-group")
    own = [one for group in groups for one in group.take_all(name)]
    others = [
        one
        for group in groups
        for around in (*group.take_all("trans-title-group"), group)
        for one in around.take_all(translated)
    ]
    return words_by_language([*own, *others], notes, (field,))

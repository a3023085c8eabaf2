"""What is asked of every value as it was written, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.findings import Level
from jatsx.model import Texts
from jatsx.rules.faults import fault, listed
from jatsx.text import Text


def lookalike(texts: Texts) -> Iterator[Fault]:
    """No text holds what looks like a tag and is none of ours.

    ``<p>`` or ``<a href=…>``, pasted from a web page, would be printed as it stands. The tags of
    the input are ``i b u sub sup sc tt`` and MathML.

    Source: JATS Tag Library 1.3, ``article-title``: a document that shows its own tags is valid.

    Good:

        title: {en: "Flow of H<sub>2</sub>O at p < 0.05"}

    Bad:

        title: {en: "<p>Flow of H<sub>2</sub>O</p>"}
    """
    for value in texts.values:
        if value.text is not None:
            trees = (value.text,) if isinstance(value.text, Text) else tuple(value.text.texts)
            for tree in trees:
                if tree.lookalikes:
                    yield fault(value.path, tags=listed(dict.fromkeys(tree.lookalikes)))


def blank(texts: Texts) -> Iterator[Fault]:
    """A field that was written says something.

    Formats leave out what is empty; mostly a value was forgotten.

    Source: Crossref documentation, "Required, recommended, and optional elements": an empty element
    is registered as empty.

    Good:

        title: {kk: Қайтымды көші-қон, ru: Возвратная миграция}

    Bad:

        title: {kk: Қайтымды көші-қон, ru: ""}
    """
    for path in texts.blank:
        yield fault(path)


RULES: Final = (
    Rule(
        "text-tag-lookalike",
        Level.WARNING,
        Texts,
        lookalike,
        "The text holds {tags}, which would be printed as it stands.",
        "Delete it. The tags that a text may have are: i, b, u, sub, sup, sc, tt.",
    ),
    Rule(
        "field-value-empty",
        Level.WARNING,
        Texts,
        blank,
        "There is nothing in {field}.",
        "Write the value, or remove the line.",
    ),
)

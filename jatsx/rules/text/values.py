"""What is asked of every value as it was written, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Texts
from jatsx.model.text import Prose, Text
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.letters import WORD

LONGEST_ACRONYM: Final = 8
"""A word of more letters in capitals is no abbreviation."""

SHORT_ACRONYM: Final = 5
SHORTEST_ROW: Final = 2
"""More words than this in capitals, one of them longer than that, are no row of abbreviations."""

FEWEST_OF_LIST: Final = 3
"""So many paragraphs that end without a stop are a list."""

SHOWN: Final = 30


@rule(
    "text-tag-lookalike",
    Level.WARNING,
    message="What looks like a tag would be printed as it stands: {tags}.",
    hint=(
        "Delete what no reader is meant to see. The tags that a text may have are: i, b, u, sub,"
        " sup, sc, tt."
    ),
)
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
                    tags = listed(dict.fromkeys(tree.lookalikes))
                    yield fault(value.path, excerpt=tree.lookalikes[0], tags=tags)


@rule(
    "field-value-empty",
    Level.WARNING,
    message="There is nothing in {field}.",
    hint="Write the value, or remove the line.",
)
def blank(texts: Texts) -> Iterator[Fault]:
    """A field that was written says something.

    Formats leave out what is empty; mostly a value was forgotten.

    Source: ``title`` in common5.5.0.xsd of Crossref, and most elements of JATS, may be empty.

    Good:

        title: {kk: Қайтымды көші-қон, ru: Возвратная миграция}

    Bad:

        title: {kk: Қайтымды көші-қон, ru: ""}
    """
    for path in texts.blank:
        yield fault(path)


@rule(
    "article-title-capitals",
    Level.WARNING,
    message="The title is written in capitals.",
    hint="Write it as a sentence, with capitals only where the language asks for them.",
)
def capitals(article: Article) -> Iterator[Fault]:
    """A title isn't printed wholly in capitals.

    Which letters are capital in the sentence can't be told from it any more: names and
    abbreviations are lost. Registries show a title as it was deposited. A title of a few short
    words may be one of abbreviations, and is left alone.

    Source: Crossref documentation, "Titles": don't use all capitals; DOAJ, "Metadata help".

    Good:

        title: {en: Kazakhstan in Eurasian regionalism}

    Bad:

        title: {en: KAZAKHSTAN IN EURASIAN REGIONALISM}
    """
    for field in ("title", "subtitle"):
        for language, title in getattr(article, field).items():
            if title.plain.isupper() and _is_sentence(title.plain):
                yield fault((field, language))


@rule(
    "text-paragraph-cut",
    Level.WARNING,
    message="A paragraph seems to be cut in two before “{start}”.",
    hint="Join the two, if a page break parted them.",
)
def cut(texts: Texts) -> Iterator[Fault]:
    """A paragraph isn't cut in two by a page break.

    A paragraph that ends without a stop, before one that begins with a small letter, was one in
    the manuscript. Where several end so, they may be a list.

    Source: the journals' printed issues: abstracts cut by a page break.

    Good:

        abstract:
          en: |
            Return migration is growing.

            It changes the region.

    Bad:

        abstract:
          en: |
            Return migration is

            growing in the region.
    """
    for value in texts.values:
        if isinstance(value.text, Prose):
            for section in value.text.sections:
                plain = [paragraph.plain.strip() for paragraph in section.paragraphs]
                starts = [after for before, after in pairwise(plain) if _is_cut(before, after)]
                for start in starts if len(starts) < FEWEST_OF_LIST else ():
                    yield fault(value.path, excerpt=start[:SHOWN], start=start[:SHOWN])


def _is_cut(before: str, after: str) -> bool:
    is_open = before[-1:].isalpha() or before.endswith((",", "-"))
    return is_open and after[:1].islower() and not after[1:2].isupper()


def _is_sentence(title: str) -> bool:
    """Whether a title in capitals has more than abbreviations, in an alphabet that has capitals."""
    words = [word for word in WORD.findall(title) if not word.isdigit()]
    longest = max(map(len, words), default=0)
    is_long = longest > LONGEST_ACRONYM or (len(words) > SHORTEST_ROW and longest > SHORT_ACRONYM)
    return is_long and all(letter.isupper() for letter in title if letter.isalpha())

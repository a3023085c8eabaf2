"""Rules on every value as it was written."""

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
"""The maximum number of letters in an abbreviation."""

SHORT_ACRONYM: Final = 5
SHORTEST_ROW: Final = 2
"""A title in capitals with more words than this is not a list of abbreviations, if one of the words
has more than ``SHORT_ACRONYM`` letters."""

FEWEST_OF_LIST: Final = 3
"""The minimum number of paragraphs without a full stop that are treated as a list."""

SHOWN: Final = 30


@rule(
    "text-tag-lookalike",
    Level.WARNING,
    message="The text contains tags that are not supported and are printed as they are: {tags}.",
    hint="Delete them if readers should not see them. Supported tags: i, b, u, sub, sup, sc, tt.",
)
def lookalike(texts: Texts) -> Iterator[Fault]:
    """A text contains no tags except the supported ones.

    Tags pasted from a web page, such as ``<p>`` or ``<a href=…>``, are printed as they are. The
    supported tags are ``i``, ``b``, ``u``, ``sub``, ``sup``, ``sc``, ``tt`` and MathML.

    Source: JATS Tag Library 1.3, ``article-title``: a document that shows such tags as text is
    valid.

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
    message="{field} is empty.",
    hint="Write the value, or remove the line.",
)
def blank(texts: Texts) -> Iterator[Fault]:
    """A field in the input has a value.

    An empty field usually means that a value was forgotten. Formats leave out empty fields.

    Source: ``title`` in common5.5.0.xsd of Crossref and most JATS elements may be empty.

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
    message="The title is written in capital letters.",
    hint="Use capital letters only where the language requires them.",
)
def capitals(article: Article) -> Iterator[Fault]:
    """A title is not written entirely in capital letters.

    Registries show a title as it was deposited. From a title in capitals, the capital letters of
    names and abbreviations cannot be restored. A title of a few short words is not checked, because
    it may consist of abbreviations.

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
    message="A paragraph seems to be split before “{start}”.",
    hint="If a page break split it, join the two parts.",
)
def cut(texts: Texts) -> Iterator[Fault]:
    """A paragraph is not split by a page break.

    If a paragraph ends without a full stop and the next one begins with a small letter, they were
    usually one paragraph in the manuscript. Three or more such places in one section are treated as
    a list and not reported.

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
    """Whether a title in capitals is more than abbreviations, in an alphabet that has capitals."""
    words = [word for word in WORD.findall(title) if not word.isdigit()]
    longest = max(map(len, words), default=0)
    is_long = longest > LONGEST_ACRONYM or (len(words) > SHORTEST_ROW and longest > SHORT_ACRONYM)
    return is_long and all(letter.isupper() for letter in title if letter.isalpha())

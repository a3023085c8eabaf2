"""What is asked of every value as it was written, whatever it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from jatsx.checks import Fault, Rule
from jatsx.findings import Level
from jatsx.model import Article, Texts
from jatsx.rules.faults import code_points, fault, listed
from jatsx.rules.letters import WORD, Sight, sights
from jatsx.text import Prose, Text

JOINING: Final = frozenset(
    ("және", "мен", "немесе", "до", "и", "или", "либо", "то", "да", "and", "or", "to", "und")
)
"""Words before which a hyphen may stand for a left-out part: одно- и двухмерный."""

LONGEST_ACRONYM: Final = 8
"""A word of more letters in capitals is no abbreviation."""

SHOWN: Final = 30


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


def invisible(texts: Texts) -> Iterator[Fault]:
    """A text has no invisible characters: soft hyphens, spaces of no width, marks of direction.

    They come along when a text is copied from a PDF or a word processor. No eye sees them, but a
    search for the word doesn't find it, and a DOI or address with one leads nowhere.

    Source: Unicode Standard, chapter 23, "Special Areas and Format Characters".

    Good:

        title: {en: Return migration}

    Bad:

        title: {en: "Return mig\u00adration"}
    """
    for kind in ("invisible", "direction"):
        for sight in _first_of_each_value(sights(texts).get(kind, ())):
            yield fault(
                sight.value.path,
                excerpt=sight.characters,
                points=code_points(sight.characters),
                around=_visible(sight.around()),
            )


def hyphen(texts: Texts) -> Iterator[Fault]:
    """No word is cut by the hyphen of a line's end.

    Where a line was broken in print, copying leaves the hyphen and a space inside the word. A
    hyphen that stands for a left-out part (одно- и двухмерный) is no fault.

    Source: the journals' printed issues: “KAZAKH- RUSSIAN BORDER”.

    Good:

        title: {en: Delimitation of the Kazakh-Russian border, ru: Одно- и двухмерные модели}

    Bad:

        title: {en: Delimitation of the Kazakh- Russian border}
    """
    for sight in sights(texts).get("hyphen", ()):
        follows = WORD.match(sight.value.plain, sight.end)
        if follows is None or follows[0].lower() not in JOINING:
            cut = sight.around()
            yield fault(sight.value.path, excerpt=cut, word=cut)


def escape(texts: Texts) -> Iterator[Fault]:
    r"""A text holds no signs of another program: ``\_`` of Markdown, ``&amp;`` of a web page.

    They were written for a converter and would now be printed. In an address they make it lead
    nowhere.

    Source: the journals' printed issues; DOAJ, "Metadata help": plain text without HTML.

    Good:

        references: [{url: "https://forbes.kz/dosym_satpaev"}]

    Bad:

        references: [{url: 'https://forbes.kz/dosym\_satpaev'}]
    """
    for sight in _first_of_each_value(sights(texts).get("escape", ())):
        yield fault(sight.value.path, excerpt=sight.characters, sign=sight.characters)


def garbled(texts: Texts) -> Iterator[Fault]:
    """A text holds no characters that were lost on the way: �, ???, ÐšÐ°Ð·.

    A program took one encoding for another. What was lost can't be had back from the text.

    Source: Unicode Standard, chapter 23, "U+FFFD REPLACEMENT CHARACTER".

    Good:

        title: {ru: Казахстан}

    Bad:

        title: {ru: "К\ufffdзахстан"}
    """
    for sight in _first_of_each_value(sights(texts).get("garbled", ())):
        yield fault(sight.value.path, excerpt=sight.characters, word=sight.around())


def capitals(article: Article) -> Iterator[Fault]:
    """A title isn't printed wholly in capitals.

    Which letters are capital in the sentence can't be told from it any more: names and
    abbreviations are lost. Registries show a title as it was deposited.

    Source: Crossref documentation, "Titles": don't use all capitals; DOAJ, "Metadata help".

    Good:

        title: {en: Kazakhstan in Eurasian regionalism}

    Bad:

        title: {en: KAZAKHSTAN IN EURASIAN REGIONALISM}
    """
    for field in ("title", "subtitle"):
        for language, title in getattr(article, field).items():
            words = [word for word in WORD.findall(title.plain) if not word.isdigit()]
            is_long = len(words) > 2 or any(len(word) > LONGEST_ACRONYM for word in words)
            if is_long and title.plain.isupper():
                yield fault((field, language))


def cut(texts: Texts) -> Iterator[Fault]:
    """A paragraph isn't cut in two by a page break.

    A paragraph that ends without a stop, before one that begins with a small letter, was one in
    the manuscript.

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
                for before, after in pairwise(section.paragraphs):
                    if _is_cut(before.plain.rstrip(), after.plain.lstrip()):
                        start = after.plain.strip()[:SHOWN]
                        yield fault(value.path, excerpt=start, start=start)


def _is_cut(before: str, after: str) -> bool:
    return (before[-1:].isalpha() and after[:1].islower()) or before.endswith((",", "-"))


def _visible(characters: str) -> str:
    return "".join(one if one.isprintable() else "·" for one in characters)


def _first_of_each_value(found: Iterable[Sight]) -> Iterator[Sight]:
    return iter({id(sight.value): sight for sight in reversed(list(found))}.values())


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
    Rule(
        "text-character-invisible",
        Level.WARNING,
        Texts,
        invisible,
        "An invisible character stands in “{around}”: {points}.",
        "Type the word again, or paste the text without formatting.",
    ),
    Rule(
        "text-hyphen-left",
        Level.WARNING,
        Texts,
        hyphen,
        "The hyphen of a line's end seems to be left in “{word}”.",
        "Join the word, or close the gap after the hyphen.",
    ),
    Rule(
        "text-escape-left",
        Level.WARNING,
        Texts,
        escape,
        "{sign} is a sign of another program and would be printed as it stands.",
        "Write the character itself: _ for \\_, & for &amp;.",
    ),
    Rule(
        "text-characters-garbled",
        Level.WARNING,
        Texts,
        garbled,
        "Characters were lost in “{word}”.",
        "Copy the text again from the article.",
    ),
    Rule(
        "article-title-capitals",
        Level.WARNING,
        Article,
        capitals,
        "The title is written in capitals.",
        "Write it as a sentence, with capitals only where the language asks for them.",
    ),
    Rule(
        "text-paragraph-cut",
        Level.WARNING,
        Texts,
        cut,
        "A paragraph seems to be cut in two before “{start}”.",
        "Join the two, if a page break parted them.",
    ),
)

"""What an article says in each language: titles, abstracts, keywords."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import Text
from jatsx.documents.build import Lost, Pieces, at, stated, wrapped
from jatsx_rsci.languages import ANY, by_code, code_losses, language_code
from jatsx_rsci.texts import line, lines, markup_losses, rich, rich_element

if TYPE_CHECKING:
    from jatsx import Article

_MARKS: Final = tuple(".:?!…")
"""With what a title ends that needs no colon before its subtitle."""


def art_titles(article: Article) -> Iterator[Pieces]:
    """``artTitles``: title and subtitle in each language."""
    titles = whole_titles(article)
    inside = (art_title(article, titles[tag], tag) for tag in by_code(titles).values())
    yield wrapped("artTitles", None, inside, of="title")
    for field in ("title", "subtitle"):
        yield from code_losses(getattr(article, field), field, "artTitle", among=titles)


def whole_titles(article: Article) -> dict[str, Text]:
    """Title and subtitle as one text, with a colon where the title has no mark of its own."""
    tags = dict.fromkeys((*stated(article.title), *stated(article.subtitle)))
    return {tag: _whole(article.title.get(tag), article.subtitle.get(tag)) for tag in tags}


def art_title(article: Article, whole: Text, tag: str) -> Iterator[Pieces]:
    """``artTitle``."""
    of = at("title" if article.title.get(tag) else "subtitle", tag)
    yield wrapped("artTitle", {"lang": language_code(tag)}, rich(whole), of=of)
    for field in ("title", "subtitle"):
        text = getattr(article, field).get(tag)
        yield from markup_losses([text] if text else [], "artTitle", at(field, tag))


def abstracts(article: Article) -> Iterator[Pieces]:
    """``abstracts``: one in each language, a line for each heading and paragraph."""
    inside = (abstract(article, tag) for tag in by_code(article.abstract).values())
    yield wrapped("abstracts", None, inside, of="abstract")
    yield from code_losses(article.abstract, "abstract", "abstract")


def abstract(article: Article, tag: str) -> Iterator[Pieces]:
    """``abstract``."""
    prose, of = article.abstract[tag], at("abstract", tag)
    yield wrapped("abstract", {"lang": language_code(tag)}, lines(prose), of=of)
    yield from markup_losses(tuple(prose.texts), "abstract", of)
    if any(section.title for section in prose.sections):
        yield Lost(of, "abstract has no headings: each is a line of its own")


def keywords(article: Article) -> Iterator[Pieces]:
    """``keywords``: a group for each language that has a code."""
    said = _said(article.keywords)
    named = {tag: words for tag, words in said.items() if language_code(tag) != ANY}
    inside = (kwd_group(named[tag], tag) for tag in by_code(named).values())
    yield wrapped("keywords", None, inside, of="keywords")
    yield from code_losses(named, "keywords", "kwdGroup")
    for tag in said:
        if tag not in named:
            yield Lost(at("keywords", tag), f"kwdGroup names a language, and lang has no {tag}")


def kwd_group(words: Mapping[int, Text], tag: str) -> Pieces:
    """``kwdGroup``: the keywords of a language."""
    inside = (
        rich_element("keyword", None, word, at("keywords", tag, n)) for n, word in words.items()
    )
    return wrapped("kwdGroup", {"lang": language_code(tag)}, inside, of=at("keywords", tag))


def _said(values: Mapping[str, tuple[Text, ...]]) -> dict[str, dict[int, Text]]:
    """The keywords that say something, with their positions."""
    said = {tag: {n: word for n, word in enumerate(words) if word} for tag, words in values.items()}
    return stated(said)


def _whole(title: Text | None, subtitle: Text | None) -> Text:
    ends = title is not None and title.plain.rstrip().endswith(_MARKS)
    return line(title, subtitle, by=" " if ends else ": ")

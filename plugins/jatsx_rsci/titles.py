"""The texts of an article in each language: titles, abstracts, keywords."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from jatsx import Built, Extent, Loss, Text, element, present
from jatsx.model.fieldpath import subpath
from jatsx.model.text import subtitle_separator
from jatsx_rsci.languages import ANY, by_code, code_losses, language_code
from jatsx_rsci.texts import line, lines, markup_losses, rich, rich_element

if TYPE_CHECKING:
    from jatsx import Article


def art_titles(article: Article) -> Iterator[Built]:
    """``artTitles``: title and subtitle in each language."""
    titles = whole_titles(article)
    inside = (art_title(article, titles[tag], tag) for tag in by_code(titles).values())
    yield element("artTitles", None, inside, field="title")
    for field in ("title", "subtitle"):
        yield from code_losses(getattr(article, field), field, "artTitle", among=titles)


def whole_titles(article: Article) -> dict[str, Text]:
    """Title and subtitle as one text, separated by a colon or the title's punctuation mark."""
    tags = dict.fromkeys((*present(article.title), *present(article.subtitle)))
    return {tag: _whole(article.title.get(tag), article.subtitle.get(tag)) for tag in tags}


def art_title(article: Article, whole: Text, tag: str) -> Iterator[Built]:
    """``artTitle``."""
    field = subpath("title" if article.title.get(tag) else "subtitle", tag)
    yield element("artTitle", {"lang": language_code(tag)}, rich(whole), field=field)
    for key in ("title", "subtitle"):
        text = getattr(article, key).get(tag)
        yield from markup_losses([text] if text else [], "artTitle", subpath(key, tag))


def abstracts(article: Article) -> Iterator[Built]:
    """``abstracts``: an abstract in each language, with a line for each heading and paragraph."""
    inside = (abstract(article, tag) for tag in by_code(article.abstract).values())
    yield element("abstracts", None, inside, field="abstract")
    yield from code_losses(article.abstract, "abstract", "abstract")


def abstract(article: Article, tag: str) -> Iterator[Built]:
    """``abstract``."""
    prose, field = article.abstract[tag], subpath("abstract", tag)
    yield element("abstract", {"lang": language_code(tag)}, lines(prose), field=field)
    yield from markup_losses(tuple(prose.texts), "abstract", field)
    if any(section.title for section in prose.sections):
        yield Loss(field, "abstract-headings", extent=Extent.FORM)


def keywords(article: Article) -> Iterator[Built]:
    """``keywords``: a group for each language with a code."""
    words = _present_words(article.keywords)
    coded = {tag: own for tag, own in words.items() if language_code(tag) != ANY}
    inside = (kwd_group(coded[tag], tag) for tag in by_code(coded).values())
    yield element("keywords", None, inside, field="keywords")
    yield from code_losses(coded, "keywords", "kwdGroup")
    extent = Extent.LANGUAGE if coded else Extent.WHOLE
    for tag in words:
        if tag not in coded:
            yield Loss(subpath("keywords", tag), "keywords-language", {"tag": tag}, extent)


def kwd_group(words: Mapping[int, Text], tag: str) -> Built:
    """``kwdGroup``: the keywords of a language."""
    inside = (
        rich_element("keyword", None, word, subpath("keywords", tag, n))
        for n, word in words.items()
    )
    return element("kwdGroup", {"lang": language_code(tag)}, inside, field=subpath("keywords", tag))


def _present_words(values: Mapping[str, tuple[Text, ...]]) -> dict[str, dict[int, Text]]:
    """The keywords that are not empty, with their positions."""
    return present(
        {tag: {n: word for n, word in enumerate(words) if word} for tag, words in values.items()}
    )


def _whole(title: Text | None, subtitle: Text | None) -> Text:
    return line(title, subtitle, by=subtitle_separator(title.plain if title else ""))

"""``fundings``: the funding as a text in each language.

There are no elements for funders and awards. The text consists of the funder, the numbers and
titles of its awards, and the statement. Values that the statement contains are not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import (
    Built,
    Extent,
    Loss,
    Text,
    element,
    inheritance,
    losses_of,
    non_blank,
    present,
    stripped,
)
from jatsx.model.fieldpath import subpath
from jatsx_rsci.languages import by_code, language_code, language_losses
from jatsx_rsci.texts import line, markup_losses, rich

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Award, Funding

NUMBER_SIGN: Final = "№ "


def fundings(article: Article) -> Iterator[Built]:
    """``fundings``: a text for each language."""
    tags = [tag for one in article.funding for tag in languages_of(one, article)]
    chosen = tuple(by_code(dict.fromkeys(tags, True)).values())
    yield element("fundings", None, (funding(article, tag) for tag in chosen), field="funding")
    yield from _losses(article, chosen)


def funding(article: Article, tag: str) -> Built:
    """``funding``: the text in one language."""
    texts = (funding_text(one, tag) for one in article.funding if tag in languages_of(one, article))
    text = line(*texts, by="; ")
    lost = markup_losses([text], "funding", "funding")
    return element("funding", {"lang": language_code(tag)}, rich(text), lost, field="funding")


def languages_of(funding: Funding, article: Article) -> tuple[str, ...]:
    """The languages of a funding. Awards without a text have the article's language."""
    tags = tuple(dict.fromkeys(tag for _, one in _texts(funding, "") for tag in present(one)))
    own = inheritance.language(article)
    return tags or ((own.value,) if own and any(_numbers(funding)) else ())


def funding_text(funding: Funding, tag: str) -> Text:
    """A funding in one language: ``Sample Fund, № AP1 (Project). The fund helped.``"""
    statement = funding.statement.get(tag) or Text()
    funder = _unless_in(statement, funding.funder.get(tag))
    awards = (award_text(award, tag, statement) for award in funding.awards)
    known = line(funder, *awards, by=", ")
    return line(known, statement, by=". ")


def award_text(award: Award, tag: str, statement: Text) -> Text | None:
    """The number and the title of an award."""
    number = _unless_in(statement, award.number)
    title = award.title.get(tag)
    if number and title:
        title = Text(("(", *title.nodes, ")"))
    return line(f"{NUMBER_SIGN}{number}" if number else None, title, by=" ")


def _unless_in(statement: Text, words: str | None) -> str | None:
    """The text, if it is not in the statement."""
    words = stripped(words)
    if words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", statement.plain):
        return None
    return words


def _numbers(funding: Funding) -> Iterator[str]:
    return (award.number for award in funding.awards if award.number and non_blank(award.number))


def _losses(article: Article, chosen: tuple[str, ...]) -> Iterator[Loss]:
    for n, one in enumerate(article.funding):
        field = f"funding[{n}]"
        if any(_numbers(one)) and not set(languages_of(one, article)) & set(chosen):
            yield Loss(field, "funding-language")
        yield from losses_of(one, {"funder_id": "no-funding-identifier"}, field)
        for m, award in enumerate(one.awards):
            yield from losses_of(award, {"doi": "no-funding-identifier"}, f"{field}.awards[{m}]")
        for own, values in _texts(one, field):
            yield from _text_losses(values, own, chosen)


def _texts(funding: Funding, field: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The texts of a funding in each language, with their fields."""
    yield f"{field}.funder", funding.funder
    yield f"{field}.statement", funding.statement
    for m, award in enumerate(funding.awards):
        yield f"{field}.awards[{m}].title", award.title


def _text_losses(
    values: Mapping[str, object], field: str, chosen: tuple[str, ...]
) -> Iterator[Loss]:
    for tag in present(values):
        if tag in chosen:
            yield from language_losses(tag, subpath(field, tag))
        else:
            params = {"element": "funding", "code": language_code(tag)}
            yield Loss(subpath(field, tag), "one-per-language", params, Extent.LANGUAGE)

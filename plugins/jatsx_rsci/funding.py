"""``fundings``: who paid, in words, once for each language.

There are no elements for funders and awards. So a text is made of what is known: the funder, its
awards' numbers and projects, the statement. What the statement says already isn't repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import Built, Loss, Text, element, inheritance, present
from jatsx.model.fieldpath import subpath
from jatsx_rsci.languages import by_code, language_code, language_losses
from jatsx_rsci.texts import line, markup_losses, rich, said

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Award, Funding

NUMBER_SIGN: Final = "№ "


def fundings(article: Article) -> Iterator[Built]:
    """``fundings``: a text for each language in which funding is told."""
    tags = [tag for one in article.funding for tag in told_in(one, article)]
    chosen = tuple(by_code(dict.fromkeys(tags, "told")).values())
    yield element("fundings", None, (funding(article, tag) for tag in chosen), field="funding")
    yield from _losses(article, chosen)


def funding(article: Article, tag: str) -> Built:
    """``funding``: what is told in one language."""
    texts = (funding_text(one, tag) for one in article.funding if tag in told_in(one, article))
    text = line(*texts, by="; ")
    lost = markup_losses([text], "funding", "funding")
    return element("funding", {"lang": language_code(tag)}, rich(text), lost, field="funding")


def told_in(funding: Funding, article: Article) -> tuple[str, ...]:
    """The languages in which a funding is told; awards alone are told in the article's."""
    tags = tuple(dict.fromkeys(tag for _, one in _worded(funding, "") for tag in present(one)))
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
    """An award's number and project."""
    number = _unless_in(statement, award.number)
    title = award.title.get(tag)
    if number and title:
        title = Text(("(", *title.nodes, ")"))
    return line(f"{NUMBER_SIGN}{number}" if number else None, title, by=" ")


def _unless_in(statement: Text, words: str | None) -> str | None:
    """The words, where the statement doesn't hold them."""
    words = said(words)
    if words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", statement.plain):
        return None
    return words


def _numbers(funding: Funding) -> Iterator[str]:
    return (award.number for award in funding.awards if award.number and said(award.number))


def _losses(article: Article, chosen: tuple[str, ...]) -> Iterator[Loss]:
    for n, one in enumerate(article.funding):
        field = f"funding[{n}]"
        if any(_numbers(one)) and not set(told_in(one, article)) & set(chosen):
            yield Loss(field, "funding stands in a language, and this one is told in none")
        if said(one.funder_id):
            yield Loss(f"{field}.funder_id", "funding is words, without identifiers")
        for m, award in enumerate(one.awards):
            if said(award.doi):
                yield Loss(f"{field}.awards[{m}].doi", "funding is words, without identifiers")
        for own, values in _worded(one, field):
            yield from _told_losses(values, own, chosen)


def _worded(funding: Funding, field: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What a funding says in several languages, with its field."""
    yield f"{field}.funder", funding.funder
    yield f"{field}.statement", funding.statement
    for m, award in enumerate(funding.awards):
        yield f"{field}.awards[{m}].title", award.title


def _told_losses(
    values: Mapping[str, object], field: str, chosen: tuple[str, ...]
) -> Iterator[Loss]:
    for tag in present(values):
        if tag in chosen:
            yield from language_losses(tag, subpath(field, tag))
        else:
            yield Loss(subpath(field, tag), "funding stands once for each language")

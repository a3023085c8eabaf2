"""The table of contents: ``articles``, with the headings of sections before their articles.

A section ends only at the next heading, so articles without a section come first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from jatsx import Built, Loss, Sourced, element, inheritance, non_blank, partition, present
from jatsx.model.fieldpath import subpath
from jatsx_rsci.languages import by_code, code_losses, language_code
from jatsx_rsci.texts import rich_element

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import IssueSection


Described = tuple["Article", Sequence[Built]]
"""An article with its elements and losses."""


def articles_element(described: Sequence[Described]) -> Built:
    """``articles``: each heading of a section, followed by the articles of the section."""
    parts: list[Built] = []
    for heading, run in groupby(in_order(described), lambda one: titled_section(one[0])):
        parts.extend(section(heading) if heading else ())
        parts.extend(made for _, pieces in run for made in partition(pieces)[0])
    return element("articles", None, parts)


def in_order(described: Sequence[Described]) -> list[Described]:
    """The articles in the order of the file: those without a section first."""
    return sorted(described, key=lambda one: titled_section(one[0]) is not None)


def titled_section(article: Article) -> Sourced[IssueSection] | None:
    """The section of an article, if the section has a title."""
    found = inheritance.section(article)
    return found if found and present(found.value.title) else None


def section(found: Sourced[IssueSection]) -> Iterator[Built]:
    """``section``: a heading in each language."""
    title, field = found.value.title, f"{found.field}.title"
    titles = (
        rich_element("secTitle", {"lang": language_code(tag)}, title[tag], subpath(field, tag))
        for tag in by_code(title).values()
    )
    yield element("section", None, titles, field=found.field)
    yield from code_losses(title, field, "secTitle")


def section_losses(articles: Sequence[Article]) -> Iterator[Loss]:
    """The losses of sections that are not written."""
    found = {one.field for one in map(titled_section, articles) if one}
    named = {article.section for article in articles}
    for n, one in enumerate(articles[0].issue.sections):
        field = f"issue.sections[{n}]"
        if one.id not in named:
            yield Loss(field, "section-empty")
        elif field not in found:
            yield unwritten(articles[0], one.id, field)


def unwritten(article: Article, id: str, field: str) -> Loss:
    """Why the section with an id is not written: no such section, more than one, or no title."""
    ids = [one.id for one in article.issue.sections]
    if ids.count(id) == 1:
        return Loss(field, "section-title-missing")
    code = "section-ambiguous" if id in ids else "section-unknown"
    return Loss(field, code, {"section": id})


def place_losses(article: Article, before: Sequence[Article]) -> Iterator[Loss]:
    """The losses of an article's section and position, given the articles before it."""
    if titled_section(article):
        return
    if non_blank(article.section):
        yield unwritten(article, article.section or "", "section")
    if any(map(titled_section, before)):
        yield Loss("issue.articles", "section-order")

"""Authors: name, affiliation and ORCID iD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jatsx import (
    JsonObject,
    Loss,
    Sourced,
    json_list,
    json_object,
    losses_of,
    non_blank,
    present,
    stripped,
    values_and_losses,
)
from jatsx.model.fieldpath import subpath
from jatsx.model.inheritance import workplaces
from jatsx.standards.identifiers import orcid_url
from jatsx_doaj import unsupported
from jatsx_doaj.affiliations import AffiliationText, affiliation_text
from jatsx_doaj.parts import ListParts, ObjectParts, TextParts, in_one_language

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import PersonName

AUTHOR: Final = "author"
"""The only kind of contributor that DOAJ allows."""


def authors(article: Article, language: str | None) -> ObjectParts:
    """``author``: the authors with a name, in order."""
    texts = [affiliation_text(article, n, language) for n in range(len(article.affiliations))]
    described: list[JsonObject] = []
    losses: list[Loss] = []
    used: set[int] = set()
    for n, contributor in enumerate(article.contributors):
        found, of_author = values_and_losses(author(article, n, language, texts))
        described.extend(found)
        losses.extend(of_author)
        used.update(workplaces(article, contributor) if found else ())
    yield "author", Sourced(json_list(described, field="contributors"), "contributors")
    yield from losses
    yield from _affiliation_losses(texts, used)


def author(
    article: Article, position: int, language: str | None, texts: Sequence[AffiliationText]
) -> ListParts:
    """An author: name, affiliation and ORCID iD, if they are known."""
    contributor, own = article.contributors[position], f"contributors[{position}]"
    if contributor.kind != AUTHOR:
        yield Loss(own, "authors-only")
        return
    names, name_losses = values_and_losses(author_name(article, position, language))
    if not names:
        yield Loss(own, "author-name-missing")
        return
    places = [texts[n].text for n in workplaces(article, contributor)]
    orcid = orcid_url(contributor.orcid or "")
    yield json_object(
        {
            "name": names[0],
            "affiliation": Sourced("; ".join(filter(None, places)) or None, f"{own}.affiliations"),
            "orcid_id": Sourced(orcid, f"{own}.orcid"),
        },
        field=own,
    )
    yield from name_losses
    yield from losses_of(contributor, unsupported.AUTHOR_FIELDS, own)
    if orcid is None and non_blank(contributor.orcid):
        yield Loss(f"{own}.orcid", "orcid-form")


def author_name(article: Article, position: int, language: str | None) -> TextParts:
    """The name of a person or a group in one language, and the losses of the other names."""
    contributor, own = article.contributors[position], f"contributors[{position}]"
    names = {tag: full_name(name) for tag, name in contributor.name.items()}
    if present(names):
        yield from in_one_language(f"{own}.name", names, article, language, "one-name")
        yield from (
            Loss(subpath(f"{own}.group", tag), "one-name") for tag in present(contributor.group)
        )
    else:
        yield from in_one_language(f"{own}.group", contributor.group, article, language, "one-name")


def full_name(name: PersonName) -> str:
    """Given names, patronymic, family name and suffix, if they are known."""
    parts = map(stripped, (name.given, name.patronymic, name.family, name.suffix))
    return " ".join(filter(None, parts))


def _affiliation_losses(texts: Sequence[AffiliationText], used: set[int]) -> Iterator[Loss]:
    """The losses of affiliations."""
    for n, text in enumerate(texts):
        if n in used:
            yield from text.losses
        else:
            yield Loss(f"affiliations[{n}]", "affiliation-unused")

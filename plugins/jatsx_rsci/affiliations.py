"""Affiliations of contributors: ``town``, ``country``, ``orgName``.

Each element contains the values of all affiliations of one person in one language, separated by
semicolons, in the same order: the second town is the town of the second institution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jatsx import Built, Extent, Loss, element, non_blank, present, stripped
from jatsx.model.fieldpath import subpath
from jatsx.model.inheritance import country_in_language, workplaces

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Affiliation, Contributor

SEPARATOR: Final = "; "


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A text, and the fields that it comes from."""

    text: str
    fields: tuple[str, ...]


Slot = Callable[["Affiliation", str, str], "SourcedText | None"]


def place_elements(
    article: Article, contributor: Contributor, tag: str, field: str
) -> Iterator[Built]:
    """``town``, ``country`` and ``orgName`` of a contributor in a language."""
    for name, words in place_words(article, contributor, tag):
        text = SEPARATOR.join(one.text for one in words)
        yield element(
            name, None, text, field=words[0].fields[0] if words else f"{field}.affiliations"
        )


def place_words(
    article: Article, contributor: Contributor, tag: str
) -> Iterator[tuple[str, list[SourcedText]]]:
    """The content of each element: one text for each institution, or nothing.

    An institution without a town would shift the towns after it. In this case no town is written.
    """
    places = dict.fromkeys(workplaces(article, contributor))
    named = [n for n in places if _is_named(article, n, tag)]
    for name, slot in SLOTS.items():
        found = [slot(article.affiliations[n], tag, f"affiliations[{n}]") for n in named]
        words = [one for one in found if one is not None]
        yield name, words if len(words) == len(found) else []


def town(affiliation: Affiliation, tag: str, field: str) -> SourcedText | None:
    """The city."""
    city = stripped(affiliation.city.get(tag))
    return SourcedText(city, (subpath(field, "city", tag),)) if city else None


def country(affiliation: Affiliation, tag: str, field: str) -> SourcedText | None:
    """The country's name as printed, else from CLDR."""
    name = country_in_language(affiliation, tag, field)
    return SourcedText(name.value.strip(), (name.field,)) if name else None


def org_name(affiliation: Affiliation, tag: str, field: str) -> SourcedText | None:
    """Department and institution."""
    parts = [
        (text, subpath(field, key, tag))
        for key in ("department", "institution")
        if (text := stripped(getattr(affiliation, key).get(tag)))
    ]
    return SourcedText(", ".join(text for text, _ in parts), tuple(key for _, key in parts))


SLOTS: Final[dict[str, Slot]] = {"town": town, "country": country, "orgName": org_name}


def affiliation_losses(article: Article, written: Iterable[SourcedText]) -> Iterator[Loss]:
    """The losses of affiliations, given the texts that are written for all persons."""
    fields = {key for words in written for key in words.fields}
    for n, affiliation in enumerate(article.affiliations):
        field = f"affiliations[{n}]"
        yield from _unwritten(affiliation, field, fields)
        if non_blank(affiliation.ror):
            yield Loss(f"{field}.ror", "no-institution-identifier")


def _unwritten(affiliation: Affiliation, field: str, written: set[str]) -> Iterator[Loss]:
    for key in ("institution", "department", "city", "country_name"):
        paths = {tag: subpath(field, key, tag) for tag in present(getattr(affiliation, key))}
        is_named = key == "country_name" and f"{field}.country" in written
        is_written = is_named or not written.isdisjoint(paths.values())
        extent = Extent.LANGUAGE if is_written else Extent.WHOLE
        for tag, path in paths.items():
            if path not in written:
                yield Loss(path, _code(affiliation, key, tag), extent=extent)
    if non_blank(affiliation.country) and f"{field}.country" not in written:
        is_named = any(path.startswith(f"{field}.country_name") for path in written)
        extent = Extent.FORM if is_named else Extent.WHOLE
        yield Loss(f"{field}.country", "country-code", extent=extent)


def _code(affiliation: Affiliation, field: str, tag: str) -> str:
    """The code of the loss of a text of an affiliation."""
    if field != "institution" and not non_blank(affiliation.institution.get(tag)):
        return "institution-missing"
    return "places-incomplete" if field in ("city", "country_name") else "person-language"


def _is_named(article: Article, position: int, tag: str) -> bool:
    return bool(non_blank(article.affiliations[position].institution.get(tag)))

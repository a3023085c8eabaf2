"""Creators and contributors. Authors are creators, all others are contributors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from jatsx import (
    Article,
    Extent,
    JsonList,
    Loss,
    Sourced,
    json_list,
    json_object,
    losses_of,
    non_blank,
    other_languages,
    present,
    stripped,
)
from jatsx.model import Contributor, PersonName
from jatsx.model.fieldpath import subpath
from jatsx.model.inheritance import InLanguage, workplaces
from jatsx.standards.identifiers import orcid_url

from jatsx_datacite.affiliations import affiliations, losses_of_affiliations
from jatsx_datacite.parts import Parts, Value, Values, chosen, unique_list
from jatsx_datacite.settings import Settings
from jatsx_datacite.unsupported import CONTRIBUTOR_FIELDS

AUTHOR: Final = "author"
OTHER: Final = "Other"
TYPES: Final[Mapping[str, str]] = {"editor": "Editor"}
"""The ``contributorType`` of kinds of contributors. Other kinds are ``Other``."""

Name: TypeAlias = "InLanguage[PersonName] | InLanguage[str]"


def creators(article: Article, settings: Settings) -> Parts:
    """``creators``: the authors, in order, and the losses of people and affiliations."""
    used: dict[int, set[str | None]] = {}
    for n, contributor in enumerate(article.contributors):
        name = name_of(article, n, settings.language)
        yield from contributor_losses(contributor, f"contributors[{n}]", name)
        if name is None:
            continue
        for place in workplaces(article, contributor):
            used.setdefault(place, set()).add(name.language)
        if contributor.kind == AUTHOR:
            yield person(article, n, name)
    yield from losses_of_affiliations(article, {n: frozenset(tags) for n, tags in used.items()})


def contributors(article: Article, settings: Settings) -> Parts:
    """``contributors``: all except authors; corresponding authors; the copyright holder."""
    for n, contributor in enumerate(article.contributors):
        name = name_of(article, n, settings.language)
        if name is None:
            continue
        if contributor.kind != AUTHOR:
            yield person(article, n, name, TYPES.get(contributor.kind, OTHER))
        if contributor.corresponding:
            yield person(article, n, name, "ContactPerson")
    yield from _rights_holder(article, settings)


def name_of(article: Article, position: int, language: str | None) -> Name | None:
    """The name of a person or a group in one language; None if there is no name."""
    contributor, own = article.contributors[position], f"contributors[{position}]"
    names = {tag: name for tag, name in contributor.name.items() if is_named(name)}
    found = chosen(f"{own}.name", names, article, language)
    return found or chosen(f"{own}.group", contributor.group, article, language)


def is_named(name: PersonName) -> bool:
    """Whether a name has a family name or a given name."""
    return bool(non_blank(name.family) or given_text(name))


def person(article: Article, position: int, name: Name, kind: str | None = None) -> Value | None:
    """A creator or, with a ``kind``, a contributor."""
    contributor, own = article.contributors[position], f"contributors[{position}]"
    places, _ = unique_list(
        affiliations(article, contributor, name.language), f"{own}.affiliations"
    )
    described: Values = {
        **name_values(name),
        "lang": Sourced(name.language, name.field),
        "nameIdentifiers": name_identifiers(contributor, own),
        "affiliation": places,
        "contributorType": Sourced(kind, f"{own}.kind") if kind else None,
    }
    return json_object(described, field=own)


def name_values(name: Name) -> Values:
    """The name as one text, its type, and its parts."""
    if isinstance(name.value, str):
        return {"name": Sourced(name.value.strip(), name.field), "nameType": "Organizational"}
    return {
        "name": Sourced(name_text(name.value), name.field),
        "nameType": "Personal",
        "givenName": Sourced(given_text(name.value), f"{name.field}.given"),
        "familyName": Sourced(stripped(name.value.family), f"{name.field}.family"),
    }


def name_text(name: PersonName) -> str:
    """Family name, given names, suffix. Source: property 2.1, "family, given"."""
    parts = (stripped(name.family), given_text(name), stripped(name.suffix))
    return ", ".join(part for part in parts if part)


def given_text(name: PersonName) -> str | None:
    """Given names and patronymic."""
    return " ".join(part for part in map(stripped, (name.given, name.patronymic)) if part) or None


def name_identifiers(contributor: Contributor, own: str) -> JsonList | None:
    """The ORCID iD."""
    orcid, field = orcid_url(contributor.orcid or ""), f"{own}.orcid"
    if orcid is None:
        return None
    described: Values = {
        "nameIdentifier": Sourced(orcid, field),
        "nameIdentifierScheme": "ORCID",
        "schemeUri": "https://orcid.org",
    }
    return json_list([json_object(described, field=field)], field=field)


def contributor_losses(contributor: Contributor, own: str, name: Name | None) -> Iterator[Loss]:
    """The losses of a contributor. A contributor without a name is lost completely."""
    if name is None:
        yield Loss(own, "name-missing")
        return
    yield from _name_losses(contributor, own, name)
    yield from losses_of(contributor, CONTRIBUTOR_FIELDS, own)
    if non_blank(contributor.orcid) and orcid_url(contributor.orcid or "") is None:
        yield Loss(f"{own}.orcid", "orcid-form")
    if contributor.kind != AUTHOR and contributor.kind not in TYPES and non_blank(contributor.kind):
        yield Loss(f"{own}.kind", "contributor-type")


def _name_losses(contributor: Contributor, own: str, name: Name) -> Iterator[Loss]:
    """The losses of the names that are not written."""
    for key in ("name", "group"):
        fields = [subpath(own, key, tag) for tag in present(getattr(contributor, key))]
        extent = Extent.LANGUAGE if name.field in fields else Extent.WHOLE
        yield from (Loss(one, "one-name", extent=extent) for one in fields if one != name.field)


def _rights_holder(article: Article, settings: Settings) -> Parts:
    """The copyright holder, without a type of name, because it is not known."""
    holders = article.copyright.holder
    name = chosen("copyright.holder", holders, article, settings.language)
    if name:
        yield from other_languages("copyright.holder", holders, name.language, "one-name")
        described: Values = {
            "name": Sourced(name.value.strip(), name.field),
            "lang": name.language,
            "contributorType": "RightsHolder",
        }
        yield json_object(described, field=name.field)

"""``authors``: all contributors, each in at most three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jatsx import (
    Built,
    Extent,
    Loss,
    element,
    losses_of,
    non_blank,
    partition,
    present,
    stripped,
)
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import orcid_url
from jatsx_rsci.affiliations import place_elements
from jatsx_rsci.languages import by_code, code_losses, language_code
from jatsx_rsci.texts import line
from jatsx_rsci.unsupported import CONTRIBUTOR_FIELDS
from jatsx_rsci.vocabulary import AUTHOR, ROLES

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Contributor, PersonName

MOST: Final = 3
"""The maximum number of languages of a contributor."""

PREFERRED: Final = ("KKZ", "RUS", "ENG")
"""The preferred languages if a contributor has more."""


def authors(article: Article) -> Built:
    """``authors``: the contributors with a name whose kind has a code at RSCI."""
    num = 0
    inside: list[Built] = []
    for n in range(len(article.contributors)):
        pieces = tuple(author(article, n, num + 1))
        num += len(partition(pieces)[0])
        inside.extend(pieces)
    return element("authors", None, inside, field="contributors")


def author(article: Article, position: int, num: int) -> Iterator[Built]:
    """``author``: role, correspondence, ORCID iD, names."""
    contributor, field = article.contributors[position], f"contributors[{position}]"
    if not is_placed(contributor):
        yield _kind_loss(contributor, field)
        return
    if not described_in(contributor):
        yield Loss(field, "surname-missing")
        return
    yield element(
        "author",
        {"num": str(num)},
        element("role", None, ROLES.get(contributor.kind), field=f"{field}.kind"),
        element("correspondent", None, "1", field=f"{field}.corresponding")
        if contributor.corresponding
        else None,
        author_codes(contributor, field),
        (individ_info(article, contributor, tag, field) for tag in described_in(contributor)),
        field=field,
    )
    yield from name_losses(contributor, field)
    yield from losses_of(contributor, CONTRIBUTOR_FIELDS, field)


def _kind_loss(contributor: Contributor, field: str) -> Loss:
    if non_blank(contributor.kind):
        return Loss(field, "role-code", {"kind": contributor.kind})
    return Loss(field, "kind-missing")


def is_placed(contributor: Contributor) -> bool:
    """Whether RSCI has a code for the kind of a contributor."""
    return contributor.kind in (AUTHOR, *ROLES)


def author_codes(contributor: Contributor, field: str) -> Iterator[Built]:
    """``authorCodes``: the ORCID iD, without a URL."""
    address = orcid_url(contributor.orcid or "")
    if address:
        bare = address.rpartition("/")[2]
        yield element("authorCodes", None, element("orcid", None, bare, field=f"{field}.orcid"))
    elif non_blank(contributor.orcid):
        yield Loss(f"{field}.orcid", "orcid-form")


def individ_info(article: Article, contributor: Contributor, tag: str, field: str) -> Built:
    """``individInfo``: a contributor in one language."""
    name, group = contributor.name.get(tag), contributor.group.get(tag)
    email = stripped(contributor.email)
    surname = (
        element("surname", None, name.family, field=subpath(field, "name", tag, "family"))
        if name and non_blank(name.family)
        else element("surname", None, group, field=subpath(field, "group", tag))
    )
    return element(
        "individInfo",
        {"lang": language_code(tag)},
        surname,
        initials(name, subpath(field, "name", tag)) if name else None,
        place_elements(article, contributor, tag, field),
        other_info(contributor, tag, field),
        element("email", None, email, field=f"{field}.email"),
        field=subpath(field, "name" if name else "group", tag),
    )


def initials(name: PersonName, field: str) -> Built:
    """``initials``: given names and patronymic, as written."""
    parts = map(stripped, (name.given, name.patronymic))
    return element(
        "initials", None, " ".join(part for part in parts if part), field=f"{field}.given"
    )


def other_info(contributor: Contributor, tag: str, field: str) -> Built:
    """``otherInfo``: degree and position."""
    text = line(contributor.degree.get(tag), contributor.position.get(tag), by=", ")
    return element("otherInfo", None, text.plain, field=subpath(field, "degree", tag))


def described_in(contributor: Contributor) -> tuple[str, ...]:
    """The languages in which a contributor is written, in order, at most three.

    >>> from jatsx.model import Contributor, PersonName
    >>> tags = ("de", "ru", "en", "kk")
    >>> described_in(Contributor(name={tag: PersonName(family="Burnashev") for tag in tags}))
    ('ru', 'en', 'kk')
    """
    codes = by_code(surnames(contributor))
    kept = sorted(codes, key=lambda code: code not in PREFERRED)[:MOST]
    return tuple(tag for code, tag in codes.items() if code in kept)


def surnames(contributor: Contributor) -> dict[str, str]:
    """``surname`` in each language: the family name, else the group's name."""
    families = {tag: name.family or "" for tag, name in contributor.name.items()}
    return {**present(contributor.group), **present(families)}


def name_losses(contributor: Contributor, field: str) -> Iterator[Loss]:
    """The losses of names, degrees and positions."""
    described = described_in(contributor)
    names = surnames(contributor)
    for tag, name in contributor.name.items():
        if name and tag not in names:
            yield Loss(subpath(field, "name", tag), "surname-missing", extent=Extent.LANGUAGE)
        elif non_blank(name.suffix):
            yield Loss(subpath(field, "name", tag, "suffix"), "no-suffix")
        if non_blank(name.family) and tag in present(contributor.group):
            yield Loss(subpath(field, "group", tag), "one-surname")
    for tag, key in _fields(contributor, names).items():
        if tag not in described and len(by_code(names)) > MOST:
            params = {"number": str(MOST)}
            yield Loss(subpath(field, key, tag), "three-languages", params, Extent.LANGUAGE)
    yield from _code_losses(contributor, names, field)
    for key, values in (("degree", contributor.degree), ("position", contributor.position)):
        yield from _undescribed(values, described, subpath(field, key))


def _fields(contributor: Contributor, names: Mapping[str, str]) -> dict[str, str]:
    """The field of each surname: name or group."""
    families = {tag for tag, name in contributor.name.items() if non_blank(name.family)}
    return {tag: "name" if tag in families else "group" for tag in names}


def _code_losses(contributor: Contributor, names: Mapping[str, str], field: str) -> Iterator[Loss]:
    fields = _fields(contributor, names)
    for lost in code_losses(names, "", "individInfo"):
        tag = next(tag for tag in names if subpath("", tag) == lost.field)
        yield replace(lost, field=subpath(field, fields[tag], tag))


def _undescribed(
    values: Mapping[str, str], described: tuple[str, ...], field: str
) -> Iterator[Loss]:
    tags = present(values)
    extent = Extent.WHOLE if tags.keys().isdisjoint(described) else Extent.LANGUAGE
    for tag in tags:
        if tag not in described:
            yield Loss(subpath(field, tag), "other-info-language", extent=extent)

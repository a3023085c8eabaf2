"""``contributors``: people and groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jatsx import Built, Content, Loss, element, inheritance, other_languages, present
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import orcid_url
from jatsx.standards.vocabularies import CONTRIBUTOR_KINDS, CREDIT_ROLES
from jatsx_crossref.affiliations import Institutions
from jatsx_crossref.language import language_code, language_loss
from jatsx_crossref.names import alt_names, full_names, given_name, suffix, surname
from jatsx_crossref.options import Settings
from jatsx_crossref.unsupported import contributor_losses
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import Article, Contributor


ORGANIZATION_LACKS: Final = (
    "name",
    "orcid",
    "orcid_authenticated",
    "corresponding",
    "credit_roles",
    "affiliations",
)
"""The fields that ``organization`` does not support."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A contributor that a deposit includes.

    Args:
        contributor: the person or group.
        field: its path, from the article.
        role: the value of ``@contributor_role``.
        language: the language of the main name.
        is_person: whether it is a person.
    """

    contributor: Contributor
    field: str
    role: str
    language: str
    is_person: bool


def contributors(article: Article, settings: Settings) -> Iterator[Content]:
    """``contributors``: the contributors with a name, in order, then the losses of the others."""
    institutions = Institutions(article, settings)
    candidates = [
        credited(contributor, f"contributors[{n}]", article, settings)
        for n, contributor in enumerate(article.contributors)
    ]
    included = [one for one in candidates if isinstance(one, Credited)]
    pieces = (
        contributor(one, "additional" if n else "first", institutions, settings.version)
        for n, one in enumerate(included)
    )
    yield element("contributors", None, pieces, field="contributors")
    yield from (one for one in candidates if isinstance(one, Loss))
    people = (one.contributor for one in included if one.is_person)
    yield from institutions.losses(people)


def credited(
    contributor: Contributor, field: str, article: Article, settings: Settings
) -> Credited | Loss:
    """The contributor with its role and language, or its loss."""
    persons = full_names(contributor.name)
    names: Mapping[str, object] = persons or present(contributor.group)
    own = inheritance.language_tag(article)
    name = inheritance.in_one_language(field, names, settings.language, own)
    role = contributor_role(contributor.kind, settings.version)
    if name is None:
        return Loss(field, "contributor-unnamed")
    if role is None:
        return Loss(field, *_role_not_listed(contributor.kind, settings.version))
    return Credited(contributor, field, role, name.language, bool(persons))


def contributor_role(kind: str, version: Version) -> str | None:
    """The value of ``@contributor_role`` for a kind of contributor; None if there is none."""
    return kind if kind in CONTRIBUTOR_KINDS else version.other_role


def _role_not_listed(kind: str, version: Version) -> tuple[str, dict[str, str]]:
    """The code and the params of the loss of a kind of contributor."""
    return "contributor-role-not-listed", {"kind": kind, "version": version.name}


def contributor(
    one: Credited, sequence: str, institutions: Institutions, version: Version
) -> Iterator[Content]:
    """``person_name`` or ``organization``, and the losses of the contributor."""
    attributes = {
        "sequence": sequence,
        "contributor_role": one.role,
        "language": language_code(one.language, version),
    }
    if one.is_person:
        yield from person_name(one, attributes, institutions, version)
    else:
        yield from organization(one, attributes, version)
    if one.role != one.contributor.kind:
        yield Loss(f"{one.field}.kind", *_role_not_listed(one.contributor.kind, version))
    yield from contributor_losses(one.contributor, one.field)


def person_name(
    one: Credited,
    attributes: dict[str, str | None],
    institutions: Institutions,
    version: Version,
) -> Iterator[Content]:
    """``person_name``: the main name, roles, affiliations, ORCID iD and other names."""
    person = one.contributor
    name, field = person.name[one.language], subpath(f"{one.field}.name", one.language)
    pieces = (
        given_name(name, field),
        surname(name, field),
        suffix(name, field),
        roles(person, one.field, version),
        institutions.affiliations(person, f"{one.field}.affiliations"),
        orcid(person, one.field),
        alt_names(person.name, one.language, f"{one.field}.name", version),
    )
    main = subpath("name", one.language)
    fields = {
        "@contributor_role": "kind",
        "@language": main,
        "given_name": f"{main}.given",
        "surname": f"{main}.family",
        "ORCID": "orcid",
    }
    yield element("person_name", attributes, pieces, field=one.field, fields=fields)
    yield language_loss(one.language, field, version)
    if person.group:
        yield Loss(f"{one.field}.group", "no-group-name")


def roles(person: Contributor, field: str, version: Version) -> Iterator[Content]:
    """A ``role`` for each CRediT role, and one for a corresponding author."""
    if not version.has_roles:
        yield from (
            Loss(f"{field}.{key}", "no-roles", {"version": version.name})
            for key in ("credit_roles", "corresponding")
            if getattr(person, key)
        )
        return
    for n, credit in enumerate(person.credit_roles):
        path = f"{field}.credit_roles[{n}]"
        if credit in CREDIT_ROLES:
            yield role("credit", credit, path)
        else:
            yield Loss(path, "credit-role-not-listed", {"role": credit})
    if person.corresponding:
        yield role("crossref", "corresponding-author", f"{field}.corresponding")


def role(vocab: str, kind: str, field: str) -> Built:
    """``role``: a role of the vocabulary ``credit`` or ``crossref``."""
    return element("role", {"vocab": vocab, "type": kind}, field=field, keep_empty=True)


def orcid(person: Contributor, field: str) -> Iterator[Content]:
    """``ORCID``: the iD as a URL."""
    address = orcid_url(person.orcid or "")
    authenticated = "true" if person.orcid_authenticated else "false"
    fields = {"@authenticated": "../orcid_authenticated"}
    attributes = {"authenticated": authenticated}
    yield element("ORCID", attributes, address, field=f"{field}.orcid", fields=fields)
    if address is None and person.orcid:
        yield Loss(f"{field}.orcid", "orcid-form")
    if address is None and person.orcid_authenticated:
        yield Loss(f"{field}.orcid_authenticated", "authenticated-without-orcid")


def organization(
    one: Credited, attributes: dict[str, str | None], version: Version
) -> Iterator[Content]:
    """``organization``: a group's name, in one language."""
    group, names = one.contributor, present(one.contributor.group)
    field = f"{one.field}.group"
    fields = {"@contributor_role": "../../kind"}
    name, path = names[one.language], subpath(field, one.language)
    yield element("organization", attributes, name, field=path, fields=fields)
    yield language_loss(one.language, path, version)
    params = {"element": "organization"}
    yield from other_languages(field, names, one.language, "one-language", params)
    for key in ORGANIZATION_LACKS:
        if getattr(group, key):
            yield Loss(f"{one.field}.{key}", "organization-name-only")

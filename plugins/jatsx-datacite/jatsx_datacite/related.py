"""Works that this one is related to, by their identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx import Article, JsonObject, Loss, Sourced, json_object, present
from jatsx.model import Reference, Relation
from jatsx.model.fieldpath import subpath

from jatsx_datacite.addresses import any_doi
from jatsx_datacite.journal import container_identifiers, container_losses
from jatsx_datacite.parts import Parts, Values, filled
from jatsx_datacite.relations import CITED, CITED_TYPES, RELATIONS, MappedRelation
from jatsx_datacite.settings import Settings
from jatsx_datacite.version import Version

_DOI_FORM: Final = "a DOI has the form 10.NNNN/suffix"
_ONE: Final = "a related work is known by one identifier, which is its DOI here"
_NAMELESS: Final = (
    "a cited work is known by its DOI or address, or by its title where the reference is taken"
    " apart"
)
_IDENTIFIER_ALONE: Final = "a related identifier says nothing of what is printed"
_NO_TYPE: Final = "resourceTypeGeneral has no value for it"


def related_identifiers(article: Article, settings: Settings) -> Parts:
    """``relatedIdentifiers``: journal and issue, related works, cited works."""
    version = settings.version
    yield from _containers(article, version)
    for n, relation in enumerate(article.relations):
        yield from _relation(relation, f"relations[{n}]", version)
    for n, reference in enumerate(article.references):
        yield from _reference(reference, f"references[{n}]", version)


def identified(work: Relation | Reference, own: str) -> tuple[str, str, str] | None:
    """The one identifier of a work: field, type, value. Its DOI, else its address."""
    if doi := any_doi(work.doi):
        return f"{own}.doi", "DOI", doi
    if url := filled(work.url):
        return f"{own}.url", "URL", url
    return None


def is_item(reference: Reference, version: Version) -> bool:
    """Whether a reference is taken apart as far as an item needs: it has a title."""
    return version.has_items and bool(reference.work.title or reference.work.source)


def _containers(article: Article, version: Version) -> Parts:
    for field, kind, value, general in container_identifiers(article):
        relation = version.in_journal if general == "Journal" else "IsPartOf"
        yield _related(field, kind, value, relation, version.known_type(general))
    yield from container_losses(article)


def _relation(relation: Relation, own: str, version: Version) -> Parts:
    said = RELATIONS.get(relation.type)
    identifier = identified(relation, own)
    is_titled = version.has_items and bool(present(relation.title))
    if said is None or not (identifier or is_titled):
        yield Loss(own, _why_no_relation(said))
        return
    if identifier:
        general = version.known_type(said.other_type)
        yield _related(*identifier, said.name, general)
    yield from _identifier_losses(relation, own)
    if not said.is_whole:
        yield Loss(f"{own}.type", f"relationType has no value for it: it says {said.name}")
    if not version.has_items:
        yield from (
            Loss(subpath(own, "title", tag), _IDENTIFIER_ALONE) for tag in present(relation.title)
        )
    if filled(relation.date):
        yield Loss(f"{own}.date", "a relation has no date")


def _why_no_relation(said: MappedRelation | None) -> str:
    if said is None:
        return "relationType has no value for it"
    return "a related work is known by its DOI, its address or its title"


def _reference(reference: Reference, own: str, version: Version) -> Parts:
    identifier, has_item = identified(reference, own), is_item(reference, version)
    if not (identifier or has_item):
        yield Loss(own, _NAMELESS)
        return
    general = version.known_type(CITED_TYPES.get(reference.type or ""))
    if identifier:
        yield _related(*identifier, CITED, general)
    yield from _identifier_losses(reference, own)
    if filled(reference.type) and general is None:
        yield Loss(f"{own}.type", _NO_TYPE)
    for field in ("label", "accessed"):
        if filled(getattr(reference, field)):
            yield Loss(f"{own}.{field}", _IDENTIFIER_ALONE)
    yield from (
        Loss(subpath(own, "text", tag), _IDENTIFIER_ALONE) for tag in present(reference.text)
    )
    if reference.work and not has_item:
        yield Loss(f"{own}.work", _why_no_item(version))


def _why_no_item(version: Version) -> str:
    if version.has_items:
        return "an item needs a title"
    return f"version {version.name} has related identifiers, and no related items"


def _identifier_losses(work: Relation | Reference, own: str) -> Iterator[Loss]:
    if filled(work.doi) and any_doi(work.doi) is None:
        yield Loss(f"{own}.doi", _DOI_FORM)
    elif filled(work.doi) and filled(work.url):
        yield Loss(f"{own}.url", _ONE)


def _related(
    field: str, kind: str, value: str, relation: str, general: str | None
) -> JsonObject | None:
    described: Values = {
        "relatedIdentifier": Sourced(value, field),
        "relatedIdentifierType": kind,
        "relationType": relation,
        "resourceTypeGeneral": general,
    }
    return json_object(described, field=field)

"""Related works with their identifiers."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import (
    Article,
    Extent,
    JsonObject,
    Loss,
    Sourced,
    json_object,
    losses_of,
    non_blank,
    present,
    stripped,
)
from jatsx.model import Reference, Relation
from jatsx.model.fieldpath import subpath

from jatsx_datacite.addresses import any_doi
from jatsx_datacite.journal import container_identifiers, container_losses
from jatsx_datacite.parts import Parts, Values
from jatsx_datacite.relations import CITED, CITED_TYPES, RELATION_TYPES
from jatsx_datacite.settings import Settings
from jatsx_datacite.unsupported import REFERENCE_FIELDS
from jatsx_datacite.version import Version


def related_identifiers(article: Article, settings: Settings) -> Parts:
    """``relatedIdentifiers``: journal and issue, related works, cited works."""
    version = settings.version
    yield from _containers(article, version)
    for n, relation in enumerate(article.relations):
        yield from _relation(relation, f"relations[{n}]", version)
    for n, reference in enumerate(article.references):
        yield from _reference(reference, f"references[{n}]", version)


def identified(work: Relation | Reference, own: str) -> tuple[str, str, str] | None:
    """The field, type and value of a work's identifier: its DOI, else its URL."""
    if doi := any_doi(work.doi):
        return f"{own}.doi", "DOI", doi
    if url := stripped(work.url):
        return f"{own}.url", "URL", url
    return None


def is_item(reference: Reference, version: Version) -> bool:
    """Whether a reference is an item: it has a title, and the version has items."""
    return version.has_items and bool(reference.work.title or reference.work.source)


def _containers(article: Article, version: Version) -> Parts:
    for field, kind, value, general in container_identifiers(article):
        relation = version.in_journal if general == "Journal" else "IsPartOf"
        yield _related(field, kind, value, relation, version.known_type(general))
    yield from container_losses(article)


def _relation(relation: Relation, own: str, version: Version) -> Parts:
    mapped = RELATION_TYPES.get(relation.type)
    identifier = identified(relation, own)
    is_titled = version.has_items and bool(present(relation.title))
    if mapped is None or not (identifier or is_titled):
        yield Loss(own, "relation-unidentified" if mapped else "relation-type")
        return
    if identifier:
        general = version.known_type(mapped.related_type)
        yield _related(*identifier, mapped.name, general)
    yield from _identifier_losses(relation, own)
    if not mapped.is_exact:
        params = {"value": mapped.name}
        yield Loss(f"{own}.type", "relation-type-inexact", params, Extent.FORM)
    if not version.has_items:
        yield from (
            Loss(subpath(own, "title", tag), "identifier-only") for tag in present(relation.title)
        )
    if non_blank(relation.date):
        yield Loss(f"{own}.date", "no-relation-date")


def _reference(reference: Reference, own: str, version: Version) -> Parts:
    identifier, has_item = identified(reference, own), is_item(reference, version)
    if not (identifier or has_item):
        yield Loss(own, "reference-unidentified")
        return
    general = version.known_type(CITED_TYPES.get(reference.type or ""))
    if identifier:
        yield _related(*identifier, CITED, general)
    yield from _identifier_losses(reference, own)
    if non_blank(reference.type) and general is None:
        yield Loss(f"{own}.type", "reference-type")
    yield from losses_of(reference, REFERENCE_FIELDS, own)
    yield from (
        Loss(subpath(own, "text", tag), "identifier-only") for tag in present(reference.text)
    )
    if reference.work and not has_item:
        yield _work_loss(f"{own}.work", version)


def _work_loss(field: str, version: Version) -> Loss:
    if version.has_items:
        return Loss(field, "item-title-missing")
    return Loss(field, "no-item-in-version", {"version": version.name})


def _identifier_losses(work: Relation | Reference, own: str) -> Iterator[Loss]:
    if non_blank(work.doi) and any_doi(work.doi) is None:
        yield Loss(f"{own}.doi", "doi-form")
    elif non_blank(work.doi) and non_blank(work.url):
        yield Loss(f"{own}.url", "one-identifier")


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

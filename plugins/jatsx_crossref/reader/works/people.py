"""Contributors of a record: ``author``, ``editor``, ``chair``, ``translator``."""

from __future__ import annotations

from typing import Final

from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.works.elements import made, moved, moved_all, plain, text_of

ROLES: Final = ("author", "editor", "chair", "translator")


def contributors(work: SourceNode) -> SourceNode | None:
    """``contributors``: people and groups by role, in order."""
    found = [(role, one) for role in ROLES for one in work.take_all(role)]
    return made("contributors", work, *(_contributor(one, role) for role, one in found))


def _contributor(source: SourceNode, role: str) -> SourceNode:
    for technical in source.take_all("sequence"):
        technical.pass_over()
    attributes = {"contributor_role": role}
    name = None if source.find("family") else moved(source, "name", "organization")
    if name:
        return made("organization", source, name.text, attributes=attributes)
    return made(
        "person_name",
        source,
        moved(source, "given", "given_name"),
        moved(source, "family", "surname"),
        moved(source, "suffix", "suffix"),
        *(_role(one) for one in source.take_all("role")),
        made("affiliations", source, *map(_institution, source.take_all("affiliation"))),
        _orcid(source),
        attributes=attributes,
    )


def _role(source: SourceNode) -> SourceNode:
    attributes = {"type": text_of(source, "role"), "vocab": text_of(source, "vocabulary")}
    return made("role", source, attributes=attributes)


def _orcid(source: SourceNode) -> SourceNode | None:
    authenticated = text_of(source, "authenticated-orcid")
    value = source.take("ORCID")
    address = plain(value, "ORCID") if value else None
    if address is not None and authenticated:
        address.attributes["authenticated"] = authenticated
    return address


def _institution(source: SourceNode) -> SourceNode:
    ids = [_id(one) for one in source.take_all("id")]
    return made(
        "institution",
        source,
        moved(source, "name", "institution_name"),
        *ids,
        *moved_all(source, "acronym", "institution_acronym"),
        *moved_all(source, "place", "institution_place"),
        *moved_all(source, "department", "institution_department"),
    )


def _id(source: SourceNode) -> SourceNode:
    for asserted in source.take_all("asserted-by"):
        asserted.pass_over()
    kind = (text_of(source, "id-type") or "").lower()
    return made("institution_id", source, text_of(source, "id"), attributes={"type": kind})

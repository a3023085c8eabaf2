"""The three assertions of schema 5.5.0, which XSD 1.0 does not support.

Schema 5.5.0 is written in XSD 1.1, but libxml2 supports only XSD 1.0. The assertions are removed
when the schema is read (:mod:`jatsx_crossref.schemas`). This module checks them in documents that
are otherwise valid.

Source: ``xsd:assert`` in ``role`` (two) and ``person_name`` in crossref5.5.0.xsd.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import FrozenMap, SchemaError, positions
from jatsx.standards.vocabularies import CREDIT_ROLES
from jatsx_crossref.version import VERSIONS

if TYPE_CHECKING:
    from lxml.etree import _Element

ROLES: Final = {
    "crossref": frozenset(
        {
            "author",
            "editor",
            "chair",
            "reviewer",
            "review-assistant",
            "stats-reviewer",
            "reviewer-external",
            "reader",
            "translator",
            "corresponding-author",
            "other",
        }
    ),
    "credit": frozenset(CREDIT_ROLES),
}
"""The values of ``role/@type`` in each vocabulary."""

_ELEMENT: Final = f"{{{VERSIONS['5.5.0'].namespace}}}"


def role_types(root: _Element) -> Iterator[SchemaError]:
    """A role has a type, and the type is in the list of its vocabulary."""
    for role in root.iter(f"{_ELEMENT}role"):
        vocab, kind = (role.get(name, "").strip() for name in ("vocab", "type"))
        if vocab in ROLES and not kind:
            detail = f"role: the attribute type is missing (vocabulary {vocab})"
            yield _missing(detail, role, "type")
        elif vocab in ROLES and kind not in ROLES[vocab]:
            choices = ", ".join(sorted(ROLES[vocab]))
            params = FrozenMap({"name": "role/@type", "value": kind, "choices": choices})
            detail = f"role: the type {kind} is not in the vocabulary {vocab}"
            yield SchemaError(detail, (*positions(role), "@type"), None, "value-choice", params)


def person_roles(root: _Element) -> Iterator[SchemaError]:
    """A person has the attribute ``contributor_role`` or an element ``role``."""
    for person in root.iter(f"{_ELEMENT}person_name"):
        if person.get("contributor_role") is None and person.find("{*}role") is None:
            detail = "person_name: contributor_role or a role is missing"
            yield _missing(detail, person, "contributor_role")


def _missing(detail: str, element: _Element, attribute: str) -> SchemaError:
    from lxml.etree import QName

    parent = QName(element).localname
    params = FrozenMap({"attribute": attribute, "parent": parent, "name": f"{parent}/@{attribute}"})
    path: tuple[int | str, ...] = (*positions(element), f"@{attribute}")
    return SchemaError(detail, path, None, "attribute-missing", params)

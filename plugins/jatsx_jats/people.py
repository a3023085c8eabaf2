"""Contributors: ``contrib-group``, and ``corresp`` in ``author-notes``.

Source: JATS Publishing Tag Library, ``contrib``; JATS4R, Authors and Affiliations, and CRediT
Taxonomy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx import (
    Built,
    Content,
    FrozenMap,
    Loss,
    element,
    is_present,
    non_blank,
    partition,
    present,
)
from jatsx.model import Article, Contributor
from jatsx.model.fieldpath import subpath
from jatsx.standards.identifiers import orcid_url
from jatsx.standards.vocabularies import CREDIT_ROLES
from jatsx_jats.names import contributor_names
from jatsx_jats.version import Version

CREDIT: Final = "https://credit.niso.org/"
"""``@vocab-identifier`` of CRediT, ANSI/NISO Z39.104."""

FIELDS: Final = FrozenMap(
    {
        "@contrib-type": "kind",
        "@corresp": "corresponding",
        "@equal-contrib": "equal_contribution",
        "name": "name",
        "collab": "group",
    }
)
"""The fields of the attributes and names of a ``contrib``."""


def contrib_group(article: Article, affs: Mapping[str, str], version: Version) -> Built:
    """The contributors, in order. ``affs`` contains the XML id of each affiliation by its id."""
    return element(
        "contrib-group",
        None,
        (_contrib(article, n, affs, version) for n in range(len(article.contributors))),
        field="contributors",
    )


def corresps(article: Article) -> Iterator[Built]:
    """The addresses of the corresponding authors."""
    for n, contributor in enumerate(article.contributors):
        field = f"contributors[{n}]"
        if contributor.corresponding:
            email = element("email", None, contributor.email, field=f"{field}.email")
            attributes, fields = {"id": _corresp_id(n)}, {"email": "../email"}
            yield element(
                "corresp", attributes, email, field=f"{field}.corresponding", fields=fields
            )


def _contrib(article: Article, n: int, affs: Mapping[str, str], version: Version) -> Built:
    contributor, field = article.contributors[n], f"contributors[{n}]"
    attributes = {
        "contrib-type": non_blank(contributor.kind),
        "corresp": "yes" if contributor.corresponding else None,
        "equal-contrib": "yes" if contributor.equal_contribution else None,
    }
    pieces = element(
        "contrib",
        attributes,
        _contrib_id(contributor, field),
        contributor_names(contributor, field, version),
        _degrees(contributor, field),
        _roles(contributor, field),
        element("email", None, contributor.email, field=f"{field}.email"),
        _aff_xrefs(contributor, field, affs),
        _corresp_xref(contributor, n),
        field=field,
        fields=FIELDS,
    )
    made, lost = partition(pieces)
    if made:
        return pieces
    return (*lost, Loss(field, "contrib-empty"))


def _contrib_id(contributor: Contributor, field: str) -> Content:
    """The ORCID iD as a URL, and whether its owner confirmed it."""
    orcid = non_blank(contributor.orcid)
    if orcid is None:
        path, code = f"{field}.orcid_authenticated", "authenticated-without-orcid"
        return Loss(path, code) if contributor.orcid_authenticated else None
    attributes = {
        "contrib-id-type": "orcid",
        "authenticated": "true" if contributor.orcid_authenticated else "false",
    }
    fields = {"@authenticated": "../orcid_authenticated"}
    text = orcid_url(orcid) or orcid
    return element("contrib-id", attributes, text, field=f"{field}.orcid", fields=fields)


def _degrees(contributor: Contributor, field: str) -> Iterator[Content]:
    for tag, degree in present(contributor.degree).items():
        yield element("degrees", None, degree, field=subpath(f"{field}.degree", tag), lang=tag)


def _roles(contributor: Contributor, field: str) -> Iterator[Content]:
    """The position in each language, then the CRediT roles."""
    for tag, position in present(contributor.position).items():
        yield element("role", None, position, field=subpath(f"{field}.position", tag), lang=tag)
    for n, role in enumerate(contributor.credit_roles):
        yield _credit_role(role, subpath(f"{field}.credit_roles", n))


def _credit_role(role: str, field: str) -> Built:
    """A CRediT role with its title; any other role as written."""
    title = CREDIT_ROLES.get(role)
    if title is None:
        return element("role", {"content-type": "credit"}, role, field=field)
    attributes = {
        "vocab": "credit",
        "vocab-identifier": CREDIT,
        "vocab-term": title,
        "vocab-term-identifier": f"{CREDIT}contributor-roles/{role}/",
    }
    return element("role", attributes, title, field=field)


def _aff_xrefs(contributor: Contributor, field: str, affs: Mapping[str, str]) -> Iterator[Content]:
    for n, affiliation in enumerate(contributor.affiliations):
        own = subpath(f"{field}.affiliations", n)
        if affiliation in affs:
            yield element(
                "xref", {"ref-type": "aff", "rid": affs[affiliation]}, field=own, keep_empty=True
            )
        else:
            yield Loss(own, "affiliation-unknown", {"id": affiliation})


def _corresp_xref(contributor: Contributor, n: int) -> Built:
    if not contributor.corresponding or not is_present(contributor.email):
        return None
    field = f"contributors[{n}].corresponding"
    return element(
        "xref", {"ref-type": "corresp", "rid": _corresp_id(n)}, field=field, keep_empty=True
    )


def _corresp_id(n: int) -> str:
    return f"c{n + 1}"

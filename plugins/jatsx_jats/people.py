"""Contributors: ``contrib-group``, and ``corresp`` in ``author-notes``.

Source: JATS Publishing Tag Library, ``contrib``; JATS4R, Authors and Affiliations, and CRediT
Taxonomy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jatsx import Element, FrozenMap, always_el, el
from jatsx.documents.build import Inside, Lost, Pieces, at, elements, losses, stated, wrapped
from jatsx.model import Article, Contributor
from jatsx.standards.identifiers import orcid_url
from jatsx.standards.vocabularies import CREDIT_ROLES
from jatsx_jats.names import contributor_names
from jatsx_jats.said import said
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


def contrib_group(article: Article, affs: Mapping[str, str], version: Version) -> Pieces:
    """The contributors, in order. ``affs`` gives the XML id of each affiliation's id."""
    return wrapped(
        "contrib-group",
        None,
        (_contrib(article, n, affs, version) for n in range(len(article.contributors))),
        of="contributors",
    )


def corresps(article: Article) -> Iterator[Element | None]:
    """The addresses of the corresponding authors."""
    for n, contributor in enumerate(article.contributors):
        of = f"contributors[{n}]"
        if contributor.corresponding:
            email = el("email", None, contributor.email, of=f"{of}.email")
            attributes, fields = {"id": _corresp_id(n)}, {"email": "../email"}
            yield el("corresp", attributes, email, of=f"{of}.corresponding", fields=fields)


def _contrib(article: Article, n: int, affs: Mapping[str, str], version: Version) -> Pieces:
    contributor, of = article.contributors[n], f"contributors[{n}]"
    attributes = {
        "contrib-type": said(contributor.kind),
        "corresp": "yes" if contributor.corresponding else None,
        "equal-contrib": "yes" if contributor.equal_contribution else None,
    }
    pieces = wrapped(
        "contrib",
        attributes,
        _contrib_id(contributor, of),
        contributor_names(contributor, of, version),
        _degrees(contributor, of),
        _roles(contributor, of),
        el("email", None, contributor.email, of=f"{of}.email"),
        _aff_xrefs(contributor, of, affs),
        _corresp_xref(contributor, n),
        of=of,
        fields=FIELDS,
    )
    if elements(pieces):
        return pieces
    why = "an empty contrib would say nothing: here is neither name nor id"
    return (*losses(pieces), Lost(of, why))


def _contrib_id(contributor: Contributor, of: str) -> Inside:
    """The ORCID iD as an address, and whether its owner confirmed it."""
    orcid = said(contributor.orcid)
    if orcid is None:
        why = "@authenticated stands on a contrib-id, and there is no ORCID iD"
        return Lost(f"{of}.orcid_authenticated", why) if contributor.orcid_authenticated else None
    attributes = {
        "contrib-id-type": "orcid",
        "authenticated": "true" if contributor.orcid_authenticated else "false",
    }
    fields = {"@authenticated": "../orcid_authenticated"}
    text = orcid_url(orcid) or orcid
    return el("contrib-id", attributes, text, of=f"{of}.orcid", fields=fields)


def _degrees(contributor: Contributor, of: str) -> Iterator[Inside]:
    for tag, degree in stated(contributor.degree).items():
        yield wrapped("degrees", None, degree, of=at(f"{of}.degree", tag), lang=tag)


def _roles(contributor: Contributor, of: str) -> Iterator[Inside]:
    """The position in each language, then the roles of CRediT."""
    for tag, position in stated(contributor.position).items():
        yield wrapped("role", None, position, of=at(f"{of}.position", tag), lang=tag)
    for n, role in enumerate(contributor.credit_roles):
        yield _credit_role(role, at(f"{of}.credit_roles", n))


def _credit_role(role: str, of: str) -> Element | None:
    """A role of CRediT by its title; what is no such role, as it is written."""
    title = CREDIT_ROLES.get(role)
    if title is None:
        return el("role", None, role, of=of)
    attributes = {
        "vocab": "credit",
        "vocab-identifier": CREDIT,
        "vocab-term": title,
        "vocab-term-identifier": f"{CREDIT}contributor-roles/{role}/",
    }
    return el("role", attributes, title, of=of)


def _aff_xrefs(contributor: Contributor, of: str, affs: Mapping[str, str]) -> Iterator[Inside]:
    for n, affiliation in enumerate(contributor.affiliations):
        field = at(f"{of}.affiliations", n)
        if affiliation in affs:
            yield always_el("xref", {"ref-type": "aff", "rid": affs[affiliation]}, of=field)
        else:
            yield Lost(field, "an xref points at an aff, and this names none")


def _corresp_xref(contributor: Contributor, n: int) -> Element | None:
    if not contributor.corresponding or said(contributor.email) is None:
        return None
    of = f"contributors[{n}].corresponding"
    return always_el("xref", {"ref-type": "corresp", "rid": _corresp_id(n)}, of=of)


def _corresp_id(n: int) -> str:
    return f"c{n + 1}"

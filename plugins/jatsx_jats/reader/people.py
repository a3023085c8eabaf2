"""Contributors: ``contrib-group``, and their addresses in ``author-notes``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Contributor
from jatsx.model.fieldpath import Path
from jatsx.standards.identifiers import orcid_url
from jatsx.standards.vocabularies import CREDIT_ROLES
from jatsx_jats.reader.affiliations import FoundAffiliations
from jatsx_jats.reader.names import group_names, person_names
from jatsx_jats.reader.texts import language_of, line
from jatsx_jats.reader.tree import JatsElement, shortened

CREDIT: Final = re.compile(r"credit(?:\.niso\.org|\b)|casrai\.org/credit", re.IGNORECASE)
"""How a ``role`` names the CRediT taxonomy."""

EQUAL: Final = "equal"
"""The value of ``fn/@fn-type`` for a note on equal contributions."""

_LABEL = re.compile(
    r"\W*(?:(?:e-?mail|(?:for )?correspond(?:ing|ence)(?: author)?(?: to)?)\W*)*", re.IGNORECASE
)
"""The text of an address without information."""

_WORDS = re.compile(r"[^a-z]+")


@dataclass(slots=True)
class AuthorNotes:
    """The notes that contributors refer to, by XML id.

    Args:
        corresps: the addresses of corresponding authors.
        equal: the ids of notes on equal contributions.
        uses: how many contributors refer to each address.
    """

    corresps: dict[str, JatsElement] = field(default_factory=dict)
    equal: set[str] = field(default_factory=set)
    uses: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, meta: JatsElement) -> AuthorNotes:
        """The notes in ``author-notes``."""
        found = cls()
        for around in meta.take_all("author-notes"):
            for element in around.children:
                xml_id = element.attributes.get("id", "").strip()
                if element.name == "corresp" and xml_id:
                    found.corresps[xml_id] = element
                elif element.name == "fn" and element.attributes.get("fn-type") == EQUAL:
                    element.pass_over()
                    found.equal.add(xml_id)
        for group in meta.find("contrib-group"):
            for contrib in group.find("contrib"):
                for rid in _rids(contrib, "corresp"):
                    found.uses[rid] = found.uses.get(rid, 0) + 1
        return found


def contributors(
    meta: JatsElement, affiliations: FoundAffiliations, notes: ReaderNotes
) -> tuple[Contributor, ...]:
    """The contributors, in order. Their affiliations are added to ``affiliations``."""
    author_notes = AuthorNotes.of(meta)
    groups = meta.take_all("contrib-group")
    shared = [affiliations.take_all(group) for group in groups]
    affiliations.take_all(meta)
    read: list[Contributor] = []
    for group, common in zip(groups, shared, strict=True):
        contribs = group.take_all("contrib")
        refers = any(_rids(one, "aff") for one in contribs)
        untyped = [one for one in contribs if not one.attributes.get("contrib-type", "").strip()]
        if untyped:
            path = ("contributors", len(read) + contribs.index(untyped[0]), "kind")
            notes.warn("jats-kind-absent", path, untyped[0], count=str(len(untyped)))
        for contrib in contribs:
            found = _contributor(contrib, len(read), affiliations, author_notes, notes)
            if common and not refers and not found.affiliations:
                found = found.model_copy(update={"affiliations": tuple(common)})
            read.append(found)
    for element in author_notes.corresps.values():
        _end_corresp(element)
    return tuple(read)


def _contributor(
    contrib: JatsElement,
    n: int,
    affiliations: FoundAffiliations,
    author_notes: AuthorNotes,
    notes: ReaderNotes,
) -> Contributor:
    path: Path = ("contributors", n)
    notes.record(path, contrib)
    _lift_from_collabs(contrib)
    kind = contrib.attribute("contrib-type")
    values: dict[str, Any] = {
        "name": FrozenMap(person_names(contrib, notes, (*path, "name"))),
        "group": FrozenMap(group_names(contrib, notes, (*path, "group"))),
        **_orcid(contrib, notes, path),
        **_roles(contrib, notes, path),
        "degree": FrozenMap(_in_languages(contrib, "degrees", notes, (*path, "degree"))),
        "email": _email(contrib, author_notes, notes, path),
        "corresponding": _is_yes(contrib, "corresp") or bool(_rids(contrib, "corresp")),
        "equal_contribution": _is_equal(contrib, author_notes),
        "affiliations": _affiliations(contrib, affiliations),
    }
    for xref in contrib.take_all("xref"):
        if xref.attributes.get("ref-type") != "aff" or not xref.attributes.get("rid"):
            xref.pass_over()
    written = {name: value for name, value in values.items() if value}
    return Contributor(**written) if kind is None else Contributor(kind=kind, **written)


def _lift_from_collabs(contrib: JatsElement) -> None:
    """Moves the address and the affiliations of a group out of its name."""
    for collab in contrib.find("collab"):
        moved = [*collab.find("email", "address", "xref", "aff")]
        collab.content = [one for one in collab.content if one not in moved]
        contrib.content += moved


def _is_yes(contrib: JatsElement, name: str) -> bool:
    """Whether an attribute is ``yes``. Another value than ``no`` is not read."""
    written = contrib.attributes.get(name, "").strip().lower()
    if written in ("yes", "no"):
        contrib.attribute(name)
    return written == "yes"


def _is_equal(contrib: JatsElement, author_notes: AuthorNotes) -> bool:
    return _is_yes(contrib, "equal-contrib") or any(
        rid in author_notes.equal for rid in _rids(contrib, "fn")
    )


def _rids(contrib: JatsElement, kind: str) -> list[str]:
    """The ids that a contributor refers to with ``xref``; affiliations also with ``@rid``."""
    found = [
        rid
        for xref in contrib.find("xref")
        if xref.attributes.get("ref-type") == kind
        for rid in xref.attributes.get("rid", "").split()
    ]
    own = contrib.attributes.get("rid", "").split() if kind == "aff" else []
    return list(dict.fromkeys((*found, *own)))


def _affiliations(contrib: JatsElement, affiliations: FoundAffiliations) -> tuple[str, ...]:
    own = affiliations.take_all(contrib)
    known = affiliations.by_xml_id
    rids = _rids(contrib, "aff")
    referred = [known[rid] for rid in rids if rid in known]
    if all(rid in known for rid in contrib.attributes.get("rid", "").split()):
        contrib.attribute("rid")
    for xref in contrib.find("xref"):
        rid = xref.attributes.get("rid", "").split()
        if xref.attributes.get("ref-type") == "aff" and all(one in known for one in rid):
            xref.pass_over()
    return tuple(dict.fromkeys((*referred, *own)))


def _orcid(contrib: JatsElement, notes: ReaderNotes, path: Path) -> dict[str, Any]:
    """The ORCID iD as written, and whether its owner confirmed it."""
    for element in _identifiers(contrib):
        written = element.line_of_text or element.attributes.get("xlink:href", "").strip()
        kind = element.attributes.get("contrib-id-type", "").strip().lower()
        if kind == "orcid" or (kind == "" and orcid_url(written)):
            notes.record((*path, "orcid"), element)
            is_confirmed = element.attributes.get("authenticated", "").strip().lower() == "true"
            element.pass_over()
            return {"orcid": written, "orcid_authenticated": is_confirmed}
    return {}


def _identifiers(contrib: JatsElement) -> Iterator[JatsElement]:
    return contrib.find("contrib-id", "ext-link", "uri")


def _in_languages(
    contrib: JatsElement, name: str, notes: ReaderNotes, path: Path
) -> dict[str, str]:
    """The elements with a name, joined in each language."""
    read: dict[str, list[str]] = {}
    for element in contrib.take_all(name):
        tag = language_of(element)
        if text := line(element, notes, (*path, tag)):
            read.setdefault(tag, []).append(text)
    return {tag: ", ".join(texts) for tag, texts in read.items()}


def _roles(contrib: JatsElement, notes: ReaderNotes, path: Path) -> dict[str, Any]:
    """The CRediT roles, and the position in each language."""
    credit_roles: list[str] = []
    for element in contrib.find("role"):
        role = _credit_role(element)
        if role is not None:
            notes.record((*path, "credit_roles", len(credit_roles)), element)
            credit_roles += [role] if role not in credit_roles else []
            element.pass_over()
            text = element.line_of_text
            if role in CREDIT_ROLES and text and _key(text) != role:
                value = shortened(text)
                params = {"name": "contrib/role", "times": "1", "value": value}
                notes.warn("jats-value-unread", (*path, "credit_roles"), element, **params)
    position = _in_languages(contrib, "role", notes, (*path, "position"))
    return {"credit_roles": tuple(credit_roles), "position": FrozenMap(position)}


def _credit_role(element: JatsElement) -> str | None:
    """The CRediT role of a ``role``, or its text if CRediT has no such role; None if it does not
    name CRediT."""
    names = ("vocab", "vocab-identifier", "vocab-term-identifier", "content-type")
    said = [element.attributes.get(name, "") for name in names]
    if not any(CREDIT.search(one) for one in said):
        return None
    identifier = element.attributes.get("vocab-term-identifier", "").rstrip("/")
    named = (
        identifier.rpartition("/")[2],
        element.attributes.get("vocab-term", ""),
        element.attributes.get("content-type", "").rstrip("/").rpartition("/")[2],
        element.line_of_text,
    )
    text = element.line_of_text or None
    return next((key for key in map(_key, named) if key in CREDIT_ROLES), text)


def _key(written: str) -> str:
    """The code of a CRediT role from its title."""
    return "-".join(filter(None, _WORDS.split(written.lower().replace("&", " "))))


def _email(
    contrib: JatsElement, author_notes: AuthorNotes, notes: ReaderNotes, path: Path
) -> str | None:
    """The contributor's e-mail address; else the only one of an address that only they refer to."""
    around = (contrib, *contrib.take_all("address"))
    own = [one for each in around for one in each.find("email")]
    corresps = [
        author_notes.corresps[rid]
        for rid in _rids(contrib, "corresp")
        if rid in author_notes.corresps
    ]
    for corresp in corresps:
        emails = list(corresp.find("email"))
        if own:
            for email in emails:
                if email.line_of_text == own[0].line_of_text:
                    email.pass_over()
        elif len(emails) == 1 and author_notes.uses[corresp.attributes["id"].strip()] == 1:
            own = emails
    for element in own[:1]:
        element.is_taken = True
        return line(element, notes, (*path, "email"))
    return None


def _end_corresp(element: JatsElement) -> None:
    """Marks an address as read if it contains only addresses that were read."""
    element.is_taken = True
    for label in element.take_all("label", "sup"):
        label.pass_over()
    if _LABEL.fullmatch(element.own_text):
        element.is_text_taken = True

"""Funding, licenses, relations and Crossmark data of a record."""

from __future__ import annotations

import re
from typing import Final

from jatsx.standards.identifiers import bare_doi
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.works.elements import (
    iso_date,
    made,
    marked,
    moved_all,
    text_of,
)

UNSPECIFIED: Final = "unspecified"
"""The value of a version or type that the deposit does not give."""

_HYPHEN_LETTER = re.compile(r"-([a-z])")


def funding_program(work: SourceNode) -> SourceNode:
    """``fr:program``: a group for each funder."""
    return made("fr:program", work, *map(_fundgroup, work.take_all("funder")))


def license_program(work: SourceNode) -> SourceNode:
    """``ai:program``: the licenses."""
    return made("ai:program", work, *map(_license, work.take_all("license")))


def relation_program(work: SourceNode) -> SourceNode:
    """``rel:program``: the related works that the record itself names."""
    relation = work.take("relation")
    found = [item for kind in (relation.children if relation else ()) for item in _items(kind)]
    return made("rel:program", work, *found)


def crossmark(work: SourceNode) -> SourceNode | None:
    """``crossmark``: policy, domains, updates and assertions."""
    domain = work.take("content-domain")
    for technical in domain.take_all("crossmark-restriction") if domain else ():
        technical.pass_over()
    policy = work.take("update-policy")
    domains = moved_all(domain, "domain", "domain") if domain else []
    around = [made("crossmark_domain", one, one) for one in domains]
    return made(
        "crossmark",
        work,
        made("crossmark_policy", policy, bare_doi(policy.take_line() or "")) if policy else None,
        made("crossmark_domains", work, *around),
        made("updates", work, *map(_update, work.take_all("update-to"))),
        made("custom_metadata", work, *filter(None, map(_assertion, work.take_all("assertion")))),
    )


def _fundgroup(source: SourceNode) -> SourceNode:
    for technical in source.take_all("doi-asserted-by"):
        technical.pass_over()
    doi = text_of(source, "DOI")
    for id in source.find_all("id"):
        if doi and (id.whole_text == doi or doi in id.whole_text):
            id.pass_over()
    identifier = _assertion_of("funder_identifier", source, doi)
    name = _assertion_of("funder_name", source, text_of(source, "name"), identifier)
    numbers = source.take_all("award")
    awards = (_assertion_of("award_number", one, one.take_line()) for one in numbers)
    group = _assertion_of("fundgroup", source, name or identifier, *awards)
    return group or made("fr:assertion", source)


def _assertion_of(
    name: str, source: SourceNode, *content: SourceNode | str | None
) -> SourceNode | None:
    """``fr:assertion``; None if it has no content."""
    inside = [part for part in content if part is not None]
    return made("fr:assertion", source, *inside, attributes={"name": name}) if inside else None


def _license(source: SourceNode) -> SourceNode:
    version = text_of(source, "content-version")
    attributes = {
        "applies_to": None if version == UNSPECIFIED else version,
        "start_date": iso_date(source, "start"),
    }
    for technical in source.take_all("delay-in-days"):
        technical.pass_over()
    return made("ai:license_ref", source, text_of(source, "URL"), attributes=attributes)


def _items(kind: SourceNode) -> list[SourceNode]:
    """The related works of one type: a ``rel:related_item`` for each.

    ``asserted-by`` is ``subject`` if this record names the relation, else ``object``.
    """
    asserted = kind.find("asserted-by")
    if asserted and asserted.whole_text == "object":
        return []
    kind.is_taken = True
    for technical in kind.take_all("asserted-by"):
        technical.pass_over()
    attributes = {
        "relationship-type": _HYPHEN_LETTER.sub(lambda found: found[1].upper(), kind.name),
        "identifier-type": text_of(kind, "id-type"),
    }
    work = made("rel:inter_work_relation", kind, text_of(kind, "id"), attributes=attributes)
    return [made("rel:related_item", kind, work)]


def _update(source: SourceNode) -> SourceNode:
    for technical in source.take_all("label", "source", "record-id"):
        technical.pass_over()
    attributes = {"type": text_of(source, "type"), "date": iso_date(source, "updated")}
    return made("update", source, text_of(source, "DOI"), attributes=attributes)


def _assertion(source: SourceNode) -> SourceNode | None:
    for technical in source.take_all("order", "label", "group"):
        technical.pass_over()
    value = source.take("value")
    made_of = marked(value, "assertion") if value else None
    if made_of is not None:
        made_of.attributes["name"] = text_of(source, "name") or ""
    return made_of

"""What is asked of a relation to another work. Its words are asked for with the vocabularies."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Relation
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule


@rule(
    "relation-target-missing",
    Level.WARNING,
    message="Nothing says which work the relation {type} leads to.",
    hint="Write the other work's DOI under doi, or its address under url.",
)
def target_missing(relation: Relation) -> Iterator[Fault]:
    """A related work has a DOI, or an address where it has none.

    A relation is a link between two identifiers: a title alone leads nowhere.

    Source: Crossref documentation, "Relationships"; JATS ``related-article``.

    Good:

        type: translation-of
        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        type: translation-of
        title: {ru: Возвратная миграция}
    """
    if not (relation.doi or "").strip() and not (relation.url or "").strip():
        yield fault("doi", type=relation.type)

"""Rules on related works. Their types are checked in :mod:`jatsx.rules.text.vocabularies`."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Relation
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule


@rule(
    "relation-target-missing",
    Level.WARNING,
    message="The related work ({type}) has no DOI and no URL.",
    hint="Add the DOI of the other work under `doi`, or its URL under `url`.",
)
def target_missing(relation: Relation) -> Iterator[Fault]:
    """A related work has a DOI or a URL.

    A relation links two identifiers. A title is not enough to find the other work.

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

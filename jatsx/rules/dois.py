"""What is asked of DOIs, of whatever they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from jatsx.checks import Fault, Rule
from jatsx.findings import Level
from jatsx.identifiers import bare_doi, is_doi
from jatsx.model import Article, Award, Issue, Journal, Reference, Relation
from jatsx.rules.faults import fault


class HasDoi(Protocol):
    """A part of the model that may have a DOI."""

    @property
    def doi(self) -> str | None: ...


def doi_form(part: HasDoi) -> Iterator[Fault]:
    """A DOI is written bare: ``10.``, the registrant's number, a slash and a suffix.

    Neither ``doi:`` nor ``https://doi.org/`` belongs to it: formats add what they need.

    Source: ISO 26324; the DOI Handbook.

    Good:

        doi: 10.5555/irilj.2024.106.2

    Bad:

        doi: https://doi.org/10.5555/irilj.2024.106.2
    """
    if part.doi and not is_doi(part.doi):
        bare = bare_doi(part.doi)
        yield fault("doi", doi=part.doi, example=bare if is_doi(bare) else "10.5555/example")


_MESSAGE = "{doi} is not written as a DOI."
_HINT = "Write it from 10. on, without spaces: {example}."

RULES: Final = (
    Rule("journal-doi-form", Level.ERROR, Journal, doi_form, _MESSAGE, _HINT),
    Rule("issue-doi-form", Level.ERROR, Issue, doi_form, _MESSAGE, _HINT),
    Rule("article-doi-form", Level.ERROR, Article, doi_form, _MESSAGE, _HINT),
    Rule("award-doi-form", Level.ERROR, Award, doi_form, _MESSAGE, _HINT),
    Rule("relation-doi-form", Level.ERROR, Relation, doi_form, _MESSAGE, _HINT),
    Rule("reference-doi-form", Level.WARNING, Reference, doi_form, _MESSAGE, _HINT),
)

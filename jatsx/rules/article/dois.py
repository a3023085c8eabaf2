"""What is asked of DOIs, of whatever they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Protocol

from jatsx.findings.finding import Level
from jatsx.model import Article, Award, Issue, Journal, Reference, Relation
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, Rule
from jatsx.standards.identifiers import bare_doi, is_doi

_HYPHENATED = re.compile(r"10\.1016/j\.[a-z]+-[a-z]+\.\d", re.IGNORECASE)


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


def doi_broken(part: HasDoi) -> Iterator[Fault]:
    """A DOI isn't broken by the end of a line, nor does it carry the stop of its sentence.

    Where print broke it, a hyphen was left inside; a stop or comma at its end is the sentence's.
    Hyphens are part of many DOIs: told is one at the end, and one inside the journal's code of an
    Elsevier DOI, which has none.

    Source: DOI Handbook, 2.2; the journals' printed issues: 10.1016/j.eu-ras.2018.08.001.

    Good:

        doi: 10.1016/j.euras.2018.08.001

    Bad:

        doi: 10.1016/j.eu-ras.2018.08.001
    """
    doi = bare_doi(part.doi) if part.doi else ""
    if doi.endswith(("-", ".", ",", ";", ":")) or _HYPHENATED.match(doi):
        yield fault("doi", doi=doi)


_MESSAGE = "{doi} is not written as a DOI."
_HINT = "Write it from 10. on, without spaces: {example}."

_BROKEN_MESSAGE = "The DOI {doi} seems to be broken by the end of a line or a sentence."
_BROKEN_HINT = "Open it at doi.org, and delete the hyphen or stop that doesn't belong to it."

RULES: Final = (
    Rule("journal-doi-form", Level.ERROR, Journal, doi_form, _MESSAGE, _HINT),
    Rule("issue-doi-form", Level.ERROR, Issue, doi_form, _MESSAGE, _HINT),
    Rule("article-doi-form", Level.ERROR, Article, doi_form, _MESSAGE, _HINT),
    Rule("award-doi-form", Level.ERROR, Award, doi_form, _MESSAGE, _HINT),
    Rule("relation-doi-form", Level.ERROR, Relation, doi_form, _MESSAGE, _HINT),
    Rule("reference-doi-form", Level.WARNING, Reference, doi_form, _MESSAGE, _HINT),
    Rule("article-doi-broken", Level.WARNING, Article, doi_broken, _BROKEN_MESSAGE, _BROKEN_HINT),
    Rule(
        "reference-doi-broken",
        Level.WARNING,
        Reference,
        doi_broken,
        _BROKEN_MESSAGE,
        _BROKEN_HINT,
    ),
)

"""Rules on DOIs: of the journal, issue, article, awards, related works and references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.findings.translation import N_
from jatsx.model import Article, Award, Issue, Journal, Reference, Relation
from jatsx.rules.common import fault, without_odd_characters
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_identifiers import certain_doi
from jatsx.standards.identifiers import bare_doi, is_doi

HYPHENATED: Final = re.compile(r"10\.1016/j\.[a-z]+-[a-z]+\.\d", re.IGNORECASE)
"""A DOI of Elsevier with a hyphen in the code of the journal, which never has one."""

_FORM: Final = N_("{doi} is not a valid DOI.")
_FORM_HINT: Final = N_("Write it starting with 10. and without spaces: {example}.")

_BROKEN: Final = N_(
    "The DOI {doi} contains a character from a line break or the end of a sentence."
)
_BROKEN_HINT: Final = N_(
    "Open it at doi.org, and delete the hyphen or punctuation mark that does not belong to it."
)


@rule("journal-doi-form", Level.ERROR, message=_FORM, hint=_FORM_HINT, mends=True)
def journal_doi_form(journal: Journal) -> Iterator[Fault]:
    """The journal's DOI starts with ``10.``, without ``doi:`` or ``https://doi.org/``.

    A DOI is ``10.``, the registrant's number, a slash and a suffix. A format that needs the full
    URL adds ``https://doi.org/`` itself.

    Source: ISO 26324; the DOI Handbook.

    Good:

        doi: 10.5555/irilj

    Bad:

        doi: https://doi.org/10.5555/irilj
    """
    yield from _malformed(journal.doi)


@rule("issue-doi-form", Level.ERROR, message=_FORM, hint=_FORM_HINT, mends=True)
def issue_doi_form(issue: Issue) -> Iterator[Fault]:
    """The issue's DOI starts with ``10.``, without ``doi:`` or ``https://doi.org/``.

    A DOI is ``10.``, the registrant's number, a slash and a suffix. A format that needs the full
    URL adds ``https://doi.org/`` itself.

    Source: ISO 26324; the DOI Handbook.

    Good:

        doi: 10.5555/irilj.2024.106.2

    Bad:

        doi: https://doi.org/10.5555/irilj.2024.106.2
    """
    yield from _malformed(issue.doi)


@rule("article-doi-form", Level.ERROR, message=_FORM, hint=_FORM_HINT, mends=True)
def article_doi_form(article: Article) -> Iterator[Fault]:
    """The article's DOI starts with ``10.``, without ``doi:`` or ``https://doi.org/``.

    A DOI is ``10.``, the registrant's number, a slash and a suffix. A format that needs the full
    URL adds ``https://doi.org/`` itself.

    Source: ISO 26324; the DOI Handbook.

    Good:

        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        doi: https://doi.org/10.5555/irilj.2024.106.2.02
    """
    yield from _malformed(article.doi)


@rule("award-doi-form", Level.ERROR, message=_FORM, hint=_FORM_HINT, mends=True)
def award_doi_form(award: Award) -> Iterator[Fault]:
    """The DOI of an award starts with ``10.``, without ``doi:`` or ``https://doi.org/``.

    Funders register DOIs for their awards. The award number is a separate field.

    Source: ISO 26324; Crossref, grant registration.

    Good:

        number: AP19676366
        doi: 10.5555/grant.19676366

    Bad:

        number: AP19676366
        doi: doi:10.5555/grant.19676366
    """
    yield from _malformed(award.doi)


@rule("relation-doi-form", Level.ERROR, message=_FORM, hint=_FORM_HINT, mends=True)
def relation_doi_form(relation: Relation) -> Iterator[Fault]:
    """The DOI of a related work starts with ``10.``, without ``doi:`` or ``https://doi.org/``.

    Registries use this DOI to link the two works.

    Source: ISO 26324; the DOI Handbook.

    Good:

        type: correction-of
        doi: 10.5555/irilj.2024.106.2.02

    Bad:

        type: correction-of
        doi: https://doi.org/10.5555/irilj.2024.106.2.02
    """
    yield from _malformed(relation.doi)


@rule("reference-doi-form", Level.WARNING, message=_FORM, hint=_FORM_HINT, mends=True)
def reference_doi_form(reference: Reference) -> Iterator[Fault]:
    """The DOI of a reference starts with ``10.``, without ``doi:`` or ``https://doi.org/``.

    A DOI is ``10.``, the registrant's number, a slash and a suffix. A format that needs the full
    URL adds ``https://doi.org/`` itself.

    Source: ISO 26324; the DOI Handbook.

    Good:

        text: {en: "Fazal S. Return migration. 2022."}
        doi: 10.1016/j.euras.2018.08.001

    Bad:

        text: {en: "Fazal S. Return migration. 2022."}
        doi: https://doi.org/10.1016/j.euras.2018.08.001
    """
    yield from _malformed(reference.doi)


@rule("article-doi-broken", Level.WARNING, message=_BROKEN, hint=_BROKEN_HINT)
def article_doi_broken(article: Article) -> Iterator[Fault]:
    """The article's DOI has no hyphen from a line break and no punctuation mark at its end.

    If a printed line breaks inside a DOI, a hyphen is easily copied with it. A full stop or comma
    at the end usually belongs to the sentence. Many DOIs contain hyphens, so the rule reports only
    a hyphen at the end, and a hyphen in the journal code of an Elsevier DOI, which never has one.

    Source: DOI Handbook, 2.2; the journals' printed issues: 10.1016/j.eu-ras.2018.08.001.

    Good:

        doi: 10.1016/j.euras.2018.08.001

    Bad:

        doi: 10.1016/j.eu-ras.2018.08.001
    """
    yield from _broken(article.doi)


@rule("reference-doi-broken", Level.WARNING, message=_BROKEN, hint=_BROKEN_HINT)
def reference_doi_broken(reference: Reference) -> Iterator[Fault]:
    """The DOI of a reference has no hyphen from a line break and no punctuation mark at its end.

    If a printed line breaks inside a DOI, a hyphen is easily copied with it. A full stop or comma
    at the end usually belongs to the sentence. Many DOIs contain hyphens, so the rule reports only
    a hyphen at the end, and a hyphen in the journal code of an Elsevier DOI, which never has one.

    Source: DOI Handbook, 2.2; the journals' printed issues: 10.1016/j.eu-ras.2018.08.001.

    Good:

        doi: 10.1016/j.euras.2018.08.001

    Bad:

        doi: 10.1016/j.eu-ras.2018.08.001
    """
    yield from _broken(reference.doi)


def _malformed(doi: str | None) -> Iterator[Fault]:
    if doi and not is_doi(without_odd_characters(doi)):
        bare = bare_doi(doi)
        example = bare if is_doi(bare) else "10.5555/example"
        yield fault("doi", doi=doi, example=example).with_mends(
            mended("doi", doi, certain_doi(doi))
        )


def _broken(written: str | None) -> Iterator[Fault]:
    doi = bare_doi(written) if written else ""
    if doi.endswith(("-", ".", ",", ";", ":")) or HYPHENATED.match(doi):
        yield fault("doi", doi=doi)

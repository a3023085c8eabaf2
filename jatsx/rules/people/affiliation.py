"""What is asked of an affiliation."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Affiliation, Article
from jatsx.rules.common import fault, repeated
from jatsx.rules.engine import Fault, rule
from jatsx.standards.identifiers import has_ror_check_digits, ror_url
from jatsx.standards.languages import is_country_code


@rule(
    "affiliation-id-duplicate",
    Level.ERROR,
    message="Two affiliations have the id {id}.",
    hint="Give each affiliation an id of its own.",
)
def id_duplicate(article: Article) -> Iterator[Fault]:
    """No two affiliations have one id.

    A contributor couldn't say which of them is meant.

    Source: JATS Tag Library 1.3, ``aff/@id``: an id stands once in a document.

    Good:

        affiliations:
          - {id: kaznu, institution: {en: Al-Farabi Kazakh National University}}
          - {id: dku, institution: {en: Kazakh-German University}}

    Bad:

        affiliations:
          - {id: dku, institution: {en: Al-Farabi Kazakh National University}}
          - {id: dku, institution: {en: Kazakh-German University}}
    """
    for position, id in repeated(affiliation.id for affiliation in article.affiliations):
        yield fault(("affiliations", position, "id"), id=id)


@rule(
    "affiliation-id-unused",
    Level.WARNING,
    message="No contributor has the affiliation {id}.",
    hint="Add its id to the affiliations of those who work there, or remove it.",
)
def id_unused(article: Article) -> Iterator[Fault]:
    """Some contributor works at each affiliation.

    One that nobody names is often a forgotten link between author and institution.

    Source: JATS4R, Authors and affiliations: authors are linked to their affiliations.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}, affiliations: [dku]}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]

    Bad:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]
    """
    used = {id for contributor in article.contributors for id in contributor.affiliations}
    for position, affiliation in enumerate(article.affiliations):
        if affiliation.id not in used:
            yield fault(("affiliations", position), id=affiliation.id)


@rule(
    "affiliation-ror-form",
    Level.ERROR,
    message="{ror} is no ROR id.",
    hint="Look the institution up at ror.org and copy its id: https://ror.org/05gq02987.",
)
def ror_form(affiliation: Affiliation) -> Iterator[Fault]:
    """A ROR id is 0, six letters or digits and two digits, mostly with its address before it.

    Registries link an institution's works by it; another number would be nobody's.

    Source: ROR, "ROR identifier pattern".

    Good:

        ror: https://ror.org/05gq02987

    Bad:

        ror: grid.40263.33
    """
    if affiliation.ror and ror_url(affiliation.ror) is None:
        yield fault("ror", ror=affiliation.ror)


@rule(
    "affiliation-ror-checksum",
    Level.WARNING,
    message="The ROR id {ror} has wrong check digits.",
    hint="Look the institution up at ror.org and copy its id.",
)
def ror_checksum(affiliation: Affiliation) -> Iterator[Fault]:
    """The last two digits of a ROR id are its check digits.

    Wrong ones mean a slip: the id is nobody's, or another institution's.

    Source: ROR, "ROR identifier pattern"; ISO 7064, MOD 97-10.

    Good:

        ror: https://ror.org/05gq02987

    Bad:

        ror: https://ror.org/05gq02978
    """
    ror = affiliation.ror
    if ror and ror_url(ror) and not has_ror_check_digits(ror):
        yield fault("ror", ror=ror)


@rule(
    "affiliation-country-unknown",
    Level.ERROR,
    message="{country} is no country code.",
    hint=(
        "Write the two capital letters of ISO 3166-1: {example}. The country's name goes under"
        " country_name."
    ),
)
def country_unknown(affiliation: Affiliation) -> Iterator[Fault]:
    """The country is a code of two capital letters; its name stands under ``country_name``.

    Formats tell the country's name in a language of theirs from the code.

    Source: ISO 3166-1 alpha-2.

    Good:

        country: KZ

    Bad:

        country: Kazakhstan
    """
    country = affiliation.country
    if country and not is_country_code(country):
        capitals = country.strip().upper()
        example = capitals if is_country_code(capitals) else "KZ"
        yield fault("country", country=country, example=example)

"""Rules on affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Affiliation, Article
from jatsx.rules.common import fault, odd_characters, repeated
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_identifiers import certain_ror
from jatsx.standards.identifiers import has_ror_check_digits, ror_url
from jatsx.standards.languages import country_named, is_country_code


@rule(
    "affiliation-id-duplicate",
    Level.ERROR,
    message="Two affiliations have the same id: {id}.",
    hint="Give each affiliation its own id.",
)
def id_duplicate(article: Article) -> Iterator[Fault]:
    """Each affiliation of an article has its own id.

    Contributors refer to affiliations by id. If two affiliations have the same id, it is unclear
    which one is meant.

    Source: JATS Tag Library 1.3, ``aff/@id``: an id is unique in a document.

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
    message="The affiliation {id} is not used by any contributor.",
    hint="Add {id} to the `affiliations` of the people who work there, or remove the affiliation.",
)
def id_unused(article: Article) -> Iterator[Fault]:
    """Each affiliation is used by at least one contributor.

    An unused affiliation often means that the link between an author and an institution is missing.

    Source: JATS4R, Authors and affiliations: authors are linked to their affiliations.

    Good:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}, affiliations: [dku]}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]

    Bad:

        contributors: [{name: {en: {family: Burnashev, given: Rustam}}}]
        affiliations: [{id: dku, institution: {en: Kazakh-German University}}]
    """
    used = {id for contributor in article.contributors for id in contributor.affiliations}
    if used - {affiliation.id for affiliation in article.affiliations}:
        return  # an id that no affiliation has: it may be meant for one that is not used
    for position, affiliation in enumerate(article.affiliations):
        if affiliation.id not in used:
            yield fault(("affiliations", position), id=affiliation.id)


@rule(
    "affiliation-ror-form",
    Level.ERROR,
    message="{ror} is not a valid ROR ID.",
    hint=(
        "Find the institution at ror.org and copy its ROR ID, for example"
        " https://ror.org/05gq02987."
    ),
    mends=True,
)
def ror_form(affiliation: Affiliation) -> Iterator[Fault]:
    """A ROR ID is 0, six letters or digits and two digits, with or without https://ror.org/.

    Registries use the ROR ID to link works to institutions. With an invalid ID, the link is
    missing.

    Source: ROR, "ROR identifier pattern".

    Good:

        ror: https://ror.org/05gq02987

    Bad:

        ror: grid.40263.33
    """
    ror = affiliation.ror
    if ror and ror_url(ror) is None and not odd_characters(ror):
        yield fault("ror", ror=ror).with_mends(mended("ror", ror, certain_ror(ror)))


@rule(
    "affiliation-ror-checksum",
    Level.WARNING,
    message="The ROR ID {ror} has wrong check digits.",
    hint="Find the institution at ror.org and copy its ROR ID.",
)
def ror_checksum(affiliation: Affiliation) -> Iterator[Fault]:
    """The ROR ID has valid check digits.

    The last two digits are calculated from the rest of the ID. Wrong check digits mean that the ID
    was mistyped: it belongs to no institution or to another one.

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
    message="{country} is not a valid country code.",
    hint=(
        "Use the two-letter code of ISO 3166-1, for example {example}. Write the name of the"
        " country under `country_name`."
    ),
    mends=True,
)
def country_unknown(affiliation: Affiliation) -> Iterator[Fault]:
    """The country is a code of two capital letters (ISO 3166-1 alpha-2).

    Formats can derive the name of the country from the code. Write the printed name under
    ``country_name``.

    Source: ISO 3166-1 alpha-2.

    Good:

        country: KZ

    Bad:

        country: Kazakhstan
    """
    country = affiliation.country
    if country and not is_country_code(country):
        capitals = country.strip().upper()
        mends = mended("country", country, capitals if is_country_code(capitals) else None)
        example = _meant(country, affiliation) or "KZ"
        yield fault("country", country=country, example=example).with_mends(mends)


def _meant(country: str, affiliation: Affiliation) -> str | None:
    """The code that a text probably means: a code in other letters, or a country's name."""
    capitals = country.strip().upper()
    if is_country_code(capitals):
        return capitals
    texts = (affiliation.institution, affiliation.city, affiliation.country_name)
    languages = dict.fromkeys(("kk", "ru", "en", *(tag for text in texts for tag in text)))
    return country_named(country, tuple(languages))

"""Rules that compare the affiliations of an article, or a country's name with its code."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Affiliation, Article
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.languages import is_country_code, other_country_named


@rule(
    "affiliation-place-repeated",
    Level.WARNING,
    message="The affiliations {other} and {id} are the same.",
    hint="Keep one of them, and use its id for everyone who works there.",
)
def repeated(article: Article) -> Iterator[Fault]:
    """No two affiliations are the same except for their ids.

    Printed articles often repeat an institution for each author. In the data, all authors of an
    institution share one affiliation.

    Source: JATS4R, Authors and affiliations: each affiliation is tagged once.

    Good:

        affiliations: [{id: a1, institution: {en: KazNU}}, {id: a2, institution: {en: DKU}}]

    Bad:

        affiliations: [{id: a1, institution: {en: DKU}}, {id: a2, institution: {en: DKU}}]
    """
    first: dict[Affiliation, str] = {}
    for n, affiliation in enumerate(article.affiliations):
        bare = affiliation.model_copy(update={"id": ""})
        other = first.setdefault(bare, affiliation.id)
        if other != affiliation.id and bare:
            yield fault(("affiliations", n), id=affiliation.id, other=other)


@rule(
    "affiliation-country-differs",
    Level.WARNING,
    message="The country code {code} does not match the country name “{name}”.",
    hint="Correct the code or the name. The code of “{name}” is {other}.",
)
def country_differs(affiliation: Affiliation) -> Iterator[Fault]:
    """The name of the country matches its code.

    The name is compared with the country names in Unicode CLDR. Names that are not in CLDR, and
    names next to an invalid code, are not checked.

    Source: ISO 3166-1 alpha-2; Unicode CLDR, territory names.

    Good:

        id: a1
        country: KZ
        country_name: {en: Kazakhstan, ru: Республика Казахстан}

    Bad:

        id: a1
        country: KG
        country_name: {en: Kazakhstan}
    """
    code = affiliation.country or ""
    for language, name in affiliation.country_name.items() if is_country_code(code) else ():
        other = other_country_named(name.strip(), language, code)
        if other:
            yield fault(("country_name", language), name=name, code=code, other=other)

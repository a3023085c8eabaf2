"""What is asked of affiliations among themselves, and of the country that they name."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Affiliation, Article
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.standards.languages import country_name, is_country_code, other_country_named


@rule(
    "affiliation-place-repeated",
    Level.WARNING,
    message="The affiliation {id} is the same as {other}.",
    hint="Keep one, and give its id to everybody who works there.",
)
def repeated(article: Article) -> Iterator[Fault]:
    """No two affiliations are the same but for their ids.

    Print numbers an institution anew for each author; here the authors share one.

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
    message="The code {code} is {named}'s, and the name is “{name}”.",
    hint="Correct one of the two; the code of {name} is {other}.",
)
def country_differs(affiliation: Affiliation) -> Iterator[Fault]:
    """The country's printed name isn't that of another country than its code.

    The names are compared with those of CLDR; one that CLDR doesn't know is left alone, and so is
    any beside a code that is none.

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
            named = country_name(code, "en") or code
            yield fault(("country_name", language), name=name, code=code, named=named, other=other)

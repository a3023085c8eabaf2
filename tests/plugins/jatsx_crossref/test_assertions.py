"""What schema 5.5.0 asserts of contributors, as jatsx asks it.

That the schema as published says the same is asked in ``tests/exhaustive``.
"""

from __future__ import annotations

import pytest
from lxml import etree

from jatsx.validation import validate
from jatsx.validation.schema import SchemaError
from jatsx_crossref.schemas import SCHEMAS

from .deposits import described, exported

NAMES = "<given_name>А</given_name><surname>Б</surname>"


def person(inside: str = "", attributes: str = "") -> str:
    """``person_name``, with what follows the name, and with attributes."""
    return f"<person_name {attributes}>{NAMES}{inside}</person_name>"


AUTHOR = 'contributor_role="author"'
SOFTWARE = '<role vocab="credit" type="software"/>'
INSTITUTION = "<institution><institution_name>А</institution_name></institution>"

GOOD = {
    "contributor_role": person(attributes=AUTHOR),
    "a role of Crossref's": person('<role vocab="crossref" type="author"/>'),
    "a role of CRediT's": person(SOFTWARE),
    "both, and two roles": person(
        SOFTWARE + '<role vocab="crossref" type="corresponding-author"/>',
        f'sequence="first" {AUTHOR}',
    ),
    "space around the values": person('<role vocab=" credit " type=" software "/>'),
    "an organization needs no role": "<organization>А</organization>",
    "nobody needs no role": "<anonymous/>",
    "nobody with a role": '<anonymous><role vocab="crossref" type="other"/></anonymous>',
    "a comment": person(f"<!-- and -->{SOFTWARE}"),
}
BAD = {
    "no role": person(),
    "no role, but a sequence": person(attributes='sequence="first"'),
    "the second has no role": person(attributes=AUTHOR) + person(),
    "an empty contributor_role": person(attributes='contributor_role=""'),
    "an unknown contributor_role": person(attributes='contributor_role="cook"'),
    "a role without a type": person('<role vocab="credit"/>'),
    "a role without a type, of Crossref's": person('<role vocab="crossref"/>'),
    "a role without a vocabulary": person('<role type="author"/>'),
    "an empty type": person('<role vocab="credit" type=""/>'),
    "nobody with a bad role": '<anonymous><role vocab="credit" type="author"/></anonymous>',
    "the second role is bad": person(SOFTWARE + '<role vocab="credit" type="author"/>', AUTHOR),
    "a role of one's own": person("<role>cook</role>"),
    "a role after the affiliation": person(f"<affiliations>{INSTITUTION}</affiliations>{SOFTWARE}"),
    "a person without a surname": person(attributes=AUTHOR).replace("surname", "given_name"),
    "a language that isn't one": person(attributes=f'{AUTHOR} language="ru-Latn"'),
}


def context(contributors: str) -> bytes:
    """The minimal deposit with these contributors."""
    inside = f"</titles><contributors>{contributors}</contributors><publication_date"
    return exported(described({})).compact.replace("</titles><publication_date", inside).encode()


def schema_errors(document: bytes) -> tuple[SchemaError, ...]:
    return validate(document, SCHEMAS["5.5.0"])


@pytest.mark.parametrize("contributors", GOOD.values(), ids=GOOD)
def test_good_documents(contributors: str) -> None:
    assert schema_errors(context(contributors)) == ()


@pytest.mark.parametrize("contributors", BAD.values(), ids=BAD)
def test_bad_documents(contributors: str) -> None:
    assert schema_errors(context(contributors)) != ()


@pytest.mark.parametrize(
    ("case", "culprits"),
    [
        ("no role", ["person_name"]),
        ("the second has no role", ["person_name"]),
        ("the second role is bad", ["role"]),
        ("nobody with a bad role", ["role"]),
    ],
)
def test_an_error_leads_to_the_culprit(case: str, culprits: list[str]) -> None:
    document = context(BAD[case])
    found = [
        at(etree.fromstring(document), schema_error) for schema_error in schema_errors(document)
    ]
    assert [etree.QName(element).localname for element in found] == culprits
    assert all(element.getnext() is None for element in found)


def at(root: etree._Element, schema_error: SchemaError) -> etree._Element:
    """The element complained of, or whose attribute is."""
    for position in schema_error.path:
        if isinstance(position, int):
            root = [child for child in root if isinstance(child.tag, str)][position]
    return root

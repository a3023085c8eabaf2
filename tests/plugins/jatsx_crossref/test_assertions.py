"""Schema 5.5.0 as jatsx asks it, against the same schema as published, by a judge of XSD 1.1."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

import jatsx_xsd
from jatsx.model import Article
from jatsx.validation import validate
from jatsx.validation.schema import SchemaError
from jatsx_crossref.assertions import ROLES
from jatsx_crossref.schemas import ADDRESSES, SCHEMAS

from .deposits import HERE, POLICY, described, exported, read_yaml

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
TYPES = [*sorted(ROLES["crossref"] | ROLES["credit"]), "cook"]
CROSSED = [
    person(f'<role vocab="{vocab}" type="{kind}"/>')
    for vocab, kind in product(["crossref", "credit", "other"], TYPES)
]


@pytest.fixture(scope="session")
def published() -> xmlschema.XMLSchema11:
    """The schema as published, byte for byte. It takes some seconds."""
    folder = Path(jatsx_xsd.__file__).parent / "crossref"
    namespaces = ("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/1998/Math/MathML")
    places = zip(namespaces, ADDRESSES.values(), strict=True)
    return xmlschema.XMLSchema11(
        str(folder / "crossref5.5.0.xsd"),
        locations=[(namespace, str(folder / file)) for namespace, file in places],
        allow="local",
    )


def context(contributors: str) -> bytes:
    """The minimal deposit with these contributors."""
    inside = f"</titles><contributors>{contributors}</contributors><publication_date"
    return exported(described({})).compact.replace("</titles><publication_date", inside).encode()


def schema_errors(document: bytes) -> tuple[SchemaError, ...]:
    return validate(document, SCHEMAS["5.5.0"])


@pytest.mark.parametrize("contributors", GOOD.values(), ids=GOOD)
def test_good_documents(published: xmlschema.XMLSchema11, contributors: str) -> None:
    document = context(contributors)
    assert published.is_valid(document.decode())
    assert schema_errors(document) == ()


@pytest.mark.parametrize("contributors", BAD.values(), ids=BAD)
def test_bad_documents(published: xmlschema.XMLSchema11, contributors: str) -> None:
    document = context(contributors)
    assert not published.is_valid(document.decode())
    assert schema_errors(document) != ()


@pytest.mark.parametrize("contributors", CROSSED)
def test_each_type_in_each_vocabulary(published: xmlschema.XMLSchema11, contributors: str) -> None:
    document = context(contributors)
    assert published.is_valid(document.decode()) == (schema_errors(document) == ())


@pytest.mark.parametrize("options", [{}, {"crossmark_policy": POLICY}])
def test_the_rich_article_is_valid_by_the_published_schema(
    published: xmlschema.XMLSchema11, options: dict[str, str]
) -> None:
    article = Article.model_validate(read_yaml(HERE / "rich.yaml"))
    assert list(published.iter_errors(exported(article, options).xml.decode())) == []


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


EXAMPLES = sorted(HERE.parent.parent.glob("examples/goldens/*/*/crossref/*.xml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem + "-" + path.parts[-3])
def test_the_examples_goldens(published: xmlschema.XMLSchema11, path: Path) -> None:
    assert published.is_valid(str(path))


def test_the_examples_have_goldens() -> None:
    assert len(EXAMPLES) == 13

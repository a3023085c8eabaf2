"""Schema 5.5.0 as jatsx asks it, against the same schema as published, by a judge of XSD 1.1."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import xmlschema

import jatsx_xsd
from jatsx.model import Article
from jatsx_crossref.assertions import ROLES
from jatsx_crossref.schemas import ADDRESSES
from tests.conftest import ROOT
from tests.plugins.jatsx_crossref.deposits import HERE, POLICY, exported, read_yaml
from tests.plugins.jatsx_crossref.test_assertions import BAD, GOOD, context, person, schema_errors

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


def test_good_and_bad_documents(published: xmlschema.XMLSchema11) -> None:
    documents = {name: context(one) for name, one in (GOOD | BAD).items()}
    valid = [name for name, one in documents.items() if published.is_valid(one.decode())]
    assert valid == list(GOOD)


def test_each_type_in_each_vocabulary(published: xmlschema.XMLSchema11) -> None:
    for contributors in CROSSED:
        document = context(contributors)
        assert published.is_valid(document.decode()) == (schema_errors(document) == ()), (
            contributors
        )


@pytest.mark.parametrize("options", [{}, {"crossmark_policy": POLICY}])
def test_the_rich_article_is_valid_by_the_published_schema(
    published: xmlschema.XMLSchema11, options: dict[str, str]
) -> None:
    article = Article.model_validate(read_yaml(HERE / "rich.yaml"))
    assert list(published.iter_errors(exported(article, options).xml.decode())) == []


EXAMPLES = sorted((ROOT / "tests" / "examples" / "goldens").glob("*/*/*/crossref/*.xml"))


def test_the_examples_goldens(published: xmlschema.XMLSchema11) -> None:
    assert len(EXAMPLES) == 13
    assert [path for path in EXAMPLES if not published.is_valid(str(path))] == []

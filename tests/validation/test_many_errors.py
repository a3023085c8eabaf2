"""Of many errors in a document, the first hundred are explained and the others counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from jatsx.validation import validate
from jatsx.validation.many_errors import MOST_EXPLAINED
from jatsx.validation.schema import Schema
from tests.growth import MOST, call_growth, time_growth

DTD = "<!ELEMENT a (c?, b*)><!ELEMENT b (#PCDATA)><!ELEMENT c (#PCDATA)><!ATTLIST b n CDATA ''>"
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a">
    <xs:complexType><xs:sequence><xs:element name="b" type="xs:int" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element></xs:schema>"""
RNG = """<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">
    <zeroOrMore><element name="b"><text/></element></zeroOrMore></element>"""
JSON = '{"additionalProperties": {"type": "integer"}}'
SCHEMAS = {"dtd": DTD, "xsd": XSD, "xsd11": XSD, "rng": RNG, "json": JSON}

WRONG: Final[dict[str, Callable[[int], bytes]]] = {
    "dtd": lambda n: b"<a>" + b"".join(b"<w%d>x</w%d>\n" % (i, i) for i in range(n)) + b"</a>",
    "dtd, an attribute": lambda n: b"<a>" + b'<b wrong="1">x</b>\n' * n + b"</a>",
    "dtd, in its children": lambda n: b"<a>" + b"<b><c/></b>\n" * n + b"</a>",
    "dtd, out of order": lambda n: b"<a>" + b"<b/><c/>\n" * (n // 2) + b"</a>",
    "xsd": lambda n: b"<a>" + b"<b>x</b>\n" * n + b"</a>",
    "xsd11": lambda n: b"<a>" + b"<b>x</b>\n" * n + b"</a>",
    "rng": lambda n: b"<a>" + b"<b x='1'/>\n" * n + b"</a>",
    "json": lambda n: json.dumps({f"k{i}": "x" for i in range(n)}).encode(),
}
"""Documents with many errors against each kind of schema."""


def schema(folder: Path, name: str) -> Schema:
    kind = name.partition(",")[0]
    (folder / "s").write_text(SCHEMAS[kind])
    made: Schema = getattr(Schema, kind)(folder, "s")
    return made


@pytest.mark.parametrize("name", ["dtd", "dtd, an attribute", "xsd", "xsd11", "json"])
def test_the_first_hundred_are_explained_and_the_others_counted(tmp_path: Path, name: str) -> None:
    count = 1_000
    *explained, last = validate(WRONG[name](count), schema(tmp_path, name))
    assert MOST_EXPLAINED - 1 <= len(explained) <= MOST_EXPLAINED
    assert (last.kind, last.path, last.line) == ("errors-more", (), None)
    total = count + (name == "dtd")  # and one about the children of the root
    assert int(last.params["count"]) == total - MOST_EXPLAINED


def test_the_wrong_elements_of_a_large_document_are_counted(tmp_path: Path) -> None:
    *explained, last = validate(WRONG["dtd"](10_000), schema(tmp_path, "dtd"))
    assert [one.params["name"] for one in explained[:3]] == ["w0", "w1", "w2"]
    assert [one.line for one in explained[:3]] == [1, 2, 3]
    assert int(last.params["count"]) == 10_001 - MOST_EXPLAINED


def test_a_large_document_without_errors_is_valid(tmp_path: Path) -> None:
    document = b"<a><c/>" + b'<b n="1">x</b>' * 10_000 + b"</a>"
    assert validate(document, schema(tmp_path, "dtd")) == ()


@pytest.mark.parametrize("name", WRONG)
def test_twice_the_errors_take_twice_the_calls(tmp_path: Path, name: str) -> None:
    made = schema(tmp_path, name)
    assert call_growth(lambda n: validate(WRONG[name](n), made), 300) <= MOST


@pytest.mark.parametrize("name", ["dtd", "dtd, in its children"])
def test_twice_the_wrong_elements_take_twice_the_time(tmp_path: Path, name: str) -> None:
    """libxml2 counts the siblings of an element with an error, which no count of calls shows."""
    made = schema(tmp_path, name)
    assert time_growth(lambda n: validate(WRONG[name](n), made), 5_000) <= MOST

"""The unofficial schema: what eLIBRARY's explanations forbid is refused, though its schema isn't
as strict; and what a check has against a document is led to the field that made it.

A case takes the file that says everything, puts ``xml`` in the place of what ``at`` finds first,
removes what ``without`` finds, and names what the error holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import pytest
from lxml import etree

from jatsx import Element
from jatsx.documents.content import content_bytes, origin
from jatsx.validation import validate
from tests.testing.rich import rich_article

from .exporting import HERE, SCHEMA, described, exported, loaded

CASES: Final[Mapping[str, Mapping[str, str]]] = {
    f"{kind}: {case['name']}": {**case, "kind": kind}
    for kind, cases in loaded(HERE / "schema.yaml").items()
    for case in cases
}
GOOD: Final = {name: case for name, case in CASES.items() if case["kind"] == "taken"}
BAD: Final = {name: case for name, case in CASES.items() if case["kind"] != "taken"}


@pytest.fixture(scope="module")
def everything() -> bytes:
    """The file of the article that says everything."""
    content = content_bytes(exported(rich_article(), options={"pages": "1-96"}))
    assert validate(content, SCHEMA) == ()
    return content


@pytest.mark.parametrize("case", GOOD.values(), ids=GOOD)
def test_it_is_taken(case: Mapping[str, str], everything: bytes) -> None:
    assert validate(changed(everything, case), SCHEMA) == ()


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_it_is_refused(case: Mapping[str, str], everything: bytes) -> None:
    schema_errors = validate(changed(everything, case), SCHEMA)
    assert schema_errors
    said = " ".join(f"{one.detail} {one.path[-1:]}" for one in schema_errors)
    assert case.get("says", "") in said
    by_check = any(not one.kind for one in schema_errors)
    assert by_check == (case["kind"] == "checked")


def changed(content: bytes, case: Mapping[str, str]) -> bytes:
    """The file with what a case puts in the place of something."""
    root = etree.fromstring(content)
    found: Any = root.xpath(case["at"])
    first, parent = found[0], found[0].getparent()
    others: Any = root.xpath(case.get("without", "nothing"))
    for other in others:
        other.getparent().remove(other)
    inside = etree.fromstring(f"<r>{case.get('xml', '')}</r>")
    at = parent.index(first)
    parent[at : at + 1] = list(inside)
    return etree.tostring(root, encoding="UTF-8")


def test_the_schema_says_that_it_is_unofficial() -> None:
    schema = files("jatsx_rsci") / "rsci-unofficial.xsd"
    assert b"UNOFFICIAL" in schema.read_bytes()[:400]


LED: Final[Mapping[str, tuple[dict[str, Any], dict[str, str], str]]] = {
    "no number at eLIBRARY": ({}, {"titleid": ""}, "issue.journal.formats.rsci.titleid"),
    "a number that is none": ({}, {"titleid": "x"}, "issue.journal.formats.rsci.titleid"),
    "pages of the option": ({}, {"pages": "96 pages"}, "issue.journal.formats.rsci.pages"),
    "no journal title": ({"issue": {"journal": {"title": {}}}}, {}, "issue.journal.title"),
    "no year": ({"issue": {"year": "MMXXIV"}}, {}, "issue.year"),
    "no volume or number": ({"issue": {"number": ""}}, {}, "issue.number"),
    "no pages": ({"pages": {"first": "", "last": ""}}, {}, "pages.first"),
    "pages of both kinds": ({"pages": {"first": "S1"}}, {}, "pages.first"),
    "no title": ({"title": {}}, {}, "title"),
}


@pytest.mark.parametrize("name", LED)
def test_an_error_is_led_to_its_field(name: str) -> None:
    given, options, field = LED[name]
    document = exported(described(given), options=options)
    assert isinstance(document.content, Element)
    found = validate(content_bytes(document), SCHEMA)
    assert [origin(document.content, one.path) for one in found] == [field]

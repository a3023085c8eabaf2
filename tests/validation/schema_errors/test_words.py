"""The words for what a schema reports: of every kind, once, and bounded in their search."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from jatsx.findings.formatting import placeholders
from jatsx.findings.messages import MESSAGES
from jatsx.validation import validate
from jatsx.validation.content_models import document_contents
from jatsx.validation.json_errors import KINDS as JSON_KINDS
from jatsx.validation.kinds import KINDS, RANKS
from jatsx.validation.locate import locate_errors
from jatsx.validation.schema import Schema, SchemaError
from jatsx.validation.xml_errors import choices
from tests.findings.params import words_beyond
from tests.pipeline.formats import CULPRIT, JSON, exported, fmt, stumbling

TYPE_NAMES = {*dir(etree.ErrorTypes), *dir(etree.RelaxNGErrorTypes)}


def test_libxml2_has_each_of_these_errors() -> None:
    assert set(KINDS) - TYPE_NAMES == set()


def test_each_kind_has_its_sentence() -> None:
    kinds = {*KINDS.values(), *JSON_KINDS.values(), *RANKS}
    assert [kind for kind in sorted(kinds) if f"document-{kind}" not in MESSAGES] == []


def test_each_sentence_about_a_value_names_the_format_and_the_place() -> None:
    sentences = {
        code: frozenset[str]().union(*map(placeholders, (*message.sentences, *message.hints)))
        for code, message in MESSAGES.items()
        if code.startswith("document-value-")
    }
    assert [code for code, names in sentences.items() if not {"format", "name"} <= names] == []


# Several faults of one element


def schema(folder: Path, kind: str, text: str) -> Schema:
    (folder / f"n.{kind}").write_text(text)
    made: Schema = getattr(Schema, kind)(folder, f"n.{kind}")
    return made


DTD = "<!ELEMENT a (b,c?,d,e*,f)><!ELEMENT b EMPTY><!ELEMENT c EMPTY><!ELEMENT d EMPTY>"
DTD += "<!ELEMENT e EMPTY><!ELEMENT f EMPTY>"
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a">
    <xs:complexType><xs:sequence><xs:element name="b"/><xs:element name="c" minOccurs="0"/>
    <xs:element name="d"/><xs:element name="e" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="f"/></xs:sequence></xs:complexType></xs:element></xs:schema>"""
RNG = """<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><element name="b"><empty/>
    </element><optional><element name="c"><empty/></element></optional><element name="d"><empty/>
    </element><zeroOrMore><element name="e"><empty/></element></zeroOrMore><element name="f">
    <empty/></element></element>"""
SCHEMAS = {"dtd": DTD, "xsd": XSD, "rng": RNG}
FAULTS: dict[str, list[str]] = {
    "bdf": [],
    "bcdeef": [],
    "df": ["b is missing"],
    "bf": ["d is missing"],
    "bd": ["f is missing"],
    "bcf": ["d is missing"],
    "b": ["d is missing", "f is missing"],
    "f": ["b is missing", "d is missing"],
    "bbdf": ["part-repeated at 1"],
    "bddf": ["part-repeated at 2"],
    "bdff": ["part-repeated at 3"],
    "bdfd": ["part-repeated at 3"],
    "bxdf": ["part-unexpected at 1"],
    "xbdf": ["part-unexpected at 0"],
    "bdfx": ["part-unexpected at 3"],
    "bdcf": ["part-misplaced at 2"],
    "bdfe": ["part-misplaced at 3"],
    "bfd": ["part-misplaced at 2"],
    "fbd": ["part-misplaced at 0"],
    "bxdyf": ["part-unexpected at 1", "part-unexpected at 3"],
    "bbdff": ["part-repeated at 1", "part-repeated at 4"],
    "": ["b is missing", "d is missing", "f is missing"],
}


@pytest.mark.parametrize("kind", SCHEMAS)
@pytest.mark.parametrize("children", FAULTS)
def test_the_children_at_fault_are_found(tmp_path: Path, kind: str, children: str) -> None:
    document = f"<a>{''.join(f'<{name}/>' for name in children)}</a>".encode()
    found = validate(document, schema(tmp_path, kind, SCHEMAS[kind]))
    assert [said(one) for one in found] == FAULTS[children]


def said(schema_error: SchemaError) -> str:
    if schema_error.kind == "part-missing":
        return f"{schema_error.path[-1]} is missing"
    return f"{schema_error.kind} at {schema_error.path[-1]}"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_search_leaves_the_document_as_it_was(tmp_path: Path, kind: str) -> None:
    """What is read once more is the same: the second error is that of the whole."""
    document = b"<a><!-- one --><d/>two<f/></a>"
    first, second = (validate(document, schema(tmp_path, kind, SCHEMAS[kind])) for _ in range(2))
    assert first == second


def test_a_search_ends_when_the_schema_was_asked_often_enough() -> None:
    root = etree.fromstring("<a><d/><f/></a>")
    compiled = etree.XMLSchema(etree.fromstring(XSD))
    for tries in range(4):
        found = list(locate_errors(document_contents(compiled, root, (), tries)))
        assert [one.kind for one in found] == ["content-unfit" if tries < 2 else "part-missing"]
    assert [child.tag for child in root] == ["d", "f"]


@pytest.mark.parametrize("count", [100, 400])
def test_a_big_document_costs_no_more_to_explain_than_is_reasonable(
    tmp_path: Path, count: int
) -> None:
    """However many of its elements are at fault, the children are looked for in a few."""
    many = XSD.replace(
        "</xs:schema>",
        '<xs:element name="z"><xs:complexType><xs:sequence><xs:element ref="a"'
        ' maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
    )
    document = b"<z>" + b"<a><d/><f/></a>" * count + b"</z>"
    found = validate(document, schema(tmp_path, "xsd", many))
    explained = [one for one in found if one.kind != "errors-more"]
    assert len(explained) == 100
    searched = [one for one in found if one.kind == "part-missing"]
    assert len(searched) == 20


# JSON

VALUES: dict[str, tuple[str, str, list[tuple[str, tuple[object, ...]]]]] = {
    "one of several shapes": (
        '{"anyOf": [{"type": "string"}, {"type": "object", "required": ["b"]}]}',
        "{}",
        [("part-missing", ("b",))],
    ),
    "a key that another asks for": (
        '{"dependentRequired": {"a": ["b", "c"]}}',
        '{"a": 1, "c": 2}',
        [("part-missing", ("b",))],
    ),
    "two keys missing": (
        '{"required": ["a", "b"]}',
        "{}",
        [("part-missing", ("a",)), ("part-missing", ("b",))],
    ),
    "keys that are unknown": (
        '{"properties": {"a": {}}, "patternProperties": {"^x-": {}},'
        ' "additionalProperties": false}',
        '{"a": 1, "x-y": 2, "b": 3, "c": 4}',
        [("part-unexpected", ("b",)), ("part-unexpected", ("c",))],
    ),
    "an item that is missing": (
        '{"contains": {"properties": {"type": {"const": "doi"}}, "required": ["type"]}}',
        '[{"type": "url"}]',
        [("part-missing", ("doi",))],
    ),
    "an item that is missing and has no name": (
        '{"contains": {"type": "string"}}',
        "[1]",
        [
            ("part-missing", ()),
        ],
    ),
    "items that are the same": ('{"uniqueItems": true}', "[1, 1]", [("items-repeated", ())]),
    "too many items": ('{"maxItems": 1}', "[1, 2]", [("items-many", ())]),
    "a number": ('{"maximum": 1}', "2", [("value-large", ())]),
    "what has no word": ('{"not": {"type": "string"}}', '"x"', [("", ())]),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_json_value_is_told_in_a_word(tmp_path: Path, name: str) -> None:
    text, document, expected = VALUES[name]
    found: Any = validate(document.encode(), schema(tmp_path, "json", text))
    assert [(one.kind, one.path) for one in found] == expected
    assert [words_beyond(one.params, text, document) for one in found] == [set()] * len(found)


# What a plugin's own checks say


def test_a_check_of_a_plugin_speaks_for_itself(tmp_path: Path) -> None:
    def check(_: Any) -> list[SchemaError]:
        return [SchemaError("the title is too good", ("title",))]

    def make(*_: object) -> Any:
        from jatsx import Document, Sourced, json_object

        return [Document("x.json", json_object({"title": Sourced("x", "title.en")}))]

    strict = Schema.json(JSON.folder, JSON.name, checks=(check,))
    result = exported(tmp_path, fmt(stumbling(make), schema=strict))
    (finding,) = result.of(CULPRIT)
    assert (finding.code, finding.field) == ("document-invalid", "title.en")
    assert finding.params["detail"] == "the title is too good"


ALIKE = {"pdf": "application/pdf", "russian": "ru", "journal-article": "journal_article"}


@pytest.mark.parametrize("value", ALIKE)
def test_of_very_many_allowed_values_those_are_shown_that_are_most_like(value: str) -> None:
    many = [f"zz{n}" for n in range(1_000)]
    params = choices([*many, "application/pdf", "ru", "journal_article", "en"], value)
    assert list(params) == ["similar"]
    assert params["similar"].startswith(f"{ALIKE[value]}, ")
    assert len(params["similar"]) < 100


def test_of_few_allowed_values_all_are_shown() -> None:
    assert choices(["yes", "no"], "maybe") == {"choices": "yes, no"}

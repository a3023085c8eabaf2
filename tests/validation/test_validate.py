"""Documents against schemas of each kind, with nothing opened but the schema's folder."""

from __future__ import annotations

import re
import sys
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import ClassVar

import pytest
from lxml import etree

from jatsx.findings.formatting import placeholders
from jatsx.findings.messages import MESSAGES
from jatsx.validation import validate
from jatsx.validation.kinds import OF_CHECKS
from jatsx.validation.schema import PackageMissing, Schema, SchemaError, SchemaLoader

HERE = {
    "n.dtd": "<!ELEMENT a (b*)><!ELEMENT b (#PCDATA)>",
    "n.rng": """<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">
        <zeroOrMore><element name="b"><text/></element></zeroOrMore></element>""",
    "n.xsd": """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:include schemaLocation="part/b.xsd"/>
        <xs:element name="a"><xs:complexType><xs:sequence>
        <xs:element ref="b" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType></xs:element></xs:schema>""",
    "part/b.xsd": """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="b" type="xs:string"/></xs:schema>""",
    "n.xsd11": """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:include schemaLocation="part/b.xsd"/>
        <xs:element name="a"><xs:complexType><xs:sequence>
        <xs:element ref="b" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence><xs:attribute name="most" type="xs:int"/>
        <xs:assert test="not(@most) or count(b) le @most"/></xs:complexType></xs:element>
        </xs:schema>""",
    "n.json": '{"type": "array", "items": {"type": "object", "required": ["b"]}}',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "part").mkdir()
    for name, text in HERE.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def schema(folder: Path, kind: str) -> Schema:
    made: Schema = getattr(Schema, kind)(folder, f"n.{kind}")
    return made


XML = ("dtd", "xsd", "rng", "xsd11")
DOCUMENTS: dict[str, tuple[bytes, bool]] = {
    "valid": (b"<a><b>x</b></a>", True),
    "valid, with a byte-order mark": (b"\xef\xbb\xbf<a/>", True),
    "another root": (b"<c/>", False),
    "a child too many": (b"<a><c/></a>", False),
    "ill-formed": (b"<a>", False),
    "empty": (b"", False),
    "no XML": (b"\x00\xff", False),
    "a reference to nothing": (b"<a>&x;</a>", False),
}


@pytest.mark.parametrize("kind", XML)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_valid_or_isnt(folder: Path, kind: str, name: str) -> None:
    document, is_valid = DOCUMENTS[name]
    assert (validate(document, schema(folder, kind)) == ()) is is_valid


@pytest.mark.parametrize("kind", XML)
def test_an_error_leads_to_its_element(folder: Path, kind: str) -> None:
    document = b"<a>\n<!-- x --><b/>\n<b>\n<c/></b></a>"
    paths = {one.path for one in validate(document, schema(folder, kind))}
    assert paths & {(1,), (1, 0)}


VALUES: dict[str, tuple[bytes, list[tuple[str, tuple[object, ...], int | None]]]] = {
    "valid": (b'[{"b": 1}]', []),
    "invalid": (b'[{"b": 1}, {}]', [("'b' is a required property", (1, "b"), None)]),
    "no UTF-8": (b'["\xff"]', [("not UTF-8: byte 2 cannot be read", (), None)]),
    "ill-formed": (b"[\n", [("not well-formed JSON: Expecting value", (), 2)]),
    "deep": (b"[" * 100_000, [("nested too deeply", (), None)]),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_valid_or_isnt(folder: Path, name: str) -> None:
    document, schema_errors = VALUES[name]
    found = validate(document, schema(folder, "json"))
    assert [(one.detail, one.path, one.line) for one in found] == schema_errors


@pytest.mark.parametrize(("document", "asked"), [(b"<a/>", 1), (b"<c/>", 0), (b"<a>", 0)])
def test_a_check_is_asked_of_what_the_schema_passed(
    folder: Path, document: bytes, asked: int
) -> None:
    seen: list[str] = []

    def check(root: etree._Element) -> list[SchemaError]:
        seen.append(str(root.tag))
        return [SchemaError("no")]

    schema_errors = validate(document, Schema.dtd(folder, "n.dtd", checks=(check,)))
    assert len(seen) == asked
    assert (schema_errors == (SchemaError("no"),)) is bool(asked)


@pytest.mark.parametrize("kind", OF_CHECKS)
def test_a_kind_of_warnings_has_a_message_of_its_params(kind: str) -> None:
    message = MESSAGES[f"document-{kind}"]
    used = frozenset[str]().union(*map(placeholders, (*message.sentences, *message.hints)))
    assert used - {"format"} == set(re.findall(r"\w+(?=})", OF_CHECKS[kind]))


# What would look elsewhere

LAUGHS = b"<!DOCTYPE a [<!ENTITY x0 'xxxxxxxxxx'>%s]><a><b>&x9;</b></a>" % b"".join(
    b"<!ENTITY x%d '%s'>" % (n, b"&x%d;" % (n - 1) * 10) for n in range(1, 10)
)


@pytest.mark.parametrize("kind", XML)
def test_a_document_opens_no_file(folder: Path, kind: str) -> None:
    """An error would show what stands in a file that the document names."""
    (folder / "other").write_text("<secret/>")
    address = (folder / "other").as_uri()
    document = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]><a><c/>&x;</a>'
    schema_errors = validate(document.encode(), schema(folder, kind))
    assert schema_errors
    assert not any("secret" in one.detail for one in schema_errors)


@pytest.mark.parametrize("kind", XML)
def test_entities_dont_grow(folder: Path, kind: str) -> None:
    validate(LAUGHS, schema(folder, kind))


ELEVEN: dict[str, tuple[bytes, str, tuple[str | int, ...]]] = {
    "an assertion": (b'<a most="1">\n<b/><b/></a>', "", ()),
    "an unknown child": (b"<a><b/><!-- --><c/></a>", "part-unexpected", (1,)),
    "a value of another type": (b'<a most="x"/>', "", ()),
}


@pytest.mark.parametrize("name", ELEVEN)
def test_a_schema_1_1_complains(folder: Path, name: str) -> None:
    document, kind, path = ELEVEN[name]
    schema_error, *_ = validate(document, schema(folder, "xsd11"))
    assert (schema_error.kind, schema_error.path, schema_error.line) == (kind, path, 1)


def test_a_schema_1_1_tells_what_is_missing(folder: Path) -> None:
    text = HERE["n.xsd11"].replace(' minOccurs="0"', "")
    (folder / "n.xsd11").write_text(text)
    (schema_error,) = validate(b"<a/>", schema(folder, "xsd11"))
    assert (schema_error.kind, schema_error.path) == ("part-missing", ("b",))


def test_a_schema_1_1_needs_a_package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xmlschema", None)
    with pytest.raises(PackageMissing, match=r"pip install 'jatsx\[xsd11\]'"):
        validate(b"<a/>", schema(folder, "xsd11"))


@pytest.mark.parametrize("kind", ["xsd", "xsd11"])
@pytest.mark.parametrize(
    "location",
    [
        "missing.xsd",
        "http://example.org/x.xsd",
        "../outside.xsd",
        "/etc/hosts",
        "file:///etc/hosts",
    ],
)
def test_a_schema_imports_from_its_folder_alone(folder: Path, location: str, kind: str) -> None:
    inner = folder / "part"
    (folder / "outside.xsd").write_text(HERE["part/b.xsd"])
    text = HERE["n.xsd"].replace("part/b.xsd", location)
    (inner / "n.xsd").write_text(text)
    made: Schema = getattr(Schema, kind)(inner, "n.xsd")
    with pytest.raises(LookupError, match="which is not in its folder"):
        validate(b"<a/>", made)


@pytest.mark.parametrize("kind", ["xsd", "xsd11"])
def test_an_address_may_stand_for_a_file(folder: Path, kind: str) -> None:
    address = "http://example.org/b.xsd"
    (folder / "n.xsd").write_text(HERE["n.xsd"].replace("part/b.xsd", address))

    class Loader(SchemaLoader):
        addresses: ClassVar = {address: "part/b.xsd"}

    made: Schema = getattr(Schema, kind)(folder, "n.xsd", loader=Loader())
    assert validate(b"<a/>", made) == ()


def test_a_loader_chooses_a_variant_for_a_document(folder: Path) -> None:
    class Loader(SchemaLoader):
        def variant(self, document: bytes, *, explain: bool) -> str:
            return "" if b"<!-- whole -->" in document or explain else "numbers"

        def read(self, folder: Traversable, name: str, variant: str) -> bytes:
            content = super().read(folder, name, variant)
            return content.replace(b"xs:string", b"xs:integer") if variant else content

    made = Schema.xsd(folder, "n.xsd", loader=Loader())
    assert validate(b"<a><b>x</b></a>", made, explain=False)
    assert validate(b"<a><b>x</b><!-- whole --></a>", made, explain=False) == ()


def test_an_interrupted_schema_is_not_a_broken_one(folder: Path) -> None:
    """lxml forgets the exception of a signal that arrives while a schema reads its imports."""

    class Interrupted(SchemaLoader):
        def read(self, folder: Traversable, name: str, variant: str) -> bytes:
            if name != "n.xsd":
                raise KeyboardInterrupt
            return super().read(folder, name, variant)

    schema = Schema.xsd(folder, "n.xsd", loader=Interrupted())
    with pytest.raises(KeyboardInterrupt):
        validate(b"<a/>", schema)


def test_a_loader_may_change_a_file_as_it_is_read(folder: Path) -> None:
    """So it can leave out what XSD 1.0 doesn't know."""
    (folder / "n.xsd").write_text(HERE["n.xsd"].replace("</xs:sequence>", "</xs:sequence><x/>"))

    class Loader(SchemaLoader):
        def read(self, folder: Traversable, name: str, variant: str) -> bytes:
            return super().read(folder, name, variant).replace(b"<x/>", b"")

    with pytest.raises(etree.XMLSchemaParseError):
        validate(b"<a/>", Schema.xsd(folder, "n.xsd"))
    assert validate(b"<a/>", Schema.xsd(folder, "n.xsd", loader=Loader())) == ()


@pytest.mark.parametrize("kind", [*XML, "json"])
def test_a_long_error_is_cut(folder: Path, kind: str) -> None:
    name = "x" * 5_000
    document = f'[{{"{name}": 1}}]' if kind == "json" else f"<a><{name}/></a>"
    assert max(len(one.detail) for one in validate(document.encode(), schema(folder, kind))) <= 400

"""The base of readers of XML: what it passes on, and what it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pytest

from jatsx import UnreadableSource, XmlBuilder, XmlLimits

LIMITS = XmlLimits(held=20_000, depth=10, token=100_000, text=1_000)


class Titles(XmlBuilder):
    """Keeps the text of each element."""

    def __init__(self) -> None:
        super().__init__(LIMITS)
        self.found: list[tuple[str, int, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.hold_element(attributes)
        self.found.append((name, self.line, ""))

    def characters(self, text: str) -> None:
        name, line, before = self.found[-1]
        self.found[-1] = name, line, before + text


def parsed(xml: str | bytes) -> Titles:
    builder = Titles()
    for _ in builder.read(BytesIO(xml.encode() if isinstance(xml, str) else xml)):
        pass
    return builder


def test_names_have_their_namespace_and_lines_are_known() -> None:
    found = parsed('<a>\n<b xmlns="urn:x">Су</b>\n</a>').found
    assert found == [("a", 1, "\n"), ("urn:x}b", 2, "Су\n")]


def test_what_is_complete_is_passed_on_before_the_fault() -> None:
    builder = Titles()
    steps = builder.read(BytesIO(b"<a>" + b"<b/>\n" * 5))
    next(steps)
    assert len(builder.found) == 6
    next(steps)
    with pytest.raises(UnreadableSource, match="xml-file-truncated"):
        next(steps)


def test_elements_may_be_nested_to_the_limit() -> None:
    assert len(parsed("<a>" * 10 + "</a>" * 10).found) == 10


ATTRIBUTES = [f' b{n}="c"' for n in range(200)]
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "an empty file": ("", "file-empty"),
    "half a file": ("<a><b>", "xml-file-truncated"),
    "not well-formed": ("<a>\n<b></a>", "xml-file-syntax"),
    "windows-1251, undeclared": ("<a>Т</a>".encode("cp1251"), "xml-encoding-undeclared"),
    "no ASCII, as declared": (
        '<?xml version="1.0" encoding="US-ASCII"?><a>Т</a>'.encode("cp1251"),
        "xml-file-syntax",
    ),
    "an unknown encoding": ('<?xml version="1.0" encoding="x-y"?><a/>', "xml-encoding-unknown"),
    "declarations": ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "xml-doctype-declarations"),
    "an entity of a DTD": ('<!DOCTYPE a SYSTEM "a.dtd"><a>&b;</a>', "xml-entity-undefined"),
    "depth": ("<a>" * 11, "xml-nesting-depth"),
    "depth after others": ("<a>" + "<b/>" * 9 + "<c>" * 10, "xml-nesting-depth"),
    "a long tag": ("<a>" + "<!--" + "b" * 300_000, "xml-tag-length"),
    "a long text": ("<a>" + "b" * 2_000, "xml-text-length"),
    "many elements": ("<a>" + "<b/>" * 100, "xml-metadata-size"),
    "many attributes": (f"<a{''.join(ATTRIBUTES)}/>", "xml-metadata-size"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_one_error_with_its_line(name: str) -> None:
    xml, code = REFUSED[name]
    with pytest.raises(UnreadableSource) as refused:
        parsed(xml)
    assert refused.value.code == code
    assert refused.value.line is not None


def test_an_unknown_encoding_is_at_the_declaration() -> None:
    with pytest.raises(UnreadableSource) as refused:
        parsed('<?xml version="1.0" encoding="x-y"?>\n<a/>\n')
    assert refused.value.line == 1

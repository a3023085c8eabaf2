"""Elements as values, and the bytes they become; lxml is the oracle."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from lxml import etree

from jatsx.documents.xml import Child, Element, element, inline_markup, serialised
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import Text, parse_text
from tests.documents.making import made
from tests.strategies import legal_strings, texts

EMPTY: dict[str, tuple[Any, ...]] = {
    "nothing": (),
    "none": (None, None),
    "empty strings": ("", [""]),
    "spaces": (" ", "\n"),
    "an empty list": ([], ()),
    "elements that are none": ([element("b"), [element("b", None, "")]],),
}


@pytest.mark.parametrize("children", EMPTY.values(), ids=EMPTY)
def test_without_content_there_is_no_element(children: tuple[Any, ...]) -> None:
    assert element("a", {"x": "y"}, *children) is None
    assert made("a", {"x": "y"}, *children).tag == "a"


def test_children_are_flat_and_without_nothing() -> None:
    b = made("b")
    built = made("a", None, None, ["x", [b, None]], "", (child for child in ("y", b)))
    assert built.children == ("x", b, "y", b)


def test_an_element_doesnt_follow_the_attributes_it_was_made_of() -> None:
    attributes = {"n": "1"}
    built = made("a", attributes)
    attributes["n"] = "2"
    assert built.attributes == {"n": "1"}
    assert built == made("a", FrozenMap({"n": "1"}))


def test_attributes_that_are_none_are_left_out_and_empty_ones_kept() -> None:
    built = made("a", {"x": None, "y": "", "z": "1"})
    assert b'\n<a y="" z="1"/>\n' in serialised(built)
    assert b'<p>in <a y="" z="1"/></p>' in serialised(made("p", None, "in ", built))


def test_an_element_knows_its_field() -> None:
    assert made("a", field="title.en").field == "title.en"


# What is written

A = made("a")
WRITTEN: dict[str, tuple[Element, str]] = {
    "an empty element": (A, "<a/>"),
    "text": (made("a", None, " x "), "<a> x </a>"),
    "elements on lines of their own": (
        made("a", None, made("b", None, A), A),
        "<a>\n  <b>\n    <a/>\n  </b>\n  <a/>\n</a>",
    ),
    "mixed content as it is": (
        made("a", None, made("p", None, "x", made("b", None, A, A), A)),
        "<a>\n  <p>x<b><a/><a/></b><a/></p>\n</a>",
    ),
    "inline elements as they are": (
        made("p", None, Element("i", {}, ("x",), inline=True), A),
        "<p><i>x</i><a/></p>",
    ),
    "what XML keeps for itself": (
        made("a", {"x": "\"'<>&\n\t\r"}, "\"'<>&\n\t\r]]>"),
        '<a x="&quot;\'&lt;&gt;&amp;&#10;&#9;&#13;">"\'&lt;&gt;&amp;\n\t&#13;]]&gt;</a>',
    ),
    "any script": (made("a", {"x": "Қ"}, "漢😀"), '<a x="Қ">漢😀</a>'),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_document_is_written(name: str) -> None:
    root, body = WRITTEN[name]
    assert serialised(root).decode() == f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def test_a_doctype_stands_before_the_root() -> None:
    document = serialised(A, doctype='<!DOCTYPE a SYSTEM "a.dtd">').decode()
    assert document.endswith('?>\n<!DOCTYPE a SYSTEM "a.dtd">\n<a/>\n')


TAGS = st.sampled_from(("a", "b", "c"))
NAMES_OF_ATTRIBUTES = st.sampled_from(("x", "y", "xml:lang"))
ATTRIBUTES = st.dictionaries(NAMES_OF_ATTRIBUTES, legal_strings(6) | st.none(), max_size=2)


def elements() -> SearchStrategy[Element]:
    """Trees in which elements, running text and inline elements stand as they like."""
    leaves = st.builds(made, TAGS, ATTRIBUTES)
    return st.recursive(leaves, _around, max_leaves=15)


def _around(inner: SearchStrategy[Element]) -> SearchStrategy[Element]:
    children = st.lists(legal_strings(6).filter(bool) | inner, max_size=4).map(tuple)
    only_elements = st.lists(inner, max_size=3).map(tuple)
    inside, field, fields = children | only_elements, st.none(), st.none()
    return st.builds(Element, TAGS, ATTRIBUTES, inside, field, st.booleans(), fields)


@given(elements())
def test_lxml_reads_what_was_written(root: Element) -> None:
    assert_same(root, etree.fromstring(serialised(root)), is_running=False)


def assert_same(element: Element, parsed: etree._Element, *, is_running: bool) -> None:
    """The parsed element is the same; space was added around block elements alone."""
    assert parsed.tag == element.tag
    written = {_name(key): value for key, value in element.attributes.items() if value is not None}
    assert dict(parsed.items()) == written
    is_running = is_running or any(isinstance(one, str) or one.inline for one in element.children)
    strings, inner = _apart(element.children)
    found = [parsed.text or "", *(child.tail or "" for child in parsed)]
    assert found == strings if is_running else not "".join(found).strip(" \n")
    for child, parsed_child in zip(inner, parsed, strict=True):
        assert_same(child, parsed_child, is_running=is_running)


def _apart(children: tuple[Child, ...]) -> tuple[list[str], list[Element]]:
    """The strings before, between and after the elements, and the elements."""
    strings: list[str] = [""]
    inner: list[Element] = []
    for child in children:
        if isinstance(child, str):
            strings[-1] += child
        else:
            inner.append(child)
            strings.append("")
    return strings, inner


def _name(written: str) -> str:
    return written.replace("xml:", "{http://www.w3.org/XML/1998/namespace}")


# Markup

NAMES = {"i": "italic", "sub": "sub"}
MARKUP = {
    "": "",
    "a &lt; b": "a &lt; b",
    "a<i>b<sub>2</sub></i>c": "a<italic>b<sub>2</sub></italic>c",
    "a<b>b<i>c</i></b>d": "ab<italic>c</italic>d",
    '<math display="block"><mi>x</mi></math>': '<m:math display="block"><m:mi>x</m:mi></m:math>',
    "<tt><math></math></tt>": "<m:math/>",
}


@pytest.mark.parametrize("source", MARKUP)
def test_markup_takes_the_names_of_a_format(source: str) -> None:
    title = made("t", {"xmlns:m": "urn:m"}, inline_markup(parse_text(source), NAMES, "m:"))
    body = serialised(title).decode().partition("\n")[2].strip()
    expected = MARKUP[source]
    assert body == (f'<t xmlns:m="urn:m">{expected}</t>' if expected else '<t xmlns:m="urn:m"/>')


@given(texts())
def test_no_character_of_a_text_is_lost(text: Text) -> None:
    title = made("t", {"xmlns:mml": "urn:m"}, inline_markup(text, NAMES))
    root = etree.fromstring(serialised(made("r", None, title)))
    assert etree.tostring(root[0], method="text", encoding=str, with_tail=False) == text.plain

"""What becomes of each part of the model: a case is an entry of a file in cases/.

``article`` is merged into an article that says just enough to be valid; ``at`` is an XPath,
``xml`` all that it finds, ``lost`` all that is lost. Left out, they are nothing. A case for both
versions is compared without the attributes for groups of languages, which only 1.4 has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pytest
from lxml import etree

from tests.plugins.jatsx_jats.exporting import (
    HERE,
    NAMESPACES,
    exported,
    loaded,
    lost,
    parsed,
    schema_errors,
)

LEAST: Final = {
    "id": "01",
    "title": {"ru": "Статья"},
    "issue": {"journal": {"issn": {"print": "2434-561X"}}},
}
CASES: Final = [
    (case, version)
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for case in loaded(f"cases/{path.name}")
    for version in case.get("versions", ("1.3", "1.4"))
]


def test_there_are_cases() -> None:
    assert len(CASES) > 100


@pytest.mark.parametrize(
    ("case", "version"), CASES, ids=[f"{case['name']} [{version}]" for case, version in CASES]
)
def test_case(case: Mapping[str, Any], version: str) -> None:
    assert set(case) <= {"name", "versions", "article", "at", "xml", "lost"}
    document = exported(merged(LEAST, case["article"]), version)
    root = parsed(document) if "versions" in case else without_groups(parsed(document))
    found: Any = root.xpath(case["at"], namespaces=NAMESPACES)
    assert compact(found) == compact(expected(case.get("xml", "")))
    assert lost(document) == case.get("lost", {})
    assert schema_errors(document, version) == []


def without_groups(root: etree._Element) -> etree._Element:
    """A document without the attributes of groups of languages, which JATS 1.3 doesn't have."""
    groups = {str(element.get("lang-group")) for element in root.iter("*")}
    for element in root.iter("*"):
        if element.get("id") in groups:
            del element.attrib["id"]
        for name in ("lang-variant", "lang-group", "lang-focus"):
            if name in element.attrib:
                del element.attrib[name]
    return root


def merged(base: Any, over: Any) -> Any:
    """The one mapping over the other, at every depth; a title is replaced whole."""
    if not isinstance(base, Mapping) or not isinstance(over, Mapping) or "ru" in base:
        return over
    return {**base, **{key: merged(base.get(key), value) for key, value in over.items()}}


def expected(xml: str) -> Iterable[etree._Element]:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<r {declared}>{xml}</r>")


def compact(found: Iterable[Any]) -> list[str]:
    """Elements as strings, without the line breaks and spaces that only lay them out."""
    return [_canonical(node) if isinstance(node, etree._Element) else str(node) for node in found]


def _canonical(element: etree._Element) -> str:
    for node in element.iter():
        if _is_layout(node.text):
            node.text = None
        if node is not element and _is_layout(node.tail):
            node.tail = None
    canonical: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    return canonical.decode()


def _is_layout(text: str | None) -> bool:
    return text is not None and "\n" in text and not text.strip()

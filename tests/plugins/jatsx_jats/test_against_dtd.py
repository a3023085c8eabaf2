"""Our tables against the DTDs that they are taken from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from jatsx_jats.links import ID_TYPES
from jatsx_jats.texts import FULL, PLAIN, WITHOUT_MATH, WITHOUT_SCRIPTS, Slot
from jatsx_jats.version import VERSIONS
from tests.plugins.jatsx_jats.exporting import dtd

FULL_ELEMENTS: Final = (
    "article-title subtitle trans-title trans-subtitle subject title p source chapter-title "
    "mixed-citation italic bold underline sub sup sc monospace"
)
GROUPED: Final = (
    "title-group",
    "trans-title-group",
    "abstract",
    "trans-abstract",
    "kwd-group",
    "permissions",
    "publisher",
    "mixed-citation",
)
SLOTS: Final = [
    *((tag, FULL, version) for tag in FULL_ELEMENTS.split() for version in VERSIONS),
    *((tag, WITHOUT_MATH, version) for tag in ("kwd", "data-title") for version in VERSIONS),
    *(("copyright-statement", WITHOUT_MATH, version) for version in VERSIONS),
    *((tag, PLAIN, version) for tag in ("award-name", "issue-title") for version in VERSIONS),
    ("funding-statement", WITHOUT_MATH, "1.3"),
    ("funding-statement", WITHOUT_SCRIPTS, "1.4"),
]


@pytest.mark.parametrize(("tag", "slot", "version"), SLOTS)
def test_a_slot_takes_what_its_element_does(tag: str, slot: Slot, version: str) -> None:
    allowed = children(version, tag)
    assert allowed.keys() & set(FULL.elements.values()) == set(slot.elements.values())
    assert ("inline-formula" in allowed) is slot.has_math


@pytest.mark.parametrize("version", VERSIONS)
def test_kinds_of_id(version: str) -> None:
    assert choices(version, "article-id", "pub-id-type") == ID_TYPES | {"custom"}


@pytest.mark.parametrize("version", VERSIONS)
def test_what_sets_a_version_apart(version: str) -> None:
    ours = VERSIONS[version]
    assert ("content-language" in children(version, "article-meta")) is ours.has_content_language
    for name in GROUPED:
        groups = {"lang-variant", "lang-group", "lang-focus", "id"} <= {*attributes(version, name)}
        assert groups is ours.has_language_groups
    for name in ("permissions", "publisher"):
        assert ("lang" in attributes(version, name)) is ours.has_language_groups
    assert (children(version, "award-group")["award-name"] == "mult") is ours.repeats_award_name
    assert ours.license_version in attributes(version, "license_ref")


def declaration(version: str, name: str) -> Any:
    """How the DTD declares an element."""
    schema: Any = dtd(version)
    return next(element for element in schema.iterelements() if element.name == name)


def children(version: str, name: str) -> dict[str, str]:
    """The elements that an element may hold, and how often each."""
    return {node.name: node.occur for node in _nodes(declaration(version, name).content)}


def attributes(version: str, name: str) -> dict[str, list[str]]:
    """The attributes of an element, and the values of those that have a list."""
    return {each.name: each.values() for each in declaration(version, name).iterattributes()}


def choices(version: str, name: str, attribute: str) -> set[str]:
    """The values that an attribute may have."""
    return set(attributes(version, name)[attribute])


def _nodes(content: Any) -> Iterator[Any]:
    if content is None:
        return
    if content.type == "element":
        yield content
    yield from _nodes(content.left)
    yield from _nodes(content.right)

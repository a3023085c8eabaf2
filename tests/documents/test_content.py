"""What a part of an article becomes: elements, and what was lost on the way."""

from __future__ import annotations

import pytest

from jatsx.documents.loss import LANGUAGE_TAG_INVALID, Extent, Loss
from jatsx.documents.xml import Content, Element, element, partition, xml_lang
from tests.documents.making import made

B = made("b")
LOST = Loss("title", "no room")
OTHER = Loss("doi", "no such thing")


def test_where_nothing_is_lost_the_element_itself_is_returned() -> None:
    assert element("a", {"x": "1", "y": None}, B, field="title") == made(
        "a", {"x": "1", "y": None}, B, field="title"
    )


def test_what_was_lost_follows_the_element_in_order() -> None:
    assert element("a", None, LOST, (B, [OTHER])) == (
        made("a", None, B),
        LOST,
        OTHER,
    )


@pytest.mark.parametrize("inside", [None, "", " \n", (), [None, ("",)]])
def test_without_content_the_losses_alone_are_passed_on(inside: Content) -> None:
    assert element("a", {"x": "1"}, inside, lang="kk") is None
    assert element("a", {"x": "1"}, inside, LOST, lang="not a tag") == (LOST,)


def test_pieces_are_taken_apart_however_deep_they_stand() -> None:
    inside: list[Content] = [element("a", None, B, LOST), None, [(B,), OTHER]]
    assert partition(iter(inside), "text") == (
        (made("a", None, B), B),
        (LOST, OTHER),
    )


def test_an_element_says_its_language_last() -> None:
    built = element("a", {"x": "1"}, "сөз", lang="kk")
    assert isinstance(built, Element)
    assert list(built.attributes.items()) == [("x", "1"), ("xml:lang", "kk")]


def test_a_language_that_is_none_is_lost_before_the_rest_and_the_text_kept() -> None:
    built = element("a", {"x": "1"}, "сөз", LOST, field="title.қазақша", lang="қазақша")
    kept = made("a", {"x": "1"}, "сөз", field="title.қазақша")
    assert built == (
        kept,
        Loss("title.қазақша", LANGUAGE_TAG_INVALID, {"tag": "қазақша"}, Extent.FORM),
        LOST,
    )


@pytest.mark.parametrize("tag", ["kk", "ru-Latn", "zh-Hans-CN", "x-any"])
def test_xml_lang_takes_what_has_the_form_of_a_tag(tag: str) -> None:
    assert xml_lang(tag) == tag


@pytest.mark.parametrize("tag", [None, "", "-", "ru_RU", "қаз", "kk ", "kk\n", "abcdefghi"])
def test_xml_lang_takes_nothing_else(tag: str | None) -> None:
    assert xml_lang(tag) is None


def test_children_of_an_element_may_be_what_el_left_out() -> None:
    assert element("a", None, element("b", None, None), LOST) == (LOST,)

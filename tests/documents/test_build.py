"""What a part of an article becomes: elements, and what was lost on the way."""

from __future__ import annotations

import pytest

from jatsx.documents.build import Inside, Lost, apart, document_losses, stated, wrapped, xml_lang
from jatsx.documents.document import Loss
from jatsx.documents.xml import Element, always_el, el

B = always_el("b")
LOST = Lost("title", "no room")
OTHER = Lost("doi", "no such thing")


def test_where_nothing_is_lost_the_element_itself_is_returned() -> None:
    assert wrapped("a", {"x": "1", "y": None}, B, of="title") == always_el(
        "a", {"x": "1", "y": None}, B, of="title"
    )


def test_what_was_lost_follows_the_element_in_order() -> None:
    assert wrapped("a", None, LOST, (B, [OTHER])) == (always_el("a", None, B), LOST, OTHER)


@pytest.mark.parametrize("inside", [None, "", " \n", (), [None, ("",)]])
def test_without_content_the_losses_alone_are_passed_on(inside: Inside) -> None:
    assert wrapped("a", {"x": "1"}, inside, lang="kk") == ()
    assert wrapped("a", {"x": "1"}, inside, LOST, lang="not a tag") == (LOST,)


def test_pieces_are_taken_apart_however_deep_they_stand() -> None:
    inside: list[Inside] = [wrapped("a", None, B, LOST), None, [(B,), OTHER]]
    assert apart(iter(inside), "text") == ((always_el("a", None, B), B), (LOST, OTHER))


def test_an_element_says_its_language_last() -> None:
    made = wrapped("a", {"x": "1"}, "сөз", lang="kk")
    assert isinstance(made, Element)
    assert list(made.attributes.items()) == [("x", "1"), ("xml:lang", "kk")]


def test_a_language_that_is_none_is_lost_before_the_rest_and_the_text_kept() -> None:
    made = wrapped("a", {"x": "1"}, "сөз", LOST, of="title.қазақша", lang="қазақша")
    why = "xml:lang takes a language tag, and this isn't one: the text is kept"
    kept = always_el("a", {"x": "1"}, "сөз", of="title.қазақша")
    assert made == (kept, Lost("title.қазақша", why), LOST)


@pytest.mark.parametrize("tag", ["kk", "ru-Latn", "zh-Hans-CN", "x-any"])
def test_xml_lang_takes_what_has_the_form_of_a_tag(tag: str) -> None:
    assert xml_lang(tag) == tag


@pytest.mark.parametrize("tag", [None, "", "-", "ru_RU", "қаз", "kk ", "kk\n", "abcdefghi"])
def test_xml_lang_takes_nothing_else(tag: str | None) -> None:
    assert xml_lang(tag) is None


def test_what_says_something_is_kept_in_order() -> None:
    assert list(stated({"b": "x", "a": " ", "c": "", "d": (), "e": (1,)}).items()) == [
        ("b", "x"),
        ("e", (1,)),
    ]


def test_a_document_tells_each_loss_once() -> None:
    assert document_losses("1", (LOST, OTHER, Lost("title", "no room"))) == (
        Loss("1", "title", "no room"),
        Loss("1", "doi", "no such thing"),
    )


def test_children_of_an_element_may_be_what_el_left_out() -> None:
    assert wrapped("a", None, el("b", None, None), LOST) == (LOST,)

"""What a plugin offers is looked at before anything is done with it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from jatsx.model.option import Option
from jatsx.plugin.exporter import Exporter
from jatsx.plugin.verify import check_offer
from tests.pipeline.formats import fmt


def asking(*options: Any) -> Exporter:
    return fmt(options=options)


def test_a_sound_option_is_taken() -> None:
    choices = Option("references", "which text", choices=("original", "romanised"))
    check_offer(asking(choices, Option("language", "of what", kind="language")), Exporter)


BAD: dict[str, Option] = {
    "no help": Option("odd", None),  # type: ignore[arg-type]
    "choices that are no text": Option("odd", "", choices=(1, 2)),  # type: ignore[arg-type]
    "choices in a list": Option("odd", "", choices=["a"]),  # type: ignore[arg-type]
    "a default that is no text": Option("odd", "", default=True),  # type: ignore[arg-type]
    "a kind that there isn't": Option("odd", "", kind="date"),  # type: ignore[arg-type]
    "a name that nothing may have": Option("Odd One", ""),
    "the name of the version": Option("version", ""),
}


@pytest.mark.parametrize("name", BAD)
def test_an_option_at_fault_is_refused(name: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        check_offer(asking(BAD[name]), Exporter)


def test_two_options_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="the same name"):
        check_offer(asking(Option("odd", "a"), Option("odd", "b")), Exporter)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [("Send {file}.", "{file}"), (("Send {files}.", " "), "empty"), (("Send {0}.",), "{0}")],
)
def test_a_next_step_with_a_wrong_sentence_is_refused(sentence: Any, wrong: str) -> None:
    with pytest.raises(ValueError, match=re.escape(wrong)):
        check_offer(fmt(next_step=sentence), Exporter)


@pytest.mark.parametrize("sentence", [7, None, ["Send {files}."], (7,)])
def test_a_next_step_that_is_no_text_is_refused(sentence: Any) -> None:
    with pytest.raises(TypeError, match="next_step"):
        check_offer(fmt(next_step=sentence), Exporter)


def test_a_next_step_is_one_sentence_or_several() -> None:
    one, several = fmt(next_step="Send {files}."), fmt(next_step=("Send {files}.", "Wait."))
    for exporter in (one, several, fmt()):
        check_offer(exporter, Exporter)
    assert one.next_steps("01.xml") == ["Send 01.xml."]
    assert several.next_steps("01.xml") == ["Send 01.xml.", "Wait."]
    assert fmt().next_steps("01.xml") == []

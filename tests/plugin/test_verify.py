"""What a plugin offers is looked at before anything is done with it."""

from __future__ import annotations

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

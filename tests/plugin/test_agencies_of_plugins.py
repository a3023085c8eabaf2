"""Agencies are found by name, and verified before they are used."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jatsx.findings.finding import Finding
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.agency import Agency, AgencyMessage
from jatsx.plugin.registry import load_registry
from jatsx.plugin.verify import check_offer
from tests.deposit.conftest import install_shelf
from tests.deposit.shelf import shelf

SOUND = shelf("shelf", "shelf")


def test_agencies_are_known_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    install_shelf(monkeypatch)
    registry = load_registry()
    assert list(registry.agencies) == ["shelf", "shelf-small", "shelf-whole", "shelf-one"]
    assert registry.plugin_of(registry.agencies["shelf"]).name == "shelf"
    finding = Finding("shelf-title-dull", params=FrozenMap({"value": "x"}))
    assert registry.sentences.sentence(finding) == "The title “x” is dull."


def test_a_sound_agency_is_taken() -> None:
    check_offer(SOUND, Agency)


WRONG: dict[str, dict[str, Any]] = {
    "a name that nothing may have": {"name": "The Shelf"},
    "an address that is no text": {"address": None},
    "no function to send": {"send": None},
    "a function that is none": {"verify": "yes"},
    "credentials of another type": {"credentials": ("password",)},
    "options of another type": {"options": ("route",)},
    "a size that is no number": {"most_bytes": "10 MB"},
    "a pattern that is none": {"refusals": (AgencyMessage("(", "shelf-title-dull"),)},
    "a code without a sentence": {"refusals": (AgencyMessage("x", "shelf-sentence-none"),)},
}


@pytest.mark.parametrize("name", WRONG)
def test_an_agency_at_fault_is_refused(name: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        check_offer(replace(SOUND, **WRONG[name]), Agency)

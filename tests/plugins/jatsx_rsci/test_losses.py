"""Why a field is not in the file, and how much of it is missing."""

from __future__ import annotations

import re
from pathlib import Path

import jatsx_rsci
from jatsx import Extent
from jatsx_rsci.losses import LOSSES

from .exporting import described, exported

FOLDER = Path(jatsx_rsci.__file__).parent


def test_each_code_is_kebab_case_and_used() -> None:
    source = "".join(p.read_text("utf-8") for p in FOLDER.glob("*.py") if p.stem != "losses")
    for code in LOSSES:
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", code)
        assert f'"{code}"' in source


def test_a_loss_says_how_much_is_missing() -> None:
    article = {
        "title": {"ru": "О <u>воде</u>", "ru-Latn": "O vode"},
        "dates": {"received": "2024-02"},
        "issue": {"title": {"ru": "Вода", "en": "Water"}},
    }
    extents = {loss.field: loss.extent for loss in exported(described(article)).all_losses}
    assert extents == {
        "title.ru": Extent.FORM,
        "title.ru-Latn": Extent.FORM,
        "dates.received": Extent.WHOLE,
        "issue.title.en": Extent.LANGUAGE,
    }

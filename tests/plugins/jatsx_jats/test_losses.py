"""The codes of losses: each has a sentence, and each loss has the params of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import jatsx_jats
from jatsx.plugin.exporter import SHARED_REASONS
from jatsx_jats.losses import LOSSES
from tests.plugins.jatsx_jats.exporting import exported
from tests.plugins.jatsx_jats.test_cases import CASES, LEAST, merged

MODULES = Path(jatsx_jats.__file__).parent.glob("*.py")
SOURCES = "".join(path.read_text("utf-8") for path in MODULES if path.stem != "losses")


@pytest.mark.parametrize("code", LOSSES)
def test_each_code_is_used(code: str) -> None:
    assert f'"{code}"' in SOURCES


@pytest.mark.parametrize(
    ("case", "version"), CASES, ids=[f"{case['name']} [{version}]" for case, version in CASES]
)
def test_each_loss_has_the_params_of_its_sentence(case: Mapping[str, Any], version: str) -> None:
    for loss in exported(merged(LEAST, case["article"]), version).all_losses:
        sentence = {**SHARED_REASONS, **LOSSES}[loss.code]
        assert {name for _, name, _, _ in Formatter().parse(sentence) if name} == set(loss.params)

"""The codes of losses: each has a sentence, and each loss has the params of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import jatsx_crossref
from jatsx.plugin.exporter import SHARED_REASONS
from jatsx_crossref.losses import LOSSES

from .deposits import VERSIONS, described, exported
from .test_mapping import CASES

MODULES = Path(jatsx_crossref.__file__).parent.glob("*.py")
SOURCES = "".join(path.read_text("utf-8") for path in MODULES if path.stem != "losses")


@pytest.mark.parametrize("code", LOSSES)
def test_each_code_is_used(code: str) -> None:
    assert f'"{code}"' in SOURCES


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_loss_has_the_params_of_its_sentence(case: Mapping[str, Any], version: str) -> None:
    document = exported(described(case["given"]), case.get("options"), version)
    for loss in chain.from_iterable(document.losses.values()):
        sentence = {**SHARED_REASONS, **LOSSES}[loss.code]
        assert {name for _, name, _, _ in Formatter().parse(sentence) if name} == set(loss.params)

"""The deposit of the article with a value in nearly every field, in each version."""

from __future__ import annotations

import pytest

from .deposits import HERE, POLICY, VERSIONS, exported
from .test_rich import ARTICLE


@pytest.mark.parametrize("version", VERSIONS)
def test_the_deposit_is_the_golden_and_valid(version: str, write_goldens: bool) -> None:
    golden = HERE / "goldens" / f"{version}.xml"
    deposit = exported(ARTICLE, {"crossmark_policy": POLICY}, version)
    if write_goldens:
        golden.write_bytes(deposit.xml)
    assert deposit.xml == golden.read_bytes()
    assert deposit.schema_errors == ()

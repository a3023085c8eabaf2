"""The token of the tests, and no proxy."""

from __future__ import annotations

import pytest

from .serving import TOKEN


@pytest.fixture(autouse=True)
def _with_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JATSX_OJS_TOKEN", TOKEN)

"""The token of the tests, and clients that wait only shortly."""

from __future__ import annotations

from typing import Any

import pytest

from jatsx.http import HttpClient, Patience

from .serving import TOKEN

QUICK = Patience(timeout=0.3, answer=0.6, attempts=2, first_wait=0.01, longest_wait=0.02, total=2)


@pytest.fixture(autouse=True)
def _with_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JATSX_OJS_TOKEN", TOKEN)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    given = HttpClient.__init__

    def quick(self: HttpClient, *args: Any, **values: Any) -> None:
        given(self, *args, **{**values, "patience": QUICK})

    monkeypatch.setattr(HttpClient, "__init__", quick)

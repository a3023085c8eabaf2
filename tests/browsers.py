"""Chromium for tests of pages. They are skipped without the extra ``browser`` or Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

REASON: Final = "needs the extra “browser”: pip install 'jatsx[browser]'"
playwright: Any = pytest.importorskip("playwright.sync_api", reason=REASON)
axe: Any = pytest.importorskip("axe_playwright_python", reason=REASON)
CHROMIUM: Final = shutil.which("chromium")

if CHROMIUM is None:
    pytest.skip("needs Chromium: apt-get install chromium", allow_module_level=True)

ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium."""
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


def violations(page: Any) -> list[str]:
    """What axe-core complains of in a page."""
    page.evaluate(next(Path(axe.__file__).parent.rglob("axe.min.js")).read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]

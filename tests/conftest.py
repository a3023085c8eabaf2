"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-goldens",
        action="store_true",
        help="write the goldens anew instead of comparing with them; they must be valid still",
    )


@pytest.fixture(scope="session")
def write_goldens(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--write-goldens"))

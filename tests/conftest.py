"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["JATSX_LANG"] = "en"  # whatever the locale of the system is
os.environ.pop("COLUMNS", None)  # set where tests run in parallel; it would change what is printed

ROOT = Path(__file__).parent.parent

settings.register_profile(
    "quick",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-goldens",
        action="store_true",
        help="write the goldens anew instead of comparing with them; they must be valid still",
    )


@pytest.fixture(scope="session")
def write_goldens(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--write-goldens"))

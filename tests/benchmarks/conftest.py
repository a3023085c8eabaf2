"""A bench, and the calls that its layers make."""

from __future__ import annotations

import pytest

from benchmarks.layers import Bench, issues
from benchmarks.meters import Calls


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="session")
def issue_calls(bench: Bench) -> dict[int, Calls]:
    """The calls of each layer for an issue, by its number of articles, after a warm-up."""
    issue = next(issues(40))
    bench.run(issue[:2], Calls())
    calls = {}
    for count in (10, 20):
        calls[count] = Calls()
        bench.run(issue[:count], calls[count])
    return calls

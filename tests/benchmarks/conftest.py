"""A bench whose articles, rules and schemas have been used once."""

from __future__ import annotations

import pytest

from benchmarks.layers import Bench, issues
from benchmarks.meters import Calls


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"), has_loop=False)


@pytest.fixture(scope="session")
def issue_calls(bench: Bench) -> dict[int, Calls]:
    """The calls that each layer makes for an issue, by the number of its articles."""
    issue = next(issues(40))
    bench.work_on(issue[:2], Calls())
    calls = {}
    for count in (10, 20):
        calls[count] = Calls()
        bench.work_on(issue[:count], calls[count])
    return calls

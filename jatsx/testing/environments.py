"""Exports in several environments: processes with another clock, time zone, locale or hash seed."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from jatsx.testing.failures import Failure, excerpt

if TYPE_CHECKING:
    from jatsx.testing.awkward import Awkward
    from jatsx.testing.subject import HasSubject

Result = Mapping[str, Any]
"""The result of ``jatsx.testing.environment_process`` for an article and a variant."""

PLAIN: Final = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment, and what to do if documents are different in it."""

    name: str
    seconds: float
    variables: Mapping[str, str]
    todo: str = ""


DEFAULT: Final = Environment("in the default environment", 1_700_000_000.5, PLAIN)
OTHERS: Final = (
    Environment(
        "at another time and in another time zone",
        4_000_000_000.25,
        {**PLAIN, "TZ": "Pacific/Kiritimati"},
        "Use the time of context.timestamp, not the clock.",
    ),
    Environment(
        "with another hash seed",
        DEFAULT.seconds,
        {**PLAIN, "PYTHONHASHSEED": "4242"},
        "Do not write a set in its own order. Sort it, or use dict.fromkeys.",
    ),
    Environment(
        "in another locale",
        DEFAULT.seconds,
        {**PLAIN, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "Read files with encoding='utf-8'. Sort and format without the locale.",
    ),
)
UNSTABLE: Final = (
    "Do not use random numbers, uuid4, or counters that continue between calls. Create unique"
    " values from context.batch_id and the article id."
)


def differences(tests: type[HasSubject], awkward: Awkward) -> Iterator[Failure]:
    """Differences between the documents of an article in different environments."""
    default, *others = _results(*_place(tests))
    for variant in tests.subject().main_variants_of(awkward):
        once = default[awkward.name][str(variant)]
        if _difference(once["documents"], once["again"]):
            what = _difference(once["documents"], once["again"])
            yield Failure(f"two exports of the article are different: {what}", UNSTABLE, variant)
            continue
        for environment, other in zip(OTHERS, others, strict=True):
            result = other[awkward.name][str(variant)]
            what = _different_error(once, result) or _difference(
                once["documents"], result["documents"]
            )
            if what:
                yield Failure(
                    f"{environment.name}, the output is different: {what}",
                    environment.todo,
                    variant,
                )


def side_effects(tests: type[HasSubject], awkward: Awkward) -> Iterator[Failure]:
    """The side effects of the exporter while it exports an article."""
    for variant in tests.subject().main_variants_of(awkward):
        for effect in _results(*_place(tests))[0][awkward.name][str(variant)]["side_effects"]:
            todo = (
                "An exporter only creates documents from articles and a context. Do this elsewhere."
            )
            yield Failure(effect, todo, variant)


def _place(tests: type[HasSubject]) -> tuple[str, str, str]:
    """Where the child process finds the test class."""
    return inspect.getfile(tests), tests.__module__, tests.__qualname__


def _different_error(default: Result, other: Result) -> str:
    """The exception that was raised in only one of two environments."""
    if default["raised"] == other["raised"]:
        return ""
    one, another = default["raised"] or "nothing", other["raised"] or "nothing"
    return f"it raised {another}, and in the default environment {one}"


def _difference(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """The first line that is different."""
    if list(one) != list(other):
        return f"the documents are {', '.join(one)}, then {', '.join(other)}"
    for name in one:
        lines, others = ([*text[name].splitlines(), "(end)"] for text in (one, other))
        for number, (line, changed) in enumerate(zip(lines, others, strict=False), 1):
            if line != changed:
                return f"{name}, line {number}: {_shown(line)}, then {_shown(changed)}"
    return ""


def _shown(line: str) -> str:
    return excerpt(line.encode("latin-1", "replace").decode("utf-8", "replace").strip())


@cache
def _results(*tests: str) -> list[Mapping[str, Mapping[str, Result]]]:
    """The results of every article in every environment, the default one first."""
    with TemporaryDirectory() as place:
        paths = [
            (environment, Path(place) / str(n)) for n, environment in enumerate((DEFAULT, *OTHERS))
        ]
        running = [(path, _started(tests, environment, path)) for environment, path in paths]
        ends = [(path, process, process.communicate()[0]) for path, process in running]
        for path, process, printed in ends:
            if process.returncode or not path.exists():
                raise AssertionError(
                    f"the exporter's process ended with {process.returncode}; an exporter"
                    f" must return to its caller, and its module must be importable:\n\n{printed}"
                )
        return [json.loads(path.read_text(encoding="ascii")) for path, _ in running]


def _started(tests: Sequence[str], environment: Environment, result: Path) -> subprocess.Popen[str]:
    paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)  # noqa: PTH100
    return subprocess.Popen(
        [
            sys.executable,
            "-P",
            "-m",
            "jatsx.testing.environment_process",
            *tests,
            str(environment.seconds),
            result,
        ],
        env={
            **os.environ,
            **environment.variables,
            "PYTHONPATH": paths,
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )

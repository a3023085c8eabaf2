"""One format in several worlds: processes that differ in clock, time zone, locale and hash seed."""

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
"""What ``jatsx.testing.environment`` leaves of an article and a way."""

PLAIN: Final = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True)
class Environment:
    """A world: what differs in it, and what to do where that is seen in a document."""

    name: str
    seconds: float
    environment: Mapping[str, str]
    todo: str = ""


HOME: Final = Environment("at home", 1_700_000_000.5, PLAIN)
OTHERS: Final = (
    Environment(
        "at another time, in another time zone",
        4_000_000_000.25,
        {**PLAIN, "TZ": "Pacific/Kiritimati"},
        "Take the time from context.timestamp, and never from the clock.",
    ),
    Environment(
        "with another hash seed",
        HOME.seconds,
        {**PLAIN, "PYTHONHASHSEED": "4242"},
        "Don't write a set in the order in which it comes: sort it, or use dict.fromkeys.",
    ),
    Environment(
        "in another locale",
        HOME.seconds,
        {**PLAIN, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "Say encoding='utf-8' wherever a file is read; sort and format without the locale.",
    ),
)
UNSTEADY: Final = (
    "Use no random numbers, no uuid4 and no counter that goes on from call to call: what must be"
    " unique is made of context.batch_id and the article's id."
)


def impurities(tests: type[HasSubject], awkward: Awkward) -> Iterator[Failure]:
    """Where the exporter's documents of an article aren't made of the article alone."""
    home, *others = _results(*_place(tests))
    for way in tests.subject().main_ways_of(awkward):
        once = home[awkward.name][str(way)]
        if _difference(once["documents"], once["again"]):
            what = _difference(once["documents"], once["again"])
            yield Failure(f"exported twice it isn't the same: {what}", UNSTEADY, way)
            continue
        for world, other in zip(OTHERS, others, strict=True):
            result = other[awkward.name][str(way)]
            what = _different_end(once, result) or _difference(
                once["documents"], result["documents"]
            )
            if what:
                yield Failure(f"{world.name} it isn't the same: {what}", world.todo, way)


def deeds(tests: type[HasSubject], awkward: Awkward) -> Iterator[Failure]:
    """What the exporter did beyond making documents of an article."""
    for way in tests.subject().main_ways_of(awkward):
        for deed in _results(*_place(tests))[0][awkward.name][str(way)]["deeds"]:
            todo = "An exporter sees articles and a Deposit, and returns documents: move it out."
            yield Failure(deed, todo, way)


def _place(tests: type[HasSubject]) -> tuple[str, str, str]:
    """Where another process finds the class."""
    return inspect.getfile(tests), tests.__module__, tests.__qualname__


def _different_end(home: Result, other: Result) -> str:
    """What was raised in one world and not in the other."""
    if home["raised"] == other["raised"]:
        return ""
    return f"it raised {other['raised'] or 'nothing'}, and at home {home['raised'] or 'nothing'}"


def _difference(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """The first line in which documents differ."""
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
    """What came of every article in every world, that of home first."""
    with TemporaryDirectory() as place:
        worlds = [(world, Path(place) / str(n)) for n, world in enumerate((HOME, *OTHERS))]
        running = [(path, _started(tests, world, path)) for world, path in worlds]
        ends = [(path, process, process.communicate()[0]) for path, process in running]
        for path, process, said in ends:
            if process.returncode or not path.exists():
                raise AssertionError(
                    f"a process that tries the format ended with {process.returncode}; an exporter"
                    f" must return to its caller, and its module must be importable:\n\n{said}"
                )
        return [json.loads(path.read_text(encoding="ascii")) for path, _ in running]


def _started(tests: Sequence[str], world: Environment, result: Path) -> subprocess.Popen[str]:
    paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)  # noqa: PTH100
    return subprocess.Popen(
        [
            sys.executable,
            "-P",
            "-m",
            "jatsx.testing.environment",
            *tests,
            str(world.seconds),
            result,
        ],
        env={
            **os.environ,
            **world.environment,
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

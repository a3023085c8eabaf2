"""Running the command line as a process of its own, and stopping it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
COMMAND: Final = (sys.executable, "-m", "jatsx")
TIMESTAMP: Final = ("--timestamp", "20240601120000000")
ANSWERS: Final = 2.0
"""How many seconds a command may take to end after Ctrl-C."""


def environment() -> dict[str, str]:
    """The environment, with this source tree first."""
    places = (ROOT, ROOT / "plugins", ROOT / "xsd")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places)), "JATSX_LANG": "en"}


def started(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """A command that runs, in a session of its own."""
    given = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "start_new_session": True,
        "preexec_fn": _take_interrupts,
    }
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(command, env=environment(), **{**given, **options})


def _take_interrupts() -> None:
    """Takes SIGINT, even if the tests run in the background of a shell, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def exporting(source: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    """An export that has written its first documents."""
    arguments = ("--to", "jats", "--to", "crossref", "--out", out, *TIMESTAMP)
    process = started("export", source, *arguments, "--jobs", str(jobs))
    end = time.monotonic() + 60
    while not documents(out) and time.monotonic() < end and process.poll() is None:
        time.sleep(0.01)
    assert process.poll() is None
    return process


def ran(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """A command that has ended."""
    given = {"capture_output": True, "text": True, "check": False, "timeout": 60}
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, env=environment(), **{**given, **options})


def in_session(session: int) -> list[int]:
    """The processes of a session that are alive."""
    return [pid for pid, (state, of) in _processes() if of == session and state != "Z"]


def _processes() -> Iterator[tuple[int, tuple[str, int]]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                said = (folder / "stat").read_text().rpartition(") ")[2].split()
            except OSError:
                continue
            yield int(folder.name), (said[0], int(said[3]))


def gone(session: int, within: float) -> bool:
    """Whether all processes of a session have ended after this many seconds."""
    end = time.monotonic() + within
    while in_session(session):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@contextmanager
def cleared(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Ends what is left of a command's session."""
    try:
        yield process
    finally:
        for pid in in_session(process.pid):
            os.kill(pid, signal.SIGKILL)
        process.communicate()


def articles(count: int, **said: Any) -> Iterator[str]:
    """Lines of JSON: articles of one issue."""
    journal = {
        "title": {"en": "Journal of Examples"},
        "issn": {"electronic": "1234-5679"},
        "publisher": {"name": {"en": "Example Press"}},
        "rules": {"sample-value": "off"},
        "formats": {
            "crossref": {
                "depositor_name": "example",
                "email_address": "deposit@example.org",
                "registrant": "example",
            }
        },
    }
    for number in range(count):
        yield json.dumps(
            {
                "id": f"a{number:05}",
                "doi": f"10.5555/a{number}",
                "url": f"https://example.org/{number}",
                "language": "en",
                "title": {"en": f"Title {number}"},
                "abstract": {"en": "A short abstract. " * 20},
                "issue": {"id": "i", "year": "2024", "journal": journal},
                **said,
            }
        )


def written(path: Path, lines: Iterable[str]) -> Path:
    """A file with these lines."""
    path.write_text("".join(f"{line}\n" for line in lines))
    return path


def documents(folder: Path) -> list[Path]:
    """The files of a folder with final names."""
    return [path for path in folder.rglob("*") if path.is_file() and path.name[0] != "."]

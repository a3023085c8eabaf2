"""A desk in a process of its own, as ``jatsx desk`` starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class ServedDesk:
    """A running desk: its process and its address."""

    process: subprocess.Popen[str]
    address: str

    def kill(self) -> None:
        """Kills the process, as a crash would."""
        self.process.kill()
        self.process.wait(10)


@contextmanager
def served(folder: Path, *arguments: str, language: str = "en") -> Iterator[ServedDesk]:
    """Starts ``jatsx desk`` for a folder; ends it afterwards."""
    command = [sys.executable, "-m", "jatsx", "desk", str(folder)]
    environment = {**os.environ, "JATSX_LANG": language}
    process = subprocess.Popen(
        [*command, "--no-browser", "--out", str(folder.parent / "out"), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=folder.parent,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield ServedDesk(process, line[line.index("http") :].strip())
    finally:
        process.terminate()
        process.wait(20)
        if process.stdout is not None:
            process.stdout.close()

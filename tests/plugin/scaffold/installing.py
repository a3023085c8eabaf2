"""An environment in which a plugin is installed with pip, beside the jatsx of these tests.

Nothing is downloaded: what a plugin needs is there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

COMMANDS: Final = ("pip", "pytest", "jatsx")
"""What an environment offers by name. ``-P`` keeps the folder it is called in off the path."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in a folder of its own."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> Environment:
        """A new one, which sees all that is installed where these tests run."""
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
        here = sysconfig.get_path("purelib")
        (site / "here.pth").write_text(f"import site; site.addsitedir({here!r})\n")
        for name in COMMANDS:
            command = folder / "bin" / name
            command.write_text(f'#!/bin/sh\nexec "{folder}/bin/python" -P -m {name} "$@"\n')
            command.chmod(0o755)
        return cls(folder)

    def run(self, command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Runs a line as a shell would in the activated environment."""
        return subprocess.run(
            ["sh", "-c", command],
            cwd=cwd,
            env={**os.environ, **self._offline, "PATH": f"{self.folder}/bin:{os.environ['PATH']}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    @property
    def _offline(self) -> Mapping[str, str]:
        """pip is to take what there is, and to say nothing of newer ones of itself."""
        return {
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

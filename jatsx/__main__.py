"""The command ``jatsx``, and ``python -m jatsx``."""

from __future__ import annotations

from jatsx.cli import main
from jatsx.garbage import end_without_seeking


def run() -> None:
    """Runs the command line in a process of its own."""
    end_without_seeking()
    main(prog_name="jatsx")


if __name__ == "__main__":
    run()

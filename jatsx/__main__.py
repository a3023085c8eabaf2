"""The command ``jatsx``, and ``python -m jatsx``."""

from __future__ import annotations

from jatsx.cli import main

if __name__ == "__main__":
    main(prog_name="jatsx")

"""``python -m jatsx``."""

from jatsx.cli import main

main(prog_name="jatsx")

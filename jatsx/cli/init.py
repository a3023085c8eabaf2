"""``jatsx init``."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from jatsx.cli.common import CannotGoOn


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Make a new issue folder, commented, ready to fill in.

    \b
    Example:
      jatsx init 2024-2
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CannotGoOn(f"{folder} is there already and isn't empty. Choose another name.")
        _copy(files("jatsx.issue_folder") / "template", folder)
    except OSError as error:
        raise CannotGoOn(f"{error.filename or folder}: {error.strerror or error}") from None
    click.echo(f"Made {folder} with a sample article: change journal.yaml, issue.yaml, articles/.")
    click.echo(f"Then: jatsx check {folder}")


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for item in source.iterdir():
        if item.is_dir():
            _copy(item, target / item.name)
        else:
            (target / item.name).write_bytes(item.read_bytes())

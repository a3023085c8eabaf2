"""``jatsx init``."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from jatsx.cli.common import CannotGoOn
from jatsx.findings.translation import gettext as _


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Create a new issue folder with sample files.

    The files contain a sample article and comments that explain each field. Replace the sample
    values with your own.

    \b
    Example:
      jatsx init 2024-2
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message = _("{folder} already exists and is not empty. Choose another name.")
            raise CannotGoOn(message.format(folder=folder))
        _copy(files("jatsx.issue_folder") / "template", folder)
    except OSError as error:
        raise CannotGoOn(f"{error.filename or folder}: {error.strerror or error}") from None
    click.echo(_("Created {folder} with a sample article.").format(folder=folder))
    click.echo(_("Edit journal.yaml, issue.yaml and the files in articles/."))
    click.echo(_("Then run: jatsx check {folder}").format(folder=folder))


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for item in source.iterdir():
        if item.is_dir():
            _copy(item, target / item.name)
        else:
            (target / item.name).write_bytes(item.read_bytes())

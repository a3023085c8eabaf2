"""``jatsx plugin``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import click

from jatsx.cli.common import CannotGoOn
from jatsx.findings.translation import gettext as _

NAME: Final = re.compile("[a-z][a-z0-9]{0,39}")
"""A valid name of a new plugin. It is also the format's name and part of the package's name."""

SUFFIX: Final = ".template"
"""The end of the scaffold's file names, so that tools do not treat the files as code."""

NEXT: Final = ("pip install --editable '.[dev]'", "pytest")
"""The commands to run in a new plugin's folder."""


@click.group("plugin")
def command() -> None:
    """Create a plugin."""


@command.command("new")
@click.argument("name")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder to create. Default: jatsx-NAME in the current folder.",
)
def new(name: str, out: Path | None) -> None:
    """Create a Python package for a new format.

    The package contains an exporter, a schema, a rule and tests that pass. NAME is the name of
    the format: lowercase Latin letters and digits.

    \b
    Example:
      jatsx plugin new contents
    """
    _check_name(name)
    folder = out or Path(f"jatsx-{name}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = _("{folder} already exists and is not empty. Choose another folder with --out.")
        raise CannotGoOn(message.format(folder=folder))
    for path, text in scaffold(name):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    message = _("Created {folder} with the format {name}. Next, run in that folder:")
    click.echo(message.format(folder=folder, name=name))
    for line in NEXT:
        click.echo(f"  {line}")


def scaffold(name: str) -> Iterator[tuple[Path, str]]:
    """Yields the path and the content of each file of a new plugin."""
    values = {"{{name}}": name, "{{title}}": name.capitalize()}
    for path, file in _templates(files("jatsx.plugin") / "scaffold"):
        text = file.read_text(encoding="utf-8")
        for placeholder, value in values.items():
            text = text.replace(placeholder, value)
        renamed = path.as_posix().removesuffix(SUFFIX).replace("dot-", ".")
        yield Path(re.sub("^package/", f"jatsx_{name}/", renamed)), text


def _templates(folder: Traversable, inside: Path = Path()) -> Iterator[tuple[Path, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _templates(item, inside / item.name)
        elif item.name.endswith(SUFFIX):
            yield inside / item.name, item


def _check_name(name: str) -> None:
    """Checks the name of a new plugin.

    Raises:
        click.UsageError: the name is not valid or is already used.
    """
    from jatsx.plugin.registry import load_registry

    if not NAME.fullmatch(name):
        message = _(
            "“{name}” is not a valid plugin name. Use lowercase Latin letters and digits, starting"
            " with a letter. Example: contents."
        )
        raise click.UsageError(message.format(name=name))
    registry = load_registry()
    taken = {*registry.exporters, *(plugin.name for plugin in registry.plugins)}
    if name in taken:
        message = _(
            "The name {name} is already used by an installed plugin. Choose another name."
            " To see the names in use, run: jatsx plugins"
        )
        raise click.UsageError(message.format(name=name))

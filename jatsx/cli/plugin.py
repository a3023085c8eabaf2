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

NAME: Final = re.compile("[a-z][a-z0-9]{0,39}")
"""What a new plugin may be called: its name is that of a format and a part of a package's."""

SUFFIX: Final = ".template"
"""What the names of the files of the scaffold end in, so that nothing takes them for code."""


@click.group("plugin")
def command() -> None:
    """Begin a plugin of one's own."""


@command.command("new")
@click.argument("name")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder to make; by default jatsx-NAME, here.",
)
def new(name: str, out: Path | None) -> None:
    """Write a small distribution with an exporter, a schema, a rule and tests.

    NAME is a word of small Latin letters and digits: it names the format. The tests pass as they
    are written.

    \b
    Example:
      jatsx plugin new contents
    """
    _check_name(name)
    folder = out or Path(f"jatsx-{name}")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CannotGoOn(
                f"{folder} is there already and isn't empty. Choose another folder with --out."
            )
        for path, text in scaffold(name):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotGoOn(f"{error.filename or folder}: {error.strerror or error}") from None
    click.echo(f"Made {folder} with the format {name}. Then, in that folder:")
    click.echo("  pip install --editable '.[dev]'")
    click.echo("  pytest")


def scaffold(name: str) -> Iterator[tuple[Path, str]]:
    """The files of a new distribution: paths in its folder, and what they hold."""
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
    """Nothing, where a plugin can have a name.

    Raises:
        click.UsageError: it is no such word, or taken.
    """
    from jatsx.plugin.registry import load_registry

    if not NAME.fullmatch(name):
        raise click.UsageError(
            f"{name!r} can't be the name of a plugin: take a word of small Latin letters and"
            " digits that begins with a letter, such as contents."
        )
    registry = load_registry()
    taken = {*registry.exporters, *(plugin.name for plugin in registry.plugins)}
    if name in taken:
        raise click.UsageError(
            f"The name {name} is taken by a plugin that is installed: take another word."
            " jatsx plugins lists those that are taken."
        )

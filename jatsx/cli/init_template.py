"""``jatsx init --xlsx FILE``: the empty file of a format, to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from jatsx.cli.common import CannotGoOn, opened_session, plugin_output_on_stderr
from jatsx.findings.arguments import as_argument
from jatsx.findings.translation import gettext as _
from jatsx.findings.translation import reader_language


def write_template(format: str, file: Path) -> None:
    """Writes the empty file of a format, in the reader's language, and says what to do.

    Raises:
        CannotGoOn: the file exists or has another ending, or no plugin has a template of this
            format, or it needs a package that is not installed.
    """
    if file.suffix.lower() != f".{format}":
        message = _("{file} is not a name that ends in .{format}.")
        raise CannotGoOn(message.format(file=file, format=format))
    if file.exists():
        raise CannotGoOn(_("{file} already exists. Choose another name.").format(file=file))
    content = _template(format)
    file.parent.mkdir(parents=True, exist_ok=True)
    from jatsx.pipeline.whole_files import write_whole

    write_whole(file, content)
    click.echo(_("Created {file}.").format(file=file))
    click.secho(_("What to do now:"), bold=True)
    click.echo("  " + _("Open it in a spreadsheet program and fill in the sheets."))
    text = _("Then run: jatsx check {folder}")
    click.echo("  " + text.format(folder=as_argument(str(file))))


def _template(format: str) -> bytes:
    from jatsx.pipeline.validate import package_missing
    from jatsx.validation.schema import PackageMissing

    registry = opened_session((), debug=False, targets=()).registry
    exporter = registry.exporters.get(format)
    if exporter is None or exporter.template is None:
        message = _("No plugin has an empty file of the format {format}.")
        raise CannotGoOn(message.format(format=format))
    try:
        with plugin_output_on_stderr():
            return exporter.template(reader_language(), _)
    except PackageMissing as missing:
        found = package_missing(str(registry.plugin_of(exporter)), format, missing)
        sentences = registry.sentences
        message = f"{sentences.sentence(found)} {sentences.hint(found)}"
        raise CannotGoOn(message) from None

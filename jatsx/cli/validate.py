"""``jatsx validate``."""

from __future__ import annotations

from pathlib import Path

import click

from jatsx.cli.common import (
    format_option,
    opened_session,
    plugin_options,
    plugin_output_on_stderr,
    stop,
)
from jatsx.findings.exit_codes import ExitCode, exit_code


@click.command("validate")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@format_option
@plugin_options
def command(files: tuple[Path, ...], view: str, disabled: tuple[str, ...], debug: bool) -> None:
    """Validate files against the schemas of their formats.

    The files may come from any program. The format and its version are recognised from the
    content. Nothing is downloaded. A file is not validated if jatsx knows its format, but has no
    schema for its version, or if it includes other files.

    \b
    Examples:
      jatsx validate out/2024-2/crossref/2024-2.xml
      jatsx validate *.xml --format github
    """
    from jatsx.cli.views import view_of
    from jatsx.pipeline import validate_files

    registry = opened_session(disabled, debug=debug).registry
    with plugin_output_on_stderr():
        results = list(validate_files(files, registry))
    view_of(view).show_validated(results, registry)
    codes = {finding.code for result in results for finding in result.findings}
    holding = {
        ExitCode.USAGE: all(result.format is None for result in results),
        ExitCode.PLUGIN: any(code.startswith("plugin-") for code in codes),
        ExitCode.REFUSED: any(one.is_validated and not one.is_valid for one in results),
        ExitCode.NOT_JUDGED: not all(result.is_validated for result in results),
    }
    stop(exit_code(code for code, holds in holding.items() if holds))

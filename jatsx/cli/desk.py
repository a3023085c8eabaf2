"""``jatsx desk``."""

from __future__ import annotations

from pathlib import Path

import click

from jatsx.cli.common import CannotGoOn, CannotWrite, opened_session, plugin_options, to_option
from jatsx.cli.depositing import ledger_option, server_option
from jatsx.findings.translation import gettext as _
from jatsx.findings.translation import reader_language


@click.command("desk")
@click.argument(
    "folder", metavar="[FOLDER]", default=".", type=click.Path(path_type=Path, file_okay=False)
)
@to_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="The folder to which exports are written.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port on this computer. Without it: a free one.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser; show the address only.")
@ledger_option
@server_option
@plugin_options
def command(
    folder: Path,
    targets: tuple[str, ...],
    out: Path,
    port: int,
    no_browser: bool,
    ledger: Path | None,
    server: str | None,
    disabled: tuple[str, ...],
    debug: bool,
) -> None:
    """Open an issue in the browser: the desk.

    FOLDER is an issue folder, or the folder that contains the folders of all issues. Without it:
    this folder. The desk shows the articles and what each format says of them, has a form for each
    file, and exports. It writes to the same files that the other commands read. Only this computer
    can open it, with the address that the command shows. It runs until you press Ctrl-C here, or
    “Stop” in the page.

    \b
    Examples:
      jatsx desk 2024-2
      jatsx desk --to crossref --to doaj
    """
    try:
        from jatsx.desk.desk import Desk
        from jatsx.desk.serving import serve
    except ModuleNotFoundError as error:
        from jatsx.findings.messages import MESSAGES

        name = click.get_current_context().command.name
        message = _("The desk needs the package {package}, which is not installed.")
        install = _(MESSAGES["plugin-needs-package"].hints[0]).format(extra=name)
        raise CannotGoOn(f"{message.format(package=error.name)}\n{install}") from None
    session = opened_session(disabled, debug=debug)
    session.targets(targets)
    desk = Desk(folder, out, session, reader_language(), targets, ledger=ledger, server=server)
    try:
        serve(desk, port=port, opens_browser=not no_browser, announce=_announce)
    except OSError as error:
        message = _("The port {port} cannot be used: {detail}. Choose another one with --port.")
        raise CannotWrite(message.format(port=port, detail=error.strerror)) from None


def _announce(address: str) -> None:
    click.echo(_("The desk is open: {address}").format(address=address))
    click.echo(_("To stop it, press Ctrl-C."))

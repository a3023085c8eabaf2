"""What the commands about deposits share: the ledger, credentials, and progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from jatsx.cli.common import LONG_WORK
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from jatsx.deposit.asking import StepWatch
    from jatsx.plugin.agency import Credential

STEPS: Final[Mapping[str, str]] = FrozenMap(
    {
        "read": N_("Checking"),
        "send": N_("Sending"),
        "wait": N_("Waiting for the outcomes"),
        "compare": N_("Comparing"),
    }
)
"""The steps of a deposit and of a comparison."""

ledger_option = click.option(
    "--ledger",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The ledger of deposits. Without it: that of journal.yaml, or else of this user.",
)
secrets_option = click.option(
    "--secrets-fd",
    metavar="NUMBER",
    type=click.IntRange(min=0),
    help="Read user names and passwords from this file descriptor, in lines NAME=VALUE. The names"
    " are those of the environment variables.",
)
result_option = click.option(
    "--format",
    "view",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the result is shown: text for people, json for programs.",
)
server_option = click.option(
    "--server",
    metavar="ADDRESS",
    help="Send documents, user name and password to this server instead of that of the agency.",
)


def secrets_given(descriptor: int | None) -> Mapping[str, str]:
    """The credentials that a file descriptor gives.

    Raises:
        DepositFault: they cannot be read.
    """
    from jatsx.deposit.credentials import read_secrets

    return FrozenMap() if descriptor is None else read_secrets(descriptor)


def prompted() -> Callable[[Credential], str] | None:
    """Asks the person at the terminal for a credential; None if there is no terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    return _asked


def _asked(credential: Credential) -> str:
    value = click.prompt(_(credential.title), hide_input=credential.is_secret, err=True)
    return str(value)


@contextmanager
def watched() -> Iterator[StepWatch]:
    """A function that shows a progress bar for each step, if the command runs in a terminal."""
    with ExitStack() as opened:
        bars: dict[tuple[str, int], Any] = {}

        def watch(step: str, done: int, total: int) -> None:
            if sys.stderr is None or not sys.stderr.isatty():
                return
            if step != "wait" and total < LONG_WORK:
                return
            key = (step, total)
            if key not in bars:
                bar = click.progressbar(length=total, label=_(STEPS[step]), file=sys.stderr)
                bars[key] = opened.enter_context(bar)
            bars[key].update(max(0, done - bars[key].pos))

        yield watch

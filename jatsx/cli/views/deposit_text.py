"""The result of a deposit for people: findings, what became of the articles, what to do now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import click

from jatsx.cli.views.findings_text import FindingsText, width
from jatsx.cli.views.groups import Group, groups
from jatsx.cli.views.words import article_count, article_name, visible, wrapped
from jatsx.deposit.result import DepositResult
from jatsx.deposit.standing import DepositedArticle, Standing
from jatsx.findings.finding import Finding, Level
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _

NAMES: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.READY: N_("not sent yet"),
        Standing.REGISTERED: N_("registered"),
        Standing.CONFLICT: N_("registered with a conflict"),
        Standing.UNCHANGED: N_("already registered"),
        Standing.WAITING: N_("accepted, no answer yet"),
        Standing.UNKNOWN: N_("unknown"),
        Standing.NOT_SENT: N_("not sent"),
        Standing.REFUSED: N_("refused by the agency"),
        Standing.NOT_MENTIONED: N_("not mentioned by the agency"),
        Standing.BLOCKED: N_("not sent: errors"),
        Standing.HELD_BACK: N_("not sent: unpublished"),
    }
)
"""What became of an article, in words."""

COLOURS: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.REGISTERED: "green",
        Standing.UNCHANGED: "green",
        Standing.CONFLICT: "yellow",
        Standing.WAITING: "yellow",
        Standing.UNKNOWN: "yellow",
        Standing.NOT_SENT: "yellow",
        Standing.REFUSED: "red",
        Standing.NOT_MENTIONED: "red",
        Standing.BLOCKED: "red",
    }
)

QUIET: Final = (Standing.REGISTERED, Standing.UNCHANGED, Standing.READY, Standing.HELD_BACK)
"""What is not shown with ``--quiet``, and whose articles are not listed."""

OF_DEPOSIT: Final = ("deposit-", "server-", "plugin-")
"""The beginnings of the codes of findings about a deposit."""

MOST_NAMED: Final = 20
"""The largest number of articles that are listed for a standing."""


def standing_name(standing: Standing) -> str:
    """What became of an article, in the reader's language, in colour."""
    return click.style(_(NAMES[standing]), fg=COLOURS.get(standing))


def show_deposit(result: DepositResult, *, is_quiet: bool) -> None:
    """Shows the findings, and how many articles are registered, refused and so on."""
    _show_findings(result, is_quiet=is_quiet)
    shown = [one for one in Standing if result.count(one) and not (is_quiet and one in QUIET)]
    if is_quiet and not shown:
        return
    _show_heading(result)
    for standing in shown:
        articles = [one for one in result.articles if one.standing is standing]
        _show_standing(standing, articles)
    if result.is_declined:
        click.echo(_("Nothing was sent."))


def _show_findings(result: DepositResult, *, is_quiet: bool) -> None:
    """Shows errors and what the agency says; of the warnings of the check only their number."""
    found = [(_heading(group, result), group.findings) for group in groups(result.run)]
    kept = [(name, [one for one in some if _is_shown(one, result)]) for name, some in found]
    text = FindingsText(result.registry.sentences, (one for _name, some in kept for one in some))
    for name, some in kept:
        if some:
            click.secho(name, bold=True)
            text.show(some)
    number = sum(len(some) for _name, some in found) - sum(len(some) for _name, some in kept)
    if number and not is_quiet:
        sentence = _("Warnings of the check: {number}. To see them, run `jatsx check`.")
        click.echo(sentence.format(number=number))


def _heading(group: Group, result: DepositResult) -> str:
    """The heading of a group; that of faults of the server is the agency."""
    is_of_server = all(_is_of_deposit(one, result) and one.field is None for one in group.findings)
    return _title(result) if group.article is None and is_of_server else group.heading


def _is_shown(finding: Finding, result: DepositResult) -> bool:
    """Whether a finding is an error, or about the deposit."""
    return finding.level is Level.ERROR or _is_of_deposit(finding, result)


def _is_of_deposit(finding: Finding, result: DepositResult) -> bool:
    return finding.code.startswith(OF_DEPOSIT) or finding.code in result.agency.messages


def show_what_is_sent(result: DepositResult) -> None:
    """Shows on standard error what is going to be sent."""
    number = article_count(result.count(Standing.READY))
    text = _("{articles} will be sent to {agency}.")
    click.echo(text.format(articles=number, agency=_title(result)), err=True)
    for finding in result.journals:
        sentence = visible(result.message(finding))
        click.echo(wrapped(sentence, width(), "  ", "  "), err=True)


def show_step_after_deposit(result: DepositResult, status: str, again: str, for_good: str) -> None:
    """Shows what to do now.

    Args:
        result: the result.
        status: the command that asks the agency again.
        again: the command that deposits the same input again.
        for_good: the command that deposits it to the live system.
    """
    counted = {one: result.count(one) for one in Standing}
    if counted[Standing.WAITING] or counted[Standing.UNKNOWN]:
        show_asking_step(status)
    if counted[Standing.BLOCKED] or counted[Standing.REFUSED] or counted[Standing.NOT_MENTIONED]:
        text = _("Correct the errors, then run: {command}. Only what is left is sent.")
        _show_step(text.format(command=again))
    elif counted[Standing.NOT_SENT]:
        _show_step(_("Run again later: {command}").format(command=again))
    elif result.is_test and result.ok and not result.is_dry_run:
        _show_step(_("The test succeeded. To register, run: {command}").format(command=for_good))
    elif result.is_dry_run and counted[Standing.READY]:
        _show_step(_("To send, run: {command}").format(command=again))


def show_asking_step(command: str) -> None:
    """Shows the command that asks the agency for the outcomes that are not known yet."""
    text = _("The outcome of some articles is not known yet. Ask later: {command}")
    _show_step(text.format(command=command))


def _show_step(text: str) -> None:
    click.secho(_("What to do now:"), bold=True)
    click.echo(f"  {text}")


def _show_heading(result: DepositResult) -> None:
    number = article_count(len(result.articles)) if result.articles else _("No articles")
    click.secho(f"{_title(result)}: {number}", bold=True)


def _title(result: DepositResult) -> str:
    title = visible(_(result.agency.title))
    return _("{agency} (test system)").format(agency=title) if result.is_test else title


def _show_standing(standing: Standing, articles: Sequence[DepositedArticle]) -> None:
    """Shows a line: a standing, how many articles have it, and which."""
    line = f"  {standing_name(standing)}: {len(articles)}"
    if standing not in QUIET:
        names = [article_name(one.result) for one in articles[:MOST_NAMED]]
        more = ["…"] if len(articles) > MOST_NAMED else []
        line += f" ({', '.join(names + more)})"
    click.echo(line)

"""What is known of sent articles, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from jatsx.cli.views.deposit_text import show_asking_step, standing_name
from jatsx.cli.views.findings_text import FindingsText, width
from jatsx.cli.views.words import article_name, visible, wrapped
from jatsx.deposit.known_article import KnownArticle
from jatsx.deposit.ledger import AgencySystem, IssueAtAgency
from jatsx.deposit.standing import Standing
from jatsx.deposit.status import StatusResult
from jatsx.findings.translation import gettext as _


def show_status(result: StatusResult, update: str) -> None:
    """Shows a line for each article, by agency and issue, and what could not be asked.

    Args:
        result: the result.
        update: the command that asks for the outcomes that are not known yet.
    """
    findings = [*result.unread, *result.findings]
    FindingsText(result.registry.sentences, findings).show(findings)
    for place, articles in groupby(_sorted(result.articles), key=_place):
        _show_heading(place, result)
        for one in articles:
            _show(one, result)
    for system, pairs in groupby(result.unsent, key=lambda pair: pair[0]):
        click.secho(_("{agency}: never sent").format(agency=_title(system, result)), bold=True)
        for _system, unsent in pairs:
            click.echo(f"  {article_name(unsent.result)}  {visible(unsent.identifier)}")
    if not result.articles and not result.unsent:
        click.echo(_("The ledger has no such articles."))
    if any(one.standing in (Standing.WAITING, Standing.UNKNOWN) for one in result.articles):
        show_asking_step(update)


def _sorted(articles: Iterable[KnownArticle]) -> list[KnownArticle]:
    return sorted(articles, key=lambda one: (*_keys(_place(one)), one.status.last.item.article))


def _place(one: KnownArticle) -> IssueAtAgency:
    return one.status.last.submission.place


def _keys(place: IssueAtAgency) -> Iterator[str]:
    yield from (place.system.agency, str(place.system.is_test), place.journal, place.issue)


def _show_heading(place: IssueAtAgency, result: StatusResult) -> None:
    text = _("{agency}: issue {issue} of the journal {journal}")
    names = {"issue": visible(place.issue), "journal": visible(place.journal)}
    click.secho(text.format(agency=_title(place.system, result), **names), bold=True)


def _title(system: AgencySystem, result: StatusResult) -> str:
    agency = result.registry.agencies.get(system.agency)
    title = visible(_(agency.title) if agency else system.agency)
    return _("{agency} (test system)").format(agency=title) if system.is_test else title


def _show(one: KnownArticle, result: StatusResult) -> None:
    """Shows an article: what became of it, when it was sent, and what the agency said."""
    last = one.status.last
    names = (visible(last.item.article), visible(last.item.identifier))
    identity = "  ".join(filter(None, names))
    sent = (last.submission.sent or "")[:10]
    changed = "  " + _("changed since then") if one.is_changed else ""
    click.echo(f"  {identity}  {standing_name(one.standing)}  {sent}{changed}")
    if one.findings:
        FindingsText(result.registry.sentences, one.findings).show(one.findings)
    elif one.standing is not Standing.REGISTERED:
        for line in one.message.splitlines():
            click.echo(wrapped(visible(line), width(), "    ", "    "))

"""``jatsx explain``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.cli.levels import level_in, read_journal
from jatsx.cli.views.findings_text import width
from jatsx.cli.views.rule_page import STEP, message_page, nearest, requirement_page, rule_page
from jatsx.cli.views.words import wrapped
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.model import Journal
    from jatsx.plugin.registry import Registry


@click.command("explain")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@click.option(
    "--journal",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A journal.yaml with requirements. Default: that of the current issue folder.",
)
def command(codes: tuple[str, ...], path: Path | None) -> None:
    """Explain a finding's code: what is checked, why, and how to change its level.

    Each finding ends with its CODE in brackets: [contributor-orcid-checksum].

    \b
    Examples:
      jatsx explain contributor-orcid-checksum
      jatsx explain document-value-long pages-last-order
      jatsx explain requirement-abstract-length --journal 2024-2/journal.yaml
    """
    from jatsx.plugin.registry import load_registry

    registry = load_registry()
    names = [code.strip("[]") for code in codes]
    journal = _journal(names, path, registry)
    known = _known(registry, journal)
    for name in names:
        if name not in known:
            raise click.UsageError(_unknown(name, known, journal))
    for n, name in enumerate(names):
        if n:
            click.echo()
        _show(name, registry, journal)


def _journal(codes: Iterable[str], path: Path | None, registry: Registry) -> Journal | None:
    """The journal with the requirements; None if no code is that of a requirement."""
    from jatsx.findings.sentences import REQUIREMENT
    from jatsx.readers.issue_context import journal_files

    file = path or next(iter(journal_files(Path())), None)
    if file is None or not any(code.startswith(REQUIREMENT) for code in codes):
        return None
    return read_journal(file, registry)


def _known(registry: Registry, journal: Journal | None) -> list[str]:
    """Every code that a finding can have."""
    from jatsx.findings.messages import MESSAGES
    from jatsx.rules.requirements import requirement_rules

    of_readers = [code for reader in registry.readers.values() for code in reader.messages]
    of_agencies = [code for agency in registry.agencies.values() for code in agency.messages]
    declared = [rule.code for rule in requirement_rules(journal)] if journal else []
    return [*registry.rules, *MESSAGES, *of_readers, *of_agencies, *declared]


def _unknown(code: str, known: Iterable[str], journal: Journal | None) -> str:
    from jatsx.findings.sentences import REQUIREMENT

    unknown = _("Unknown code: {code}.").format(code=code)
    if code.startswith(REQUIREMENT) and journal is None:
        return f"{unknown} {_('Add --journal with the path of the journal.yaml that declares it.')}"
    return f"{unknown} {nearest(code, known)}"


def _show(code: str, registry: Registry, journal: Journal | None) -> None:
    from jatsx.rules.requirements import declared_rule

    click.secho(code, bold=True)
    if rule := registry.rules.get(code):
        page = rule_page(rule, registry)
    elif journal and (declared := declared_rule(code, journal)):
        own, requirement = declared
        page = requirement_page(requirement, level_in(own, journal))
    else:
        page = message_page(code, registry)
    for paragraph in page:
        click.echo()
        is_indented = paragraph.startswith(STEP)
        click.echo(paragraph if is_indented else wrapped(paragraph, width()))

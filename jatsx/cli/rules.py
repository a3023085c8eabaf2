"""``jatsx rules``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jatsx.cli.common import chosen_targets, to_option
from jatsx.cli.levels import OFF, level_in, own_level, read_journal
from jatsx.cli.views.findings_text import width
from jatsx.cli.views.rule_page import nearest, plain

if TYPE_CHECKING:
    from jatsx.model import Journal
    from jatsx.plugin.registry import Registry
    from jatsx.rules.engine import Rule

COLOURS = {"error": "red", "warning": "yellow"}
INDENT = " " * 6


@click.command("rules")
@to_option
@click.option(
    "--journal",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A journal.yaml: show the level that this journal gives each rule.",
)
@click.option(
    "--format",
    "view",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How rules are shown: to a person (text), or to a program.",
)
def command(targets: tuple[str, ...], path: Path | None, view: str) -> None:
    """List the rules: what each asks, its level, and the format that asks.

    An error blocks a format, a warning blocks nothing. A rule that is off is asked only if
    journal.yaml gives it a level. Without --to, the rules of all formats are listed.

    \b
    Examples:
      jatsx rules
      jatsx rules --to crossref
      jatsx rules --journal 2024-2/journal.yaml
    """
    from jatsx.plugin.registry import load_registry

    registry = load_registry()
    rules = _asked(registry, targets)
    journal = read_journal(path, registry) if path else None
    if view == "json":
        _show_json(rules, journal)
    else:
        _show_text(rules, journal)
    if journal is not None:
        _show_unknown(journal, registry)


def _asked(registry: Registry, targets: tuple[str, ...]) -> list[Rule]:
    """The rules of the formats asked for and those of every format."""
    if not targets:
        return list(registry.rules.values())
    asking = (None, *chosen_targets(targets, registry))
    return [rule for rule in registry.rules.values() if rule.target in asking]


def _show_text(rules: Iterable[Rule], journal: Journal | None) -> None:
    from jatsx.rules.manual import by_part, manual

    for part, group in by_part(rules).items():
        click.secho(f"{part[:1].upper()}{part[1:]}", bold=True)
        for rule in group:
            target = rule.target or "every format"
            click.echo(f"  {rule.code}  {_levels(rule, journal)}, {target}")
            if asks := plain(manual(rule).asks):
                click.echo(click.wrap_text(asks, width(), INDENT, INDENT))
        click.echo()


def _levels(rule: Rule, journal: Journal | None) -> str:
    """The journal's level, with the rule's own where that differs; without a journal the own."""
    own = own_level(rule)
    if journal is None:
        return f"{_coloured(own)} unless asked for" if own == OFF else _coloured(own)
    level = level_in(rule, journal)
    return _coloured(level) if level == own else f"{_coloured(level)} (by itself {own})"


def _coloured(level: str) -> str:
    return click.style(level, fg=COLOURS.get(level), dim=level == OFF)


def _show_json(rules: Iterable[Rule], journal: Journal | None) -> None:
    import json

    described = [_described(rule, journal) for rule in rules]
    click.echo(json.dumps(described, ensure_ascii=False, indent=2))


def _described(rule: Rule, journal: Journal | None) -> Mapping[str, Any]:
    from jatsx.rules.manual import asked_of, manual

    page = manual(rule)
    in_journal = {} if journal is None else {"journal_level": level_in(rule, journal)}
    return {
        "code": rule.code,
        "level": own_level(rule),
        **in_journal,
        "fixed": rule.fixed,
        "target": rule.target,
        "asked_of": asked_of(rule),
        "asks": plain(page.asks),
        "why": plain(page.why),
        "source": plain(page.source),
        "message": rule.message,
        "hint": rule.hint,
    }


def _show_unknown(journal: Journal, registry: Registry) -> None:
    """Says which codes that the journal gives a level are no rule's."""
    for code in journal.rules:
        if code not in registry.rules:
            said = f"The journal gives a level to {code}, and there is no such rule."
            click.echo(f"{said} {nearest(code, registry.rules)}", err=True)

"""``jatsx rules``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jatsx.cli.common import with_usage_errors
from jatsx.cli.levels import OFF, level_in, own_level, read_journal
from jatsx.cli.views.findings_text import width
from jatsx.cli.views.rule_page import nearest, plain
from jatsx.cli.views.words import wrapped
from jatsx.findings.translation import gettext as _

if TYPE_CHECKING:
    from jatsx.model import Journal
    from jatsx.plugin.registry import Registry
    from jatsx.rules.engine import Rule

COLOURS = {"error": "red", "warning": "yellow"}
INDENT = " " * 6


@click.command("rules")
@click.option(
    "--to",
    "targets",
    metavar="FORMAT",
    multiple=True,
    help="A format; repeat the option for more formats. Without it: all formats.",
)
@click.option(
    "--journal",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A journal.yaml: show the levels and the requirements that this journal sets.",
)
@click.option(
    "--format",
    "view",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The output format: text for people, json for programs.",
)
@with_usage_errors
def command(targets: tuple[str, ...], path: Path | None, view: str) -> None:
    """List the rules: what each one checks, its level and its format.

    An error blocks export to a format. A warning does not block export. A rule that is off is only
    checked if journal.yaml sets a level for it.

    \b
    Examples:
      jatsx rules
      jatsx rules --to crossref
      jatsx rules --journal 2024-2/journal.yaml
    """
    from jatsx.plugin.registry import load_registry

    registry = load_registry()
    rules = _rules_of(registry, targets)
    journal = read_journal(path, registry) if path else None
    if view == "json":
        _show_json(rules, journal)
    else:
        _show_text(rules, journal)
    if journal is not None:
        _show_unknown(journal, registry)


def _rules_of(registry: Registry, targets: tuple[str, ...]) -> list[Rule]:
    """The rules of the given formats, and the rules for every format."""
    from jatsx.library.arguments import chosen_formats

    if not targets:
        return list(registry.rules.values())
    formats = (None, *chosen_formats(targets, registry))
    return [rule for rule in registry.rules.values() if rule.target in formats]


def _show_text(rules: Iterable[Rule], journal: Journal | None) -> None:
    from jatsx.rules.manual import by_part, manual_in_reader_language, part_title

    for part, group in by_part(rules).items():
        click.secho(part_title(part), bold=True)
        for rule in group:
            title = plain(manual_in_reader_language(rule).title)
            _show_rule(rule, _levels(rule, journal), title)
        click.echo()
    if journal is not None and journal.requirements:
        _show_requirements(journal)


def _show_rule(rule: Rule, level: str, sentence: str) -> None:
    target = rule.target or _("every format")
    mends = [_("corrected by --fix")] if rule.mends else []
    click.echo("  " + f"{rule.code}  " + ", ".join([level, target, *mends]))
    if sentence:
        click.echo(wrapped(sentence, width(), INDENT))


def _show_requirements(journal: Journal) -> None:
    from jatsx.findings.translation import in_reader_language
    from jatsx.rules.requirement_text import requirement_lines
    from jatsx.rules.requirements import declared_rules

    click.secho(_("Requirements of the journal"), bold=True)
    for rule, requirement in declared_rules(journal):
        own = in_reader_language(rule.own_message) if rule.own_message else ""
        lines = "; ".join(requirement_lines(requirement))
        _show_rule(rule, _coloured(level_in(rule, journal)), f"{own} {lines}".strip())
    click.echo()


def _levels(rule: Rule, journal: Journal | None) -> str:
    """The journal's level, and the default level if it differs; without a journal the default."""
    own = own_level(rule)
    if journal is None:
        return _("{off} by default").format(off=_coloured(own)) if own == OFF else _coloured(own)
    level = level_in(rule, journal)
    if level == own:
        return _coloured(level)
    return _("{level} (default: {default})").format(level=_coloured(level), default=own)


def _coloured(level: str) -> str:
    return click.style(level, fg=COLOURS.get(level), dim=level == OFF)


def _show_json(rules: Iterable[Rule], journal: Journal | None) -> None:
    import json

    described = [_described(rule, journal) for rule in rules]
    if journal is not None:
        described += _requirements(journal)
    click.echo(json.dumps(described, ensure_ascii=False, indent=2))


def _described(rule: Rule, journal: Journal | None) -> Mapping[str, Any]:
    from jatsx.rules.manual import manual, part_of, part_title

    page = manual(rule)
    in_journal = {} if journal is None else {"journal_level": level_in(rule, journal)}
    return {
        "code": rule.code,
        "level": own_level(rule),
        **in_journal,
        "fixed": rule.fixed,
        "mends": rule.mends,
        "target": rule.target,
        "part": part_title(part_of(rule)),
        "title": plain(page.title),
        "why": plain(page.why),
        "source": plain(page.source),
        "message": list(rule.words.sentences),
        "hint": list(rule.words.hints),
        "options": [
            {
                "name": option.name,
                "help": option.help,
                "default": list(option.default),
                "choices": list(option.choices),
            }
            for option in rule.options
        ],
    }


def _requirements(journal: Journal) -> list[dict[str, Any]]:
    """The rules that a journal declares, with what each requires."""
    from jatsx.rules.requirements import declared_rules

    return [
        {
            "code": rule.code,
            "level": own_level(rule),
            "journal_level": level_in(rule, journal),
            "fixed": False,
            "target": None,
            "requirement": requirement.model_dump(exclude_unset=True),
        }
        for rule, requirement in declared_rules(journal)
    ]


def _show_unknown(journal: Journal, registry: Registry) -> None:
    """Reports the codes in the settings of the journal that no rule has."""
    from jatsx.findings.sentences import REQUIREMENT

    declared = {f"{REQUIREMENT}{name}" for name in journal.requirements}
    for code in journal.rules:
        if code not in registry.rules and code not in declared:
            unknown = _(
                "journal.yaml has settings for the rule {code}, but this rule does not exist."
            )
            message = f"{unknown.format(code=code)} {nearest(code, registry.rules)}"
            click.echo(message, err=True)

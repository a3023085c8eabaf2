"""How articles compare with what an agency has registered, for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import click

from jatsx.cli.views.findings_text import FindingsText, width
from jatsx.cli.views.words import article_count, article_name, visible, wrapped
from jatsx.deposit.compared_fields import ComparedField, FieldState
from jatsx.deposit.comparison import ComparedArticle, Comparison, Likeness
from jatsx.findings.finding import Level
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _

LIKENESSES: Final[Mapping[Likeness, str]] = MappingProxyType(
    {
        Likeness.SAME: N_("the same at the agency"),
        Likeness.DIFFERENT: N_("different at the agency"),
        Likeness.UNREGISTERED: N_("not registered"),
        Likeness.BLOCKED: N_("not compared: errors"),
        Likeness.HELD_BACK: N_("not compared: unpublished"),
        Likeness.UNKNOWN: N_("not compared: no answer"),
    }
)
"""How an article compares with its record, in words."""

STATES: Final[Mapping[FieldState, str]] = MappingProxyType(
    {
        FieldState.DIFFERENT: N_("different"),
        FieldState.OLDER: N_("older at the agency"),
        FieldState.MISSING: N_("missing at the agency"),
        FieldState.ADDED: N_("only at the agency"),
    }
)
"""How a field that is not the same compares with its record, in words."""

NAMED: Final = (Likeness.UNREGISTERED, Likeness.BLOCKED, Likeness.UNKNOWN)
"""The articles that are listed below their number. Different ones are shown with their fields."""

LONGEST: Final = 200
"""The largest number of characters of a value that is shown whole."""

BEFORE: Final = 30
"""The number of characters that are shown before the first difference of long values."""


def show_comparison(result: Comparison) -> None:
    """Shows each field that is not the same, and how many articles are."""
    errors = [one for one in result.findings if one.level is Level.ERROR]
    FindingsText(result.registry.sentences, errors).show(errors)
    for one in result.articles:
        if one.differences:
            _show_article(one)
    title = visible(_(result.agency.title))
    click.secho(f"{title}: {article_count(len(result.articles))}", bold=True)
    for likeness in Likeness:
        articles = [one for one in result.articles if one.likeness is likeness]
        if articles:
            _show_likeness(likeness, articles)


def _show_article(one: ComparedArticle) -> None:
    click.secho(f"{article_name(one.result)}  {visible(one.doi)}", bold=True)
    for field in one.differences:
        click.echo(f"  {field.field}: {_(STATES[field.state])}")
        here, there = _excerpts(field)
        for label, text in ((_("here: {text}"), here), (_("there: {text}"), there)):
            if text:
                click.echo(wrapped(label.format(text=visible(text)), width(), "    ", "    "))


def _excerpts(field: ComparedField) -> tuple[str, str]:
    """The two values. Of long ones, what stands around the first difference."""
    if max(len(field.here), len(field.there)) <= LONGEST:
        return field.here, field.there
    pairs = enumerate(zip(field.here, field.there, strict=False))
    shorter = min(len(field.here), len(field.there))
    first = next((n for n, (ours, theirs) in pairs if ours != theirs), shorter)
    return _excerpt(field.here, first), _excerpt(field.there, first)


def _excerpt(text: str, first: int) -> str:
    start = max(0, first - BEFORE)
    before, after = "…" if start else "", "…" if len(text) > start + LONGEST else ""
    return f"{before}{text[start : start + LONGEST]}{after}" if text else ""


def _show_likeness(likeness: Likeness, articles: list[ComparedArticle]) -> None:
    line = f"  {_(LIKENESSES[likeness])}: {len(articles)}"
    if likeness in NAMED:
        line += f" ({', '.join(article_name(one.result) for one in articles)})"
    click.echo(line)

"""What an agency says of an article, as a finding in plain words at a line of the user's file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from jatsx.deposit.ledger import ItemKind, SubmissionItem
from jatsx.findings.finding import Finding, Level, Place
from jatsx.model import Article, Texts
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.tracked import TrackedArticle, placed
from jatsx.plugin.agency import Agency, AgencyMessage
from jatsx.plugin.outcome import Outcome
from jatsx.standards.identifiers import is_doi

LEVELS = {Outcome.REFUSED: Level.ERROR, Outcome.CONFLICT: Level.WARNING}
"""The outcomes that a message of the agency explains."""

SHARED_FIELDS = {ItemKind.ISSUE: "issue.doi", ItemKind.JOURNAL: "issue.journal.doi"}
"""The fields of the DOIs that the articles of a document share."""

WITHOUT_WORDS = {
    Outcome.REFUSED: "deposit-article-refused",
    Outcome.CONFLICT: "deposit-article-conflict",
    Outcome.NOT_MENTIONED: "deposit-article-unmentioned",
    Outcome.UNKNOWN: "deposit-article-unknown",
}
"""The codes of outcomes whose message is not known."""


def findings_of(agency: Agency, outcome: Outcome, message: str) -> Iterator[Finding]:
    """The findings about an outcome: one for each line of the message of the agency."""
    if outcome is Outcome.REGISTERED:
        return
    for line in message.splitlines() or [""]:
        yield _finding(agency, outcome, line)


def findings_of_shared(agency: Agency, item: SubmissionItem, message: str) -> Iterator[Finding]:
    """The findings that the DOI of an issue or of a journal was refused, at its field."""
    for one in findings_of(agency, Outcome.REFUSED, message):
        code, params, field = one.code, one.params, one.field
        if code == WITHOUT_WORDS[Outcome.REFUSED]:
            code, params = "deposit-doi-refused", FrozenMap({**params, "doi": item.identifier})
        if field is None or not field.startswith("issue"):
            field = SHARED_FIELDS[item.kind]
        yield replace(one, code=code, params=params, field=field)


def code_of(agency: Agency, outcome: Outcome, message: str) -> str:
    """The code of the first of these findings; empty if there is none."""
    return next((one.code for one in findings_of(agency, outcome, message)), "")


def quoted_value(agency: Agency, message: str) -> str | None:
    """The DOI or another value that a message is about, if it quotes one."""
    found = _known(agency, message)
    if found is None:
        return None
    named = found[1].groupdict()
    return named.get("doi") or named.get("value")


def at_article(finding: Finding, tracked: TrackedArticle) -> Finding:
    """The finding at the value that it is about, else at the file of the article."""
    article = tracked.article
    value = finding.params.get("value") or finding.params.get("doi")
    field = finding.field
    if article is not None and value and (field is None or _is_elsewhere(field, value, article)):
        field = field_with(value, article) or field
    found = placed(replace(finding, article=tracked.id, field=field or "doi"), tracked.record)
    return found if found.place else replace(found, place=Place(tracked.record.source))


def field_with(value: str, article: Article) -> str | None:
    """The field of an article, its issue or its journal that contains a value; None if none does.

    A field with this value only comes before one that contains more. A DOI is never a part of
    another value.
    """
    wanted = value.casefold()
    fields = [(format_path(path), plain.casefold()) for path, plain in values_of(article)]
    exact = (path for path, plain in fields if plain == wanted)
    within = (path for path, plain in fields if wanted in plain and not is_doi(value))
    return next(exact, None) or next(within, None)


def _is_elsewhere(field: str, value: str, article: Article) -> bool:
    """Whether a value is not in the field that a message is usually about, but in another one."""
    wanted = value.casefold()
    inside = (plain for path, plain in values_of(article) if format_path(path).startswith(field))
    return not any(wanted in plain.casefold() for plain in inside)


def values_of(article: Article) -> Iterator[tuple[Path, str]]:
    """The values of an article, its issue and its journal, with their paths."""
    owners = (
        ((), article),
        (("issue",), article.issue),
        (("issue", "journal"), article.issue.journal),
    )
    for before, owner in owners:
        for value in Texts.of(owner).values:
            yield (*before, *value.path), value.plain


def _finding(agency: Agency, outcome: Outcome, message: str) -> Finding:
    shown = FrozenMap({"agency": agency.title, "message": message})
    level = LEVELS.get(outcome)
    found = _known(agency, message) if level else None
    if found is not None and level is not None:
        known, match = found
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        params = FrozenMap({**shown, **groups})
        return Finding(known.code, level, params, known.field, target=agency.format)
    level = level or (Level.WARNING if outcome is Outcome.UNKNOWN else Level.ERROR)
    if message and outcome is Outcome.NOT_MENTIONED:
        return Finding(WITHOUT_WORDS[Outcome.REFUSED], level, shown, target=agency.format)
    return Finding(WITHOUT_WORDS[outcome], level, shown, target=agency.format)


def _known(agency: Agency, message: str) -> tuple[AgencyMessage, re.Match[str]] | None:
    """The first known message that is in a message, and what it matches."""
    for known in agency.refusals:
        match = re.search(known.pattern, message, re.IGNORECASE)
        if match is not None:
            return known, match
    return None

"""What became of articles at agencies, as the pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from markupsafe import Markup

from jatsx.deposit.known_article import KnownArticle
from jatsx.deposit.standing import Standing
from jatsx.deposit.status import StatusResult
from jatsx.desk.sentences import say
from jatsx.report_page.overview import StateShown

MARKS: Final[Mapping[Standing, tuple[str, str]]] = MappingProxyType(
    {
        Standing.REGISTERED: ("sent", "⇡"),
        Standing.CONFLICT: ("warn", "!"),
        Standing.UNCHANGED: ("sent", "⇡"),
        Standing.READY: ("ok", "✓"),
        Standing.HELD_BACK: ("none", "–"),
        Standing.BLOCKED: ("bad", "✕"),
        Standing.REFUSED: ("bad", "✕"),
        Standing.NOT_MENTIONED: ("bad", "✕"),
        Standing.NOT_SENT: ("warn", "!"),
        Standing.WAITING: ("warn", "…"),
        Standing.UNKNOWN: ("warn", "?"),
    }
)
"""The class and the mark of what became of an article."""

AT_AGENCY: Final = (Standing.REGISTERED, Standing.CONFLICT, Standing.UNCHANGED)
"""What became of an article that the agency has."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """An article at an agency, as a line of the ledger.

    Args:
        agency: the title of the agency.
        is_test: whether it is its test system.
        article: the id of the article.
        identifier: its DOI or address.
        state: what became of it.
        sent: when it was sent.
        message: what the agency said.
        number: the number of the submission.
    """

    agency: str
    is_test: bool
    article: str
    identifier: str
    state: StateShown
    sent: str
    message: str
    number: int


def standing_shown(standing: Standing, *, day: str = "", is_changed: bool = False) -> StateShown:
    """What became of an article: a mark and words."""
    if is_changed and standing in AT_AGENCY:
        return StateShown("warn", "↻", Markup.escape(say("out_of_date")))
    kind, mark = MARKS[standing]
    words = say(f"standing_{standing.value}")
    return StateShown(kind, mark, Markup.escape(f"{words} {day}".strip()))


def ledger_lines(status: StatusResult) -> list[LedgerLine]:
    """The lines of the ledger, the newest first."""
    lines = [_line(one, status) for one in status.articles]
    return sorted(lines, key=lambda one: one.sent, reverse=True)


def states_by_format(status: StatusResult) -> dict[tuple[str, str], StateShown]:
    """What became of articles at the live systems, by the id of the article and the format."""
    found = {}
    for one in status.articles:
        system = one.status.last.submission.place.system
        agency = status.registry.agencies.get(system.agency)
        if agency is not None and not system.is_test:
            found[one.status.last.item.article, agency.format] = _state(one)
    return found


def _line(one: KnownArticle, status: StatusResult) -> LedgerLine:
    last = one.status.last
    system = last.submission.place.system
    agency = status.registry.agencies.get(system.agency)
    return LedgerLine(
        agency.title if agency else system.agency,
        system.is_test,
        last.item.article,
        last.item.identifier,
        _state(one),
        _minute(last.submission.sent),
        last.message or last.submission.message,
        last.submission.number,
    )


def _state(one: KnownArticle) -> StateShown:
    day = _minute(one.status.last.submission.sent)[:10]
    return standing_shown(one.standing, day=day, is_changed=bool(one.is_changed))


def _minute(moment: str | None) -> str:
    """A moment of the ledger to the minute: ``2024-06-01 12:00``."""
    return (moment or "")[:16].replace("T", " ")

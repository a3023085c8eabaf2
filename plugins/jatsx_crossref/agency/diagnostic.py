"""The diagnostic: what became of a deposit.

Source: Crossref documentation, "Submission queue and log".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from jatsx import AnswerNotUnderstood, HttpAnswer, Outcome
from jatsx_crossref.agency.xml import root_of

if TYPE_CHECKING:
    from lxml import etree

STATES: Final = ("unknown_submission", "queued", "in_process", "completed")

MOST_CHARACTERS: Final = 4_000
"""The maximum length of a message that is kept. Those of a schema quote long lists."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a ``record_diagnostic`` says: ``doi`` is as written, and may be words or empty."""

    outcome: Outcome
    doi: str
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A ``doi_batch_diagnostic``. ``id`` and ``batch_id`` may be empty."""

    state: str
    id: str
    batch_id: str
    said: tuple[Said, ...]
    content: bytes


def read_diagnostic(answer: HttpAnswer) -> Diagnostic:
    """The diagnostic in an answer.

    Raises:
        AnswerNotUnderstood: there is none, for example because the XML is truncated.
    """
    root = root_of(answer.content)
    state = None if root is None else root.get("status")
    if root is None or root.tag != "doi_batch_diagnostic" or state not in STATES:
        raise AnswerNotUnderstood("crossref-answer-unknown", answer.address)
    said = [one for record in root.iterfind("record_diagnostic") for one in _said(record)]
    return Diagnostic(
        state,
        _text(root.find("submission_id")),
        _text(root.find("batch_id")),
        tuple(said),
        answer.text().encode(),
    )


def _said(record: etree._Element) -> Iterator[Said]:
    """What a record says. It may have several pairs of ``doi`` and ``msg``.

    Only its own children count: ``dois_in_conflict`` contains elements ``doi``, too.
    """
    dois = [_text(one) for one in record.iterfind("doi")] or [""]
    messages = [_text(one) for one in record.iterfind("msg")] or [""]
    in_conflict = [_text(one) for one in record.iterfind("dois_in_conflict/doi")]
    for doi, message in zip_longest(dois, messages):
        said = ": ".join(filter(None, (message, ", ".join(in_conflict))))
        outcome = _outcome(record.get("status"), said, bool(in_conflict))
        yield Said(outcome, dois[-1] if doi is None else doi, said[:MOST_CHARACTERS])


def _outcome(status: str | None, message: str, has_conflicts: bool) -> Outcome:
    """What a status means. A DOI with a warning is registered."""
    if status == "Failure":
        return Outcome.REFUSED
    if status not in ("Success", "Warning"):
        return Outcome.UNKNOWN
    is_conflict = has_conflicts or "with conflict" in message.lower()
    return Outcome.CONFLICT if is_conflict else Outcome.REGISTERED


def _text(element: etree._Element | None) -> str:
    """The text of an element, with single spaces."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())

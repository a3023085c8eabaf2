"""From the answer of an agency to the outcome of each DOI of a submission."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from jatsx.deposit.ledger import ItemOutcome
from jatsx.deposit.ledger.shapes import identifier_key
from jatsx.deposit.refusals import code_of, quoted_value
from jatsx.plugin.agency import Agency, RecordAnswer, SentRecord
from jatsx.plugin.outcome import Outcome

OwnerOf: TypeAlias = Callable[[str], str | None]
"""Returns the id of the only article that contains a value; None if there is no such article."""

WORST_FIRST: Final = (
    Outcome.REFUSED,
    Outcome.UNKNOWN,
    Outcome.NOT_MENTIONED,
    Outcome.CONFLICT,
    Outcome.REGISTERED,
)
"""If an agency says several things of a DOI, the worst of them counts."""


@dataclass(frozen=True, slots=True)
class SubmissionVerdict:
    """The outcomes of a submission, by identifier, and what is said of none of them."""

    outcomes: Mapping[str, ItemOutcome]
    outcome: Outcome = Outcome.NOT_MENTIONED
    message: str = ""
    code: str = ""


def verdict_of(
    agency: Agency,
    sent: Sequence[SentRecord],
    answered: Iterable[RecordAnswer],
    owner_of: OwnerOf = lambda _: None,
) -> SubmissionVerdict:
    """What an answer says of each DOI.

    A DOI is compared as a whole, in lower case. What is said without a DOI belongs to the article
    that contains the value which the message quotes; otherwise to all DOIs that are not named.
    """
    keys = {identifier_key(one.doi) for one in sent}
    of_article = {one.article: identifier_key(one.doi) for one in sent if one.article}
    named: dict[str, list[RecordAnswer]] = {}
    shared: list[RecordAnswer] = []
    for answer in answered:
        key = identifier_key(answer.doi) if answer.doi else ""
        if key not in keys:
            value = quoted_value(agency, answer.message)
            key = of_article.get((owner_of(value) if value else None) or "", "")
        if key:
            named.setdefault(key, []).append(answer)
        else:
            shared.append(answer)
    whole = [one for one in shared if not one.doi]
    outcomes = {key: _outcome(agency, named.get(key) or whole) for key in sorted(keys)}
    worst, message = _worst(shared), _messages(shared)
    return SubmissionVerdict(
        outcomes, worst, message, code_of(agency, worst, message) if shared else ""
    )


def _outcome(agency: Agency, answers: Sequence[RecordAnswer]) -> ItemOutcome:
    worst = _worst(answers)
    message = _messages(one for one in answers if one.outcome is worst)
    return ItemOutcome(worst, message, code_of(agency, worst, message))


def _worst(answers: Sequence[RecordAnswer]) -> Outcome:
    said = {one.outcome for one in answers}
    return next((one for one in WORST_FIRST if one in said), Outcome.NOT_MENTIONED)


def _messages(answers: Iterable[RecordAnswer]) -> str:
    """The messages of several records, each once, on a line of its own."""
    said = (" ".join(one.message.split()) for one in answers)
    return "\n".join(dict.fromkeys(message for message in said if message))

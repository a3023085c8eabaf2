"""Asking what became of an upload. DOAJ saves all its articles, or none.

DOAJ says which ISSNs are the reason, but not which articles have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from jatsx import Answer, Connection, HttpAnswer, Outcome, RecordAnswer, Submission
from jatsx_doaj.agency.answers import ACCEPTS, REFUSED, error_in, not_understood, said_in
from jatsx_doaj.agency.articles import sent_articles
from jatsx_doaj.agency.sending import MANY

WAITING: Final = ("pending", "validated")
REASONS: Final = ("unmatched", "unowned", "shared")


def ask(connection: Connection, submission: Submission, id: str | None) -> Answer:
    """What DOAJ says of an upload now.

    Without its id, DOAJ cannot be asked. Sending the articles again overwrites them.

    Raises:
        HttpFault: the server cannot be reached, or its answer is not understood.
    """
    if id is None:
        return Answer(is_final=True, is_known=False)
    answer = connection.client.get(f"{MANY}/{id}", accepts=ACCEPTS)
    said = said_in(answer)
    content = answer.text().encode()
    if answer.status in REFUSED:
        return Answer(is_final=True, id=id, content=content, is_known=False)
    if said.get("status") in WAITING:
        return Answer(is_final=False, id=id, content=content)
    records = tuple(_record_answers(submission, said, answer))
    return Answer(is_final=True, id=id, records=records, content=content)


def _record_answers(
    submission: Submission, said: dict[str, Any], answer: HttpAnswer
) -> Iterator[RecordAnswer]:
    match said.get("status"):
        case "processed" if _imported(said) in (None, len(sent_articles(submission.content))):
            yield from (RecordAnswer(Outcome.REGISTERED, one.doi) for one in submission.records)
        case "processed" | "processed_partial":
            yield from _with_reasons(submission, said)
            yield RecordAnswer(Outcome.UNKNOWN, None, _counts(said))
        case "failed":
            yield from _with_reasons(submission, said)
            yield RecordAnswer(Outcome.REFUSED, None, error_in(said))
        case _:
            raise not_understood(answer)


def _with_reasons(submission: Submission, said: dict[str, Any]) -> Iterator[RecordAnswer]:
    """A refusal for each article with an ISSN that DOAJ names."""
    reasons = said.get("failure_reasons")
    named = reasons if isinstance(reasons, dict) else {}
    for article in sent_articles(submission.content):
        for reason in REASONS:
            issns = named.get(reason)
            for issn in issns if isinstance(issns, list) else ():
                if issn in article.issns:
                    yield RecordAnswer(Outcome.REFUSED, article.key, f"{reason}: {issn}")


def _imported(said: dict[str, Any]) -> object:
    results = said.get("results")
    return results.get("imported") if isinstance(results, dict) else None


def _counts(said: dict[str, Any]) -> str:
    """The status and the counts, as they are."""
    results = said.get("results")
    counts = results.items() if isinstance(results, dict) else ()
    return ", ".join((str(said["status"]), *(f"{name}: {count}" for name, count in counts)))

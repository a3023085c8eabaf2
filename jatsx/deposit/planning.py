"""What can be sent of a part of the input: articles without errors, and what is in their documents.

Each article is exported by itself, with a timestamp and a batch id that are always the same. The
hash of this document says whether an article was changed since it was sent, and its size in how
many parts an issue is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from jatsx.deposit.chosen_ledger import chosen_ledger
from jatsx.deposit.connecting import Destination
from jatsx.deposit.ledger import IssueAtAgency, ItemKind, SubmissionItem
from jatsx.deposit.ledger.shapes import identifier_key
from jatsx.deposit.sample_values import with_samples_judged
from jatsx.deposit.standing import DepositedArticle, Standing
from jatsx.findings.finding import Finding
from jatsx.model import Article, Journal
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.value_hash import ValueHashes
from jatsx.pipeline.export import export_context
from jatsx.pipeline.job import Job
from jatsx.pipeline.process import read_and_check
from jatsx.pipeline.run_exporter import ExportedRun, export_run
from jatsx.pipeline.scan import InputPart
from jatsx.pipeline.tracked import TrackedArticle, TrackedIssue
from jatsx.plugin.exporter import Exporter

SAME_TIMESTAMP: Final = "20000101000000000"
SAME_BATCH_ID: Final = "unsent"


@dataclass(slots=True)
class PlannedPart:
    """A part of the input, and what became of its articles so far.

    Args:
        part: the part.
        place: its issue at the agency.
        journal: the journal.
        articles: all its articles, in order.
        shared: the DOIs of the issue and of the journal that the documents contain.
        issue: the issue with the findings about it; another part may have it too.
        ledger: the ledger of the journal; None for that of this user.
    """

    part: InputPart
    place: IssueAtAgency
    journal: Journal
    articles: Sequence[DepositedArticle]
    shared: Sequence[SubmissionItem]
    issue: TrackedIssue
    ledger: Path | None = None

    def ready(self) -> Iterator[DepositedArticle]:
        """The articles that are to be sent."""
        return (one for one in self.articles if one.standing is Standing.READY)

    def identifiers(self) -> set[str]:
        """The identifiers of these articles, as the ledger writes them."""
        return {identifier_key(one.identifier) for one in self.ready()}


@dataclass(frozen=True, slots=True)
class Plan:
    """What the parts of a deposit have in common.

    ``ledger`` is the ledger of all journals, if one is given.
    """

    job: Job
    destination: Destination
    ledger: Path | None = None

    @property
    def exporter(self) -> Exporter:
        """The exporter of the format that the agency takes."""
        return self.job.registry.exporters[self.destination.agency.format]

    @property
    def plugin(self) -> str:
        """The plugin of the exporter, as messages name it."""
        return str(self.job.registry.plugin_of(self.exporter))


def checked_articles(part: InputPart, plan: Plan) -> list[TrackedArticle]:
    """The articles of a part, read and checked. Sample values block them, except in tests."""
    articles = read_and_check(part, plan.job)
    with_samples_judged(articles, plan.job.registry, plan.exporter, plan.destination.is_test)
    return articles


def planned_part(part: InputPart, plan: Plan) -> PlannedPart | None:
    """What can be sent of a part; None if none of its articles can be read."""
    tracked = checked_articles(part, plan)
    issue = next((one.issue for one in tracked if one.issue is not None), None)
    if issue is None:
        return None
    shared: dict[str, SubmissionItem] = {}
    articles = [_planned(one, plan, shared) for one in tracked]
    journal = issue.issue.journal
    place = IssueAtAgency(plan.destination.system, journal_key(journal), issue.issue.id or "issue")
    ledger = chosen_ledger(plan.ledger, journal, issue.record)
    return PlannedPart(part, place, journal, articles, tuple(shared.values()), issue, ledger)


def unread_articles(part: InputPart, plan: Plan) -> list[DepositedArticle]:
    """The articles of a part of which none can be read."""
    tracked = checked_articles(part, plan)
    return [DepositedArticle(one.result, Standing.BLOCKED) for one in tracked]


def journal_key(journal: Journal) -> str:
    """What identifies a journal on every computer: its ISSN, else its title."""
    issn = journal.issn
    known = issn.electronic or issn.print or issn.linking
    return known or next(map(str, journal.title.values()), "journal")


def _planned(
    one: TrackedArticle, plan: Plan, shared: dict[str, SubmissionItem]
) -> DepositedArticle:
    """An article, ready or blocked. Adds the DOIs of its issue and journal to ``shared``."""
    target = plan.exporter.name
    if one.article is None or one.is_blocked(target):
        standing = Standing.HELD_BACK if one.is_held_back else Standing.BLOCKED
        return DepositedArticle(one.result, standing)
    exported = exported_alone(one.article, plan)
    size = sum(len(document.content) for document in exported.documents)
    found = [*export_findings(exported), *_size_findings(size, plan)]
    identifier = one.article.doi or one.article.url or ""
    others = [*_shared_items(one.article, exported, plan)]
    if not identifier:
        found.append(Finding("deposit-identifier-missing", field="doi", target=target))
    elif identifier_key(identifier) in {identifier_key(other.identifier) for other in others}:
        params = FrozenMap({"doi": identifier})
        found.append(Finding("deposit-doi-shared", params=params, field="doi", target=target))
    for finding in found:
        one.note(finding)
    if found:
        return DepositedArticle(one.result, Standing.BLOCKED)
    for other in others:
        shared.setdefault(identifier_key(other.identifier), other)
    item = SubmissionItem(identifier, _hash(exported), one.article.id)
    return DepositedArticle(one.result, Standing.READY, item, size)


def exported_alone(article: Article, plan: Plan) -> ExportedRun:
    """The document of one article, always with the same timestamp and batch id."""
    request = replace(plan.job.request, timestamp=SAME_TIMESTAMP)
    context = replace(export_context(article, plan.exporter, 0, request), batch_id=SAME_BATCH_ID)
    (exported,) = export_run(plan.exporter, [article], context, plan.plugin)
    return exported


def export_findings(exported: ExportedRun) -> Iterator[Finding]:
    if exported.failure is not None:
        yield exported.failure
    for document in exported.documents:
        yield from document.findings


def _size_findings(size: int, plan: Plan) -> Iterator[Finding]:
    most = plan.destination.agency.most_bytes
    if size > most:
        params = {"agency": plan.destination.agency.title, "limit": f"{most / 1_000_000:g}"}
        yield Finding("deposit-article-large", params=FrozenMap(params), target=plan.exporter.name)


def _hash(exported: ExportedRun) -> str:
    hashed = sha256()
    for document in exported.documents:
        hashed.update(document.content)
    return hashed.hexdigest()


def _shared_items(article: Article, exported: ExportedRun, plan: Plan) -> Iterator[SubmissionItem]:
    """The DOIs of the issue and of the journal, if the document registers them too."""
    if plan.destination.agency.articles_only:
        return
    losses = (loss for document in exported.documents for loss in document.document.all_losses)
    absent = (*(loss.field for loss in losses), *plan.exporter.own_record)
    journal = article.issue.journal
    known = {
        "issue.doi": (article.issue.doi, ItemKind.ISSUE, article.issue),
        "issue.journal.doi": (journal.doi, ItemKind.JOURNAL, journal),
    }
    for field, (doi, kind, owner) in known.items():
        if doi and not any(f"{field}.".startswith(f"{one}.") for one in absent):
            yield SubmissionItem(doi, ValueHashes(owner).of(()), "", kind)

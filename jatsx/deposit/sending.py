"""Sending the articles of a part of the input: in submissions under the agency's size limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from jatsx.deposit.asking import (
    AtWork,
    OpenSubmission,
    StepWatch,
    agency_failed,
    ask_until_settled,
    batch_id_of,
    note_accepted,
    take_answer,
)
from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger.shapes import identifier_key
from jatsx.deposit.planning import Plan, PlannedPart, checked_articles
from jatsx.deposit.ready_articles import (
    ReadyArticle,
    article_with,
    note_standing,
    sent_records,
)
from jatsx.deposit.refusals import at_article, findings_of, findings_of_shared
from jatsx.deposit.standing import Standing
from jatsx.findings.finding import Finding
from jatsx.findings.plugin_errors import PLUGIN_ERRORS
from jatsx.http import HttpFault, RequestRefused
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.export import export_context
from jatsx.pipeline.run_exporter import ExportedRun, export_run, plugin_failure
from jatsx.pipeline.tracked import placed
from jatsx.plugin.agency import Answer, Submission
from jatsx.plugin.outcome import Outcome
from jatsx.standards.timestamps import timestamp_at

OF_DOCUMENT: Final = (400, 413, 415, 422)
"""The statuses that say that a document is invalid or too large."""


@dataclass(slots=True, eq=False)
class SentDocument:
    """A submission and its articles."""

    opened: OpenSubmission
    articles: Sequence[ReadyArticle]


class PartSender:
    """Sends the articles of a part. If the server accepts nothing, ``is_stopped`` is True then.

    Args:
        planned: the part.
        plan: what the parts of the deposit have in common.
        work: the ledger with the lease, and the agency.
        waits: whether to wait for the outcomes.
        watch: called while it works.
    """

    def __init__(
        self, planned: PlannedPart, plan: Plan, work: AtWork, *, waits: bool, watch: StepWatch
    ) -> None:
        self._planned = planned
        self._plan = plan
        self._work = work
        self._waits = waits
        self._watch = watch
        self.is_stopped = False

    def send(self) -> None:
        """Sends the articles that are ready, and notes what became of them."""
        ready = self._ready()
        sent = self._all_sent([*self._packs(ready)])
        whole = [one for one in sent if self._is_whole_refusal(one)]
        for one in sent:
            if one not in whole:
                self._note(one)
        each = [[article] for one in whole for article in one.articles]
        for one in self._all_sent(each):
            self._note(one)

    def _ready(self) -> list[ReadyArticle]:
        """The articles that are ready, read again."""
        tracked = checked_articles(self._planned.part, self._plan)
        pairs = zip(self._planned.articles, tracked, strict=True)
        return [ReadyArticle(*pair) for pair in pairs if pair[0].standing is Standing.READY]

    def _packs(self, ready: Sequence[ReadyArticle]) -> Iterator[list[ReadyArticle]]:
        """The articles of each submission."""
        most = self._work.agency.most_bytes
        most_articles = 1 if self._plan.exporter.per == "article" else self._plan.job.request.batch
        pack: list[ReadyArticle] = []
        for one in ready:
            size = sum(other.deposited.size for other in pack) + one.deposited.size
            if pack and (size > most or len(pack) == most_articles):
                yield pack
                pack = []
            pack.append(one)
        if pack:
            yield pack

    def _all_sent(self, packs: Sequence[Sequence[ReadyArticle]]) -> list[SentDocument]:
        """The submissions of some packs, with their outcomes as far as they are known."""
        sent: list[SentDocument] = []
        for number, pack in enumerate(packs):
            self._watch("send", number, len(packs))
            sent += self._sent_pack(pack)
        self._watch("send", len(packs), len(packs))
        if self._waits:
            ask_until_settled([one.opened for one in sent], self._work, self._watch)
        return sent

    def _sent_pack(self, pack: Sequence[ReadyArticle]) -> Iterator[SentDocument]:
        """Exports and sends some articles. Those of an invalid document are blocked."""
        if self.is_stopped:
            note_standing(pack, Standing.NOT_SENT)
            return
        timestamp = self._next_timestamp(pack)
        by_id = {one.article.id: one for one in pack}
        for exported in self._exported([one.article for one in pack], timestamp):
            articles = [by_id[article.id] for article in exported.articles]
            if not exported.is_valid:
                self._block(articles, exported)
            elif len(exported.documents) == 1:
                content = exported.documents[0].content
                name = self._file_name(exported.documents[0].document.name, timestamp, content)
                yield from self._sent_document(articles, name, content, timestamp)
            elif len(articles) > 1:
                for one in articles:
                    yield from self._sent_pack([one])
            else:
                detail = f"{len(exported.documents)} documents for one article"
                target = self._plan.exporter.name
                self._note_each(articles, plugin_failure(self._plan.plugin, target, detail))

    def _next_timestamp(self, pack: Sequence[ReadyArticle]) -> str:
        items = (*(one.item for one in pack), *self._planned.shared)
        now = timestamp_at(datetime.now(UTC))
        identifiers = [item.identifier for item in items]
        return self._work.ledger.next_timestamp(self._planned.place.system, identifiers, now)

    def _exported(self, articles: Sequence[Article], timestamp: str) -> Iterator[ExportedRun]:
        exporter = self._plan.exporter
        request = replace(self._plan.job.request, timestamp=timestamp)
        batch_id = batch_id_of(self._planned.place, timestamp)
        context = replace(export_context(articles[0], exporter, 0, request), batch_id=batch_id)
        return export_run(exporter, articles, context, self._plan.plugin)

    def _file_name(self, name: str, timestamp: str, content: bytes) -> str:
        """A name that is never used twice: journal, issue, timestamp, and digits of the hash."""
        place = self._planned.place
        digits = sha256(content).hexdigest()[:8]
        parts = (_ascii(place.journal), _ascii(place.issue), timestamp, digits)
        return "-".join(filter(None, parts)) + PurePosixPath(name).suffix

    def _sent_document(
        self, articles: Sequence[ReadyArticle], name: str, content: bytes, timestamp: str
    ) -> Iterator[SentDocument]:
        """Writes a document to the ledger, then sends it."""
        text = content.decode("utf-8", "replace")
        if self._work.redact(f"{name} {text}") != f"{name} {text}":
            params = FrozenMap({"agency": self._work.agency.title})
            self._note_each(articles, Finding("deposit-document-secret", params=params))
            return
        lease = self._work.lease
        items = (*(one.item for one in articles), *self._planned.shared)
        try:
            number = lease.prepare(name, content, timestamp, items)
        except LedgerFault as fault:
            if fault.code != "deposit-timestamp-passed":
                raise
            yield from self._sent_pack(articles)  # another process has used a later one
            return
        records = tuple(sent_records(articles, self._planned.shared))
        batch_id = batch_id_of(self._planned.place, timestamp)
        submission = Submission(name, batch_id, content, records)
        opened = OpenSubmission(
            number, submission, datetime.now(UTC), owner_of=article_with(articles)
        )
        left = lease.sending(number, self._work.agency.interval)
        if left > 0:
            self._work.waiting.sleep(left)
        if self._is_sent(opened):
            yield SentDocument(opened, articles)
        else:
            note_standing(articles, Standing.NOT_SENT)

    def _is_sent(self, opened: OpenSubmission) -> bool:
        """Sends a submission; whether it may have been processed."""
        lease, agency = self._work.lease, self._work.agency
        try:
            answer = agency.send(self._work.connection, opened.submission)
            if not isinstance(answer, Answer):
                raise TypeError(f"{answer!r} is not an Answer")
        except HttpFault as fault:
            opened.faults.append(fault.finding())
            if fault.is_unprocessed:
                self._work.findings.extend(opened.faults)
                lease.not_sent(opened.number)
                lease.give_up(opened.number, message=str(fault), code=fault.code)
                self.is_stopped = not _is_about_document(fault)
                return False
            lease.unknown(opened.number, message=str(fault), code=fault.code)
        except PLUGIN_ERRORS as error:
            finding = agency_failed(error, self._work)
            self._work.findings.append(finding)
            lease.unknown(opened.number, code=finding.code)
        else:
            if not answer.is_known:
                lease.unknown(opened.number)
            elif answer.is_final:
                take_answer(opened, answer, self._work)
            else:
                note_accepted(opened, answer, self._work)
        return True

    def _is_whole_refusal(self, sent: SentDocument) -> bool:
        """Whether the agency refused all articles, because one of them has an error."""
        verdict = sent.opened.verdict
        if not self._work.agency.whole_only or verdict is None or len(sent.articles) == 1:
            return False
        accepted = (Outcome.REGISTERED, Outcome.CONFLICT)
        return not any(one.outcome in accepted for one in verdict.outcomes.values())

    def _note(self, sent: SentDocument) -> None:
        """Notes what became of the articles of a submission."""
        opened, verdict = sent.opened, sent.opened.verdict
        if verdict is None:
            self._work.findings.extend(opened.faults)
            accepted = Standing.WAITING if opened.is_accepted else Standing.UNKNOWN
            note_standing(sent.articles, Standing.NOT_SENT if opened.is_given_up else accepted)
            return
        agency, told = self._work.agency, set[str]()
        for one in sent.articles:
            said = verdict.outcomes[identifier_key(one.item.identifier)]
            one.deposited.standing = Standing(said.outcome.value)
            one.deposited.message = said.message
            told |= {*said.message.splitlines()}
            for finding in findings_of(agency, said.outcome, said.message):
                self._note_at(one, at_article(finding, one.tracked))
        for item in self._planned.shared:
            said = verdict.outcomes[identifier_key(item.identifier)]
            if said.outcome is Outcome.REFUSED and not told.issuperset(said.message.splitlines()):
                for finding in findings_of_shared(agency, item, said.message):
                    self._note_at(sent.articles[0], at_article(finding, sent.articles[0].tracked))
        if not told.issuperset(verdict.message.splitlines()):
            self._work.findings.extend(findings_of(agency, verdict.outcome, verdict.message))

    def _note_at(self, one: ReadyArticle, finding: Finding) -> None:
        """Adds a finding to an article, or once to the issue if it is about the issue."""
        if not (finding.field or "").startswith("issue"):
            one.deposited.result.findings.append(finding)
            return
        shared = replace(finding, article=None)
        if shared not in self._planned.issue.result.findings:
            self._planned.issue.result.findings.append(shared)

    def _block(self, articles: Sequence[ReadyArticle], exported: ExportedRun) -> None:
        """Notes why a document is not valid."""
        found = [finding for one in exported.documents for finding in one.findings]
        for finding in (*([exported.failure] if exported.failure else []), *found):
            self._note_each(articles, finding)

    def _note_each(self, articles: Sequence[ReadyArticle], finding: Finding) -> None:
        """Notes why some articles are not sent."""
        for one in articles:
            named = replace(finding, article=one.tracked.id)
            one.deposited.result.findings.append(placed(named, one.tracked.record))
        note_standing(articles, Standing.BLOCKED)


def _is_about_document(fault: HttpFault) -> bool:
    """Whether a server refuses one document only, so that it may accept others."""
    return isinstance(fault, RequestRefused) and fault.status in OF_DOCUMENT


def _ascii(name: str) -> str:
    """A name with Latin letters, digits and hyphens only."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")

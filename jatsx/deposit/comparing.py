"""Comparing articles with what an agency has registered.

An article is exported, and its document is read again: so only what the format can hold is
compared, in the form in which the agency gets it. The record of the agency is read by a reader too.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from jatsx.deposit.asking import StepWatch, watch_nothing
from jatsx.deposit.chosen_ledger import chosen_ledger, existing_ledger
from jatsx.deposit.compared_fields import ComparedField, FieldState, compared_fields
from jatsx.deposit.comparison import ComparedArticle, Comparison, Likeness
from jatsx.deposit.connecting import Destination, openly_connected
from jatsx.deposit.ledger import Ledger
from jatsx.deposit.planning import Plan, export_findings, exported_alone
from jatsx.deposit.written_fields import with_written_fields
from jatsx.findings.finding import Finding
from jatsx.findings.plugin_errors import PLUGIN_ERRORS, describe_error
from jatsx.http import HttpFault
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.job import Job
from jatsx.pipeline.open_input import reader_of, source_records
from jatsx.pipeline.process import read_and_check
from jatsx.pipeline.result import RunResult
from jatsx.pipeline.scan import InputScan
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.agency import Connection, RegisteredWork
from jatsx.readers.memory_file import MemoryFile
from jatsx.readers.reader import Record


def compare(
    job: Job,
    scan: InputScan,
    destination: Destination,
    ledger: Path | None = None,
    watch: StepWatch = watch_nothing,
) -> Comparison:
    """Compares the articles of the input with what an agency has registered.

    Args:
        job: the job of the input.
        scan: its parts.
        destination: the agency, which has ``work``.
        ledger: the ledger, which knows when an article was last sent; None for that of each
            journal, or else of this user.
        watch: called while it works.

    Raises:
        DepositFault: the ledger cannot be used, the address of the server is not safe, or a package
            is not installed.
        InputChanged: a source was changed while it was being read.
    """
    run = RunResult((destination.agency.format,), job.registry)
    run.add_shared((*job.registry.findings, *scan.findings))
    result = Comparison(destination.agency, run, job.registry)
    with openly_connected(destination) as connection, ExitStack() as opened:
        comparer = _Comparer(Plan(job, destination, ledger), connection, opened)
        _compare_parts(scan, comparer, result, watch)
    return result


def _compare_parts(
    scan: InputScan, comparer: _Comparer, result: Comparison, watch: StepWatch
) -> None:
    for part in scan.parts:
        tracked = read_and_check(part, comparer.job)
        for one in tracked:
            watch("compare", len(result.articles), scan.number)
            result.articles.append(comparer.compared(one))
            result.run.add_article(one.result)
        issue = next((one.issue for one in tracked if one.issue is not None), None)
        if issue is not None and part.run == 1:
            result.run.add_issue(issue.result)
    watch("compare", len(result.articles), scan.number)
    result.run.add_shared(comparer.findings)


class _Comparer:
    """Compares articles one after another. After a fault of the server, it is not asked again."""

    def __init__(self, plan: Plan, connection: Connection, opened: ExitStack) -> None:
        self.findings: list[Finding] = []
        self.job = plan.job
        self._plan = plan
        self._connection = connection
        self._opened = opened
        self._ledgers: dict[Path | None, Ledger | None] = {}

    def compared(self, one: TrackedArticle) -> ComparedArticle:
        """The comparison of an article."""
        here = self._as_sent(one)
        if here is None:
            likeness = Likeness.HELD_BACK if one.is_held_back else Likeness.BLOCKED
            return ComparedArticle(one.result, likeness, one.result.doi or "")
        doi = here.doi or ""
        if self.findings:
            return ComparedArticle(one.result, Likeness.UNKNOWN, doi)
        try:
            work = self._work(doi)
        except HttpFault as fault:
            self.findings.append(fault.finding())
            return ComparedArticle(one.result, Likeness.UNKNOWN, doi)
        except PLUGIN_ERRORS as error:
            self.findings.append(self._failure(error))
            return ComparedArticle(one.result, Likeness.UNKNOWN, doi)
        if work is None:
            return ComparedArticle(one.result, Likeness.UNREGISTERED, doi)
        return self._with_record(one, here, work)

    def _as_sent(self, one: TrackedArticle) -> Article | None:
        """The article as it stands in its document; None if there is none."""
        if one.article is None or one.is_blocked(self._plan.exporter.name):
            return None
        if not one.article.doi:
            target = self._plan.exporter.name
            one.note(Finding("deposit-identifier-missing", field="doi", target=target))
            return None
        exported = exported_alone(one.article, self._plan)
        found = [*export_findings(exported)]
        for finding in found:
            one.note(finding)
        if found:
            return None
        (document,) = exported.documents
        return self._read(document.document.name, document.content)

    def _work(self, doi: str) -> RegisteredWork | None:
        assert self._plan.destination.agency.work is not None  # it can be compared with
        work = self._plan.destination.agency.work(self._connection, doi)
        if not isinstance(work, RegisteredWork | None):
            raise TypeError(f"{work!r} is not a RegisteredWork")
        return work

    def _with_record(
        self, one: TrackedArticle, here: Article, work: RegisteredWork
    ) -> ComparedArticle:
        agency, doi = self._plan.destination.agency, here.doi or ""
        there = self._read(doi, work.content)
        if there is None:
            params = FrozenMap({"agency": agency.title, "doi": doi})
            one.note(Finding("deposit-record-unreadable", params=params, field="doi"))
            return ComparedArticle(one.result, Likeness.UNKNOWN, doi)
        assert one.article is not None  # it is in the document
        fields = compared_fields(here, there, agency.work_fields)
        fields = with_written_fields(fields, one.article)
        if self._is_older(one, work):
            fields = [*map(_older, fields)]
        is_same = all(field.state is FieldState.SAME for field in fields)
        likeness = Likeness.SAME if is_same else Likeness.DIFFERENT
        return ComparedArticle(one.result, likeness, doi, fields, work.deposited)

    def _read(self, name: str, content: bytes) -> Article | None:
        """The article of a file with one article; None if no reader reads it."""
        file, registry = MemoryFile(name, content), self._plan.job.registry
        reader, _ = reader_of(file, registry)
        records = source_records(file, reader, registry, FrozenMap()) if reader else ()
        return next((one.article for one in records if one.article is not None), None)

    def _is_older(self, one: TrackedArticle, work: RegisteredWork) -> bool:
        """Whether a record was deposited before the article was last sent, to the second."""
        assert one.article is not None  # it is compared
        ledger = self._ledger(one.article, one.record)
        if work.deposited is None or ledger is None:
            return False
        known = ledger.status_of(self._plan.destination.system, one.article.doi or "")
        sent = known.last.submission.sent if known else None
        if sent is None:
            return False
        return work.deposited < datetime.fromisoformat(sent).replace(microsecond=0)

    def _ledger(self, article: Article, record: Record) -> Ledger | None:
        """The ledger of an article; None if it does not exist."""
        path = chosen_ledger(self._plan.ledger, article.issue.journal, record)
        if path not in self._ledgers:
            ledger = self._ledgers[path] = existing_ledger(path)
            if ledger is not None:
                self._opened.enter_context(ledger)
        return self._ledgers[path]

    def _failure(self, error: BaseException) -> Finding:
        name = self._plan.destination.agency.name
        detail = describe_error(error, f"The agency {name}")
        params = FrozenMap({"plugin": name, "detail": detail})
        return Finding("plugin-failed", params=params, target=self._plan.exporter.name)


def _older(field: ComparedField) -> ComparedField:
    is_different = field.state is FieldState.DIFFERENT
    return replace(field, state=FieldState.OLDER) if is_different else field

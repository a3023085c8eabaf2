"""A separate journal file, for sources that do not describe their journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jatsx.findings.finding import Finding, Place
from jatsx.model import Article, Journal
from jatsx.model.fieldpath import format_path, parse_path
from jatsx.readers.parsing import parsed_part
from jatsx.readers.reader import Record
from jatsx.readers.source_file import Source, source_file

FIELD = ("issue", "journal")


@dataclass(frozen=True, eq=False, slots=True)
class JournalFile:
    """The journal that a file describes; None if there are findings about the file."""

    source: Source
    journal: Journal | None
    findings: Sequence[Finding] = ()

    def given_to(self, record: Record) -> Record:
        """The record with this journal, if its article has no journal."""
        if record.article is None or self.journal is None or record.article.issue.journal:
            return record
        issue = record.article.issue.model_copy(update={"journal": self.journal})
        article: Article = record.article.model_copy(update={"issue": issue})

        def locate(field: str, excerpt: str) -> Place | None:
            path = parse_path(field)
            if path[:2] == FIELD:
                return self.source.locate(format_path(path[2:]), excerpt)
            return record.locate(field, excerpt) if record.locate else None

        return replace(record, article=article, locate=locate)


def read_journal_file(path: Path) -> JournalFile:
    """The journal of a file. Errors in the file become findings."""
    source = source_file(path)
    journal, errors = parsed_part(Journal, source.data)
    findings = (
        *source.form_findings(FIELD),
        *source.shape_findings(errors, FIELD),
        *source.comment_findings(FIELD),
    )
    return JournalFile(source, None if findings else journal, findings)

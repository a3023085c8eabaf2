"""A journal.yaml by itself, for sources that don't say which journal they are of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jatsx.findings.finding import Finding, Place
from jatsx.model import Article, Journal
from jatsx.model.fieldpath import format_path, parse_path
from jatsx.readers.base import Record
from jatsx.readers.files import source_file
from jatsx.readers.parsing import parsed_part

FIELD = ("issue", "journal")


class JournalFile:
    """The journal that a file describes; None where ``findings`` say what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._source = source_file(path)
        journal, faults = parsed_part(Journal, self._source.data)
        self.findings: list[Finding] = [
            *self._source.form_findings(FIELD),
            *self._source.shape_findings(faults, FIELD),
        ]
        self.journal = None if self.findings else journal

    def given_to(self, record: Record) -> Record:
        """The record with this journal, where its article names none."""
        if record.article is None or self.journal is None or record.article.issue.journal:
            return record
        issue = record.article.issue.model_copy(update={"journal": self.journal})
        article: Article = record.article.model_copy(update={"issue": issue})

        def locate(field: str, excerpt: str) -> Place | None:
            path = parse_path(field)
            if path[:2] == FIELD:
                return self._source.locate(format_path(path[2:]), excerpt)
            return record.locate(field, excerpt) if record.locate else None

        return replace(record, article=article, locate=locate)

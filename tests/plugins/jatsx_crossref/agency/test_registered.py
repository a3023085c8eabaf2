"""What the open API shows: title records and registered articles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from jatsx import AnswerNotUnderstood, Connection, MemoryFile, read
from jatsx.model import Journal
from jatsx_crossref.agency.definition import AGENCY
from tests.servers.crossref import CrossrefServer, TitleRecord
from tests.servers.deposits import TITLE, article
from tests.servers.messages import json_answer
from tests.servers.script import LOGIN_PAGE, TRUNCATED, Step, answered

from .conftest import submission_of

JOURNAL = Journal.model_validate({"issn": {"print": "0378-5955", "electronic": "2434-561X"}})


def test_a_title_record_is_found_by_any_issn(
    crossref_server: CrossrefServer, connection: Connection
) -> None:
    assert AGENCY.journal is not None
    assert AGENCY.journal(connection, JOURNAL) is None
    crossref_server.titles = [TitleRecord(TITLE, {"2434-561X": "electronic"})]
    found = AGENCY.journal(connection, JOURNAL)
    assert found is not None
    assert (found.titles, found.issns) == ((TITLE,), ("2434-561X",))
    assert all(request.credentials is None for request in crossref_server.received)


def test_a_journal_without_issn_is_not_asked_for(
    crossref_server: CrossrefServer, connection: Connection
) -> None:
    assert AGENCY.journal is not None
    assert AGENCY.journal(connection, Journal()) is None
    assert crossref_server.received == []


@pytest.mark.parametrize("doi", ["10.5555/a", "10.5555/A(1)<2>;3-4#%2F?x=1", "10.5555/../b/./c"])
def test_a_registered_article_can_be_read(
    crossref_server: CrossrefServer, connection: Connection, doi: str
) -> None:
    assert AGENCY.work is not None
    assert AGENCY.work(connection, doi) is None
    sent = submission_of(article(doi.replace("<", "&lt;"), title="A title"))
    crossref_server.queue = ()
    AGENCY.send(connection, sent)
    work = AGENCY.work(connection, doi)
    assert work is not None
    assert work.deposited is not None
    assert abs(datetime.now(UTC) - work.deposited) < timedelta(minutes=1)
    records = read(MemoryFile("work.json", work.content), reader="crossref-api")
    (record,) = [one for one in records if one.is_article]
    assert record.article is not None
    assert record.article.doi == doi.lower()
    assert [title.plain for title in record.article.title.values()] == ["A title"]


@pytest.mark.parametrize("step", [LOGIN_PAGE, TRUNCATED, answered(json_answer({"message": 1}))])
def test_another_answer_is_not_understood(
    crossref_server: CrossrefServer, connection: Connection, step: Step
) -> None:
    assert AGENCY.work is not None
    assert AGENCY.journal is not None
    crossref_server.titles = [TitleRecord(TITLE, {"0378-5955": "print"})]
    crossref_server.register("10.5555/a", {"DOI": "10.5555/a", "type": "journal-article"})
    crossref_server.script = [step, step]
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.journal(connection, JOURNAL)
    with pytest.raises(AnswerNotUnderstood):
        AGENCY.work(connection, "10.5555/a")

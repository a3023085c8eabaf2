"""Deposits of the examples to the servers of the agencies, with the plugins that jatsx ships."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jatsx.deposit.result import DepositResult
from jatsx.deposit.standing import Standing
from jatsx.findings.finding import Level
from jatsx.library.deposits import send, status
from jatsx.library.session import Session
from tests.conftest import ROOT
from tests.deposit.conftest import AT_ONCE, HASTY, NAMES, write_issue
from tests.servers.crossref import CrossrefServer, User
from tests.servers.crossref.diagnostic import Record
from tests.servers.doaj import DoajJournal, DoajServer
from tests.servers.fixtures import crossref_server, doaj_server

__all__ = ["crossref_server", "doaj_server"]

CROSSREF = {"JATSX_CROSSREF_USER": "abcd", "JATSX_CROSSREF_PASSWORD": "password-of-abcd"}
DOAJ = {"JATSX_DOAJ_KEY": "key-of-publisher"}


@pytest.fixture(scope="module")
def shipped() -> Session:
    return Session(plugins=("crossref", "doaj"))


def sent(
    source: Path, to: str, server: Any, ledger: Path, given: Mapping[str, str], **others: Any
) -> DepositResult:
    waiting = replace(AT_ONCE, sleep=lambda _: None)
    how = {"server": server.url, "waiting": waiting, "patience": HASTY, **others}
    return send(source, to, ledger=ledger, credentials=given, **how)


@pytest.mark.parametrize(("issue", "number"), [("caa-2021-4", 5), ("irilj-2024-2", 6)])
def test_the_examples_are_registered_once(
    issue: str, number: int, shipped: Session, crossref_server: CrossrefServer, ledger: Path
) -> None:
    crossref_server.users = {"abcd": User("password-of-abcd", ("10.52536", "10.5555"))}
    for standing in (Standing.REGISTERED, Standing.UNCHANGED):
        result = sent(
            ROOT / "examples" / issue,
            "crossref",
            crossref_server,
            ledger,
            CROSSREF,
            test=True,
            session=shipped,
        )
        assert (result.count(standing), result.exit_code) == (number, 0)
    assert set(crossref_server.times_registered().values()) == {1}


def test_one_refused_by_crossref_among_eleven(
    shipped: Session, crossref_server: CrossrefServer, tmp_path: Path, ledger: Path
) -> None:
    source = issue_for_crossref(tmp_path / "2024-1")
    crossref_server.users = {"abcd": User("password-of-abcd", ("10.29228",))}
    verdict = Record("Failure", "10.29228/05", "Something that nobody has seen before")
    crossref_server.verdicts["10.29228/05"] = verdict
    result = sent(source, "crossref", crossref_server, ledger, CROSSREF, session=shipped)
    assert (result.count(Standing.REGISTERED), result.count(Standing.REFUSED)) == (10, 1)
    errors = [one for one in result.findings if one.level.value == "error"]
    assert [(one.code, one.article) for one in errors] == [("deposit-article-refused", "05")]
    crossref_server.verdicts.clear()
    result = sent(source, "crossref", crossref_server, ledger, CROSSREF, session=shipped)
    assert (result.count(Standing.UNCHANGED), result.count(Standing.REGISTERED)) == (10, 1)
    articles = {doi: n for doi, n in crossref_server.times_registered().items() if "/0" in doi}
    assert set(articles.values()) == {1}


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("User not allowed to add records for prefix: 10.29228", "crossref-prefix-foreign"),
        ("Something that nobody has seen before", "deposit-doi-refused"),
    ],
)
def test_a_refused_doi_of_an_issue_is_said_at_its_line(
    message: str,
    code: str,
    shipped: Session,
    crossref_server: CrossrefServer,
    tmp_path: Path,
    ledger: Path,
) -> None:
    source = issue_for_crossref(tmp_path / "2024-1")
    crossref_server.users = {"abcd": User("password-of-abcd", ("10.29228",))}
    doi = "10.29228/annals.2024.1"
    crossref_server.verdicts[doi] = Record("Failure", doi, message)
    result = sent(source, "crossref", crossref_server, ledger, CROSSREF, session=shipped)
    assert (result.count(Standing.REGISTERED), result.exit_code) == (11, 1)
    (finding,) = (one for one in result.findings if one.level is Level.ERROR)
    assert (finding.code, str(finding.place)[-14:]) == (code, "issue.yaml:4:6")
    assert "10.29228" in result.message(finding)
    known = status(ledger=ledger, session=shipped)
    refused = [one.status.identifier for one in known.articles if one.findings]
    assert (refused, len(known.articles), known.exit_code) == ([doi], 12, 1)


def test_one_refused_by_doaj_among_eleven(
    shipped: Session, doaj_server: DoajServer, tmp_path: Path, ledger: Path
) -> None:
    source = write_issue(tmp_path / "2024-1", NAMES)
    for name in NAMES:
        with (source / "articles" / f"{name}.yaml").open("a") as file:
            file.write("abstract: {en: Short words.}\nkeywords: {en: [shelf, wood]}\n")
    doaj_server.journals = [DoajJournal(("2075-1567",), "publisher")]
    doaj_server.verdicts["10.29228/05"] = "Something that nobody has seen before"
    result = sent(source, "doaj", doaj_server, ledger, DOAJ, session=shipped)
    assert (result.count(Standing.REGISTERED), result.count(Standing.REFUSED)) == (10, 1)
    doaj_server.verdicts.clear()
    result = sent(source, "doaj", doaj_server, ledger, DOAJ, session=shipped)
    assert (result.count(Standing.UNCHANGED), result.count(Standing.REGISTERED)) == (10, 1)
    assert set(doaj_server.times_registered().values()) == {1}


def issue_for_crossref(folder: Path) -> Path:
    """The issue of eleven articles, with what a Crossref deposit needs."""
    write_issue(folder, NAMES)
    with (folder / "journal.yaml").open("a") as file:
        file.write("formats: {crossref: {depositor_name: Wood Press, registrant: Wood Press,\n")
        file.write("  email_address: deposit@annals.kz}}\n")
    with (folder / "issue.yaml").open("a") as file:
        file.write("url: https://annals.kz/2024/1\n")
    return folder

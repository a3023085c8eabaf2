"""The servers accept what jatsx writes of the examples."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import httpx
import pytest
from lxml import etree

from tests.servers.crossref import CrossrefServer, TitleRecord, User
from tests.servers.crossref.deposit import read_deposit
from tests.servers.doaj import DoajJournal, DoajServer, doi_of, issns_of

GOLDENS: Final = Path(__file__).parent.parent / "examples" / "goldens"
ISSUES: Final = ("caa-2021-4", "irilj-2024-2")


def golden(issue: str, format_: str) -> bytes:
    (path,) = (GOLDENS / issue / "issue" / issue / format_).iterdir()
    return path.read_bytes()


@pytest.mark.parametrize("issue", ISSUES)
def test_crossref_registers_each_article(
    crossref_server: CrossrefServer, http: httpx.Client, issue: str
) -> None:
    content = golden(issue, "crossref")
    (journal,) = read_deposit(content).journals
    dois = {work.doi.lower() for work in journal.works}
    crossref_server.users = {"abcd": User("secret", tuple({doi.split("/")[0] for doi in dois}))}
    crossref_server.titles = [
        TitleRecord(journal.title, dict(journal.issns), crossref_server.users["abcd"].prefixes[0])
    ]
    answer = http.post(
        f"{crossref_server.url}/v2/deposits",
        data={"usr": "abcd", "pwd": "secret", "operation": "doMDUpload"},
        files={"mdFile": (f"{issue}.xml", content)},
    )
    statuses = [one.get("status") for one in etree.fromstring(answer.content).iterfind("*[doi]")]
    assert statuses == ["Success"] * len(dois)
    assert crossref_server.times_registered() == dict.fromkeys(dois, 1)
    assert len(dois) >= 5


@pytest.mark.parametrize("issue", ISSUES)
def test_doaj_imports_each_article(doaj_server: DoajServer, http: httpx.Client, issue: str) -> None:
    content = golden(issue, "doaj")
    url = f"{doaj_server.url}/api/v4/bulk/articles?api_key=key-of-publisher"
    doaj_server.queue = ()
    upload = http.post(url, content=content).json()
    unmatched = http.get(upload["status"]).json()["failure_reasons"]["unmatched"]
    doaj_server.journals = [DoajJournal(tuple(unmatched))]
    upload = http.post(url, content=content).json()
    found = http.get(upload["status"]).json()
    assert found["status"] == "processed"
    assert found["results"]["new"] == len(doaj_server.registered) >= 5
    assert all(doi_of(dict(one.record)) for one in doaj_server.registered.values())
    assert all(issns_of(dict(one.record)) for one in doaj_server.registered.values())

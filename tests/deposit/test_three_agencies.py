"""Both examples are deposited to each agency: one of their eleven articles is refused."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from jatsx.deposit.result import DepositResult
from jatsx.deposit.standing import Standing
from jatsx.library.deposits import send
from jatsx.library.session import Session
from tests.conftest import ROOT
from tests.deposit.conftest import AT_ONCE, HASTY
from tests.servers.base import AgencyServer
from tests.servers.crossref import CrossrefServer, User
from tests.servers.crossref.diagnostic import Record
from tests.servers.datacite import DataciteServer
from tests.servers.doaj import DoajJournal, DoajServer
from tests.servers.fixtures import running

PLUGINS = ("crossref", "doaj", "datacite")
WITHOUT_PACKAGE = find_spec("datacite") is None
PREFIXES = ("10.52536", "10.29228")
ISSNS = ("2414-570X", "2788-5909", "1563-0285", "2618-1215")
REFUSED = "10.29228/irilj.2024.106.2.04"
UNSEEN = "Something that nobody has seen before"


@dataclass(frozen=True)
class AtAgency:
    """An agency: its server, which refuses one article, and the credentials."""

    name: str
    server: Any
    credentials: Mapping[str, str]


def crossref() -> AtAgency:
    server = CrossrefServer()
    server.users = {"abcd": User("password-of-abcd", PREFIXES)}
    server.verdicts[REFUSED] = Record("Failure", REFUSED, UNSEEN)
    given = {"JATSX_CROSSREF_USER": "abcd", "JATSX_CROSSREF_PASSWORD": "password-of-abcd"}
    return AtAgency("crossref", server, given)


def doaj() -> AtAgency:
    server = DoajServer()
    server.journals = [DoajJournal(ISSNS[:2], "publisher"), DoajJournal(ISSNS[2:], "publisher")]
    server.verdicts[REFUSED] = UNSEEN
    return AtAgency("doaj", server, {"JATSX_DOAJ_KEY": "key-of-publisher"})


def datacite() -> AtAgency:
    server = DataciteServer()
    server.prefixes = {"EXAMPLE.REPO": PREFIXES}
    server.verdicts[REFUSED] = ("", UNSEEN)
    given = {"USER": "EXAMPLE.REPO", "PASSWORD": "password-of-repo"}
    return AtAgency("datacite", server, {f"JATSX_DATACITE_{k}": v for k, v in given.items()})


@pytest.fixture(scope="module")
def installed() -> Iterator[Session]:
    """jatsx with the plugins of the three agencies; that of DataCite is another distribution."""
    names = PLUGINS[:2] if WITHOUT_PACKAGE else PLUGINS
    points = [EntryPoint(name, f"jatsx_{name}", "jatsx") for name in names]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(ROOT / "plugins" / "jatsx-datacite")])
        patch.setattr("jatsx.plugin.registry.entry_points", lambda group: points)  # noqa: ARG005
        yield Session()


@pytest.fixture
def issues(tmp_path: Path) -> list[Path]:
    """The examples, with DOIs and addresses that are not samples."""
    copies = []
    for name in ("caa-2021-4", "irilj-2024-2"):
        copy = Path(shutil.copytree(ROOT / "examples" / name, tmp_path / name))
        for path in copy.rglob("*.yaml"):
            text = path.read_text("utf-8").replace("10.5555", "10.29228")
            text = text.replace("example.org", "annals.kz").replace("jatsx example", "Annals")
            path.write_text(text, "utf-8")
        copies.append(copy)
    return copies


NEEDS_PACKAGE = pytest.mark.skipif(WITHOUT_PACKAGE, reason="datacite is not installed")


@pytest.mark.parametrize("agency", [crossref, doaj, pytest.param(datacite, marks=NEEDS_PACKAGE)])
def test_one_refused_among_eleven(
    agency: Callable[[], AtAgency], installed: Session, issues: list[Path], ledger: Path
) -> None:
    at = agency()
    with running(at.server) as server:
        first = sent(issues, at, installed, ledger)
        outcomes = {one.identifier: one.standing for one in first.articles}
        assert len(outcomes) == 11
        assert {doi for doi, one in outcomes.items() if one is not Standing.REGISTERED} == {REFUSED}
        assert (outcomes[REFUSED], first.exit_code) == (Standing.REFUSED, 1)
        errors = [one for one in first.findings if one.level.value == "error"]
        assert [(one.code, one.article) for one in errors] == [("deposit-article-refused", "04")]
        assert UNSEEN in first.message(errors[0])
        assert str(errors[0].place).partition("/articles/")[2].startswith("04")
        assert article_times(server, first) == {doi: 1 for doi in outcomes if doi != REFUSED}

        server.verdicts.clear()
        server.received.clear()
        second = sent(issues, at, installed, ledger)
        assert (second.count(Standing.UNCHANGED), second.exit_code) == (10, 0)
        assert article_times(server, first) == dict.fromkeys(outcomes, 1)
        bodies = b"".join(one.body for one in server.received if one.method in ("POST", "PUT"))
        assert [doi for doi in outcomes if doi.encode() in bodies.lower()] == [REFUSED]


def sent(issues: list[Path], at: AtAgency, session: Session, ledger: Path) -> DepositResult:
    return send(
        issues,
        at.name,
        ledger=ledger,
        credentials=at.credentials,
        server=at.server.url,
        session=session,
        waiting=replace(AT_ONCE, sleep=lambda _: None),
        patience=HASTY,
    )


def article_times(server: AgencyServer, result: DepositResult) -> dict[str, int]:
    """How often each article was registered."""
    articles = {one.identifier for one in result.articles}
    return {doi: times for doi, times in server.times_registered().items() if doi in articles}

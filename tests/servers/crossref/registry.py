"""What Crossref knows: users, title records, DOIs; and what it says of each DOI of a deposit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from stdnum import issn as issn_number
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from tests.servers.base import AgencyServer
from tests.servers.crossref import diagnostic as said
from tests.servers.crossref.deposit import Journal, Work, read_deposit
from tests.servers.crossref.diagnostic import Record


@dataclass(frozen=True, slots=True)
class User:
    """A role (``abcd``), or a person with a role (``editor@example.org/abcd``)."""

    password: str
    prefixes: tuple[str, ...] = ("10.5555",)


@dataclass(slots=True)
class TitleRecord:
    """A journal as its first deposit named it. All later deposits must name it so."""

    title: str
    issns: dict[str, str]
    """The media (``print``, ``electronic``) by ISSN, with the hyphen."""
    prefix: str = "10.5555"
    """The prefix of its owner."""
    doi: str = ""


class Registry(AgencyServer):
    """Keeps title records and DOIs, and judges deposits."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[TitleRecord] = []
        """Empty: the first deposit of a journal makes its record."""
        self.verdicts: dict[str, Record] = {}
        """What is said of a DOI (in small letters), whatever is sent. ``Failure``: not kept."""

    def judge(self, content: bytes, user: User) -> tuple[str, list[Record]]:
        """Registers what can be registered of a file; its batch id, and what is said.

        Raises:
            Malformed: nothing can be read in it.
        """
        deposit = read_deposit(content)
        articles = [one for journal in deposit.journals for one in journal.works]
        if not all(work.titles and all(work.titles) for work in articles if _is_article(work)):
            return deposit.batch_id, [said.title_missing()]
        records = [one for journal in deposit.journals for one in self._of(journal, user)]
        return deposit.batch_id, records

    def _of(self, journal: Journal, user: User) -> Iterator[Record]:
        refusal = self._title_refusal(journal, user)
        if refusal:
            yield refusal
            return
        self._keep_title(journal, user)
        for work in journal.works:
            record = self._of_work(work, journal, user)
            is_kept = record.status != "Failure"
            yield replace(record, has_citations=is_kept and work.has_citations)

    def _title_refusal(self, journal: Journal, user: User) -> Record | None:
        for number, _ in journal.issns:
            if not issn_number.is_valid(number):
                return said.issn_invalid(number)
            record = self.title_of(number)
            if record and record.prefix not in user.prefixes:
                return said.issn_of_another_owner(number, record.title, record.prefix)
            if record and record.title != journal.title:
                return said.issn_of_another_title(number, record.title)
        if not journal.issns and not journal.doi:
            return said.issn_and_doi_missing(journal.title)
        return None

    def title_of(self, number: str) -> TitleRecord | None:
        """The title record with an ISSN, written with or without a hyphen."""
        wanted = issn_number.compact(number)
        known = (
            (issn_number.compact(one), record) for record in self.titles for one in record.issns
        )
        return next((record for one, record in known if one == wanted), None)

    def _keep_title(self, journal: Journal, user: User) -> None:
        """Makes the title record, or adds an ISSN that it lacks."""
        by_issn = (self.title_of(number) for number, _ in journal.issns)
        by_doi = (one for one in self.titles if journal.doi and one.doi == journal.doi)
        record = next((one for one in (*by_issn, *by_doi) if one), None)
        if record is None:
            record = TitleRecord(journal.title, {}, user.prefixes[0], journal.doi)
            self.titles.append(record)
        for number, medium in journal.issns:
            record.issns.setdefault(issn_number.format(number), medium)

    def _of_work(self, work: Work, journal: Journal, user: User) -> Record:
        refusal = self.verdicts.get(work.doi.lower()) or self._refusal(work, journal, user)
        if refusal and refusal.status == "Failure":
            return refusal
        others = self._same_content(work, journal)
        is_new = self.register(work.doi, _record(work, journal), user.prefixes[0])
        if refusal:
            return refusal
        if others:
            name = said.added_with_conflict if is_new else said.updated_with_conflict
            return name(work.doi, *others)
        if is_new:
            return said.added(work.doi)
        return said.updated(work.doi) if _is_article(work) else said.updated_in_handle(work.doi)

    def _refusal(self, work: Work, journal: Journal, user: User) -> Record | None:
        if work.doi.partition("/")[0] not in user.prefixes:
            return said.foreign_prefix(work.doi)
        for orcid, count in Counter(work.orcids).items():
            if not _has_check_digit(orcid):
                return said.orcid_checksum(orcid)
            if count > 1:
                return said.orcid_twice(orcid)
        known = self.registered.get(work.doi.lower())
        if known and known.owner not in user.prefixes:
            return said.foreign_doi(work.doi, journal.title)
        last = known.record.get("timestamp", "0") if known else "0"
        if Decimal(work.timestamp) <= Decimal(last):
            return said.old_timestamp(work.doi, work.timestamp, last)
        return None

    def _same_content(self, work: Work, journal: Journal) -> list[str]:
        """The other DOIs of articles with the same metadata."""
        if not _is_article(work):
            return []
        content = _record(work, journal)
        names = ("container-title", "volume", "issue", "page", "title")
        return [
            doi
            for doi, known in self.registered.items()
            if doi != work.doi.lower()
            and all(known.record.get(name) == content.get(name) for name in names)
        ]


def _is_article(work: Work) -> bool:
    return work.kind == "journal-article"


def _record(work: Work, journal: Journal) -> Mapping[str, Any]:
    """A work as the open API shows it, and its timestamp."""
    now = datetime.now(UTC)
    return {
        "DOI": work.doi.lower(),
        "type": work.kind,
        "title": list(work.titles),
        "container-title": [journal.title],
        "ISSN": [issn_number.format(number) for number, _ in journal.issns],
        "issn-type": [
            {"type": medium, "value": issn_number.format(number)}
            for number, medium in journal.issns
        ],
        "volume": work.volume,
        "issue": work.issue,
        "resource": {"primary": {"URL": work.url}},
        "deposited": {
            "date-parts": [[now.year, now.month, now.day]],
            "date-time": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "timestamp": int(now.timestamp() * 1000),
        },
        **work.details,
        "timestamp": work.timestamp,
    }


def _has_check_digit(orcid: str) -> bool:
    try:
        return bool(mod_11_2.validate(orcid.rpartition("/")[2].replace("-", "")))
    except ValidationError:
        return False

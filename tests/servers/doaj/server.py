"""DOAJ's API v4: one article, and bulk uploads that save all or nothing.

Source: DOAJ's source code (``api_v4``, ``ArticlesCrudApi``, ``ArticlesBulkApi``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from tests.servers.base import AgencyServer
from tests.servers.doaj.articles import (
    Article,
    accepted,
    doi_of,
    has_twins,
    issns_of,
    json_of,
    link_of,
)
from tests.servers.doaj.refusals import (
    BATCH_DUPLICATE,
    BATCH_FAIL,
    KEY_MISSING,
    NAMES,
    NO_JOURNAL,
    NOT_THE_ACCOUNTS,
    OVERRIDE,
    UNANTICIPATED,
    UPLOADING,
    Refused,
)
from tests.servers.messages import Answer, Credentials, Request, json_answer


@dataclass(frozen=True, slots=True)
class DoajJournal:
    """A journal in DOAJ. Its articles must have its ISSNs exactly."""

    issns: tuple[str, ...]
    account: str = "publisher"


@dataclass(slots=True)
class Upload:
    """A bulk upload, and how far it is."""

    id: str
    account: str
    body: bytes
    states: list[str]
    """What the next polls hear, before the result."""
    created: str = field(default_factory=lambda: datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    result: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Ownership:
    """The ISSNs of an article that are not only the account's."""

    shared: frozenset[str] = frozenset()
    unowned: frozenset[str] = frozenset()
    unmatched: frozenset[str] = frozenset()


class DoajServer(AgencyServer):
    """doaj.org."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = {"key-of-publisher": "publisher"}
        """The account of each key."""
        self.journals: list[DoajJournal] = [DoajJournal(("2434-561X",))]
        self.queue: Sequence[str] = ("pending",)
        """What the polls of an upload hear before its result."""
        self.verdicts: dict[str, str] = {}
        """The error for a DOI (in small letters), whatever is sent. In a bulk upload, it costs the
        whole upload."""
        self.uploads: list[Upload] = []
        self.ids: dict[str, str] = {}
        """DOAJ's id of each article: by DOI in small letters, or by its link."""

    def credentials(self, request: Request) -> Credentials | None:
        key = request.query.get("api_key")
        return None if key is None else ("", key)

    def answer(self, request: Request) -> Answer:
        host = request.headers.get("host", "")
        if host.startswith("www."):
            address = f"{self.url}{request.target}"
            return Answer(301, b"", "text/html", {"Location": address})
        try:
            return self._routed(request, self._account(request))
        except Refused as refusal:
            return _refusal(refusal)

    def settle(self) -> None:
        """Processes all uploads, as time does when nobody asks."""
        with self.lock:
            for upload in self.uploads:
                self._process(upload)

    def _account(self, request: Request) -> str:
        account = self.keys.get(request.query.get("api_key", ""))
        if account is None:
            raise Refused(401, KEY_MISSING)
        return account

    def _routed(self, request: Request, account: str) -> Answer:
        match request.method, request.path.split("/")[1:]:
            case "POST", ["api", "v4", "articles"]:
                return self._create(request, account)
            case "PUT", ["api", "v4", "articles", number]:
                return self._replace(request, account, number)
            case "GET", ["api", "v4", "articles", number]:
                return json_answer(self._article(number, account))
            case "POST", ["api", "v4", "bulk", "articles"]:
                return self._upload(request, account)
            case "GET", ["api", "v4", "bulk", "articles", number]:
                return self._status(number, account)
        raise Refused(404, f"No endpoint at {request.path}.")

    # One article

    def _create(self, request: Request, account: str) -> Answer:
        article = self._accepted(json_of(request.body))
        found = self._ownership(article, account)
        if found.unmatched == frozenset(issns_of(article)):
            raise Refused(400, NO_JOURNAL)
        if found != Ownership():
            raise Refused(403, NOT_THE_ACCOUNTS)
        number, _ = self._keep(article, account)
        location = f"/api/v4/articles/{number}"
        created = {"status": "created", "id": number, "location": location}
        return json_answer(created, 201, Location=location)

    def _replace(self, request: Request, account: str, number: str) -> Answer:
        """PUT. The DOI and the link must be the same as before."""
        before = self._article(number, account)
        article = self._accepted(json_of(request.body))
        if (doi_of(article), link_of(article)) != (doi_of(before), link_of(before)):
            raise Refused(403, OVERRIDE)
        self._keep(article, account)
        return Answer(204)

    def _article(self, number: str, account: str) -> Article:
        key = next((one for one, known in self.ids.items() if known == number), "")
        found = self.registered.get(key)
        if found is None or found.owner != account:
            raise Refused(404, "")
        return dict(found.record)

    def _accepted(self, value: Any) -> Article:
        """An article as DOAJ stores it. Raises Refused."""
        article = accepted(value)
        verdict = self.verdicts.get(doi_of(article))
        if verdict:
            raise Refused(400, verdict)
        return article

    def _keep(self, article: Article, account: str) -> tuple[str, bool]:
        """Saves an article over one with its DOI; its id, and whether it is new."""
        key = (doi_of(article) or link_of(article)).lower()
        is_new = self.register(key, article, account)
        return self.ids.setdefault(key, uuid4().hex), is_new

    def _ownership(self, article: Article, account: str) -> Ownership:
        issns = issns_of(article)
        owners = {
            issn: {one.account for one in self.journals if issn in one.issns} for issn in issns
        }
        return Ownership(
            frozenset(one for one in issns if account in owners[one] and len(owners[one]) > 1),
            frozenset(one for one in issns if owners[one] and account not in owners[one]),
            frozenset(one for one in issns if not owners[one]),
        )

    # Many articles

    def _upload(self, request: Request, account: str) -> Answer:
        json_of(request.body)
        upload = Upload(uuid4().hex, account, request.body, list(self.queue))
        self.uploads.append(upload)
        if not upload.states:
            self._process(upload)
        query = request.target.partition("?")[2]
        address = f"{self.url}/api/v4/bulk/articles/{upload.id}?{query}"
        return json_answer({"msg": UPLOADING, "upload_id": upload.id, "status": address}, 202)

    def _status(self, number: str, account: str) -> Answer:
        own = (one for one in self.uploads if one.account == account)
        upload = next((one for one in own if one.id == number), None)
        if upload is None:
            raise Refused(400, "upload_id is invalid")
        said: dict[str, Any] = {"id": upload.id, "created": upload.created}
        if upload.states:
            return json_answer(said | {"status": upload.states.pop(0)})
        self._process(upload)
        return json_answer(said | (upload.result or {}))

    def _process(self, upload: Upload) -> None:
        if upload.result is None:
            upload.states.clear()
            upload.result = self._result(json.loads(upload.body), upload.account)

    def _result(self, articles: Any, account: str) -> dict[str, Any]:
        """What becomes of a bulk upload: all is saved, or nothing."""
        if not isinstance(articles, list):
            return {"status": "failed", "error": UNANTICIPATED}
        try:
            kept = [self._accepted(one) for one in articles]
        except Refused as refusal:
            return {"status": "failed", "error": str(refusal)}
        if has_twins(kept):
            return {"status": "failed", "error": BATCH_DUPLICATE}
        found = [self._ownership(one, account) for one in kept]
        reasons = {
            name: sorted({issn for one in found for issn in getattr(one, name)})
            for name in ("shared", "unowned", "unmatched")
        }
        reasons = {name: issns for name, issns in reasons.items() if issns}
        if reasons:
            return {"status": "failed", "error": BATCH_FAIL, "failure_reasons": reasons}
        new = sum(self._keep(one, account)[1] for one in kept)
        counts = {"imported": len(kept), "failed": 0, "update": len(kept) - new, "new": new}
        return {"status": "processed", "results": counts}


def _refusal(refusal: Refused) -> Answer:
    error = f"{refusal} (ref: {uuid4()})"
    return json_answer({"status": NAMES[refusal.status], "error": error}, refusal.status)

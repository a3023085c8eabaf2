"""DOAJ's API v4: one article, and bulk uploads that save all or nothing.

Source: DOAJ's source code (``api_v4``, ``ArticlesCrudApi``, ``ArticlesBulkApi``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias
from uuid import uuid4

from jatsx.validation import validate
from jatsx_doaj.ingest import INGEST, KEPT
from tests.servers.base import AgencyServer
from tests.servers.messages import Answer, Credentials, Request, json_answer

Article: TypeAlias = dict[str, Any]

NAMES: Final = {400: "bad_request", 401: "unauthorised", 403: "forbidden", 404: "not_found"}
KEY_MISSING: Final = "An API Key is required to access this."
NOT_JSON: Final = "Supplied data was not valid JSON"
NO_JOURNAL: Final = (
    "No journal found to attach article to. Each article in DOAJ must belong to a journal and the "
    "(E)ISSNs provided in the bibjson.identifiers section of this article record do not match any "
    "DOAJ journal."
)
NOT_THE_ACCOUNTS: Final = (
    "It is not possible to create an article for this journal. Have you included in the upload an "
    "ISSN which is not associated with any journal in your account? ISSNs must match exactly the "
    "ISSNs against the journal record."
)
OVERRIDE: Final = (
    "Cannot update the article. An article with this URL and DOI already exists. If you are sure "
    "you want to replace it please delete it and then re-create it."
)
BATCH_DUPLICATE: Final = "One or more articles in this batch have duplicate identifiers"
BATCH_FAIL: Final = "One or more articles failed to ingest; entire batch ingest halted"
UNANTICIPATED: Final = "Unanticipated error when importing articles"
UPLOADING: Final = (
    "Your article bulk upload is being processed.  Please check the status link for progress."
)

_ADDRESS_OF_DOI: Final = re.compile(r"(https?://(dx\.)?doi\.org/|doi:)", re.IGNORECASE)


class Refused(Exception):
    """DOAJ refuses a request, with a status and a message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


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
        article = self._accepted(_json(request.body))
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
        article = self._accepted(_json(request.body))
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
        """An article as DOAJ stores it: unknown properties are dropped without a word.

        Raises:
            Refused: DOAJ does not accept its form.
        """
        content = json.dumps(value, ensure_ascii=False).encode()
        errors = [one.detail for one in validate(content, INGEST) if not one.is_warning]
        if errors or not isinstance(value, dict):
            raise Refused(400, errors[0] if errors else "The article is not an object")
        verdict = self.verdicts.get(doi_of(value))
        if verdict:
            raise Refused(400, verdict)
        return {name: _kept(one, name) for name, one in value.items() if name in KEPT[""]}

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
        _json(request.body)
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
        if _has_twins(kept):
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


def doi_of(article: Article) -> str:
    """The DOI in small letters, without an address; empty if there is none."""
    dois = _identifiers(article, "doi")
    return _ADDRESS_OF_DOI.sub("", dois[0]).lower() if dois else ""


def issns_of(article: Article) -> list[str]:
    return _identifiers(article, "pissn") + _identifiers(article, "eissn")


def link_of(article: Article) -> str:
    """The first link, without its scheme; empty if there is none."""
    links = article["bibjson"].get("link") or []
    return str(links[0]["url"]).partition("://")[2] if links else ""


def _identifiers(article: Article, kind: str) -> list[str]:
    return [one["id"] for one in article["bibjson"]["identifier"] if one["type"] == kind]


def _has_twins(articles: Sequence[Article]) -> bool:
    for value in (doi_of, link_of):
        values = [value(one) for one in articles if value(one)]
        if len(values) > len(set(values)):
            return True
    return False


def _json(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8"))
    except ValueError as error:
        raise Refused(400, NOT_JSON) from error


def _kept(value: Any, parent: str) -> Any:
    """What DOAJ stores of a property's value."""
    if isinstance(value, list):
        return [_kept(one, parent) for one in value]
    if isinstance(value, dict) and parent in KEPT:
        return {key: _kept(one, key) for key, one in value.items() if key in KEPT[parent]}
    return value


def _refusal(refusal: Refused) -> Answer:
    error = f"{refusal} (ref: {uuid4()})"
    return json_answer({"status": NAMES[refusal.status], "error": error}, refusal.status)

"""DataCite's REST API: drafts, registered and findable DOIs.

Source: DataCite's API reference, its list of error codes, and its source code (``lupo``).
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from tests.servers.base import AgencyServer
from tests.servers.messages import Answer, Credentials, Request, json_answer

MEDIA_TYPE: Final = "application/vnd.api+json"
REQUIRED: Final = ("url", "creators", "titles", "publisher", "publicationYear", "types")
"""What a registered or findable DOI must have."""

STATES: Final[Mapping[tuple[str, str], str]] = {
    ("draft", "register"): "registered",
    ("draft", "publish"): "findable",
    ("registered", "publish"): "findable",
    ("findable", "hide"): "registered",
}
"""The state after an event. Any other event changes nothing."""

TITLES: Final = {
    400: "You need to provide a payload following the JSONAPI spec",
    401: "Bad credentials.",
    403: "You are not authorized to access this resource.",
    404: "The resource you are looking for doesn't exist.",
    405: "Method not allowed",
    415: "The content type is not recognized",
}

_DOI: Final = re.compile(r"10\.\d{4,5}/[-._;()/:a-zA-Z0-9*~$=]+\Z")
_URL: Final = re.compile(r"(ftp|http|https)://\S+\Z")


class DataciteServer(AgencyServer):
    """api.datacite.org and api.test.datacite.org."""

    def __init__(self) -> None:
        super().__init__()
        self.repositories: dict[str, str] = {"EXAMPLE.REPO": "password-of-repo"}
        """The password of each repository."""
        self.prefixes: dict[str, tuple[str, ...]] = {"EXAMPLE.REPO": ("10.5555",)}
        self.verdicts: dict[str, tuple[str, str]] = {}
        """What is said of a DOI (in small letters), whatever is sent: the source and the title of
        an error."""

    def state(self, doi: str) -> str:
        """``draft``, ``registered``, ``findable``; empty if there is no such DOI."""
        known = self.registered.get(doi.lower())
        return str(known.record["state"]) if known else ""

    def credentials(self, request: Request) -> Credentials | None:
        scheme, _, value = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic":
            return None
        try:
            user, _, password = b64decode(value, validate=True).decode("utf-8").partition(":")
        except (NotBase64, UnicodeDecodeError):
            return None
        return user, password

    def answer(self, request: Request) -> Answer:
        collection, _, doi = request.path.removeprefix("/").partition("/")
        if collection != "dois":
            return _error(404)
        repository, password = request.credentials or ("", "")
        is_known = self.repositories.get(repository) == password
        if request.credentials and not is_known:
            return _error(401)
        if request.method == "GET" and doi:
            return self._shown(doi, repository if is_known else "")
        if not is_known:
            return _error(401)
        if request.method == "DELETE" and doi:
            return self._deleted(doi, repository)
        if (request.method, bool(doi)) in (("POST", False), ("PUT", True)):
            return self._written(request, doi, repository)
        return _error(405)

    def _shown(self, doi: str, repository: str) -> Answer:
        known = self.registered.get(doi.lower())
        if known is None or (known.record["state"] != "findable" and known.owner != repository):
            return _error(404)
        return _resource(known.record)

    def _deleted(self, doi: str, repository: str) -> Answer:
        known = self.registered.get(doi.lower())
        if known is None:
            return _error(404)
        if known.owner != repository:
            return _error(403)
        if known.record["state"] != "draft":
            return _error(405)
        del self.registered[doi.lower()]
        return Answer(204)

    def _written(self, request: Request, doi: str, repository: str) -> Answer:
        if request.headers.get("content-type", "").partition(";")[0] != MEDIA_TYPE:
            return _error(415)
        attributes = _attributes(request.body)
        if attributes is None:
            return _error(400)
        doi = (doi or str(attributes.get("doi", ""))).lower()
        known = self.registered.get(doi)
        if known and request.method == "POST":
            return _invalid(doi, [("doi", "This DOI has already been taken")])
        if (known and known.owner != repository) or not self._is_own(doi, repository):
            return _error(403) if _DOI.match(doi) else _invalid(doi, [("doi", "Is invalid")])
        record = _changed(known.record if known else {}, attributes, doi)
        faults = [self.verdicts[doi]] if doi in self.verdicts else list(_faults(record))
        if faults:
            return _invalid(doi, faults)
        self.register(doi, record, repository)
        return _resource(record, 200 if known else 201)

    def _is_own(self, doi: str, repository: str) -> bool:
        is_form = _DOI.match(doi) is not None
        return is_form and doi.partition("/")[0] in self.prefixes.get(repository, ())


def _attributes(body: bytes) -> dict[str, Any] | None:
    """The attributes in a body; None if it is not as JSON:API wants it."""
    try:
        data = json.loads(body)["data"]
        attributes = data["attributes"] if data["type"] == "dois" else None
    except (ValueError, KeyError, TypeError):
        return None
    return attributes if isinstance(attributes, dict) else None


def _changed(before: Mapping[str, Any], attributes: Mapping[str, Any], doi: str) -> dict[str, Any]:
    """The record after a request: only the attributes that were sent are changed."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    state = str(before.get("state", "draft"))
    event = str(attributes.get("event", ""))
    sent = {name: value for name, value in attributes.items() if name != "event"}
    after = STATES.get((state, event), state)
    record = {"created": now, **before, **sent, "doi": doi, "state": after, "updated": now}
    return record if after == "draft" else {"registered": now, **record}


def _faults(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each fault: the attribute, and what is wrong. A draft may lack everything."""
    if record.get("url") and not _URL.match(str(record["url"])):
        yield "url", "URL is not valid"
    if record["state"] == "draft":
        return
    for name in REQUIRED:
        if not record.get(name):
            yield name, "Can't be blank"
    types = record.get("types")
    if types and not (isinstance(types, dict) and types.get("resourceTypeGeneral")):
        yield "types", "Can't be blank"


def _resource(record: Mapping[str, Any], status: int = 200) -> Answer:
    data = {"id": record["doi"], "type": "dois", "attributes": dict(record)}
    return json_answer({"data": data}, status, content_type=MEDIA_TYPE)


def _invalid(doi: str, faults: list[tuple[str, str]]) -> Answer:
    errors = [{"source": source, "uid": doi, "title": title} for source, title in faults]
    return json_answer({"errors": errors}, 422, content_type=MEDIA_TYPE)


def _error(status: int) -> Answer:
    error = {"status": str(status), "title": TITLES[status]}
    return json_answer({"errors": [error]}, status, content_type=MEDIA_TYPE)

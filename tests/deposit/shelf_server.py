"""The server of the shelf: a queue, a password, and an answer for each DOI."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

from tests.servers.base import AgencyServer
from tests.servers.messages import Answer, Credentials, Request, json_answer

USER, PASSWORD = "librarian", "s3cret-of-the-shelf"


@dataclass
class Kept:
    """A submission, and how often it is still queued."""

    id: str
    answered: list[dict[str, Any]]
    queued: int


@dataclass(frozen=True)
class Said:
    """What the shelf says of a DOI."""

    outcome: str
    message: str = ""
    doi: bool = True
    """Whether it names the DOI."""


class ShelfServer(AgencyServer):
    """Takes any document. ``verdicts`` are what it says of a DOI, ``queued`` how often it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.verdicts: dict[str, Said] = {}
        self.queued = 0
        self.is_whole = False
        self.kept: dict[str, Kept] = {}
        self.timestamps: dict[str, list[str]] = {}
        self.journal: dict[str, Any] | None = None

    def credentials(self, request: Request) -> Credentials | None:
        encoded = request.headers.get("authorization", "").removeprefix("Basic ")
        user, _, password = base64.b64decode(encoded).decode().partition(":")
        return user, password

    def answer(self, request: Request) -> Answer:
        if request.path.startswith("/journals/"):
            return json_answer(self.journal)
        if self.credentials(request) != (USER, PASSWORD):
            return json_answer({}, 401)
        if request.path == "/login":
            return json_answer({})
        if request.method == "POST":
            return self._taken(request)
        kept = self.kept.get(request.query["file"])
        if kept is None:
            return json_answer({"status": "unknown"})
        if kept.queued:
            kept.queued -= 1
            return json_answer({"status": "queued", "id": kept.id})
        return json_answer({"status": "done", "id": kept.id, "records": kept.answered})

    def _taken(self, request: Request) -> Answer:
        document = json.loads(request.body)
        name = request.query["file"]
        assert name not in self.kept, "the name was used before"
        dois = [one["doi"].lower() for one in document["articles"]]
        said = {doi: self.verdicts.get(doi, Said("registered")) for doi in dois}
        is_refused = self.is_whole and any(one.outcome == "refused" for one in said.values())
        for doi in dois:
            self.timestamps.setdefault(doi, []).append(document["timestamp"])
            if said[doi].outcome in ("registered", "conflict") and not is_refused:
                self.register(doi, {})
        answered = [
            {"doi": doi if one.doi else None, "outcome": one.outcome, "message": one.message}
            for doi, one in said.items()
            if one.outcome != "not-mentioned" and (not is_refused or one.outcome == "refused")
        ]
        if is_refused:
            answered = [{**one, "doi": None} for one in answered]
        self.kept[name] = Kept(str(len(self.kept) + 1), answered, self.queued)
        return json_answer({"status": "queued", "id": self.kept[name].id})

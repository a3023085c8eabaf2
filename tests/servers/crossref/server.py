"""Crossref's addresses: the form, the log in, the queue, the synchronous route, the open API."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from tests.servers.crossref import diagnostic as said
from tests.servers.crossref.deposit import Malformed
from tests.servers.crossref.diagnostic import Record, State, diagnostic
from tests.servers.crossref.forms import sent_credentials, sent_file
from tests.servers.crossref.registry import Registry, User
from tests.servers.forms import form_of
from tests.servers.messages import Answer, Credentials, Request, json_answer, page

Route: TypeAlias = Callable[[Request], Answer]

LIMIT: Final = 10_000
"""Pending submissions of a user."""
MAX_SIZE: Final = 10_000_000
NOT_FOUND: Final = Answer(404, b"Resource not found.")
SUCCESS: Final = page("SUCCESS", "Your batch submission was successfully received.")
LOGIN: Final = page("Welcome to Crossref", "Please log in. Wrong user name or password.")


@dataclass(slots=True)
class Submission:
    """A file that was accepted, and how far it is."""

    id: str
    user: str
    file_name: str
    content: bytes
    states: list[State]
    """What the next polls hear, before ``completed``."""
    batch_id: str = ""
    records: list[Record] = field(default_factory=list)
    is_completed: bool = False


class CrossrefServer(Registry):
    """doi.crossref.org, test.crossref.org and api.crossref.org in one."""

    def __init__(self) -> None:
        super().__init__()
        self.users: dict[str, User] = {
            "abcd": User("password-of-abcd"),
            "editor@example.org/abcd": User("password-of-editor"),
        }
        self.queue: Sequence[State] = ("queued", "in_process")
        """What the polls of a submission hear before ``completed``. Empty: done at once."""
        self.pending = 0
        """Other submissions of each user that are pending."""
        self.wrong_password_status = 200
        """The status of the log-in page after a deposit: 200, or 401 as later reported."""
        self.submissions: list[Submission] = []

    def credentials(self, request: Request) -> Credentials | None:
        return sent_credentials(request)

    def answer(self, request: Request) -> Answer:
        routes: dict[tuple[str, str], Route] = {
            ("POST", "/servlet/deposit"): self._deposit,
            ("POST", "/servlet/login"): self._login,
            ("POST", "/servlet/submissionDownload"): self._download,
            ("GET", "/servlet/submissionDownload"): self._download,
            ("POST", "/v2/deposits"): self._deposit_now,
        }
        route = routes.get((request.method, request.path), self._open_api)
        return route(request)

    def settle(self) -> None:
        """Completes all submissions, as time does when nobody asks."""
        with self.lock:
            for submission in self.submissions:
                self._complete(submission)

    def add_older_submission(self, file_name: str) -> None:
        """Completes a submission of each user with this name of the file, and nothing in it."""
        for user in self.users:
            older = Submission(self._next_id(), user, file_name, b"", [], "older")
            older.is_completed = True
            self.submissions.append(older)

    def _user(self, request: Request) -> User | None:
        name, password = request.credentials or ("", "")
        user = self.users.get(name)
        return user if user and user.password == password else None

    def _deposit(self, request: Request) -> Answer:
        if self._user(request) is None:
            return Answer(self.wrong_password_status, LOGIN.body, LOGIN.content_type)
        sent = sent_file(request)
        if form_of(request).fields.get("operation") != "doMDUpload" or sent is None:
            return page("FAILURE", "The operation or the file is missing.")
        if len(sent.content) > MAX_SIZE:
            return page("FAILURE", "The file is too large.")
        user = (request.credentials or ("", ""))[0]
        if self.pending + self._pending_of(user) >= LIMIT:
            return page("429", "Too many pending submissions.", 429)
        self._accept(user, sent.name, sent.content, list(self.queue))
        return SUCCESS

    def _deposit_now(self, request: Request) -> Answer:
        if self._user(request) is None:
            return page("Unauthorized", "Wrong user name or password.", 401)
        sent = sent_file(request)
        if form_of(request).fields.get("operation") != "doMDUpload" or sent is None:
            return page("Bad request", "The operation or the file is missing.", 400)
        user = (request.credentials or ("", ""))[0]
        submission = self._accept(user, sent.name, sent.content, [])
        statuses = {record.status for record in submission.records}
        is_refused = statuses == {"Failure"}
        return _xml(_diagnostic(submission), 403 if is_refused else 200)

    def _accept(self, user: str, name: str, content: bytes, states: list[State]) -> Submission:
        submission = Submission(self._next_id(), user, name, content, states)
        self.submissions.append(submission)
        if not states:
            self._complete(submission)
        return submission

    def _complete(self, submission: Submission) -> None:
        if submission.is_completed:
            return
        submission.is_completed = True
        submission.states.clear()
        try:
            user = self.users[submission.user]
            submission.batch_id, submission.records = self.judge(submission.content, user)
        except Malformed as error:
            submission.batch_id = error.batch_id
            submission.records = [said.malformed(error.detail)]

    def _download(self, request: Request) -> Answer:
        if self._user(request) is None:
            return Answer(401, LOGIN.body, LOGIN.content_type)
        fields = form_of(request).fields
        submission = self._first(fields, (request.credentials or ("", ""))[0])
        if submission is None:
            return _xml(diagnostic("unknown_submission"))
        if fields.get("type") == "contents":
            return _xml(submission.content)
        if submission.states:
            state = submission.states.pop(0)
            number = "0" if state == "unknown_submission" else submission.id
            return _xml(diagnostic(state, number))
        self._complete(submission)
        return _xml(_diagnostic(submission))

    def _first(self, fields: dict[str, str], user: str) -> Submission | None:
        """The first submission with a name, or the first completed one with a batch id."""
        for one in self.submissions:
            is_named = fields.get("file_name") == one.file_name
            is_batch = one.is_completed and fields.get("doi_batch_id", "") == one.batch_id != ""
            if one.user == user and (is_named or is_batch):
                return one
        return None

    def _login(self, request: Request) -> Answer:
        name = (request.credentials or ("", ""))[0]
        if self._user(request) is None:
            message = "Wrong credentials. Incorrect username or password."
            return json_answer(
                {"success": False, "authenticated": False, "errorMessage": message}, 401
            )
        roles = [name.rpartition("/")[2]]
        return json_answer(
            {"success": True, "authenticated": True, "authorised": True, "roles": roles}
        )

    def _open_api(self, request: Request) -> Answer:
        collection, _, key = request.path.removeprefix("/").partition("/")
        found = {"works": self._work, "journals": self._journal}.get(collection)
        message = found(key) if found and request.method == "GET" else None
        if message is None:
            return NOT_FOUND
        kind = collection.removesuffix("s")
        return json_answer(
            {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}
        )

    def _work(self, doi: str) -> dict[str, Any] | None:
        known = self.registered.get(doi.lower())
        if known is None:
            return None
        hidden = "timestamp"  # of the deposit; the open API does not show it
        return {name: value for name, value in known.record.items() if name != hidden and value}

    def _journal(self, issn: str) -> dict[str, Any] | None:
        record = self.title_of(issn)
        if record is None:
            return None
        kinds = [{"value": number, "type": medium} for number, medium in record.issns.items()]
        return {"title": record.title, "ISSN": list(record.issns), "issn-type": kinds}

    def _pending_of(self, user: str) -> int:
        return sum(one.user == user and not one.is_completed for one in self.submissions)

    def _next_id(self) -> str:
        return str(1_430_036_899 + len(self.submissions))


def _diagnostic(submission: Submission) -> bytes:
    return diagnostic("completed", submission.id, submission.batch_id, submission.records)


def _xml(content: bytes, status: int = 200) -> Answer:
    return Answer(status, content, "text/xml;charset=UTF-8")

"""How a server misbehaves: a list of steps, each for one of the next requests.

    server.script = [status(429, retry_after="1"), CUT_AFTER, on("/servlet/login", LOGIN_PAGE)]

A request takes the first step that is for its path, and the step is then gone. A request without a
step is answered as usual.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias

from tests.servers.messages import Answer, Request, page

Change: TypeAlias = Callable[[Request, Answer], Answer]
Sending: TypeAlias = Literal["whole", "nothing", "reset", "half", "endless", "silence"]


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one request."""

    path: str = ""
    """A part of the path of the request that takes this step; empty: any request."""
    accepted: bool = True
    """Whether the server does what it is asked."""
    before: Callable[[Any, Request], None] | None = None
    """Done to the server before it answers."""
    change: Change | None = None
    """Makes the answer that is sent. Without ``accepted``, it gets an empty one."""
    sending: Sending = "whole"


NORMAL: Final = Step()
"""The request is answered as usual."""

CUT_BEFORE: Final = Step(accepted=False, sending="nothing")
"""The connection is closed without an answer, and nothing was done."""

CUT_UPLOAD: Final = Step(accepted=False, sending="reset")
"""The connection is reset while the client still sends: ``received`` has no body."""

CUT_AFTER: Final = Step(sending="nothing")
"""The connection is closed without an answer, but what was asked is done."""

CUT_INSIDE: Final = Step(sending="half")
"""What was asked is done, and the connection is closed in the middle of the answer."""

ENDLESS: Final = Step(sending="endless")
"""What was asked is done; after the answer follow spaces, until the client closes."""

SILENCE: Final = Step(sending="silence")
"""What was asked is done; nothing is sent, and the connection stays open."""


def on(path: str, step: Step) -> Step:
    """A step that waits for a request whose path contains ``path``."""
    return replace(step, path=path)


def status(code: int, *, retry_after: str = "", accepted: bool = False) -> Step:
    """An error of the server or of a gateway. With ``accepted``, what was asked is done first."""
    headers = {"Retry-After": retry_after} if retry_after else {}
    answer = page(str(code), "No server is available to handle this request.", code)
    return answered(replace(answer, headers=headers), accepted=accepted)


def answered(answer: Answer, *, accepted: bool = False) -> Step:
    """This very answer. With ``accepted``, what was asked is done first."""
    return Step(accepted=accepted, change=lambda _, __: answer)


def saying(**values: Any) -> Step:
    """What was asked is done, and the answer is the usual JSON with these values."""

    def changed(_: Request, answer: Answer) -> Answer:
        said = json.loads(answer.body) | values
        return replace(answer, body=json.dumps(said, ensure_ascii=False).encode())

    return Step(change=changed)


def redirect(url: str, code: int = 307) -> Step:
    """A redirect of this very request, with its query, to the server at ``url``."""

    def redirected(request: Request, _: Answer) -> Answer:
        return Answer(code, headers={"Location": url + request.target})

    return Step(accepted=False, change=redirected)


def wrong_encoding(codec: str = "windows-1251") -> Step:
    """The answer in another encoding than it declares. It must contain letters that differ.

    Raises (in the server, so that the test fails): ValueError, if the answer would not change.
    """

    def encoded(_: Request, answer: Answer) -> Answer:
        body = answer.body.decode("utf-8").encode(codec, errors="replace")
        if body == answer.body:
            raise ValueError("the answer is the same in both encodings")
        return replace(answer, body=body)

    return Step(change=encoded)


def _truncated(_: Request, answer: Answer) -> Answer:
    return replace(answer, body=answer.body[: len(answer.body) // 2])


TRUNCATED: Final = Step(change=_truncated)
"""The first half of the answer, as if it were the whole."""

_LOGIN_FORM: Final = (
    "Please log in to continue.</p>\n<form method='post' action='/login'>"
    "<input name='username'><input name='password' type='password'></form><p>"
)

LOGIN_PAGE: Final = answered(page("Log in", _LOGIN_FORM))
"""A page with a login form and the status 200, for whatever was asked. Nothing was done."""

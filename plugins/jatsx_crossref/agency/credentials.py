"""The user name and the password, in the forms of each address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import AnswerNotUnderstood, Connection, HttpAnswer, RequestRefused

USER: Final = "user"
PASSWORD: Final = "password"


def login_fields(connection: Connection) -> Mapping[str, str]:
    """The fields of the form that sends a file to the queue."""
    given = connection.credentials
    return {"login_id": given[USER], "login_passwd": given[PASSWORD]}


def account_fields(connection: Connection) -> Mapping[str, str]:
    """The fields of all other forms."""
    given = connection.credentials
    return {"usr": given[USER], "pwd": given[PASSWORD]}


def verify(connection: Connection) -> bool | None:
    """Whether Crossref accepts the credentials; None if the server does not tell.

    Source: Crossref's own deposit tools, which sign in at ``/servlet/login``.

    Raises:
        HttpFault: the server cannot be reached.
    """
    answer = connection.client.post(
        "servlet/login",
        fields=account_fields(connection),
        is_repeatable=True,
        accepts=(400, 401, 403, 404, 405),
    )
    try:
        said = answer.json()
    except AnswerNotUnderstood:
        return None
    is_accepted = said.get("success") if isinstance(said, dict) else None
    return is_accepted if isinstance(is_accepted, bool) else None


def refused(answer: HttpAnswer) -> RequestRefused:
    """That the credentials are refused."""
    return RequestRefused("crossref-credentials-refused", answer.address)

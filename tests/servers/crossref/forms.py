"""The parts of Crossref's forms."""

from __future__ import annotations

from tests.servers.forms import SentFile, form_of
from tests.servers.messages import Credentials, Request

USERS = ("login_id", "usr")
PASSWORDS = ("login_passwd", "pwd")
FILES = ("fname", "mdFile")


def sent_file(request: Request) -> SentFile | None:
    """The file, in a part with either name."""
    return form_of(request).file(*FILES)


def sent_credentials(request: Request) -> Credentials | None:
    """The user and the password, in the fields of either form."""
    fields = form_of(request).fields
    for user, password in zip(USERS, PASSWORDS, strict=True):
        if user in fields:
            return fields[user], fields.get(password, "")
    return None

"""Messages about requests to servers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Message

SERVERS: Final[Mapping[str, Message]] = {
    # requests to servers
    "server-package-absent": Message(
        "Addresses cannot be read: the package {package} is not installed.",
        "Run `pip install 'jatsx[{extra}]'`, `uv tool install 'jatsx[{extra}]'` or"
        " `pipx install 'jatsx[{extra}]'`.",
    ),
    "server-address-unknown": Message(
        "No reader can read the address {path}.",
        "Run `jatsx plugins` to see which readers read addresses. If one is named with --from, it"
        " must be such a reader.",
    ),
    "server-address-invalid": Message(
        "“{address}” is not a valid web address.",
        "Copy the address from your browser. It begins with https://, and has no spaces.",
    ),
    "server-address-insecure": Message(
        "{address} is not encrypted (http). Nothing was sent.",
        "Use the address with https.",
    ),
    "server-address-password": Message(
        "The address {address} was given with a user name or password. Nothing was sent.",
        "Remove them from the address.",
    ),
    "server-connection-failed": Message(
        "The server cannot be reached: {address} ({detail}).",
        "Check the address and the connection to the internet, and try again later.",
    ),
    "server-answer-late": Message(
        "The server did not answer in time: {address}.",
        "Try again later.",
    ),
    "server-answer-overloaded": Message(
        "The server is overloaded (HTTP status {status}): {address}.",
        "Try again later.",
    ),
    "server-request-refused": Message(
        "The server refused the request with the HTTP status {status}: {address}.",
        "Check the address.",
    ),
    "server-redirect-foreign": Message(
        "The server redirects {address} to another address: {target}. jatsx did not follow it,"
        " because passwords and tokens must not be sent to another server.",
        "If that address is right, use it instead.",
    ),
    "server-redirect-endless": Message(
        "The server redirects too often: {address}.",
        "Open the address in a browser and use the address that is shown there.",
    ),
    "server-answer-json": Message(
        "The answer is not JSON but {type}: {address}. It may be a login page.",
        "Open the address in a browser to see what it is.",
    ),
    "server-answer-invalid": Message(
        "The answer is not valid: {address} ({detail}).",
        "Check the address.",
    ),
    "server-answer-large": Message(
        "The answer is too large: {address}. Maximum size: {limit} MB.",
        "Check the address.",
    ),
}

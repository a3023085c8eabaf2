"""A request that arrived at a server, and the answer to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Credentials: TypeAlias = tuple[str, str]
"""A user and a password. For an agency with keys, the user is empty."""


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived: for tests, and for the server that answers it."""

    method: str
    path: str
    """Decoded, without the query."""
    target: str
    """The path and the query as they arrived."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """By names in small letters."""
    body: bytes
    at: float = 0.0
    """When it arrived, in seconds of ``time.monotonic``."""
    credentials: Credentials | None = None
    """What the server found in the form, the address or the header; right or wrong."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int = 200
    body: bytes = b""
    content_type: str = "text/plain;charset=UTF-8"
    headers: Mapping[str, str] = field(default_factory=dict)


def json_answer(
    value: Any, status: int = 200, *, content_type: str = "application/json", **headers: str
) -> Answer:
    """An answer in JSON. ``headers`` are, for example, ``Location="/works/1"``."""
    return Answer(status, json.dumps(value, ensure_ascii=False).encode(), content_type, headers)


def page(title: str, text: str, status: int = 200) -> Answer:
    """A page of HTML in the form of Crossref's pages."""
    html = (
        f"\n\n\n\n<html>\n<head><title>{title}</title>\n</head>\n<body>\n"
        f"<h2>{title}</h2>\n<p>\n{text}</p>\n</body>\n</html>\n"
    )
    return Answer(status, html.encode("iso-8859-1"), "text/html;charset=ISO-8859-1")

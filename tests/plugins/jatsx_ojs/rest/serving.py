"""A journal on loopback that answers as OJS does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from jatsx.readers.reader import Record
from jatsx.readers.web_address import WebAddress
from jatsx_ojs.rest.reader import read

TOKEN = "t0k3n/+key"


def serve(
    server: HTTPServer,
    answers: Mapping[str, Any],
    issues: list[dict[str, Any]],
    *,
    token_in: str = "header",
) -> str:
    """Serves answers, and the list of issues; returns the address of the journal."""

    def answer(request: Request) -> Response:
        given = (
            request.headers.get("Authorization", "").removeprefix("Bearer ")
            if token_in == "header"
            else request.args.get("apiToken", "")
        )
        if given != TOKEN:
            return Response(status=401)
        path = request.path.removeprefix("/su/api/v1/")
        found = page(request.args, issues) if path == "issues" else answers.get(path)
        if isinstance(found, Response):
            return found
        return Response(json.dumps(found), status=404 if found is None else 200)

    for path in ("issues", *answers):
        server.expect_request(f"/su/api/v1/{path}").respond_with_handler(answer)
    return server.url_for("/su")


def page(query: Mapping[str, str], issues: list[dict[str, Any]]) -> dict[str, Any]:
    """A page of the issues. OJS compares the digits at the beginning of a number."""
    found = issues
    for name in ("volume", "number", "year"):
        if wanted := query.get(f"{name}s"):
            found = [one for one in found if digits(one[name]) == digits(wanted)]
    start, count = int(query.get("offset", 0)), min(100, int(query.get("count", 20)))
    return {"items": found[start : start + count], "itemsMax": len(found)}


def digits(value: object) -> int:
    text = str(value)
    number = ""
    for character in text:
        if not character.isdigit():
            break
        number += character
    return int(number or 0)


def records(address: str, **options: str) -> list[Record]:
    """The records of a journal, read with options."""
    given = {name.replace("_", "-"): value for name, value in options.items()}
    return list(read(WebAddress(address), given))

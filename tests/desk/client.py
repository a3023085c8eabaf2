"""A client of the desk in a process of its own: the test's."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from starlette.testclient import TestClient

import jatsx
from jatsx.desk.app import desk_app
from jatsx.desk.desk import Desk

PORT: Final = 8123
ORIGIN: Final = f"http://127.0.0.1:{PORT}"
_PAGE = re.compile(r'"page": "([^"]+)"|name="page" value="([^"]+)"')


class DeskClient:
    """Speaks to a desk. ``web`` sends what a page of the desk would send."""

    def __init__(self, desk: Desk, web: TestClient) -> None:
        self.desk = desk
        self.web = web
        self.start = f"/{desk.token}/"

    @classmethod
    @contextmanager
    def of(
        cls, folder: Path, out: Path, session: jatsx.Session, language: str = "en"
    ) -> Iterator[DeskClient]:
        """A client of the desk of a folder."""
        desk = Desk(folder, out, session, language)
        with TestClient(
            desk_app(desk, PORT), ORIGIN, raise_server_exceptions=False, headers={"origin": ORIGIN}
        ) as web:
            yield cls(desk, web)

    @property
    def issue(self) -> str:
        """The address of the first issue, without the start."""
        return f"issues/{next(iter(self.desk.issues))}"

    def get(self, path: str = "", **values: Any) -> Any:
        """The answer to GET."""
        return self.web.get(self.start + path, **values)

    def post(self, path: str, /, **fields: Any) -> Any:
        """The answer to POST of a form."""
        return self.web.post(self.start + path, data=fields)

    def grid(self) -> str:
        """The table of the articles after the check."""
        for _ in range(200):
            shown = str(self.get(f"{self.issue}/grid").text)
            if "hx-trigger" not in shown.partition(">")[0]:
                return shown
            time.sleep(0.05)
        raise AssertionError("the check does not end")

    def open(self, name: str = "-", kind: str = "article") -> OpenFile:
        """A page of a file."""
        path = f"{self.issue}/{kind}/{quote(name)}"
        answer = self.get(path)
        found = _PAGE.search(answer.text)
        assert found, answer.text
        return OpenFile(self, path, found[1] or found[2], answer.text)


class OpenFile:
    """A page of the browser that shows a file."""

    def __init__(self, client: DeskClient, path: str, page: str, text: str) -> None:
        self.client = client
        self.path = path
        self.page = page
        self.text = text

    def post(self, what: str, /, **fields: Any) -> Any:
        """The answer to a form of the page."""
        return self.client.post(f"{self.path}/{what}", page=self.page, **fields)

    def set(self, path: str, value: str) -> Any:
        """The answer after a value was typed."""
        return self.post("edit", path=path, value=value)


def text_of(answer: Any) -> str:
    """The text of an answer without its marks and entities."""
    return html.unescape(answer.text)

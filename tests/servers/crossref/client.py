"""Sends what a client in production sends to Crossref, and reads the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import httpx
from lxml import etree

from tests.servers.crossref.diagnostic import Record

USER: Final = ("abcd", "password-of-abcd")


@dataclass
class Client:
    """Sends what a client in production sends."""

    url: str
    http: httpx.Client
    user: tuple[str, str] = USER

    def send(self, content: bytes, name: str = "a.xml", part: str = "fname") -> httpx.Response:
        fields = {
            "operation": "doMDUpload",
            "login_id": self.user[0],
            "login_passwd": self.user[1],
        }
        files = {part: (name, content, "application/xml")}
        return self.http.post(f"{self.url}/servlet/deposit", data=fields, files=files)

    def send_now(self, content: bytes) -> httpx.Response:
        fields = {"operation": "doMDUpload", "usr": self.user[0], "pwd": self.user[1]}
        files = {"mdFile": ("a.xml", content, "application/xml")}
        return self.http.post(f"{self.url}/v2/deposits", data=fields, files=files)

    def poll(self, **fields: str) -> httpx.Response:
        sent = {"usr": self.user[0], "pwd": self.user[1], "type": "result", **fields}
        return self.http.post(f"{self.url}/servlet/submissionDownload", data=sent)

    def result(self, content: bytes) -> list[Record]:
        """What is said of a file that is processed at once."""
        return records(self.send_now(content))


def records(response: httpx.Response) -> list[Record]:
    """The records of a diagnostic."""
    root = etree.fromstring(response.content)
    return [
        Record(
            one.get("status"),  # type: ignore[arg-type]
            one.findtext("doi") or "",
            one.findtext("msg") or "",
            one.get("msg_id") or "",
            tuple(doi.text or "" for doi in one.iterfind("dois_in_conflict/doi")),
            one.find("citations_diagnostic") is not None,
        )
        for one in root.iterfind("record_diagnostic")
    ]


def state(response: httpx.Response) -> str | None:
    return etree.fromstring(response.content).get("status")

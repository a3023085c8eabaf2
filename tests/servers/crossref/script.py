"""Steps of a script that only Crossref's servers know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from tests.servers.crossref import diagnostic as said
from tests.servers.crossref.forms import sent_file
from tests.servers.messages import Answer, Request
from tests.servers.script import Step

if TYPE_CHECKING:
    from tests.servers.crossref.server import CrossrefServer


def many_records(count: int) -> Step:
    """``count`` records of other DOIs stand before the records of a diagnostic."""

    def padded(_: Request, answer: Answer) -> Answer:
        others = [said.added(f"10.5555/other.{n}") for n in range(count)]
        padding = etree.fromstring(said.diagnostic("completed", records=others))
        root = etree.fromstring(answer.body)
        root[2:2] = padding.findall("record_diagnostic")
        return replace(answer, body=etree.tostring(root, encoding="UTF-8", xml_declaration=True))

    return Step("/servlet/submissionDownload", change=padded)


def _take_name(server: CrossrefServer, request: Request) -> None:
    sent = sent_file(request)
    assert sent is not None
    server.add_older_submission(sent.name)


NAME_TAKEN: Final = Step("/servlet/deposit", before=_take_name)
"""The name of the file that arrives was used before: its diagnostic is the older file's."""

"""A plugin with an agency: a shelf that takes the titles and DOIs of articles as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from jatsx import (
    Agency,
    AgencyMessage,
    Answer,
    Article,
    Connection,
    Credential,
    Document,
    ExportContext,
    Exporter,
    FrozenMap,
    Message,
    Option,
    Outcome,
    RecordAnswer,
    RegisteredJournal,
    Submission,
    hookimpl,
)
from jatsx.model import Journal

FILE = "application/json"


def export(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
    issue = articles[0].issue
    records = [{"doi": one.doi, "title": str(one.title["en"])} for one in articles]
    content = {"timestamp": context.timestamp, "batch": context.batch_id, "issue": issue.doi}
    yield Document(f"{issue.id}.json", {**content, "articles": records})


def send(connection: Connection, submission: Submission) -> Answer:
    query = {"file": submission.file_name}
    sent = connection.client.post("deposit", query=query, json=json.loads(submission.content))
    return read(sent.json())


def ask(connection: Connection, submission: Submission, id: str | None) -> Answer:
    query = {"file": submission.file_name, **({"id": id} if id else {})}
    return read(connection.client.get_json("deposit", query))


def read(answered: Any) -> Answer:
    if answered["status"] == "unknown":
        return Answer(is_final=False, is_known=False)
    records = tuple(
        RecordAnswer(Outcome(one["outcome"]), one["doi"], one["message"])
        for one in answered.get("records", ())
    )
    content = json.dumps(answered).encode()
    return Answer(answered["status"] == "done", answered["id"], records, content)


def verify(connection: Connection) -> bool:
    answer = connection.client.get("login", accepts=(401,))
    return answer.status == 200


def journal(connection: Connection, own: Journal) -> RegisteredJournal | None:
    known = connection.client.get_json(f"journals/{own.issn.electronic}")
    return RegisteredJournal(known["titles"], known["issns"]) if known else None


FORMAT = Exporter("shelf", "Shelf list", export, per="issue")
ALONE = Exporter("shelf-one", "Shelf card", export)


def shelf(name: str, format: str, **others: Any) -> Agency:
    """The agency; several of them differ in a few ways."""
    return Agency(
        name,
        "Shelf",
        format,
        "https://shelf.example.org",
        send,
        ask,
        test_address="https://test.shelf.example.org",
        credentials=(
            Credential("user", "User name at Shelf", "JATSX_SHELF_USER", is_secret=False),
            Credential("password", "Password at Shelf", "JATSX_SHELF_PASSWORD"),
        ),
        authentication=lambda given: {"basic": (given["user"], given["password"])},
        verify=verify,
        journal=journal,
        options=(Option("route", "the way", choices=("long", "short")),),
        refusals=(
            AgencyMessage(r"title (?P<value>.+) is too dull", "shelf-title-dull", "title.en"),
            AgencyMessage(r"prefix (?P<value>\S+) is not yours", "shelf-prefix-foreign", "doi"),
        ),
        messages=FrozenMap(
            {
                "shelf-title-dull": Message("The title “{value}” is dull.", "Choose another."),
                "shelf-prefix-foreign": Message("The prefix {value} belongs to others.", "Ask."),
            }
        ),
        **others,
    )


@hookimpl
def jatsx_exporters() -> list[Exporter]:
    return [FORMAT, ALONE]


@hookimpl
def jatsx_agencies() -> list[Agency]:
    return [
        shelf("shelf", "shelf"),
        shelf("shelf-small", "shelf", most_bytes=600),
        shelf("shelf-whole", "shelf", whole_only=True),
        shelf("shelf-one", "shelf-one"),
    ]

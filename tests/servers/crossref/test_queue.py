"""What became of a submission: asked in the queue, and answered at once."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tests.servers.crossref import CrossrefServer, User
from tests.servers.crossref.client import Client, records, state
from tests.servers.deposits import article, deposit

DOI = "10.5555/a"


def test_a_submission_goes_through_the_queue(
    crossref_server: CrossrefServer, client: Client
) -> None:
    crossref_server.queue = ("unknown_submission", "queued", "in_process")
    client.send(deposit(article(DOI)), "1.xml")
    answers = [client.poll(file_name="1.xml") for _ in range(5)]
    heard = [state(answer) for answer in answers]
    assert heard == ["unknown_submission", "queued", "in_process", "completed", "completed"]
    assert answers[3].content == answers[4].content
    root = etree.fromstring(answers[3].content)
    assert root.findtext("batch_id") == "2024-1-20240601120000000"
    counts = [root.findtext(f"batch_data/{name}_count") for name in ("record", "success")]
    assert counts == ["1", "1"]
    assert crossref_server.times_registered() == {DOI: 1}


def test_an_unknown_name_is_an_unknown_submission(client: Client) -> None:
    answer = client.poll(file_name="never-sent.xml")
    assert etree.fromstring(answer.content).findtext("submission_id") == "0"
    assert state(answer) == "unknown_submission"


def test_only_the_first_file_of_a_name_is_found(client: Client) -> None:
    client.send(deposit(article("10.5555/old")), "1.xml")
    client.send(deposit(article("10.5555/new")), "1.xml")
    answers = [client.poll(file_name="1.xml") for _ in range(3)]
    assert [one.doi for one in records(answers[-1])] == ["10.5555/old"]


def test_a_batch_id_is_known_only_after_processing(client: Client) -> None:
    client.send(deposit(article(DOI)), "1.xml")
    batch_id = "2024-1-20240601120000000"
    assert state(client.poll(doi_batch_id=batch_id)) == "unknown_submission"
    for _ in range(3):
        client.poll(file_name="1.xml")
    assert state(client.poll(doi_batch_id=batch_id)) == "completed"


def test_another_user_does_not_find_it(crossref_server: CrossrefServer, client: Client) -> None:
    crossref_server.users["efgh"] = User("password-of-efgh")
    client.send(deposit(article(DOI)), "1.xml")
    other = replace(client, user=("efgh", "password-of-efgh"))
    assert state(other.poll(file_name="1.xml")) == "unknown_submission"


def test_what_was_sent_can_be_asked_for(client: Client) -> None:
    content = deposit(article(DOI))
    client.send(content, "1.xml")
    assert client.poll(file_name="1.xml", type="contents").content == content


def test_the_synchronous_route_answers_at_once(client: Client) -> None:
    good, again = client.send_now(deposit(article(DOI))), client.send_now(deposit(article(DOI)))
    assert (good.status_code, again.status_code) == (200, 403)
    assert (state(good), state(again)) == ("completed", "completed")


def test_one_refused_article_does_not_make_the_batch_refused(client: Client) -> None:
    answer = client.send_now(deposit(article(DOI), article("10.9999/b")))
    assert answer.status_code == 200
    assert [one.status for one in records(answer)] == ["Success", "Failure"]


def test_a_file_without_dois_is_completed_with_no_records(client: Client) -> None:
    answer = client.send_now(deposit())
    assert (answer.status_code, state(answer), records(answer)) == (200, "completed", [])
    assert etree.fromstring(answer.content).findtext("batch_data/record_count") == "0"


def test_the_synchronous_route_knows_a_wrong_password(client: Client) -> None:
    assert (
        replace(client, user=("abcd", "wrong")).send_now(deposit(article(DOI))).status_code == 401
    )

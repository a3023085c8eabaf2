"""What the codes of findings mean."""

from __future__ import annotations

import re

from tests.desk.client import DeskClient, text_of

LINK = re.compile(r'href="(/[^"]+/explain/[^"]+)"')


def test_every_code_beside_a_field_is_explained(client: DeskClient) -> None:
    """Also those of the requirements of the journal."""
    client.grid()
    pages = [client.open(key.name).text for key in client.desk.issues["2024-2"].articles]
    links = {link for page in pages for link in LINK.findall(page)}
    assert any("/requirement-" in link for link in links)
    answers = {link: client.web.get(link).status_code for link in links}
    assert {link for link, status in answers.items() if status != 200} == set()


def test_the_messages_of_agencies_are_explained(client: DeskClient) -> None:
    registry = client.desk.session.registry
    codes = [code for agency in registry.agencies.values() for code in agency.messages]
    assert codes
    assert [code for code in codes if client.get(f"explain/{code}").status_code != 200] == []


def test_a_requirement_is_explained_with_its_level(client: DeskClient) -> None:
    shown = text_of(client.get(f"{client.issue}/explain/requirement-abstract-length"))
    assert "A requirement of the journal, declared in journal.yaml:" in shown
    assert "Words: at least 150" in shown
    assert "Level: warning" in shown


def test_a_level_that_the_journal_sets_is_shown(client: DeskClient) -> None:
    journal = client.desk.folder / "journal.yaml"
    set_level = "\nrules:\n  article-title-capitals: error\n"
    text = journal.read_text().replace("\nrules:\n", set_level)
    journal.write_text(text)
    shown = text_of(client.get(f"{client.issue}/explain/article-title-capitals"))
    assert "Level: error" in shown


def test_an_unknown_code_is_not_explained(client: DeskClient) -> None:
    for code in ("no-such-code", "requirement-unknown"):
        assert client.get(f"explain/{code}").status_code == 404
        assert client.get(f"{client.issue}/explain/{code}").status_code == 404

"""What else a page shows after an edit, without being loaded again."""

from __future__ import annotations

from pathlib import Path

from tests.desk.client import DeskClient, text_of

NAME = "01-inakhiya.yaml"


def part(text: str, id: str) -> str:
    """The part of an answer from an element with this id."""
    return text.partition(f'id="{id}"')[2][:600]


def test_a_row_shows_what_is_written_in_it(client: DeskClient) -> None:
    page = client.open(NAME)
    page.post("rows", path="funding", do="add")
    answer = page.set("funding[0].funder.en", "Science Committee")
    assert "Science Committee" in part(answer.text, "texts-at-funding-0")
    page.post("rows", path="funding[0].awards", do="add")
    answer = page.set("funding[0].awards[0].number", "AP1")
    assert "AP1" in part(answer.text, "texts-at-funding-0-awards-0")


def test_the_record_is_that_of_the_article_now(client: DeskClient) -> None:
    page = client.open(NAME)
    answer = page.set("title.en", "Another title of the article")
    assert "Another title of the article" in answer.text.partition('id="record"')[2]
    answer = page.post("rows", path="references", do="remove", position="0")
    assert 'id="record" hx-swap-oob="true"' in answer.text


def test_a_person_shows_the_affiliations_to_choose_from(client: DeskClient, issue: Path) -> None:
    """Those of the article, and those of the journal."""
    journal = issue / "journal.yaml"
    shared = "affiliations:\n  - id: shared\n    institution:\n      en: Shared University\n"
    journal.write_text(f"{journal.read_text()}{shared}")
    row = client.get(f"{client.open(NAME).path}/row", params={"path": "contributors[0]"})
    listed = part(row.text, "choices-value-at-contributors-0-affiliations")
    assert "<li>a1 · " in listed
    assert "<li>shared · Shared University</li>" in listed


def test_what_is_found_in_the_rules_of_a_journal_is_shown(client: DeskClient, issue: Path) -> None:
    journal = issue / "journal.yaml"
    changed = journal.read_text().replace("article-srsti-missing: warning", "no-such-rule: warning")
    journal.write_text(changed)
    shown = client.open(kind="journal").text
    assert "no-such-rule" in part(shown, "found-")


def test_an_export_shows_the_errors_of_the_journal(client: DeskClient, issue: Path) -> None:
    """They are why no article was exported."""
    journal = issue / "journal.yaml"
    journal.write_text(journal.read_text().replace("1563-0285", "1563-0286"))
    client.post(f"{client.issue}/export/start", format=["jats"])
    for _ in range(300):
        shown = text_of(client.get(f"{client.issue}/export"))
        if "The export has finished." in shown:
            break
    assert "1563-0286" in shown.partition('id="refused"')[2]

"""The files stay the truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.client import DeskClient, text_of

NAME = "01-inakhiya.yaml"
SCRIPT = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 777*7 }}"


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are only before, and those that are only after."""
    one, other = before.split("\n"), after.split("\n")
    return [x for x in one if x not in other], [x for x in other if x not in one]


def test_a_value_is_written_and_nothing_else_changes(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    before = file.read_text()
    answer = client.open(NAME).set("url", "https://example.org/changed")
    assert "Saved" in answer.text
    assert lines_changed(before, file.read_text()) == (
        ["url: https://example.org/irilj/2024-2/01"],
        ["url: https://example.org/changed"],
    )


def test_what_is_found_stands_beside_the_field(client: DeskClient) -> None:
    answer = client.open(NAME).set("title.en", "A TITLE IN CAPITAL LETTERS ONLY")
    block = answer.text.partition('id="found-at-title"')[2].partition("</div>\n</div>")[0]
    assert "article-title-capitals" in block
    assert "/explain/article-title-capitals" in block


def test_what_is_no_longer_found_disappears(client: DeskClient) -> None:
    page = client.open(NAME)
    page.set("title.en", "A TITLE IN CAPITAL LETTERS ONLY")
    answer = page.set("title.en", "A title")
    block = answer.text.partition('id="found-at-title"')[2].partition("</div>")[0]
    assert "article-title-capitals" not in answer.text
    assert "hx-swap-oob" in block


def test_an_unchanged_value_writes_nothing(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    before = file.stat().st_mtime_ns
    page = client.open(NAME)
    value = page.text.partition('id="value-at-doi"')[2].partition('value="')[2].partition('"')[0]
    assert "Not changed" in page.set("doi", value).text
    assert file.stat().st_mtime_ns == before


def test_the_right_form_is_a_button(client: DeskClient, issue: Path) -> None:
    page = client.open(NAME)
    answer = page.set("doi", "https://doi.org/10.5555/irilj.2024.106.2.01")
    assert "/mend" in answer.text
    code = answer.text.partition('name="code" value="')[2].partition('"')[0]
    said = page.post("mend", code=code, field="doi")
    assert "The value was corrected." in said.text
    assert "\ndoi: 10.5555/irilj.2024.106.2.01\n" in (issue / "articles" / NAME).read_text()


def test_a_row_is_added_moved_and_removed(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    before = file.read_text()
    page = client.open(NAME)
    page.post("rows", path="references", do="add")
    page.set("references[23].text.ru", "Новая запись")
    page.post("rows", path="references", do="up", position="23", to="0")
    assert "references:\n  - text:\n      ru: Новая запись\n" in file.read_text()
    page.post("rows", path="references", do="remove", position="0")
    assert file.read_text() == before


def test_a_pasted_list_is_split(client: DeskClient, issue: Path) -> None:
    page = client.open(NAME)
    said = page.post("split", list="1. Иванов И. О воде.\n2. Kim N. Law.", language="ru")
    assert "References added: 2." in said.text
    assert "ru: Иванов И. О воде." in (issue / "articles" / NAME).read_text()


def test_a_list_as_text_becomes_rows_when_one_is_changed(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / "20.yaml"
    file.write_text("# kept\nid: 20\nlanguage: ru\nreferences: |\n  1. Иванов И.\n  2. Ким Н.\n")
    page = client.open("20.yaml")
    page.set("references[1].doi", "10.5555/x")
    assert file.read_text() == (
        "# kept\nid: 20\nlanguage: ru\nreferences:\n  - text:\n      ru: Иванов И.\n"
        "  - text:\n      ru: Ким Н.\n    doi: 10.5555/x\n"
    )


def test_undo_takes_back_one_change_after_the_other(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    before = file.read_bytes()
    page = client.open(NAME)
    page.set("doi", "10.5555/a")
    page.set("doi", "10.5555/b")
    assert "The last change was undone." in page.post("undo").text
    assert b"doi: 10.5555/a" in file.read_bytes()
    page.post("undo")
    assert file.read_bytes() == before
    assert page.post("undo").status_code == 422


def test_a_file_changed_by_someone_else_is_not_overwritten(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    page = client.open(NAME)
    theirs = file.read_text().replace("doi: 10.5555/", "doi: 10.5555/theirs.")
    file.write_text(theirs)
    answer = page.set("doi", "10.5555/mine")
    assert file.read_text() == theirs
    assert answer.headers["hx-retarget"] == "#conflict"
    assert "10.5555/mine" in answer.text
    assert "10.5555/theirs." in answer.text
    page.post("edit", path="doi", value="10.5555/mine", mine="1")
    assert "doi: 10.5555/mine\n" in file.read_text()


def test_two_pages_of_one_article(client: DeskClient, issue: Path) -> None:
    one, other = client.open(NAME), client.open(NAME)
    one.set("doi", "10.5555/one")
    answer = other.set("url", "https://example.org/other")
    assert "Someone else has changed this file" in answer.text
    assert "https://example.org/other" not in (issue / "articles" / NAME).read_text()
    assert "Saved" in one.set("url", "https://example.org/one").text


def test_an_undo_over_anothers_change_is_refused(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    page = client.open(NAME)
    page.set("doi", "10.5555/mine")
    theirs = file.read_bytes() + b"# theirs\n"
    file.write_bytes(theirs)
    assert page.post("undo").headers["hx-retarget"] == "#conflict"
    assert file.read_bytes() == theirs


def test_a_page_of_another_start_writes_nothing(client: DeskClient, issue: Path) -> None:
    page = client.open(NAME)
    page.page = "unknown"
    before = (issue / "articles" / NAME).read_bytes()
    page.set("doi", "10.5555/mine")
    assert (issue / "articles" / NAME).read_bytes() == before


def test_the_text_of_a_file_can_be_edited(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    page = client.open(NAME + "/text")
    page.path = page.path.removesuffix("%2Ftext").removesuffix("/text")
    text = file.read_text().replace("doi: 10.5555/", "doi: 10.5555/new.")
    answer = page.post("save", text=text.replace("\n", "\r\n"))
    assert answer.status_code == 200
    assert file.read_text() == text


def test_a_file_with_an_error_of_syntax_is_shown_as_text(client: DeskClient, issue: Path) -> None:
    file = issue / "articles" / NAME
    file.write_text("id: 01\ntitle: 'open\n")
    page = client.open(NAME)
    assert "This file has errors in its syntax" in page.text
    assert "title: &#39;open" in page.text


FIELDS = [
    "title.en",
    "abstract.ru",
    "keywords.kk",
    "doi",
    "type",
    "pages.first",
    "dates.received",
    "contributors[0].name.kk.family",
    "contributors[0].email",
    "affiliations[0].institution.en",
    "references[0].text.en",
    "copyright.statement.ru",
    "statements.acknowledgement.en",
]


@pytest.mark.parametrize("field", FIELDS)
def test_a_script_in_a_field_stays_text(client: DeskClient, field: str) -> None:
    page = client.open(NAME)
    answers = [page.set(field, SCRIPT), client.get(page.path), client.get(f"{page.path}/text")]
    row = field.partition("]")[0] + "]"
    answers += [client.get(f"{page.path}/row?path={row}")] if "[" in field else []
    answers += [client.get(f"{page.path}/preview/crossref"), client.get(client.issue)]
    for answer in answers:
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
        assert "5439" not in text_of(answer)

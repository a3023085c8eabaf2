"""The order of the articles."""

from __future__ import annotations

import re
from pathlib import Path

from tests.desk.client import DeskClient, text_of

NAME = "01-inakhiya.yaml"


def test_an_article_without_a_file_keeps_its_place_in_the_order(
    client: DeskClient, issue: Path
) -> None:
    file = issue / "issue.yaml"
    order = 'articles: ["90", "01", "05", "04", "02", "09", "10"]'
    file.write_text(re.sub(r"(?m)^articles: .*$", order, file.read_text()))
    client.grid()
    client.post(f"{client.issue}/order", name=NAME, to="1")
    written = file.read_text().replace('"', "")
    assert "articles: [05, 01, 04, 02, 09, 10, 90]\n" in written


def test_an_order_that_cannot_be_read_is_not_replaced(client: DeskClient, issue: Path) -> None:
    file = issue / "issue.yaml"
    file.write_text(f"{file.read_text()}unknown: x\n")
    before = file.read_bytes()
    answer = client.post(f"{client.issue}/order", name=NAME, to="1")
    assert answer.headers["hx-retarget"] == "#conflict"
    assert "Change it in the text of the file." in text_of(answer)
    assert file.read_bytes() == before


def test_the_order_is_not_written_to_a_link(client: DeskClient, issue: Path) -> None:
    file, outside = issue / "issue.yaml", issue.parent / "elsewhere.yaml"
    file.rename(outside)
    file.symlink_to(outside)
    before = outside.read_bytes()
    answer = client.post(f"{client.issue}/order", name=NAME, to="1")
    assert "issue.yaml is a link" in text_of(answer)
    assert outside.read_bytes() == before


def test_the_order_can_be_undone_on_the_page_of_the_issue(client: DeskClient, issue: Path) -> None:
    before = (issue / "issue.yaml").read_bytes()
    client.post(f"{client.issue}/order", name=NAME, to="3")
    assert (issue / "issue.yaml").read_bytes() != before
    client.open(kind="issue").post("undo")
    assert (issue / "issue.yaml").read_bytes() == before

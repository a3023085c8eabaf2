"""What an import adds to an issue that exists."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from tests.desk.client import DeskClient, text_of
from tests.plugins.jatsx_draft.pages import CONTENTS, NAMES_FIRST, TITLE_FIRST

PRINTED = "\n".join((CONTENTS, NAMES_FIRST, TITLE_FIRST)).encode()


def sent(client: DeskClient, path: str, name: str, content: bytes) -> str:
    """The page after a file was sent."""
    return text_of(client.web.post(client.start + path, files={"file": (name, content)}))


def test_a_printed_issue_comes_with_its_doubts(empty: DeskClient) -> None:
    """Also into an issue that was created before."""
    empty.post("issues", **{"title-en": "Herald", "id": "2024-3"})
    sent(empty, f"{empty.issue}/import", "print.txt", PRINTED)
    beside = empty.open("01.yaml").text.partition('id="found-at-title"')[2]
    assert "found in print: print.txt:" in text_of_part(beside)
    assert "jatsx-desk-" not in (empty.desk.folder / "notes.yaml").read_text("utf-8")


def text_of_part(text: str) -> str:
    """The text up to the next field."""
    return text.partition('class="more-languages"')[0]


def test_the_notes_of_other_articles_stay(client: DeskClient, issue: Path) -> None:
    own = """# ours
version: 1
notes:
  # a doubt
  - article: "01"
    field: doi
    code: article-title-capitals
origins:
  - article: "01"
    field: title
    place: other.txt:1
    sure: one
"""
    (issue / "notes.yaml").write_text(own, "utf-8")
    for path in (issue / "articles").glob("0[12]*"):
        path.rename(path.with_name(f"9{path.name}"))
        text = (path.with_name(f"9{path.name}")).read_text("utf-8")
        (path.with_name(f"9{path.name}")).write_text(text.replace('id: "0', 'id: "90', 1), "utf-8")
    sent(client, f"{client.issue}/import", "print.txt", PRINTED)
    now = (issue / "notes.yaml").read_text("utf-8")
    assert now.startswith(own.partition("origins:")[0].rstrip("\n"))
    assert "place: other.txt:1" in now
    assert "place: print.txt:" in now
    assert client.get(client.issue).status_code == 200


def test_what_could_not_be_read_is_shown(client: DeskClient) -> None:
    lines = [json.dumps({"id": "31", "title": {"en": "One"}}), json.dumps({"id": "32", "titel": 1})]
    shown = sent(client, f"{client.issue}/import", "articles.jsonl", "\n".join(lines).encode())
    assert "Imported articles: 1." in shown
    assert "titel" in shown
    assert "Imported articles" not in client.get(client.issue).text


def test_an_id_that_is_no_file_name_is_shown(client: DeskClient) -> None:
    lines = [json.dumps({"id": one, "title": {"en": "One"}}) for one in ("31", "a/b")]
    shown = sent(client, f"{client.issue}/import", "articles.jsonl", "\n".join(lines).encode())
    assert "Imported articles: 1." in shown
    assert "a/b" in shown


def test_nothing_is_added_through_a_link(client: DeskClient, issue: Path, tmp_path: Path) -> None:
    """The folder of the articles is a link to a folder outside that of the desk."""
    (issue / "articles").rename(tmp_path / "outside")
    (issue / "articles").symlink_to(tmp_path / "outside")
    before = sorted((tmp_path / "outside").iterdir())
    answer = client.post(f"{client.issue}/articles", id="new")
    assert answer.status_code == 403
    sent(client, f"{client.issue}/import", "print.txt", PRINTED)
    assert sorted((tmp_path / "outside").iterdir()) == before


def test_a_zip_is_not_unpacked_through_a_link(empty: DeskClient, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (empty.desk.folder / "articles").symlink_to(outside)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("articles/01.yaml", "id: '01'\ntitle: {en: A}\n")
        archive.writestr("issue.yaml", "id: '1'\n")
        archive.writestr("journal.yaml", "title: {en: A}\n")
    sent(empty, "import", "issue.zip", packed.getvalue())
    assert list(outside.iterdir()) == []

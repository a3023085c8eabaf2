"""The first page, new issues, imports, notes."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import jatsx
from jatsx.issue_folder.notes import notes_file
from jatsx.model.value_hash import ValueHashes
from jatsx.readers.notes_file import Note
from tests.conftest import ROOT
from tests.desk.client import DeskClient, text_of
from tests.library.examples import FOLDER

OJS = ROOT / "tests/plugins/jatsx_ojs/versions/3.3.xml"
NAME = "01-inakhiya.yaml"


def test_a_new_issue_has_its_journal(empty: DeskClient) -> None:
    fields = {"title-kk": "Хабаршы", "title-en": "Herald", "id": "2024-3"}
    answer = empty.post("issues", **fields)
    assert answer.status_code == 200
    folder = empty.desk.folder
    assert (folder / "journal.yaml").read_text() == (
        "title:\n  kk: Хабаршы\n  en: Herald\nlanguages: [kk, en]\n"
    )
    assert (folder / "issue.yaml").read_text() == "id: 2024-3\n"
    assert empty.post("issues", **fields).status_code == 422


@pytest.fixture
def journal(session: jatsx.Session, tmp_path: Path) -> Iterator[DeskClient]:
    """The desk of a folder with two issues."""
    folder = tmp_path / "journal"
    for name in ("2024-1", "2024-2"):
        shutil.copytree(FOLDER, folder / name)
    with DeskClient.of(folder, tmp_path / "out", session) as opened:
        yield opened


def test_an_issue_like_the_last_one(journal: DeskClient) -> None:
    assert "2024-1" in journal.get().text
    journal.post("issues", id="2024-3", like="2024-2")
    made = journal.desk.folder / "2024-3"
    assert "sections:" in (made / "issue.yaml").read_text()
    assert (made / "journal.yaml").read_bytes() == (FOLDER / "journal.yaml").read_bytes()
    answer = journal.post("issues", id="2024-3", like="2024-2")
    assert "2024-3 already exists. Choose another name." in text_of(answer)


@pytest.mark.parametrize("id", ["../2024-4", "/tmp/2024-4", "", "a/b"])
def test_no_issue_is_created_elsewhere(journal: DeskClient, id: str) -> None:
    before = sorted(journal.desk.folder.parent.iterdir())
    assert journal.post("issues", id=id, like="2024-2").status_code == 422
    assert sorted(journal.desk.folder.parent.iterdir()) == before


def sent(client: DeskClient, path: str, name: str, content: bytes) -> str:
    """The page after a file was sent."""
    return text_of(client.web.post(client.start + path, files={"file": (name, content)}))


def test_an_import_gives_what_convert_gives(empty: DeskClient, tmp_path: Path) -> None:
    sent(empty, "import", "native.xml", OJS.read_bytes())
    made = tmp_path / "by-convert"
    jatsx.convert(OJS, made)
    for path in made.rglob("*.yaml"):
        if path.name != "notes.yaml":
            assert (empty.desk.folder / path.relative_to(made)).read_bytes() == path.read_bytes()


def test_an_import_into_an_issue_adds_articles_and_their_notes(
    client: DeskClient, issue: Path
) -> None:
    before = {path: path.read_bytes() for path in issue.rglob("*") if path.is_file()}
    shown = sent(client, f"{client.issue}/import", "native.xml", OJS.read_bytes())
    assert "Imported articles: " in shown
    after = {path for path in issue.rglob("*") if path.is_file()}
    assert {path: path.read_bytes() for path in before} == before
    assert after - before.keys()
    new = {path.relative_to(issue).as_posix() for path in after - before.keys()}
    assert all(name.startswith("articles/") for name in new - {"notes.yaml"})
    assert "article:" in (issue / "notes.yaml").read_text("utf-8")


def test_a_zip_of_an_issue_folder(empty: DeskClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in FOLDER.rglob("*.yaml"):
            archive.write(path, f"2024-2/{path.relative_to(FOLDER)}")
    sent(empty, "import", "issue.zip", packed.getvalue())
    assert len(list((empty.desk.folder / "articles").iterdir())) == 6


@pytest.mark.parametrize("inside", ["../../escaped.yaml", "/tmp/escaped.yaml"])
def test_a_zip_writes_nothing_elsewhere(empty: DeskClient, inside: str, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(inside, "id: escaped\n")
    before = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    sent(empty, "import", "issue.zip", packed.getvalue())
    assert sorted(path for path in tmp_path.rglob("escaped*")) == []
    assert [path for path in before if not path.exists()] == []


@pytest.mark.parametrize("name", ["x.xml", "x.zip", "../../x.xml", "x", "con.xml"])
def test_what_cannot_be_read_is_said(empty: DeskClient, name: str) -> None:
    shown = sent(empty, "import", name, b"\x00\x01nothing")
    assert "No article could be read from this file." in shown
    assert list(empty.desk.folder.iterdir()) == []


def test_a_note_is_shown_with_its_place_and_can_be_settled(client: DeskClient, issue: Path) -> None:
    """A drafted value: where it was printed, and the doubt."""
    (article,) = (one.article for one in jatsx.read(issue / "articles" / NAME) if one.article)
    note = Note(
        article="01",
        field="dates.received",
        code="article-dates-order",
        params={"later": "accepted", "earlier": "received"},
        place="print.txt:14",
        hash=ValueHashes(article).of(("dates", "received")),
    )
    (issue / "notes.yaml").write_bytes(notes_file([note]))
    page = client.open(NAME)
    beside = page.text.partition('id="found-at-dates"')[2].partition("\n</div>\n")[0]
    assert "found in print: print.txt:14" in beside
    said = page.post("settle", code=note.code, field="dates.received")
    assert "The note was deleted." in said.text
    assert "print.txt" not in (issue / "notes.yaml").read_text()
    assert "print.txt" not in client.open(NAME).text
    assert "The last change was undone." in page.post("undo").text
    assert "print.txt:14" in (issue / "notes.yaml").read_text()
    assert "found in print: print.txt:14" in client.open(NAME).text


@pytest.mark.parametrize(
    ("form", "page"),
    [
        ("issues", "issues/2024-2"),
        ("import", "issues/2024-2"),
        ("issues/2024-2/import", "issues/2024-2"),
        ("issues/2024-2/ledger/update", "issues/2024-2/ledger"),
        (f"issues/2024-2/article/{NAME}/save", f"issues/2024-2/article/{NAME}"),
    ],
)
def test_the_address_of_a_form_leads_to_its_page(client: DeskClient, form: str, page: str) -> None:
    """For example, when the answer is loaded again, or gets another language."""
    assert client.get(form).url.path == client.start + page
    answer = client.post("language", language="ru", back=client.start + form)
    assert (answer.status_code, answer.url.path) == (200, client.start + page)


def test_the_last_page_leads_nowhere(client: DeskClient) -> None:
    answer = client.post("stop")
    assert "The desk has stopped." in answer.text
    assert ">Back<" not in answer.text


def test_a_printed_issue_is_drafted(empty: DeskClient) -> None:
    """Each drafted value shows where it was printed."""
    from tests.plugins.jatsx_draft.pages import CONTENTS, NAMES_FIRST, TITLE_FIRST

    printed = "\n".join((CONTENTS, NAMES_FIRST, TITLE_FIRST))
    sent(empty, "import", "2024-2.txt", printed.encode())
    assert (empty.desk.folder / "layout.yaml").is_file()
    line = printed.splitlines().index("Река и город: водная политика") + 1
    page = empty.open("01.yaml")
    beside = page.text.partition('id="found-at-title"')[2].partition('class="more-languages"')[0]
    assert f"2024-2.txt:{line}" in beside
    assert "jatsx-desk-" not in (empty.desk.folder / "notes.yaml").read_text("utf-8")


def test_the_export_is_that_of_the_command(client: DeskClient, issue: Path) -> None:
    client.post(f"{client.issue}/export/start", format=["jats", "crossref"])
    for _ in range(300):
        shown = text_of(client.get(f"{client.issue}/export"))
        if "The export has finished." in shown:
            break
    made = {path.name for path in (client.desk.out / "2024-2").glob("*/*")}
    assert made == {f"{n}.xml" for n in ("01", "02", "04", "05", "09", "10", "2024-2")}
    answer = client.get(f"{client.issue}/export/file", params={"path": "2024-2/jats/01.xml"})
    assert answer.text == (client.desk.out / "2024-2/jats/01.xml").read_text()
    assert "What crossref leaves out" in shown
    assert issue.is_dir()


def test_places_are_in_the_issue_folder(client: DeskClient, issue: Path) -> None:
    """No page shows where on the computer the folder is."""
    (issue / "articles" / NAME).write_text("id: '01'\ntitle: [open\n")
    pages = [client.grid(), client.get(f"{client.issue}/article/{NAME}").text]
    assert "articles/01-inakhiya.yaml:2" in pages[1]
    assert [one for one in pages if str(issue.parent) in one] == []


def test_every_sentence_is_used() -> None:
    """No sentence of the desk is left over."""
    from jatsx.desk.sentences import SENTENCES

    folder = ROOT / "jatsx/desk"
    files = [*folder.rglob("*.py"), *folder.rglob("*.html")]
    text = "".join(path.read_text("utf-8") for path in files if path.name != "sentences.py")
    unused = [
        name
        for name in SENTENCES
        if f'"{name}"' not in text
        and f"'{name}'" not in text
        and f"label.{name}" not in text
        and not name.startswith("standing_")
    ]
    assert unused == []

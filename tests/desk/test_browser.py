"""The desk in Chromium, as an editorial office uses it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import jatsx
from tests.browsers import browser, playwright, violations
from tests.conftest import ROOT
from tests.desk.served import ServedDesk, served
from tests.library.examples import FOLDER
from tests.plugins.jatsx_draft.pages import CONTENTS, NAMES_FIRST, TITLE_FIRST
from tests.servers.crossref import CrossrefServer, User
from tests.servers.crossref.diagnostic import Record
from tests.servers.fixtures import running

__all__ = ["browser"]

NAME: Final = "05-nurdavletova-aspandiyar-abdrakhmanov.yaml"
OJS: Final = ROOT / "tests/plugins/jatsx_ojs/versions/3.1.xml"
SCREENS: Final = ROOT / "docs/desk"
TITLES: Final = {"kk": "Су туралы мақала", "ru": "Статья о воде", "en": "An article on water"}
NAMES: Final = {
    "kk": ("Әлімова", "Айгүл"),
    "ru": ("Алимова", "Айгуль"),
    "en": ("Alimova", "Aigul"),
}
TEXT: Final = {
    "kk": "Мақалада су қорының жай-күйі қысқаша баяндалады.",
    "ru": "В статье кратко описано состояние водных запасов.",
    "en": "The article briefly describes the state of the water supply.",
}
expect: Any = playwright.expect


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "2024-2"))


@pytest.fixture
def desk(issue: Path) -> Iterator[ServedDesk]:
    with served(issue) as started:
        yield started


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages; afterwards, nothing that they said may be an error."""
    opened: list[Any] = []
    said: list[str] = []

    def opener(address: str, width: int = 1280, scheme: str = "light") -> Any:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("console", lambda line: said.append(line.text) if "Policy" in line.text else None)
        page.goto(address)
        opened.append(page)
        return page

    yield opener
    for page in opened:
        page.close()
    assert said == []


def type_value(page: Any, path: str, value: str) -> None:
    """Types a value and leaves the field; waits until it is saved."""
    field = page.locator(f'form:has(> input[name="path"][value="{path}"]) [name="value"]')
    with page.expect_response(lambda answer: answer.url.endswith("/edit")) as answer:
        field.fill(value)
        field.blur()
    assert answer.value.status == 200
    expect(page.locator("#conflict")).to_be_empty()


def add_row(page: Any, path: str) -> None:
    """Adds a row to a list; waits until it is open."""
    page.locator(f'form:has(> input[name="path"][value="{path}"]) > [id^="add-"]').click()
    expect(page.locator("summary:focus")).to_be_visible()


def with_own_values(text: str) -> str:
    """A text of the examples with values that may be sent."""
    own = {"10.5555": "10.29228", "example.org": "annals.kz", "jatsx example": "Annals"}
    for sample, value in own.items():
        text = text.replace(sample, value)
    return text


def type_journal(page: Any) -> None:
    """Types what the formats need of a journal, but for its titles."""
    type_value(page, "issn.electronic", "2434-561X")
    type_value(page, "publisher.name.en", "Press")
    type_value(page, "formats.crossref.depositor_name", "Press of the journal")
    type_value(page, "formats.crossref.email_address", "caa@kisi.kz")
    type_value(page, "formats.crossref.registrant", "Press of the journal")


def open_file(page: Any, link: str) -> None:
    """Goes from the page of a file to that of another one, through the issue."""
    page.click("header a:has-text('Issue')")
    page.click(link)


def new_article(page: Any, number: int) -> None:
    """Adds an article with its metadata in three languages."""
    page.fill("#article-id", f"{number:02}")
    page.select_option("#article-language", "ru")
    page.click("text=New article >> nth=-1")
    for tag, title in TITLES.items():
        type_value(page, f"title.{tag}", f"{title} {number}")
        type_value(page, f"abstract.{tag}", TEXT[tag])
        type_value(page, f"keywords.{tag}", "a; b; c")
    type_value(page, "doi", f"10.52536/2788-5909.2021-4.{number:02}")
    type_value(page, "url", f"http://journal-caa.kisi.kz/{number}")
    type_value(page, "type", "research-article")
    type_value(page, "pages.first", str(number * 10))
    type_value(page, "pages.last", str(number * 10 + 5))
    add_row(page, "affiliations")
    for tag in TITLES:
        type_value(page, f"affiliations[0].institution.{tag}", f"University {tag}")
    type_value(page, "affiliations[0].country", "KZ")
    add_row(page, "contributors")
    for tag, (family, given) in NAMES.items():
        type_value(page, f"contributors[0].name.{tag}.family", family)
        type_value(page, f"contributors[0].name.{tag}.given", given)
    type_value(page, "contributors[0].affiliations", "a1")
    page.click("summary:has-text('Paste a whole list')")
    page.fill("#paste-list", "1. Иванов И. О воде. 2020.\n2. Ким Н. О реках. 2021.")
    page.click("text=Split into references")
    expect(page.locator("#said")).to_contain_text("References added: 2.")
    page.click("header a:has-text('Issue')")


def export(page: Any) -> None:
    """Exports the issue, and waits until that is done."""
    page.click("header >> text=Export")
    page.click("main button:has-text('Export')")
    expect(page.locator("#done")).to_have_text("The export has finished.", timeout=60_000)


def test_from_an_empty_folder_to_an_exported_issue(
    open_page: Callable[..., Any], tmp_path: Path
) -> None:
    """Two articles in three languages, without touching YAML."""
    folder = tmp_path / "2024-3"
    folder.mkdir()
    with served(folder) as desk:
        page = open_page(desk.address)
        for tag, title in TITLES.items():
            page.fill(f"#title-{tag}", f"Журнал {title}")
        page.fill("#new-id", "2024-3")
        page.click("button:has-text('Create')")
        page.click("header >> text=Journal")
        type_journal(page)
        type_value(page, "doi_prefix", "10.52536")
        open_file(page, "header >> text=Issue >> nth=-1")
        type_value(page, "number", "3")
        type_value(page, "year", "2024")
        page.click("header a:has-text('Issue')")
        new_article(page, 1)
        new_article(page, 2)
        export(page)
    written = sorted(path.name for path in (tmp_path / "out" / "2024-3").glob("*/*"))
    assert written == ["01.xml", "02.xml", "2024-3.json", "2024-3.xml"]
    assert jatsx.check(folder).ok


def test_an_ojs_export_is_imported_and_exported(
    open_page: Callable[..., Any], tmp_path: Path
) -> None:
    exported = tmp_path / "ojs.xml"
    exported.write_text(with_own_values(OJS.read_text("utf-8")), "utf-8")
    folder = tmp_path / "imported"
    folder.mkdir()
    with served(folder) as desk:
        page = open_page(desk.address)
        page.set_input_files("#file", exported)
        page.click("button:has-text('Import')")
        expect(page.locator("#articles-rows tr").first).to_be_visible()
        written = jatsx.convert(exported, tmp_path / "by-command").issues[0].folder
        assert written is not None
        for path in written.rglob("*.yaml"):
            name = path.relative_to(written)
            if name.name != "notes.yaml":
                assert (folder / name).read_bytes() == path.read_bytes(), name
        page.click("header >> text=Journal")
        type_value(page, "title.en", "Annals")
        type_journal(page)
        open_file(page, "header >> text=Issue >> nth=-1")
        type_value(page, "url", "https://annals.kz/2018-2")
        for row in range(2):
            open_file(page, f"#articles-rows tr >> nth={row} >> a")
            type_value(page, "doi", f"10.29228/ex.2018.2.{row}")
            type_value(page, "url", f"https://annals.kz/2018-2/{row}")
        page.click("header a:has-text('Issue')")
        export(page)
    names = {path.name for path in (tmp_path / "out").glob("*/*/*")}
    assert names == {"20.xml", "21.xml", "2018-6-2.json", "2018-6-2.xml"}
    assert jatsx.check(folder).ok


def test_a_printed_issue_is_drafted_and_exported(
    open_page: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tmp_path / "2024-2"
    folder.mkdir()
    printed = tmp_path / "2024-2.txt"
    text = with_own_values("\n".join((CONTENTS, NAMES_FIRST, TITLE_FIRST)))
    printed.write_text(text, "utf-8")
    with served(folder) as desk:
        page = open_page(desk.address)
        page.set_input_files("#file", printed)
        page.click("button:has-text('Import')")
        page.click("header >> text=Journal")
        type_value(page, "title.en", "Journal of the Steppe")
        type_journal(page)
        open_file(page, "header >> text=Issue >> nth=-1")
        type_value(page, "number", "2")
        type_value(page, "year", "2024")
        for row in range(2):
            open_file(page, f"#articles-rows tr >> nth={row} >> a")
            expect(page.locator("#found-at-title .print").first).to_contain_text("2024-2.txt:")
            type_value(page, "doi", f"10.29228/steppe.2024.{row}")
            type_value(page, "url", f"https://annals.kz/2024-2/{row}")
            type_value(page, "type", "research-article")
        assert violations(page) == []
        page.click("header a:has-text('Issue')")
        export(page)
    names = {path.name for path in (tmp_path / "out").glob("*/*/*")}
    assert names == {"01.xml", "02.xml", "2024-2.json", "2024-2.xml"}
    assert jatsx.check(folder).ok


def test_the_same_import_twice_overwrites_nothing(
    open_page: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tmp_path / "imported"
    folder.mkdir()
    with served(folder) as desk:
        page = open_page(desk.address)
        for button in ("#import ~ form button", "form:has(#file) button"):
            page.set_input_files("#file", OJS)
            page.click(button)
            expect(page.locator("#articles-rows tr").first).to_be_visible()
        expect(page.locator(".note.good")).to_contain_text(
            "Not imported, because such a file exists"
        )


def test_a_deposit_with_one_refusal_is_read_at_its_field(
    open_page: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "2024-2"))
    for path in folder.rglob("*.yaml"):
        path.write_text(with_own_values(path.read_text("utf-8")), "utf-8")
    refused = "10.29228/irilj.2024.106.2.04"
    server = CrossrefServer()
    server.users = {"abcd": User("password-of-abcd", ("10.29228",))}
    message = "user not allowed to add records for prefix: 10.29228"
    server.verdicts[refused] = Record("Failure", refused, message)
    monkeypatch.setenv("JATSX_CROSSREF_USER", "abcd")
    monkeypatch.setenv("JATSX_CROSSREF_PASSWORD", "password-of-abcd")
    to_server = ("--server", server.url, "--ledger", str(tmp_path / "ledger.sqlite"))
    with running(server), served(folder, *to_server) as desk:
        page = open_page(desk.address)
        page.click("header a:has-text('Send …')")
        page.click("section:has(#agency-crossref) button")
        expect(page.locator("main")).to_contain_text("Send? What is registered cannot be deleted.")
        assert violations(page) == []
        page.click("button:has-text('Send') >> nth=0")
        expect(page.locator("#outcome")).to_contain_text("Outcome", timeout=60_000)
        expect(page.locator("#deposit-state .state.sent")).to_have_count(5)
        expect(page.locator("#deposit-state .state.bad")).to_have_count(1)
        assert violations(page) == []
        page.click("#deposit-state li:has(.state.bad) a")
        expect(page.locator("#found-at-doi .note.bad")).to_contain_text("10.29228")
        page.goto(f"{desk.address}issues/2024-2/ledger")
        expect(page.locator("tbody tr")).not_to_have_count(0)
        assert violations(page) == []
        page.goto(f"{desk.address}issues/2024-2")
        expect(page.locator("#articles-rows .state.sent")).to_have_count(5, timeout=30_000)


def test_what_is_typed_before_the_scripts_are_there_is_saved(
    desk: ServedDesk, issue: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page("about:blank")
    waiting: list[Any] = []
    page.route("**/htmx.js", lambda route: waiting.append(route))
    page.goto(f"{desk.address}issues/2024-2/article/{NAME}", wait_until="commit")
    page.fill("#value-at-doi", "10.5555/typed-early")
    page.locator("#value-at-doi").blur()
    with page.expect_response(lambda answer: answer.url.endswith("/edit")):
        waiting[0].continue_()
    assert "\ndoi: 10.5555/typed-early\n" in (issue / "articles" / NAME).read_text()


def test_two_tabs_on_one_article(
    desk: ServedDesk, issue: Path, open_page: Callable[..., Any]
) -> None:
    file = issue / "articles" / NAME
    address = f"{desk.address}issues/2024-2/article/{NAME}"
    one, other = open_page(address), open_page(address)
    type_value(one, "doi", "10.5555/first")
    other.fill("#value-at-doi", "10.5555/second")
    other.locator("#value-at-doi").blur()
    conflict = other.locator("#conflict")
    expect(conflict).to_contain_text("The file was changed meanwhile")
    expect(other.locator("#mine")).to_have_text("10.5555/second")
    expect(other.locator("#theirs")).to_have_text("10.5555/first")
    assert "\ndoi: 10.5555/first\n" in file.read_text()
    assert violations(other) == []
    other.click("text=Write my value")
    expect(conflict).to_be_empty()
    assert "\ndoi: 10.5555/second\n" in file.read_text()


def test_the_desk_is_killed_while_someone_types(
    desk: ServedDesk, issue: Path, open_page: Callable[..., Any]
) -> None:
    file = issue / "articles" / NAME
    page = open_page(f"{desk.address}issues/2024-2/article/{NAME}")
    type_value(page, "url", "https://journal.example.com/saved")
    page.locator("#value-at-doi").fill("10.5555/being-typed")
    saved = file.read_bytes()
    desk.kill()
    page.locator("#value-at-doi").blur()
    expect(page.locator("#trouble")).to_contain_text("The desk does not answer")
    assert page.input_value("#value-at-doi") == "10.5555/being-typed"
    assert file.read_bytes() == saved
    assert b"https://journal.example.com/saved" in saved
    assert jatsx.check(issue).ok
    assert not list(issue.rglob("*.tmp"))


def test_the_order_is_changed_by_dragging_and_by_the_keyboard(
    desk: ServedDesk, issue: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(desk.address)
    rows = page.locator("#articles-rows tr")
    expect(rows.first).to_be_visible()
    rows.nth(2).locator("td").last.drag_to(rows.nth(0))
    expect(rows.first.locator("th")).to_contain_text("04 ·")
    assert "articles: [04, 01, 02, 05, 09, 10]" in (issue / "issue.yaml").read_text().replace(
        '"', ""
    )
    rows.nth(1).locator("button").last.focus()
    page.keyboard.press("Enter")
    expect(rows.nth(2).locator("th")).to_contain_text("01 ·")


def test_an_article_is_edited_by_the_keyboard_alone(
    desk: ServedDesk, issue: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(desk.address)
    expect(page.locator("#articles-rows tr").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('th.title') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#form")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "value-at-title-en":
            break
    page.keyboard.press("Control+A")
    page.keyboard.type("Typed by the keyboard")
    with page.expect_response(lambda answer: answer.url.endswith("/edit")):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") in ("TEXTAREA", "INPUT", "A", "SUMMARY")
    text = "".join(path.read_text() for path in (issue / "articles").iterdir())
    assert "Typed by the keyboard" in text


def test_a_row_keeps_its_focus_when_it_is_moved(
    desk: ServedDesk, open_page: Callable[..., Any]
) -> None:
    page = open_page(f"{desk.address}issues/2024-2/article/{NAME}")
    page.locator("#down-at-contributors-0").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#down-at-contributors-1")).to_be_focused()


PAGES: Final = {
    "issue": "issues/2024-2",
    "article": f"issues/2024-2/article/{NAME}",
    "journal": "issues/2024-2/journal/-",
    "issue-file": "issues/2024-2/issue/-",
    "text": f"issues/2024-2/article/{NAME}/text",
    "preview": f"issues/2024-2/article/{NAME}/preview/crossref",
    "export": "issues/2024-2/export",
    "explain": "explain/contributor-orcid-checksum",
    "absent": "issues/absent",
}


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedDesk]:
    folder = tmp_path_factory.mktemp("shared") / "2024-2"
    shutil.copytree(FOLDER, folder)
    with served(folder, language="ru") as started:
        yield started


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 1024])
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_accessible(
    shared_desk: ServedDesk, open_page: Callable[..., Any], name: str, width: int, scheme: str
) -> None:
    page = open_page(f"{shared_desk.address}{PAGES[name]}", width, scheme)
    if name == "article":
        page.locator("#open-at-contributors-0").click()
        expect(page.locator("#at-contributors-0-name")).to_be_visible()
    if name == "issue":
        expect(page.locator("#articles-rows tr").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_page_is_accessible(open_page: Callable[..., Any], tmp_path: Path) -> None:
    with served(tmp_path / "new") as desk:
        page = open_page(desk.address)
        assert violations(page) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_language_is_chosen_in_the_page(
    shared_desk: ServedDesk, open_page: Callable[..., Any], language: str
) -> None:
    words = {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"}
    page = open_page(f"{shared_desk.address}{PAGES['article']}")
    page.select_option("#language", language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#name-at-abstract")).to_contain_text(words[language])
    page.select_option("#language", "ru")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_the_desk_stops_from_the_page(desk: ServedDesk, open_page: Callable[..., Any]) -> None:
    page = open_page(desk.address)
    page.click("header button:has-text('Stop')")
    expect(page.locator("main")).to_contain_text("The desk has stopped.")
    assert desk.process.wait(20) == 0


def test_pages_load_nothing_from_elsewhere(
    shared_desk: ServedDesk, open_page: Callable[..., Any]
) -> None:
    page = open_page(shared_desk.address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES.values():
        page.goto(shared_desk.address + path)
    assert asked
    start = shared_desk.address
    assert [url for url in asked if not url.startswith((start, "data:"))] == []


def test_screenshots_for_the_docs(
    open_page: Callable[..., Any], tmp_path: Path, write_goldens: bool
) -> None:
    """Shows that the pages of docs/desk.md exist; writes their pictures with --write-goldens."""
    folder = tmp_path / "2024-2"
    shutil.copytree(FOLDER, folder)
    made = SCREENS if write_goldens else tmp_path / "screens"
    made.mkdir(exist_ok=True)
    with served(folder, language="ru") as desk:
        page = open_page(desk.address)
        expect(page.locator("#articles-rows tr").first).to_be_visible()
        page.screenshot(path=made / "issue.png")
        page.goto(f"{desk.address}{PAGES['article']}")
        type_value(page, "title.en", "SAMPLE TITLE OF THE ARTICLE")
        expect(page.locator("#found-at-title .note")).to_be_visible()
        page.screenshot(path=made / "article.png")
        page.locator("#open-at-contributors-0").click()
        expect(page.locator("#at-contributors-0-name")).to_be_visible()
        page.locator("#at-contributors").scroll_into_view_if_needed()
        page.screenshot(path=made / "people.png")
        page.goto(f"{desk.address}{PAGES['preview']}")
        page.screenshot(path=made / "preview.png")
    names = sorted(path.name for path in made.glob("*.png"))
    assert names == ["article.png", "issue.png", "people.png", "preview.png"]

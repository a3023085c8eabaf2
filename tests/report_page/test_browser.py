"""The page in Chromium. Skipped without the extra ``browser`` or an installed Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from tests.browsers import browser, violations
from tests.report_page.pages import example, mixed, sentences_of

__all__ = ["browser"]

WIDTHS: Final = (1280, 390)
OPEN_ALL: Final = "document.querySelectorAll('details').forEach(one => { one.open = true })"
OPENING: Final = "performance.getEntriesByType('navigation')[0].loadEventEnd"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of a page with findings of all kinds, and of one with 504 articles."""
    folder = tmp_path_factory.mktemp("pages")
    large = example()
    large.run.articles *= 84
    results = {"mixed": mixed(), "large": large}
    for name, result in results.items():
        (folder / f"{name}.html").write_text(result.page(language="kk"), "utf-8")
    return {name: folder / f"{name}.html" for name in results}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_accessible(
    browser: Any, pages: dict[str, Path], width: int, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(pages["mixed"].as_uri())
    assert violations(page) == []
    page.evaluate(OPEN_ALL)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_language_is_changed_by_the_keyboard(browser: Any, pages: dict[str, Path]) -> None:
    table = sentences_of(pages["mixed"].read_text("utf-8"))
    page = browser.new_page()
    page.goto(pages["mixed"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.lang") == "ru"
    assert "Отчёт об экспорте" in page.title()
    texts = (
        "[...document.querySelectorAll('[data-t]')].map(one => [one.dataset.t, one.textContent])"
    )
    shown = page.evaluate(texts)
    assert shown
    assert all(text == table["ru"][int(n)].replace("`", "") for n, text in shown)
    page.close()


def test_details_open_by_the_keyboard(browser: Any, pages: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(pages["mixed"].as_uri())
    page.locator("details.record > summary").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('details.record').open") is True
    page.close()


def test_the_page_loads_nothing_else_and_runs_nothing_of_the_input(
    browser: Any, pages: dict[str, Path]
) -> None:
    page = browser.new_page()
    requests, said = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(pages["mixed"].as_uri())
    for language in ("en", "ru", "kk"):
        page.click(f"button[data-language={language}]")
    assert requests == [pages["mixed"].as_uri()]
    assert said == []
    page.close()


def test_without_scripts_the_page_is_in_the_readers_language(
    browser: Any, pages: dict[str, Path]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages["mixed"].as_uri())
    assert "Енді не істеу керек" in page.inner_text("main")
    assert not page.is_visible("nav")
    context.close()


def test_printed_pages_show_what_is_folded(browser: Any, pages: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 720, "height": 1000}, color_scheme="dark")
    page.goto(pages["mixed"].as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 33, 41)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.querySelectorAll('details:not([open])').length") == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.querySelectorAll('details[open]').length") == 0
    page.close()


def test_five_hundred_articles_open_in_three_seconds(browser: Any, pages: dict[str, Path]) -> None:
    times = []
    for _ in range(3):
        page = browser.new_page()
        page.goto(pages["large"].as_uri())
        times.append(page.evaluate(OPENING))
        page.close()
    assert min(times) < 3000

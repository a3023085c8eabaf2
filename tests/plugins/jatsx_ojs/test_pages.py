"""Pages as journals type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reading import article_record, own_codes

PAGES = {
    "5–17, 20": ("5", "17", "20"),
    "5-17": ("5", "17", None),
    "5--17": ("5", "17", None),
    "5 — 17": ("5", "17", None),
    "5−17": ("5", "17", None),
    "7": ("7", None, None),
    "xi–xiv; 20": ("xi", "xiv", "20"),
    "XII": ("XII", None, None),
    "S12-S19": ("S12", "S19", None),
    "12а": ("12а", None, None),
    "1-8, 10, 12-13": ("1", "8", "10, 12-13"),
    "С. 5–17": ("5", "17", None),
    "с.5-17": ("5", "17", None),
    "pp. 5-17": ("5", "17", None),
    "Pages 5-17": ("5", "17", None),
    "5-17 ": ("5", "17", None),
    "107–17": ("107", "17", None),
}
UNREAD = ("1-2-3", "принято в печать", "5 17", "5–", "–5", "5-17 (электронная версия)", "№ 5", "?")


@pytest.mark.parametrize(("written", "parts"), PAGES.items())
def test_read(written: str, parts: tuple[str | None, ...], tmp_path: Path) -> None:
    record = article_record(f"<pages>{written}</pages>", tmp_path)
    assert record.article is not None
    pages = record.article.pages
    assert (pages.first, pages.last, pages.other) == parts
    assert own_codes(record) == []


@pytest.mark.parametrize("written", UNREAD)
def test_unread(written: str, tmp_path: Path) -> None:
    record = article_record(f"<pages>{written}</pages>", tmp_path)
    assert record.article is not None
    assert not record.article.pages
    assert own_codes(record) == ["ojs-value-unplaced pages publication/pages"]


@pytest.mark.parametrize("written", ["e123", "E5"])
def test_what_looks_like_an_article_number_stays_a_page(written: str, tmp_path: Path) -> None:
    record = article_record(f"<pages>{written}</pages>", tmp_path)
    assert record.article is not None
    assert (record.article.pages.first, record.article.elocation_id) == (written, None)
    assert own_codes(record) == ["ojs-pages-article-number elocation_id"]

"""What every article of an export lacks is said once, also in the folder made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from jatsx import check, convert

from .reading import NAMESPACE

ARTICLE = (
    "<article locale='ru' date_submitted='2024-01-{n:02}'><publication status='3' url_path='a{n}'"
    " section_ref='A'><title locale='ru'>Статья {n}</title>{galley}<pages>{n}</pages>"
    "</publication></article>"
)
GALLEY = "<article_galley locale='ru'><name locale='ru'>PDF</name></article_galley>"
ONCE = {
    "ojs-received-submitted",
    "ojs-url-absent",
    "ojs-accepted-absent",
    "ojs-subject-codes-absent",
    "ojs-galley-without-address",
}


def export(folder: Path, *, without_galley: int = 0) -> Path:
    articles = (
        ARTICLE.format(n=n, galley="" if n == without_galley else GALLEY) for n in range(1, 29)
    )
    path = folder / "export.xml"
    issue = "<issue_identification><year>2024</year></issue_identification>"
    sections = "<sections><section ref='A'><title locale='ru'>А</title></section></sections>"
    inside = f"{issue}{sections}<articles>{''.join(articles)}</articles>"
    path.write_text(f"<issue {NAMESPACE}>{inside}</issue>", "utf-8")
    return path


def test_28_articles_give_each_warning_once(tmp_path: Path) -> None:
    result = check(export(tmp_path), to=["jats"])
    found = [one for one in result.findings if one.code.startswith("ojs-")]
    assert Counter(one.code for one in found) == Counter({*ONCE, "ojs-journal-absent"})
    alike = [one for one in found if one.code in ONCE]
    assert {(one.params["alike"], one.article, one.field) for one in alike} == {("28", None, None)}


def test_a_warning_that_one_article_does_not_have_stays_with_the_others(tmp_path: Path) -> None:
    result = check(export(tmp_path, without_galley=7), to=["jats"])
    count = Counter(one.code for one in result.findings)
    assert count["ojs-galley-without-address"] == 27
    assert count["ojs-url-absent"] == 1


def test_the_folder_has_one_note_for_each(tmp_path: Path) -> None:
    convert(export(tmp_path), tmp_path / "2024")
    again = check(tmp_path / "2024", to=["jats"])
    codes = Counter(one.code for one in again.findings if one.code in ONCE)
    assert codes == Counter(ONCE)

"""Bad input: a finding with its place, and the sound article beside it goes out whole."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.commands import export, run
from tests.cli.issues import ARTICLE, JOURNAL, article, issue_folder

SOUND = {"jats": "valid", "crossref": "valid", "doaj": "valid"}


class Bad(NamedTuple):
    """A bad article file: its content, and the finding that it must get."""

    content: bytes
    code: str
    place: tuple[int | None, int | None]
    field: str | None


def changed(old: str, new: str | bytes) -> bytes:
    """The article 01 with one thing changed."""
    sound = ARTICLE.format(id="01").encode()
    assert sound.count(old.encode()) == 1, old
    return sound.replace(old.encode(), new if isinstance(new, bytes) else new.encode())


def added(line: str) -> bytes:
    """The article 01 with a line more, the tenth."""
    return article("01") + f"{line}\n".encode()


BAD = {
    "no title": Bad(
        changed("title: {en: Article 01}\n", ""), "article-title-missing", (1, 1), "title"
    ),
    "language kz": Bad(
        changed("language: en", "language: kz"), "language-tag-invalid", (4, 11), "language"
    ),
    "title in the language kz": Bad(
        changed("{en: Article 01}", "{en: Article 01, kz: Мақала}"),
        "language-tag-invalid",
        (5, 25),
        "title.kz",
    ),
    "ORCID with a wrong digit": Bad(
        added("    orcid: 0000-0002-1825-0098"),
        "contributor-orcid-checksum",
        (9, 12),
        "contributors[0].orcid",
    ),
    "30 February": Bad(
        added("dates: {received: 2024-02-30}"), "article-date-unreal", (9, 19), "dates.received"
    ),
    "a control character": Bad(
        changed("Article 01", b"Article \x0101"), "character-illegal", (5, 21), "title.en"
    ),
    "an escaped control character": Bad(
        changed("Article 01", '"Article \\x0101"'), "character-illegal", (5, 13), "title.en"
    ),
    "DEL, which YAML can't hold": Bad(
        changed("Article 01", b"Article \x7f01"), "character-illegal", (5, 21), "title.en"
    ),
    "an unclosed <i>": Bad(
        changed("Article 01", "<i>Article 01"), "text-tag-unclosed", (5, 13), "title.en"
    ),
    "id ../../x": Bad(changed("id: 01", "id: ../../x"), "article-id-form", (1, 5), "id"),
    "an unknown key": Bad(
        changed("title: {en: Article 01}", "titel: {en: Article 01}"),
        "field-unknown",
        (5, 1),
        "titel",
    ),
    "a duplicate key": Bad(added("doi: 10.5555/01"), "key-duplicate", (9, 1), "doi"),
    "an empty file": Bad(b"", "file-empty", (1, 1), None),
    "a file of comments": Bad(b"# nothing yet\n", "file-empty", (1, 1), None),
    "a file that isn't UTF-8": Bad(
        changed("Article 01", "Статья".encode("windows-1251")), "file-encoding", (5, 13), None
    ),
    "YAML with a python tag": Bad(
        added('section: !!python/object/apply:os.system ["true"]'), "file-tag", (9, 10), "section"
    ),
    "YAML that isn't well-formed": Bad(
        added("pages: {first: 1"), "file-bracket-open", (9, 8), None
    ),
    "billion laughs": Bad(
        b"id: 01\n"
        + b"a: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + b"".join(
            b"b%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 9)
        ),
        "file-expansion",
        (6, 45),
        None,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_article_is_named_and_costs_only_itself(name: str, tmp_path: Path) -> None:
    bad = BAD[name]
    folder = issue_folder(tmp_path / "2024-1", a01=bad.content, a02=article("02"))
    ran = export(folder, out=tmp_path / "out")
    assert ran.exit_code == 1
    found = [one for one in ran.findings if one["code"] == bad.code]
    assert found, ran.findings
    assert (found[0]["line"], found[0]["column"]) == bad.place
    assert found[0]["file"] == str(folder / "articles" / "01.yaml")
    assert found[0]["field"] == bad.field
    assert found[0]["message"]
    assert found[0]["hint"]
    assert ran.statuses("02") == SOUND
    files = ["crossref/2024-1.xml", "doaj/2024-1.json", "jats/02.xml"]
    assert ran.files() == [f"2024-1/{name}" for name in files]
    assert "10.5555/01" not in (ran.out / ran.files()[0]).read_text("utf-8")


UNREADABLE = [
    name
    for name in BAD
    if BAD[name].code.split("-")[0] in ("file", "key", "character", "text", "field")
]


@pytest.mark.parametrize("name", UNREADABLE)
def test_nothing_readable_at_all(name: str, tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=BAD[name].content)
    ran = export(folder, out=tmp_path / "out")
    assert ran.exit_code == 2
    assert ran.files() == []


def test_issn_with_a_cyrillic_letter(tmp_path: Path) -> None:
    journal = JOURNAL.replace("1234-5679", "2414-570Х").encode()
    bad = issue_folder(tmp_path / "bad", journal=journal, a01=article("01"))
    sound = issue_folder(tmp_path / "sound", a02=article("02"))
    ran = export(bad, sound, out=tmp_path / "out")
    assert ran.exit_code == 1
    (found,) = [one for one in ran.findings if one["code"] == "journal-issn-letter"]
    assert (found["file"], found["line"], found["column"]) == (str(bad / "journal.yaml"), 2, 20)
    assert "“Х” (Cyrillic)" in found["message"]
    assert set(ran.statuses("01").values()) == {"refused"}
    assert ran.statuses("02") == SOUND


def test_two_articles_with_one_doi(tmp_path: Path) -> None:
    twin = ARTICLE.format(id="02").replace("10.5555/02", "10.5555/A").encode()
    first = ARTICLE.format(id="01").replace("10.5555/01", "10.5555/a").encode()
    folder = issue_folder(tmp_path / "2024-1", a01=first, a02=twin, a03=article("03"))
    ran = export(folder, out=tmp_path / "out")
    assert ran.exit_code == 1
    found = [one for one in ran.findings if one["code"] == "article-doi-duplicate"]
    assert [(Path(one["file"]).name, one["line"]) for one in found] == [
        ("01.yaml", 2),
        ("02.yaml", 2),
    ]
    assert set(ran.statuses("01").values()) == set(ran.statuses("02").values()) == {"refused"}
    assert ran.statuses("03") == SOUND


def test_unreadable_journal_is_told_once_and_blocks_its_articles(tmp_path: Path) -> None:
    bad = issue_folder(
        tmp_path / "bad", journal=b"titel: {en: X}\n", a01=article("01"), a02=article("02")
    )
    sound = issue_folder(tmp_path / "sound", a03=article("03"))
    ran = export(bad, sound, out=tmp_path / "out")
    assert ran.exit_code == 1
    assert [one["code"] for one in ran.findings if one["level"] == "error"] == ["field-unknown"]
    assert set(ran.statuses("01").values()) == set(ran.statuses("02").values()) == {"refused"}
    assert ran.statuses("03") == SOUND


def test_no_such_path(tmp_path: Path) -> None:
    ran = run("check", tmp_path / "nowhere")
    assert ran.exit_code == 2
    assert "File or folder not found: " in ran.stdout


def test_signs_that_are_no_markup(tmp_path: Path) -> None:
    plain = changed("Article 01", '"p < 0.05, A & B, C &amp; D"')
    folder = issue_folder(tmp_path / "2024-1", a01=plain)
    ran = export(folder, out=tmp_path / "out")
    assert ran.exit_code == 0
    assert [one for one in ran.findings if one["level"] != "lost"] == []
    for name in ("2024-1/crossref/2024-1.xml", "2024-1/jats/01.xml"):
        assert "p &lt; 0.05, A &amp; B, C &amp; D" in (ran.out / name).read_text("utf-8")
    assert '"p < 0.05, A & B, C & D"' in (ran.out / "2024-1/doaj/2024-1.json").read_text("utf-8")

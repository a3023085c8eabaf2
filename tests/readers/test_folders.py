"""Issue folders, and single files inside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.findings.finding import Level, Place
from jatsx.findings.sentences import Sentences
from jatsx.readers.reader import Record
from tests.readers.reading import findings, marked, places, read, read_text, told, written

JOURNAL = "title: {kk: Хабаршы}\nissn: {print: 1563-0285}\n"
ISSUE = "volume: 3\narticles: [c, a, b]\n"


def ids(records: list[Record]) -> list[str | None]:
    return [record.id for record in records if record.is_article]


def folder(place: Path, **files: str) -> Path:
    """An issue folder with the articles a, b and c, its files changed or added."""
    articles = {f"articles__{name}": f"id: {name}\n" for name in "abc"}
    return written(place / "2024-2", **{"journal": JOURNAL, "issue": ISSUE, **articles, **files})


def test_an_article_has_its_issue_and_journal(tmp_path: Path) -> None:
    record = read(folder(tmp_path))[0]
    assert record.article is not None
    issue = record.article.issue
    assert (issue.id, issue.volume, issue.journal.title["kk"]) == ("2024-2", "3", "Хабаршы")


def test_articles_share_one_issue(tmp_path: Path) -> None:
    issues = [record.article.issue for record in read(folder(tmp_path)) if record.article]
    assert len(issues) == 3
    assert all(issue is issues[0] for issue in issues)


ORDERS = {
    "articles: [c, a, b]": ["c", "a", "b"],
    "articles: [b]": ["b", "a", "c"],
    "volume: 3": ["a", "b", "c"],
}


@pytest.mark.parametrize("issue", ORDERS)
def test_articles_come_in_the_order_of_their_issue(tmp_path: Path, issue: str) -> None:
    assert ids(read(folder(tmp_path, issue=f"{issue}\n"))) == ORDERS[issue]


def test_an_issue_may_name_itself(tmp_path: Path) -> None:
    record = read(folder(tmp_path, issue="id: spring\n"))[0]
    assert record.article is not None
    assert record.article.issue.id == "spring"


def test_a_folder_may_be_given_by_its_journal_or_issue(tmp_path: Path) -> None:
    place = folder(tmp_path)
    for name in ("journal.yaml", "issue.yaml"):
        assert ids(read(place / name)) == ["c", "a", "b"]


def test_hidden_files_files_of_desktops_and_folders_are_passed_over(tmp_path: Path) -> None:
    place = folder(tmp_path)
    for name in (".hidden.yaml", "._a.yaml", ".DS_Store", "Thumbs.db", "desktop.ini", "~$a.docx"):
        (place / "articles" / name).write_text("nothing")
    (place / "articles" / "d.pdf").mkdir()
    for name in ("issue.docx", "journal.pdf", "README.txt", "cover.jpg", "article.yaml.txt"):
        (place / name).write_text("nothing")
    records = read(place)
    assert ids(records) == ["c", "a", "b"]
    assert findings(records) == []


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("articles/11.yaml.txt", ".txt"),
        ("articles/11.docx", ".docx"),
        ("articles/a.bak", ".bak"),
        ("articles/a.yaml.BAK", ".BAK"),
        ("articles/a.yaml~", ".yaml~"),
        ("journal.yaml.txt", ".txt"),
        ("issue.yaml.txt", ".txt"),
        ("issue.txt", ".txt"),
    ],
)
def test_a_file_with_another_ending_is_named(tmp_path: Path, name: str, ending: str) -> None:
    place = folder(tmp_path)
    (place / name).write_text("id: x\n")
    records = read(place)
    (found,) = findings(records)
    assert (found.code, found.level) == ("file-ending-other", Level.WARNING)
    assert dict(found.params) == {"name": Path(name).name, "ending": ending}
    assert found.place == Place(str(place / name))
    assert ids(records) == ["c", "a", "b"]


def test_a_file_without_ending_is_named(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "articles" / "11").write_text("id: x\n")
    (found,) = findings(read(place))
    assert Sentences().sentence(found) == "11 is not read, because its name has no ending."


def test_a_listed_article_whose_file_has_another_ending_is_reported_once(tmp_path: Path) -> None:
    place = folder(tmp_path, issue="articles: [a, '11', b, c]\n")
    (place / "articles" / "11.yaml.txt").write_text("id: '11'\n")
    (found,) = findings(read(place))
    assert found.code == "issue-article-absent"
    assert "11.yaml.txt is not read, because its name ends in .txt." in Sentences().sentence(found)
    assert Sentences().hint(found).startswith("Rename 11.yaml.txt to 11.yaml.")


def test_files_may_be_json(tmp_path: Path) -> None:
    place = tmp_path / "2024-2"
    read_text(place, "journal.json", '{"title": {"kk": "Хабаршы"}}')
    (record,) = read_text(place, "articles/a.json", '{"id": "a"}')
    assert record.article is not None
    assert dict(record.article.issue.journal.title) == {"kk": "Хабаршы"}


# What is wrong with the issue or journal

BROKEN: dict[str, tuple[str, str, list[str]]] = {
    "a slip in the journal": (
        "journal",
        f"{JOURNAL}▶publihser: x\n",
        ["field-unknown issue.journal.publihser"],
    ),
    "a value in the journal": (
        "journal",
        "issn: ▶1563-0285\n",
        ["value-not-mapping issue.journal.issn"],
    ),
    "a journal that is no YAML": ("journal", "title: ▶{kk: ]", ["file-bracket-open"]),
    "an empty journal": ("journal", "▶", ["file-empty"]),
    "a slip in the issue": ("issue", "▶vol: 3\n", ["field-unknown issue.vol"]),
    "two faults in the issue": (
        "issue",
        "year: ▶[2024]\nsections: [{id: ▶{}}]\n",
        ["value-not-text issue.year", "value-not-text issue.sections[0].id"],
    ),
    "an issue that is a list": ("issue", "▶- a\n", ["file-root"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_of_the_issue_is_told_once(tmp_path: Path, name: str) -> None:
    file, text, expected = BROKEN[name]
    content, marks = marked(text)
    place = folder(tmp_path, **{file: content})
    own, *articles = read(place)
    assert (own.is_article, own.article) == (False, None)
    assert told(findings([own])) == expected
    assert places(findings([own])) == marks
    assert {one.place.file for one in own.findings if one.place} == {str(place / f"{file}.yaml")}
    assert [(one.article, one.findings) for one in articles] == [(None, [])] * 3
    assert sorted(map(str, ids(articles))) == ["a", "b", "c"]


def test_a_fault_of_an_article_is_told_beside_those_of_the_journal(tmp_path: Path) -> None:
    place = folder(tmp_path, journal="x: y\n", articles__b="id: b\nz: y\n")
    found = findings(read(place))
    assert sorted(told(found)) == ["field-unknown issue.journal.x", "field-unknown z"]


def test_an_article_at_fault_costs_only_itself(tmp_path: Path) -> None:
    records = read(folder(tmp_path, articles__b="id: b\nz: y\n"))
    assert [record.id for record in records if record.article] == ["c", "a"]


def test_a_folder_without_a_journal_is_told(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "journal.yaml").unlink()
    own, *articles = read(place)
    assert told(own.findings) == ["folder-no-journal"]
    assert not any(record.article for record in articles)


def test_an_issue_may_describe_its_journal(tmp_path: Path) -> None:
    place = folder(tmp_path, issue="journal: {title: {kk: Хабаршы}}\n")
    (place / "journal.yaml").unlink()
    assert all(record.article for record in read(place))


def test_a_journal_described_twice_is_told(tmp_path: Path) -> None:
    place = folder(tmp_path, issue="journal: {title: {kk: Басқа}}\n")
    assert findings(read(place))


def test_an_article_of_a_folder_describes_no_issue(tmp_path: Path) -> None:
    text, marks = marked("id: b\n▶issue: {volume: 4}\n")
    records = read(folder(tmp_path, articles__b=text))
    assert told(findings(records)) == ["field-of-issue issue"]
    assert places(findings(records)) == marks


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    place = written(tmp_path / "x", journal=JOURNAL)
    assert told(findings(read(place))) == ["folder-no-articles"]


def test_an_article_that_the_issue_lists_and_no_file_describes_is_told(tmp_path: Path) -> None:
    text, marks = marked("articles: [a, ▶d, b, c]\n")
    records = read(folder(tmp_path, issue=text))
    assert told(findings(records)) == ["issue-article-absent issue.articles[1]"]
    assert places(findings(records)) == marks
    assert len([record for record in records if record.article]) == 3


@pytest.mark.parametrize("stem", ["journal", "issue"])
def test_two_files_of_one_name_block_the_issue(tmp_path: Path, stem: str) -> None:
    place = folder(tmp_path)
    (place / f"{stem}.json").write_text("{}")
    records = read(place)
    (finding,) = findings(records)
    assert (finding.code, finding.place and finding.place.file) == (
        "file-twin",
        str(place / f"{stem}.json"),
    )
    assert [record.article for record in records if record.is_article] == [None] * 3


def test_two_articles_of_one_name_are_both_refused(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "articles" / "b.json").write_text('{"id": "d"}')
    records = read(place)
    assert told(findings(records)) == ["file-twin", "file-twin"]
    assert [record.id for record in records if record.article] == ["c", "a"]


# Where things stand

LOCATED = {
    "title.en": ("articles/b.yaml", 2, 13),
    "title.ru": ("articles/b.yaml", 2, 8),
    "doi": ("articles/b.yaml", 1, 1),
    "issue.volume": ("issue.yaml", 1, 9),
    "issue.year": ("issue.yaml", 1, 1),
    "issue.journal.title.kk": ("journal.yaml", 1, 13),
    "issue.journal.issn.electronic": ("journal.yaml", 2, 7),
    "issue.journal": ("journal.yaml", 1, 1),
}


@pytest.mark.parametrize("field", LOCATED)
def test_a_field_is_located_in_the_file_that_says_it(tmp_path: Path, field: str) -> None:
    place = folder(tmp_path, articles__b="id: b\ntitle: {en: x}\n")
    record = next(record for record in read(place) if record.id == "b")
    assert record.locate is not None
    found = record.locate(field, "")
    assert found is not None
    file, line, column = LOCATED[field]
    assert (found.file, found.line, found.column) == (str(place / file), line, column)


# Single files


def test_a_file_of_a_folder_has_its_issue(tmp_path: Path) -> None:
    (record,) = read(folder(tmp_path) / "articles" / "a.yaml")
    assert record.article is not None
    assert (record.article.issue.id, record.article.issue.volume) == ("2024-2", "3")


def test_a_file_of_a_folder_tells_the_faults_of_its_journal(tmp_path: Path) -> None:
    own, article = read(folder(tmp_path, journal="x: y\n") / "articles" / "a.yaml")
    assert told(own.findings) == ["field-unknown issue.journal.x"]
    assert (article.article, article.findings, article.id) == (None, [], "a")


@pytest.mark.parametrize(
    ("text", "issue"),
    [("id: a\n", "x"), ("id: a\nissue: {volume: 1}\n", "x"), ("id: a\nissue: {id: y}\n", "y")],
)
def test_a_file_alone_describes_its_issue_itself(tmp_path: Path, text: str, issue: str) -> None:
    (record,) = read_text(tmp_path, "x.yaml", text)
    assert record.article is not None
    assert record.article.issue.id == issue


def test_a_file_that_cant_be_opened_is_told(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "articles" / "d.yaml").mkdir()
    assert told(findings(read(place))) == ["file-unreadable"]


def test_each_line_is_an_article(tmp_path: Path) -> None:
    lines = '{"id": "a"}\n\n{"id": "b", "issue": {"id": "y", "journal": {"doi": "10.5555/j"}}}'
    records = read_text(tmp_path, "x.jsonl", lines)
    articles = [record.article for record in records if record.article]
    assert [(article.id, article.issue.id) for article in articles] == [("a", "x"), ("b", "y")]
    assert articles[1].issue.journal.doi == "10.5555/j"

"""What a reader doubted or could not place is reported after ``convert`` until it is settled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.sentences import NOTE, NOTED_AT, Sentences
from jatsx.model import Article, FrozenMap
from jatsx.readers.article_file import read_single
from jatsx.readers.issue_folder import read_folder
from tests.cli.commands import export, run
from tests.cli.issues import issue_folder
from tests.issue_folder.converting import article, contents, convert, read, written
from tests.strategies import legal_strings

PLACE = Place("old.xml", 12)
ARTICLE = article(
    "a",
    title={"ru": "Право", "en": "Law & <i>order</i>"},
    abstract={"en": [{"title": "Aim", "text": "Short."}]},
    keywords={"en": ["one", "two"]},
    contributors=[{"name": {"en": {"family": "Sample"}}, "kind": "author"}],
)
FIELDS = [
    "title",
    "title.en",
    "abstract.en",
    "keywords.en[1]",
    "contributors[0].kind",
    "contributors[0]",
    "dates.received",
    "url",
    None,
]


def found(field: str | None, level: Level = Level.WARNING, **params: str) -> Finding:
    return Finding("ojs-value-unplaced", level, FrozenMap(params), field, place=PLACE)


def noted(folder: Path) -> list[Finding]:
    """The findings that reading a folder gives."""
    return [finding for record in read_folder(folder) for finding in record.findings]


def told(finding: Finding) -> tuple[object, ...]:
    params = {name: v for name, v in finding.params.items() if name not in (NOTE, NOTED_AT)}
    return finding.code, finding.level, params, finding.field


def change(folder: Path, old: str, new: str, name: str = "articles/a.yaml") -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


# what is noted is found again


@pytest.mark.parametrize("field", FIELDS)
def test_a_warning_of_the_reader_is_reported_again(field: str | None, tmp_path: Path) -> None:
    given_ = found(field, name="x", value="a: b # c")
    written([ARTICLE], tmp_path, given_)
    (again,) = noted(tmp_path)
    assert told(again) == told(given_)
    assert again.article == "a"
    assert again.params[NOTED_AT] == "old.xml:12"


def test_it_stands_at_its_value_and_names_its_note(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found("title.en"))
    (again,) = noted(tmp_path)
    assert again.place is not None
    assert again.place.file == str(tmp_path / "articles" / "a.yaml")
    file, _, line = again.params[NOTE].rpartition(":")
    assert file == str(tmp_path / "notes.yaml")
    lines = (tmp_path / "notes.yaml").read_text("utf-8").splitlines()
    assert lines[int(line) - 1] == "  - article: a"
    assert Sentences().hint(again) == (
        f"This is noted in {again.params[NOTE]} (read from old.xml:12). When it is settled, delete"
        " the note."
    )


def test_without_a_field_it_stands_at_the_note(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found(None))
    (again,) = noted(tmp_path)
    assert again.place is not None
    assert f"{again.place.file}:{again.place.line}" == again.params[NOTE]


@pytest.mark.parametrize("field", ["issue.year", "issue.journal.title", "issue"])
def test_what_is_noted_of_the_issue_is_reported_of_it(field: str, tmp_path: Path) -> None:
    source = tmp_path / "source"
    written([ARTICLE], source)
    note = f"version: 1\nnotes:\n- {{field: {field}, code: ojs-value-unplaced}}\n"
    (source / "notes.yaml").write_text(note, "utf-8")
    assert convert(source, "--out", tmp_path / "out").exit_code == 0
    (again,) = noted(tmp_path / "out")
    assert (again.field, again.article, again.issue) == (field, None, "2024-1")


def test_an_error_of_the_reader_stays_an_error(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found("contributors[0].name", Level.ERROR))
    (again,) = noted(tmp_path)
    assert again.blocks("any format")


def test_a_text_that_may_be_cut_stays_an_error_after_convert(tmp_path: Path) -> None:
    source = issue_folder(tmp_path / "a", a01=b"id: '01'\ntitle:\n  en: Some #1 aspects\n")
    assert convert(source, "--out", tmp_path / "b").exit_code == 1
    (again,) = noted(tmp_path / "b")
    assert (again.code, again.field) == ("text-hash-unquoted", "title.en")
    assert again.blocks("any format")
    change(tmp_path / "b", "en: Some", 'en: "Some #1 aspects"', "articles/01.yaml")
    assert noted(tmp_path / "b") == []


def test_a_folder_without_doubts_has_no_notes(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path)
    assert "notes.yaml" not in contents(tmp_path)


def test_an_error_in_an_issue_blocks_its_articles_before_and_after_convert(tmp_path: Path) -> None:
    from jatsx.issue_folder import write_folders
    from jatsx.model import Issue
    from jatsx.readers.reader import Record
    from tests.issue_folder.converting import INSTALLED, outcome_of

    error = replace(found("issue", Level.ERROR), issue="2024-2")
    articles = [article(id, Issue(id=id)) for id in ("2024-1", "2024-2")]
    of_file = Record("x", findings=[error], is_article=False)
    tracked = outcome_of([of_file, *(Record(one.id, one, one.id) for one in articles)])
    blocked = [any(one.code == error.code for one in issue.findings) for issue in tracked.issues]
    assert blocked == [False, True]
    write_folders(tracked, INSTALLED.sentences, tmp_path)
    for id, expected in (("2024-1", []), ("2024-2", [error.code])):
        assert [one.code for one in noted(tmp_path / id)] == expected
    assert all(one.blocks("any format") for one in noted(tmp_path / "2024-2"))
    ran = export(tmp_path / "2024-2", "--to", "jats", out=tmp_path / "out")
    assert ran.exit_code == 1
    assert ran.statuses("2024-2") == {"jats": "refused"}


def test_findings_of_rules_are_not_noted(tmp_path: Path) -> None:
    """The rules find them again."""
    written([article("a", doi="10.5555")], tmp_path)
    assert "notes.yaml" not in contents(tmp_path)


def test_a_single_file_has_its_own_notes_and_those_of_its_issue(tmp_path: Path) -> None:
    written([ARTICLE, article("b")], tmp_path, found("title.en"))
    records = {name: read_single(tmp_path / "articles" / f"{name}.yaml") for name in "ab"}
    counts = {name: sum(len(one.findings) for one in found) for name, found in records.items()}
    assert counts == {"a": 1, "b": 0}


def test_each_issue_has_its_own_notes(tmp_path: Path) -> None:
    from jatsx.issue_folder import write_folders
    from jatsx.model import Issue
    from jatsx.readers.reader import Record
    from tests.issue_folder.converting import INSTALLED, outcome_of

    of_file = [found("issue.journal"), replace(found("issue.year"), issue="2024-2")]
    articles = [article(id, Issue(id=id)) for id in ("2024-1", "2024-2")]
    records = [
        Record("x", findings=of_file, is_article=False),
        *(Record(one.id, one, one.id) for one in articles),
    ]
    write_folders(outcome_of(records), INSTALLED.sentences, tmp_path)
    fields = {id: [one.field for one in noted(tmp_path / id)] for id in ("2024-1", "2024-2")}
    assert fields == {"2024-1": ["issue.journal"], "2024-2": ["issue.journal", "issue.year"]}


# until the value changes, or the note is removed

CHANGES = [
    ("title.en", "Law & <i>order</i>", "Law"),
    ("title", "Право", "Закон"),
    ("keywords.en[1]", "two", "three"),
    ("contributors[0].kind", "kind: author", "kind: editor"),
    ("contributors[0]", "Sample", "Example"),
    ("abstract.en", "Short.", "Long."),
    ("url", "id: a", "id: a\nurl: https://example.org/a"),
    ("dates.received", "id: a", "id: a\ndates: {received: 2024-01}"),
]


@pytest.mark.parametrize(("field", "old", "new"), CHANGES)
def test_a_changed_value_settles_the_note(field: str, old: str, new: str, tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found(field))
    change(tmp_path, f"\n{old}" if old == "id: a" else old, f"\n{new}" if old == "id: a" else new)
    assert noted(tmp_path) == []


def test_a_change_of_another_value_does_not(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found("title.en"))
    change(tmp_path, "Право", "Закон")
    assert len(noted(tmp_path)) == 1


def test_another_order_of_languages_is_not_a_change(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found("title"))
    change(tmp_path, "  ru: Право\n", "")
    change(tmp_path, "<i>order</i>\n", "<i>order</i>\n  ru: Право\n")
    assert len(noted(tmp_path)) == 1


def test_a_removed_note_is_not_reported(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found("title.en"), found("url"))
    file = tmp_path / "notes.yaml"
    data = yaml.safe_load(file.read_text("utf-8"))
    del data["notes"][0]
    file.write_text(yaml.safe_dump(data), "utf-8")
    assert [finding.field for finding in noted(tmp_path)] == ["url"]
    file.unlink()
    assert noted(tmp_path) == []


def test_notes_survive_another_convert(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path / "a", found("title.en", value="x"))
    assert convert(tmp_path / "a", "--out", tmp_path / "b").exit_code == 0
    assert [*map(told, noted(tmp_path / "b"))] == [*map(told, noted(tmp_path / "a"))]
    assert (tmp_path / "a/notes.yaml").read_bytes() == (tmp_path / "b/notes.yaml").read_bytes()


def test_notes_of_an_older_convert_are_replaced(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path / "a", found("title.en"))
    written([ARTICLE], tmp_path / "b")
    assert convert(tmp_path / "b", "--out", tmp_path / "a", "--force").exit_code == 0
    assert noted(tmp_path / "a") == []


# the file itself

BROKEN = {
    "no YAML": ("notes: [", "file-bracket-open"),
    "empty": ("", "file-empty"),
    "a list": ("- a", "file-root"),
    "no version": ("notes: []", "field-missing"),
    "a version in words": ("version: one", "value-not-count"),
    "a negative version": ("version: -1", "value-not-count"),
    "a list as version": ("version: [1]", "value-not-count"),
    "an unknown field": ("version: 1\nnotices: []", "field-unknown"),
    "text instead of notes": ("version: 1\nnotes: x", "value-not-list"),
    "text instead of a note": ("version: 1\nnotes: [x]", "value-not-mapping"),
    "a note without code": ("version: 1\nnotes: [{article: a}]", "field-missing"),
    "params in a list": ("version: 1\nnotes: [{code: a, params: [b]}]", "value-not-mapping"),
    "a field twice": ("version: 1\nversion: 1", "key-duplicate"),
    "a newer version": ("version: 2\nremarks: []", "file-version-newer"),
    "a much newer version": (f"version: {'9' * 5000}", "file-version-newer"),
    "no UTF-8": ("version: 1 # \udcff", "file-encoding"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_a_finding_that_blocks_the_issue(name: str, tmp_path: Path) -> None:
    text, code = BROKEN[name]
    written([ARTICLE], tmp_path)
    (tmp_path / "notes.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    own, of_article = read_folder(tmp_path)
    assert [finding.code for finding in own.findings] == [code]
    (finding,) = own.findings
    assert finding.level is Level.ERROR
    assert finding.place is not None
    assert finding.place.file == str(tmp_path / "notes.yaml")
    assert of_article.article is None


def test_a_newer_version_is_refused_in_words(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path)
    (tmp_path / "notes.yaml").write_text("version: 2\n", "utf-8")
    ran = run("check", tmp_path)
    assert "notes.yaml has the version 2. This version of jatsx reads versions up to 1." in (
        ran.stdout
    )
    assert "Update jatsx." in ran.stdout


def test_an_older_version_is_read(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found("title.en"))
    change(tmp_path, "version: 1", "version: 0", "notes.yaml")
    assert len(noted(tmp_path)) == 1


@pytest.mark.parametrize("field", ["no [path", "x.y", "title.en.deeper[7]", "contributors[9]"])
def test_a_note_with_any_field_is_reported(field: str, tmp_path: Path) -> None:
    written([ARTICLE], tmp_path)
    note = f"version: 1\nnotes:\n- {{article: a, code: x, field: '{field}'}}\n"
    (tmp_path / "notes.yaml").write_text(note, "utf-8")
    (again,) = noted(tmp_path)
    assert again.code == "x"


def test_a_note_on_an_absent_article_is_passed_over(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path)
    note = "version: 1\nnotes: [{article: gone, code: x, field: title}]\n"
    (tmp_path / "notes.yaml").write_text(note, "utf-8")
    assert noted(tmp_path) == []


def test_the_file_itself_can_be_checked(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, found("title.en"))
    assert "[ojs-value-unplaced]" in run("check", tmp_path / "notes.yaml").stdout


@given(st.sampled_from(FIELDS), legal_strings(80) | st.text(max_size=80), st.text(max_size=20))
def test_any_param_and_place_is_noted(field: str | None, detail: str, file: str) -> None:
    from tempfile import TemporaryDirectory

    finding = replace(found(field, detail=detail), place=Place(file, 1))
    with TemporaryDirectory() as folder:
        written([ARTICLE], Path(folder), finding)
        assert read(Path(folder)) == [ARTICLE]
        assert len(noted(Path(folder))) == 1


# the whole way

OJS = """<?xml version="1.0"?>
<article xmlns="http://pkp.sfu.ca" locale="en" status="3">
<publication version="1" status="3" section_ref="ART" date_published="2025-03-01">
<id type="internal">7</id><title locale="en">Soil</title>
<authors><author user_group_ref="Verstka" seq="0"><givenname locale="en">Ann</givenname>
<familyname locale="en">Smith</familyname></author></authors>
</publication></article>
"""


def test_check_and_export_report_what_the_reader_of_ojs_doubted(tmp_path: Path) -> None:
    source, folder = tmp_path / "native.xml", tmp_path / "converted"
    source.write_text(OJS, encoding="utf-8")
    ran = run("convert", source, "--out", folder)
    assert f"is noted in {folder / 'notes.yaml'}." in ran.stdout
    assert "[ojs-group-unknown]" in run("check", folder).stdout
    exported = export(folder, "--to", "doaj", out=tmp_path / "out")
    (doubt,) = (one for one in exported.findings if one["code"] == "ojs-group-unknown")
    assert (doubt["level"], doubt["field"]) == ("warning", "contributors[0].kind")
    assert doubt["params"]["group"] == "Verstka"
    (name,) = (path.name for path in (folder / "articles").iterdir())
    change(folder, "kind: author", "kind: editor", f"articles/{name}")
    assert "[ojs-group-unknown]" not in run("check", folder).stdout


def test_hashes_do_not_change_with_the_model() -> None:
    """A new field without a value, and a default that is written, leave a hash as it is."""
    from jatsx.model.value_hash import ValueHashes

    assert ValueHashes(ARTICLE).of(("contributors", 0)) == "b07632be38839ede"
    implied = article("a", contributors=[{"name": {"en": {"family": "Sample"}}}])
    assert isinstance(implied, Article)
    both = [ValueHashes(one).of(("contributors", 0)) for one in (ARTICLE, implied)]
    assert both[0] == both[1]

"""Each verb, as a user types it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from jatsx.pipeline.output_folder import OutputFolder
from tests.cli.commands import TIMESTAMP, export, read_report, run
from tests.cli.issues import JOURNAL, article, issue_folder

VERBS = ["init", "check", "export", "convert", "validate", "plugins", "schema"]


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_an_example(verb: str) -> None:
    ran = run(verb, "--help")
    assert ran.exit_code == 0
    assert f"jatsx {verb}" in ran.stdout.split("Example", 1)[1]


def test_new_folder_checks_and_exports(tmp_path: Path) -> None:
    folder = tmp_path / "2024-2"
    assert run("init", folder).exit_code == 0
    journal = folder / "journal.yaml"
    text = journal.read_text("utf-8").replace("# rules:", "rules:")
    journal.write_text(text.replace("#   sample-value: off", "  sample-value: off"), "utf-8")
    checked = run("check", folder)
    assert (checked.exit_code, "no errors, no warnings" in checked.stdout) == (0, True)
    ran = export(folder, out=tmp_path / "out")
    assert ran.exit_code == 0
    files = ["crossref/2024-2.xml", "doaj/2024-2.json", "jats/01.xml"]
    assert ran.files() == [f"2024-2/{name}" for name in files]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Выпуск 2 (106)", "vypusk-2-106"),
        ("№ 2", "2"),
        ("№", "issue"),
        ("2024 №2", "2024-2"),
        ("Қазақстан – 2024", "qazaqstan-2024"),
        ("02 (106)", "02-106"),
        ("con", "issue-con"),
        ("1 1e3 (", "1-1e3"),
        ("ы" * 100, "y" * 60),
    ],
)
def test_init_writes_a_valid_id_if_the_name_is_not_one(name: str, id: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    ran = run("init", folder)
    assert ran.exit_code == 0
    assert f"The id in issue.yaml is: {id}\n" in ran.stdout
    command = ran.stdout.splitlines()[-1].partition("run: ")[2]
    assert shlex.split(command) == ["jatsx", "check", str(folder)]
    exported = export(folder, "--to", "jats", out=tmp_path / "out")
    assert exported.exit_code == 0
    assert exported.files() == [f"{id}/jats/01.xml"]


def test_init_writes_no_id_if_the_name_is_one(tmp_path: Path) -> None:
    ran = run("init", tmp_path / "2024-2")
    assert "id" not in ran.stdout.split()
    assert "\n# id: 2024-2\n" in (tmp_path / "2024-2" / "issue.yaml").read_text("utf-8")


def test_init_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    ran = run("init", tmp_path)
    assert ran.exit_code == 2
    assert "is not empty" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_settings_override_the_journal(tmp_path: Path) -> None:
    journal = JOURNAL.replace("depositor_name: example, ", "").encode()
    folder = issue_folder(tmp_path / "2024-1", journal=journal, a01=article("01"))
    refused = export(folder, "--to", "crossref", out=tmp_path / "out")
    assert refused.exit_code == 1
    (missing,) = [one for one in refused.findings if one["level"] == "error"]
    assert missing["code"] == "format-option-missing"
    assert missing["file"] == str(folder / "journal.yaml")
    given = export(
        folder, "--to", "crossref", "--set", "crossref.depositor_name=me", out=tmp_path / "out"
    )
    assert given.exit_code == 0
    context = (given.out / "2024-1" / "crossref" / "2024-1.xml").read_text("utf-8")
    assert "<depositor_name>me</depositor_name>" in context


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "marc"], "“marc” is not a known format"),
        (["--set", "crossref.colour=red"], "has no option “colour”"),
        (["--set", "crossref"], "Expected FORMAT.OPTION=VALUE after --set, but found crossref."),
        (["--timestamp", "2024"], "17 digits"),
        (["--timestamp", "20240230120000000"], "17 digits"),
        (["--timestamp", "20240101240000000"], "17 digits"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    ran = run("export", folder, "--out", tmp_path / "out", *arguments)
    assert ran.exit_code == 2
    assert said in ran.stderr
    assert not (tmp_path / "out").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.doc").write_text("mine")
    assert export(folder, out=out).exit_code == 0
    assert (out / "thesis.doc").read_text() == "mine"


def test_an_export_to_another_format_keeps_the_files_of_the_first(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    first = export(folder, "--to", "jats", out=tmp_path / "out").files()
    assert export(folder, "--to", "crossref", out=tmp_path / "out").files() == [
        "2024-1/crossref/2024-1.xml",
        *first,
    ]


def test_a_part_of_an_issue_keeps_the_file_of_the_whole(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=article("02"))
    export(folder, "--to", "crossref", "--to", "jats", out=tmp_path / "out")
    file = folder / "articles" / "02.yaml"
    ran = export(file, "--to", "crossref", "--to", "jats", out=tmp_path / "out")
    assert ran.files() == [
        "2024-1/crossref/2024-1-02.xml",
        "2024-1/crossref/2024-1.xml",
        "2024-1/jats/01.xml",
        "2024-1/jats/02.xml",
    ]
    assert ran.articles["02"]["targets"]["crossref"]["document"] == ran.files()[0]
    assert "Only a part of the issue 2024-1 was exported." in ran.stdout
    assert ran.report["summary"]["parts"] == ["2024-1"]
    again = export(folder, "--to", "crossref", out=tmp_path / "out")
    removed = "2024-1/crossref/2024-1-02.xml"
    assert again.report["summary"]["removed"] == [removed]
    assert f"Removed, because this export did not write it again: {removed}" in again.stdout


def test_a_file_that_was_changed_by_hand_is_kept_and_named(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    name = export(folder, "--to", "jats", out=tmp_path / "out").files()[0]
    (tmp_path / "out" / name).write_text("corrected")
    ran = export(folder, "--to", "jats", out=tmp_path / "out")
    kept = f"{name}.changed-{TIMESTAMP}"
    assert ran.files() == [name, kept]
    assert f"Changed by hand, so it was kept as {kept}: {name}" in ran.stdout
    assert ran.report["summary"]["renamed"] == {name: kept}


def test_an_issue_of_another_journal_with_the_same_id_is_refused(tmp_path: Path) -> None:
    other = JOURNAL.replace("1234-5679", "2414-570X").replace("Journal of Examples", "Affairs")
    one = issue_folder(tmp_path / "a" / "2024-1", a01=article("01"))
    two = issue_folder(tmp_path / "b" / "2024-1", journal=other.encode(), a02=article("02"))
    before = export(one, out=tmp_path / "out").files()
    ran = export(two, out=tmp_path / "out")
    assert ran.exit_code == 1
    assert ran.files() == before
    assert [one["code"] for one in ran.findings if one["level"] == "error"] == [
        "issue-folder-taken"
    ]
    assert set(ran.statuses("02").values()) == {"refused"}
    assert "Journal of Examples" in ran.stdout
    assert set(read_report(tmp_path / "out" / "2024-1" / "report.json")["articles"][0]) >= {"id"}


def test_a_locked_folder_is_an_error_of_its_own(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    with OutputFolder(tmp_path / "out") as output:
        output.open_issue("2024-1")
        ran = run("export", folder, "--out", tmp_path / "out")
    assert ran.exit_code == 5
    assert "Another export is writing to" in ran.stderr


def test_yesterdays_file_of_a_refused_article_goes(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=article("02"))
    out = tmp_path / "out"
    assert export(folder, out=out).exit_code == 0
    assert (out / "2024-1" / "jats" / "01.xml").exists()
    (folder / "articles" / "01.yaml").write_bytes(b"id: 01\n")
    assert export(folder, out=out).exit_code == 1
    assert not (out / "2024-1" / "jats" / "01.xml").exists()
    assert (out / "2024-1" / "jats" / "02.xml").exists()


def test_out_that_is_a_file(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    (tmp_path / "out").write_text("")
    assert run("export", folder, "--out", tmp_path / "out").exit_code == 2


def test_issues_get_folders_of_their_own(tmp_path: Path) -> None:
    one = issue_folder(tmp_path / "2024-1", a01=article("01"))
    two = issue_folder(tmp_path / "2024-2", a02=article("02"))
    ran = export(one, two, "--to", "jats", out=tmp_path / "out")
    assert ran.files() == ["2024-1/jats/01.xml", "2024-2/jats/02.xml"]


def test_json_view_is_data_alone(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=b"id: 01\n")
    ran = run("check", folder, "--format", "json")
    report = json.loads(ran.stdout)
    assert ran.stderr == ""
    assert [article["id"] for article in report["articles"]] == ["01"]
    assert report["summary"]["exit_code"] == ran.exit_code == 1


def test_validate_recognises_what_export_wrote(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    ran = export(folder, out=tmp_path / "out")
    files = [ran.out / name for name in ran.files()]
    validated = run("validate", *files)
    assert validated.exit_code == 0
    assert validated.stdout.count(": valid: ") == 3
    broken = files[0].read_text("utf-8").replace("<doi>", "<doj>").replace("</doi>", "</doj>")
    files[0].write_text(broken, "utf-8")
    refused = run("validate", *files, "--format", "json")
    assert refused.exit_code == 1
    first = json.loads(refused.stdout)[0]
    assert (first["format"], first["valid"]) == ("crossref", False)
    assert first["findings"][0]["line"] is not None


OLD = b'<doi_batch version="4.8.0" xmlns="http://www.crossref.org/schema/4.8.0"></doi_batch>'
NATIVE = b'<article xmlns="http://pkp.sfu.ca" locale="ru"></article>'
DRAFT = (
    b'<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1d3 20150301'
    b'//EN" "JATS-journalpublishing1.dtd"><article/>'
)
RECORDS = b"<records><record><language>eng</language></record></records>"


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (OLD, "Crossref deposit 4.8.0"),
        (NATIVE, "Open Journal Systems, native XML (2.4, 3.1–3.5)"),
        (DRAFT, "JATS Journal Publishing 1.1d3"),
        (RECORDS, "DOAJ article XML"),
        (b"<journal><operCard/></journal>", "Journal XML of Articulus (earlier versions) or"),
    ],
)
def test_validate_of_a_known_format_without_a_schema(
    tmp_path: Path, content: bytes, title: str
) -> None:
    path = tmp_path / "known.xml"
    path.write_bytes(content)
    ran = run("validate", path)
    assert ran.exit_code == 4
    assert f"{path}: not validated: {title}" in ran.stdout
    assert "[document-schema-absent]" in ran.stdout
    (data,) = json.loads(run("validate", path, "--format", "json").stdout)
    assert (data["valid"], [one["code"] for one in data["findings"]]) == (
        None,
        ["document-schema-absent"],
    )


def test_validate_ends_with_the_gravest_code(tmp_path: Path) -> None:
    for name, content in (("old", OLD), ("unknown", b"<a/>"), ("wrong", b"<journal><issue/>")):
        (tmp_path / name).write_bytes(content)
    assert run("validate", tmp_path / "old", tmp_path / "wrong").exit_code == 1
    assert run("validate", tmp_path / "old", tmp_path / "unknown").exit_code == 1
    assert run("validate", tmp_path / "unknown").exit_code == 2


def test_the_help_explains_the_exit_codes() -> None:
    assert "4    some files were not validated" in run("--help").stdout


def test_validate_of_an_unknown_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>404</title>")
    assert run("validate", tmp_path / "page.html").exit_code == 2


@pytest.mark.parametrize("part", ["article", "issue", "journal"])
def test_schema_is_json_schema(part: str) -> None:
    from jsonschema import Draft202012Validator

    ran = run("schema", part)
    Draft202012Validator.check_schema(json.loads(ran.stdout))


def test_plugins_lists_the_formats() -> None:
    ran = run("plugins")
    assert ran.exit_code == 0
    for name in ("jats", "crossref", "doaj", "folder", "crossref.registrant"):
        assert name in ran.stdout

"""Results: what they contain, and what can be done with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import jatsx
from jatsx.pipeline.output_folder import file_names
from tests.library.examples import FOLDER, JOURNAL, TIMESTAMP, article


def written(folder: Path) -> dict[str, bytes]:
    """All files of a folder but the locks."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_writing_a_result_is_like_an_export_to_the_folder(tmp_path: Path) -> None:
    kept = jatsx.export(FOLDER, timestamp=TIMESTAMP)
    kept.write(tmp_path / "a")
    direct = jatsx.export(FOLDER, timestamp=TIMESTAMP, out=tmp_path / "b")
    assert direct.files == ()
    assert written(tmp_path / "a") == written(tmp_path / "b")
    assert sorted(file.path for file in kept.files) == sorted(file_names(tmp_path / "a"))


def test_the_items_of_an_export_are_its_documents_and_results() -> None:
    result = jatsx.export(FOLDER, timestamp=TIMESTAMP)
    items = list(jatsx.iter_export(FOLDER, timestamp=TIMESTAMP))
    assert [one for one in items if isinstance(one, jatsx.File)] == [*result.files]
    assert [one for one in items if isinstance(one, jatsx.ArticleResult)] == [*result.articles]
    assert [one for one in items if isinstance(one, jatsx.IssueResult)] == [*result.issues]


def test_the_findings_of_files_are_items_too() -> None:
    (finding,) = jatsx.iter_export("no such folder")
    assert isinstance(finding, jatsx.Finding)
    assert finding.code == "file-missing"


def test_the_report_is_that_of_the_folder(tmp_path: Path) -> None:
    result = jatsx.export(FOLDER, timestamp=TIMESTAMP)
    result.write(tmp_path)
    report = json.loads((tmp_path / "report.json").read_bytes())
    of_issue = json.loads((tmp_path / FOLDER.name / "report.json").read_bytes())
    assert result.to_dict()["articles"] == of_issue["articles"]
    assert result.to_dict()["summary"] == report["summary"]


def test_an_article_with_an_error_does_not_stop_the_others() -> None:
    result = jatsx.export([article("07"), article("08", doi="8")], to=["crossref"])
    assert [one.ok for one in result.articles] == [True, False]
    assert [file.articles for file in result.files] == [("07",)]
    assert not result.ok
    with pytest.raises(jatsx.ResultError, match=r"8 is not a valid DOI.*\[article-doi-form\]") as e:
        result.raise_for_errors()
    assert e.value.result is result


def test_losses_have_a_reason() -> None:
    result = jatsx.export(article(), to=["doaj"])
    losses = {one.field: result.message(one) for one in result.losses("doaj")}
    assert losses
    assert all(message.startswith(("Not included", "Not fully")) for message in losses.values())
    with pytest.raises(KeyError):
        result.losses("none")


def test_the_result_of_a_check_has_no_files(tmp_path: Path) -> None:
    result = jatsx.check(article())
    assert result.ok
    assert result.files == ()
    with pytest.raises(ValueError, match="expected the result of an export in memory"):
        result.write(tmp_path)


def test_a_folder_of_another_journal_is_not_overwritten(tmp_path: Path) -> None:
    jatsx.export(article(), timestamp=TIMESTAMP).write(tmp_path)
    before = written(tmp_path)
    other = {**JOURNAL, "title": {"en": "Other"}, "issn": {"electronic": "2049-3630"}}
    result = jatsx.export(article(issue={**article()["issue"], "journal": other}))
    with pytest.raises(jatsx.FolderTaken, match="contains an issue of Journal of Examples"):
        result.write(tmp_path)
    assert written(tmp_path) == before


def test_a_part_of_an_issue_replaces_no_file_of_the_whole(tmp_path: Path) -> None:
    jatsx.export([article("07"), article("08")], to=["crossref"]).write(tmp_path)
    jatsx.export(article("08"), to=["crossref"]).write(tmp_path)
    assert sorted(file_names(tmp_path)) == [
        "2024-3/crossref/2024-3-08.xml",
        "2024-3/crossref/2024-3.xml",
    ]


def test_unpublished_articles_are_included_on_request() -> None:
    declined = article(status="declined")
    assert jatsx.export(declined, to=["jats"]).files == []
    assert len(jatsx.export(declined, to=["jats"], include=["declined"]).files) == 1
    assert len(jatsx.export(declined, to=["jats"], include=["unpublished"]).files) == 1


def test_validating_bytes() -> None:
    (file,) = jatsx.export(article(), to=["crossref"]).files
    found = jatsx.validate(file.content)
    assert (found.ok, found.format, found.version) == (True, "crossref", "5.5.0")
    wrong = jatsx.validate(file.content.replace(b"<title>", b"<titel>"), name="deposit.xml")
    assert not wrong.ok
    assert all("deposit.xml" in str(one.place) for one in wrong.findings)
    assert wrong.message(wrong.findings[0])
    assert not jatsx.validate(b"no document").ok
    assert [one.code for one in jatsx.validate(file.content, format="jats").findings] == [
        "document-unknown"
    ]
    with pytest.raises(jatsx.WrongArgument):
        jatsx.validate(file.content, format="none")


def test_converting_refuses_a_folder_with_files(tmp_path: Path) -> None:
    converted = jatsx.convert([article("07"), article("08")], tmp_path / "2024-3")
    assert converted.exit_code == 0
    assert [issue.folder for issue in converted.issues] == [tmp_path / "2024-3"]
    assert len(list((tmp_path / "2024-3" / "articles").iterdir())) == 2
    with pytest.raises(FileExistsError):
        jatsx.convert(article(), tmp_path / "2024-3")

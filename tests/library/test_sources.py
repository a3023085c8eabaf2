"""Each kind of source gives the same articles."""

from __future__ import annotations

import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

import jatsx
from tests.library.examples import FOLDER, JOURNAL, TIMESTAMP, article


def documents(source: Any, **given: Any) -> dict[str, bytes]:
    """The content of each file that is exported."""
    result = jatsx.export(source, timestamp=TIMESTAMP, **given)
    assert result.ok, [result.message(finding) for finding in result.findings]
    return {file.path: file.content for file in result.files}


def test_each_source_gives_the_same_documents(tmp_path: Path) -> None:
    data = article()
    expected = documents(data)
    assert sorted(expected) == [
        "2024-3/crossref/2024-3.xml",
        "2024-3/doaj/2024-3.json",
        "2024-3/jats/07.xml",
    ]
    content = json.dumps(data).encode()
    path = tmp_path / "07.json"
    path.write_bytes(content)
    (model,) = (record.article for record in jatsx.read(path))
    assert model is not None
    sources: list[Any] = [
        *(path, str(path), [path], model, [model], iter([data]), (one for one in [model])),
        *(jatsx.MemoryFile("07.json", content), jatsx.MemoryFile("x.jsonl", content + b"\n")),
    ]
    for source in sources:
        assert documents(source) == expected
    for source in (content, bytearray(content), memoryview(content), BytesIO(content)):
        assert documents(source, reader="article") == expected
    with path.open("rb") as file:
        assert documents(file) == expected


def test_yaml_in_memory_is_read_like_a_file() -> None:
    yaml = b"id: 07\nlanguage: en\ntitle: {en: Title}\nissue: {id: 2024-3, year: 2024}\n"
    (record,) = jatsx.read(jatsx.MemoryFile("07.yaml", yaml))
    assert record.article is not None
    assert (record.article.id, record.article.issue.year) == ("07", "2024")


def test_articles_of_several_sources_are_of_one_issue() -> None:
    (model,) = (record.article for record in jatsx.read(article("09")))
    assert model is not None
    found = documents([article("07"), article("08"), model], to=["crossref"])
    assert found["2024-3/crossref/2024-3.xml"].count(b"<journal_article ") == 3


def test_duplicates_are_found_over_all_sources() -> None:
    result = jatsx.check([article("07"), article("08", doi="10.5555/07")])
    codes = [finding.code for finding in result.findings]
    assert codes.count("article-doi-duplicate") == 2


def test_a_journal_file_describes_the_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_text(json.dumps(JOURNAL))
    data = article(issue={"id": "2024-3", "number": "3", "year": "2024"})
    assert documents(data, journal=path) == documents(article())


def test_faults_of_a_mapping_have_a_field_and_no_place() -> None:
    result = jatsx.check(article(title={"en": "a <i>b"}, pages="5", foo="1"))
    found = {(one.code, one.field, one.place) for one in result.findings}
    assert ("text-tag-unclosed", "title.en", None) in found
    assert any(code == "field-unknown" for code, *_ in found)


def test_faults_of_bytes_have_a_place_in_them() -> None:
    content = b'{"id": "07",\n "title": {"en": "a <i>b"}}'
    result = jatsx.check(jatsx.MemoryFile("upload.json", content))
    (place,) = (one.place for one in result.findings if one.code == "text-tag-unclosed")
    assert str(place).startswith("upload.json:2:")


def test_bytes_that_no_reader_recognises_are_a_finding() -> None:
    result = jatsx.check(b"\x00\x01")
    assert [one.code for one in result.findings] == ["file-unknown"]
    assert result.exit_code == 2


def test_an_issue_folder_is_a_source() -> None:
    assert len(list(jatsx.read(FOLDER))) >= 6


@pytest.mark.parametrize("source", [5, None, [5], StringIO("text"), [None]])
def test_other_sources_are_wrong_arguments(source: Any) -> None:
    with pytest.raises(TypeError, match="expected"):
        jatsx.check(source)


def test_a_value_that_cannot_be_data_is_a_wrong_argument() -> None:
    with pytest.raises(TypeError, match="expected text, a list or a mapping"):
        jatsx.check(article(title=object()))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"to": ["crosref"]}, "“crosref” is not a known format. Formats: crossref,"),
        ({"settings": {"crossref": {"x": "1"}}}, "“crossref” has no option “x”. Options: version,"),
        ({"settings": {"none": {"x": "1"}}}, "“none” is not a known format."),
        (
            {"settings": {"crossref": {"version": "1"}}},
            "1 is not a valid value of crossref.version",
        ),
        ({"settings": {"doaj": {"language": "zz"}}}, "zz is not a valid language tag"),
        ({"reader": "word"}, "“word” is not a known reader. Readers: "),
        ({"include": ["draft"]}, "“draft” is not a status of unpublished articles."),
    ],
)
def test_wrong_arguments_are_named(given: Any, message: str) -> None:
    with pytest.raises(jatsx.WrongArgument) as raised:
        jatsx.check(article(), **given)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("timestamp", ["", "2024", "20240230120000000", "20240101240000000"])
def test_a_wrong_timestamp_is_a_wrong_argument(timestamp: str) -> None:
    with pytest.raises(jatsx.WrongArgument, match="17 digits"):
        jatsx.export(article(), timestamp=timestamp)

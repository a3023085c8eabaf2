"""Deposits and records are recognised by what stands at their beginning."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jatsx.pipeline.open_input import reader_of
from jatsx.pipeline.validate_files import validate_files
from jatsx.plugin.registry import load_registry
from jatsx_crossref.recognition import is_deposit, is_works

from .reading import article, deposit, journal

REGISTRY = load_registry(targets=())

DEPOSITS = {
    "5.5.0": deposit(),
    "4.3.0": deposit(version="4.3.0"),
    "without a namespace": '<doi_batch version="4.3.0"><head>',
    "a declaration and a comment": f'<?xml version="1.0"?><!-- a -->{deposit()}',
}
NOT_DEPOSITS = {
    "a query": '<doi_batch xmlns="http://www.crossref.org/qschema/2.0"/>',
    "a query result": '<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"/>',
    "JATS": '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front/></article>',
    "OJS": '<articles xmlns="http://pkp.sfu.ca"/>',
    "another doi_batch": "<doi_batch/>",
    "JSON": "{}",
    "nothing": "",
}
WORK = {"DOI": "10.5555/a1", "title": ["А"], "container-title": ["Ж"], "type": "journal-article"}
WORKS = {
    "an answer": {"status": "ok", "message-type": "work", "message": {}},
    "an answer with a list": {"message-type": "work-list", "message": {"items": []}},
    "a work": WORK,
    "an array": [WORK],
}
NOT_WORKS = {
    "DOAJ": {"bibjson": {"title": "А", "identifier": [{"type": "doi", "id": "10.5555/a1"}]}},
    "an article of jatsx": {"id": "01", "doi": "10.5555/a1", "title": {"ru": "А"}},
    "OJS": {"items": [{"_href": "https://example.org", "doiObject": {"doi": "10.5555/a1"}}]},
    "DataCite": {"data": {"type": "dois", "attributes": {"doi": "10.5555/a1", "url": "x"}}},
    "an answer about journals": {"message-type": "journal-list", "message": {}},
    "a list of numbers": [1, 2],
}


@pytest.mark.parametrize("name", DEPOSITS)
def test_deposits(name: str) -> None:
    assert is_deposit(Path("download"), DEPOSITS[name].encode())


def test_a_deposit_in_another_encoding() -> None:
    declared = f'<?xml version="1.0" encoding="UTF-16"?>{deposit()}'
    assert is_deposit(Path("download"), declared.encode("utf-16"))


@pytest.mark.parametrize("name", NOT_DEPOSITS)
def test_not_deposits(name: str) -> None:
    assert not is_deposit(Path("deposit.xml"), NOT_DEPOSITS[name].encode())


@pytest.mark.parametrize("name", WORKS)
@pytest.mark.parametrize("indent", [None, 2])
def test_works(name: str, indent: int | None) -> None:
    assert is_works(Path("download"), json.dumps(WORKS[name], indent=indent).encode())


@pytest.mark.parametrize("name", NOT_WORKS)
def test_not_works(name: str) -> None:
    assert not is_works(Path("work.json"), json.dumps(NOT_WORKS[name]).encode())


@pytest.mark.parametrize("name", ["a.xml", "a.json", "a.jsonl"])
def test_the_reader_does_not_depend_on_the_ending(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(deposit(journal(article())) if name == "a.xml" else json.dumps(WORK))
    reader, _ = reader_of(path, REGISTRY)
    assert reader is not None
    assert reader.name == ("crossref" if name == "a.xml" else "crossref-api")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_articles_of_jatsx_keep_their_reader(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(NOT_WORKS["an article of jatsx"]))
    reader, _ = reader_of(path, REGISTRY)
    assert reader is not None
    assert reader.name in ("article", "json-lines")


def test_validate_names_the_formats_as_the_readers_do(tmp_path: Path) -> None:
    contents = {"a.xml": deposit(version="4.8.0"), "b.json": json.dumps(WORK)}
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
        (validated,) = validate_files([tmp_path / name], REGISTRY)
        reader, _ = reader_of(tmp_path / name, REGISTRY)
        assert reader is not None
        assert validated.title == reader.title
        assert [finding.params["readable"] for finding in validated.findings] == [
            str(tmp_path / name)
        ]

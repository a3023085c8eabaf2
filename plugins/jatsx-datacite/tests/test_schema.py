"""The schemas in the package ``datacite``: what they allow, and where they come from."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
from described import BOTH, article, document, schema_errors, written
from jatsx import JsonObject

from jatsx_datacite.exporter import EXPORTER
from jatsx_datacite.schema import recognises, schemas_folder


def test_the_newest_version_that_the_package_ships_is_the_default() -> None:
    names = {one.name for one in schemas_folder().iterdir()}
    shipped = sorted(name for name in names if name.startswith("datacite-v4."))
    assert EXPORTER.versions[EXPORTER.version].name == shipped[-1]
    assert {schema.name for schema in EXPORTER.versions.values()} <= names


def test_the_package_is_found_and_not_run() -> None:
    """It loads an HTTP client and compiles its schemas as it is imported."""
    code = "import sys, jatsx_datacite.exporter; print({'datacite', 'requests'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("version", BOTH)
def test_an_article_is_valid(version: str) -> None:
    assert schema_errors(written(article(), version), version) == []


def test_the_packages_own_validators_agree() -> None:
    schema43, schema45 = (import_module(f"datacite.schema{name}") for name in ("43", "45"))
    assert schema45.validate(json.loads(written(article())))
    assert schema43.validate(json.loads(written(article(), "4.3")))
    assert b"<creatorName" in schema45.tostring(json.loads(written(article()))).encode()


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize(
    "name", ["creators", "titles", "publisher", "publicationYear", "types", "schemaVersion"]
)
def test_what_is_mandatory_is_missed(version: str, name: str) -> None:
    content = json.loads(written(article(), version))
    del content[name]
    assert any(name in one for one in schema_errors(json.dumps(content).encode(), version))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dates", [{"date": "2024-02-30", "dateType": "Issued"}]),
        ("dates", [{"date": "spring", "dateType": "Issued"}]),
        ("dates", [{"date": "/", "dateType": "Issued"}]),
        ("url", "journal.example.org"),
        ("url", "https://journal.example.org/вода"),
        ("rightsList", [{"rightsUri": "CC BY"}]),
        ("titles", [{"title": " "}]),
        ("publisher", {"name": ""}),
    ],
)
def test_what_the_schema_leaves_open_is_checked(name: str, value: Any) -> None:
    assert schema_errors(_with(name, value)) != []


@pytest.mark.parametrize(
    "date",
    ["2024", "2024-06", "2024-06-30", "2024-06-30T12:00:00Z", "2023/2024", "2023-01-01/"],
)
def test_dates_and_ranges_are_let_through(date: str) -> None:
    assert schema_errors(_with("dates", [{"date": date, "dateType": "Collected"}])) == []


@pytest.mark.parametrize("version", BOTH)
def test_own_files_are_recognised(version: str) -> None:
    assert recognises(written(article(), version)[:4096]) == version


def test_others_are_not() -> None:
    kernel = b'"http://datacite.org/schema/kernel-4"'
    heads = (b"", b"{}", b'{"schemaVersion": "4"}', b"<resource xmlns=" + kernel, b"\xff{" + kernel)
    assert [head for head in heads if recognises(head) is not None] == []
    assert recognises(b'\xef\xbb\xbf {"schemaVersion": ' + kernel) == "4.5"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("creators", "contributors"),
        ("titles", "title"),
        ("publisher", "issue.journal.publisher.name"),
        ("publicationYear", "dates.published"),
    ],
)
def test_what_is_missing_is_led_to_its_field(name: str, field: str) -> None:
    content = document(article(contributors=[], title={}, issue={})).content
    assert isinstance(content, JsonObject)
    assert name not in content
    assert content.fields[name] == field


def _with(name: str, value: Any) -> bytes:
    return json.dumps({**json.loads(written(article())), name: value}).encode()

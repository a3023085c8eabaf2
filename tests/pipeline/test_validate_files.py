"""Files of any program: their format and version, and whether they are valid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jatsx.findings.finding import Level
from jatsx.pipeline import Validated, validate_files
from jatsx.plugin.exporter import Exporter, ForeignFormat
from jatsx.plugin.registry import Plugin
from jatsx.readers.reader import Reader
from jatsx.validation.schema import Schema, SchemaError
from tests.pipeline.formats import DATA, fmt, registry

Recognises = Callable[[bytes], Any]

FOREIGN: Any = ForeignFormat


def recognise(head: bytes) -> str | None:
    return "" if b"<notes" in head else None


def fail(head: bytes) -> str | None:
    raise ValueError(head)


def validated(
    folder: Path, content: bytes, *exporters: Exporter, beside: tuple[Plugin, ...] = ()
) -> Validated:
    """The validation of a file with this content."""
    path = folder / "x"
    path.write_bytes(content)
    (result,) = validate_files([path], registry(*exporters, beside=beside))
    return result


def codes(result: Validated) -> list[str]:
    return [finding.code for finding in result.findings]


FILES: dict[str, tuple[bytes | None, str | None, list[str]]] = {
    "valid": (b"<notes/>", "notes", []),
    "invalid": (b"<notes>\n<x/></notes>", "notes", ["document-part-unexpected"]),
    "no XML": (b"<notes", "notes", ["document-syntax"]),
    "unknown": (b"<x/>", None, ["document-unknown"]),
    "empty": (b"", None, ["document-unknown"]),
    "absent": (None, None, ["file-missing"]),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_made_elsewhere_is_validated(tmp_path: Path, name: str) -> None:
    content, format_, expected = FILES[name]
    path = tmp_path / "x"
    if content is not None:
        path.write_bytes(content)
    (result,) = validate_files([path], registry(fmt(recognises=recognise), fmt(name="other")))
    assert (result.format, result.is_valid) == (format_, not expected)
    assert sorted({finding.code for finding in result.findings}) == expected


@pytest.mark.parametrize(
    "recognises", [fail, lambda _: "9", lambda _: 5, lambda _: FOREIGN("Notes", 5)]
)
def test_a_format_that_cant_recognise_is_told(tmp_path: Path, recognises: Recognises) -> None:
    result = validated(tmp_path, b"<notes/>", fmt(recognises=recognises))
    assert codes(result) == ["plugin-failed", "document-unknown"]


# Formats that are not exported


def test_a_known_format_without_a_schema_is_named_and_not_validated(tmp_path: Path) -> None:
    old = fmt(recognises=lambda _: ForeignFormat("Old notes", "0.9"))
    result = validated(tmp_path, b"<notes><x/></notes>", old)
    assert (result.title, result.version, codes(result)) == (
        "Old notes",
        "0.9",
        ["document-schema-absent"],
    )
    assert result.findings[0].level is Level.WARNING
    assert not result.is_validated
    assert not result.is_valid


@pytest.mark.parametrize(("content", "is_valid"), [(b"<notes/>", True), (b"<note/>", False)])
def test_a_known_format_is_validated_by_its_schema(
    tmp_path: Path, content: bytes, is_valid: bool
) -> None:
    own = Schema.dtd(DATA, "note.dtd")
    foreign = fmt(recognises=lambda _: ForeignFormat("Other notes", "2", own))
    result = validated(tmp_path, content, foreign)
    assert (result.title, result.version) == ("Other notes", "2")
    assert (result.is_validated, result.is_valid) == (True, is_valid)


def test_what_a_reader_recognises_is_named(tmp_path: Path) -> None:
    reader = Reader("odd", "Odd notes", lambda _, head: head == b"<odd/>", lambda _: [])
    beside = (Plugin("odd", "test", "1", readers=[reader]),)
    result = validated(tmp_path, b"<odd/>", fmt(recognises=recognise), beside=beside)
    assert (result.format, result.title, result.is_validated) == ("odd", "Odd notes", False)
    assert result.findings[0].params["readable"] == str(tmp_path / "x")


def test_the_name_of_a_readable_file_is_an_argument_of_the_command(tmp_path: Path) -> None:
    reader = Reader("odd", "Odd notes", lambda _, head: head == b"<odd/>", lambda _: [])
    beside = (Plugin("odd", "test", "1", readers=[reader]),)
    (folder := tmp_path / "issue 2 (106)").mkdir()
    result = validated(folder, b"<odd/>", fmt(recognises=recognise), beside=beside)
    assert result.findings[0].params["readable"] == f'"{folder / "x"}"'


def refused(_: Any) -> Iterator[SchemaError]:
    yield SchemaError("not kept", kind="part-ignored")


def test_the_schema_of_what_an_agency_accepts_is_used_for_files_only(tmp_path: Path) -> None:
    strict = Schema.dtd(DATA, "note.dtd", checks=(refused,))
    lenient = Schema.dtd(DATA, "note.dtd", warnings=(refused,))
    exporter = fmt(versions={"1": strict}, accepts={"1": lenient}, recognises=lambda _: "1")
    result = validated(tmp_path, b"<notes/>", exporter)
    assert result.is_valid
    assert [(one.code, one.level) for one in result.findings] == [
        ("document-part-ignored", Level.WARNING)
    ]


@pytest.mark.parametrize("content", [b"<notes/>", b"<notes><x/></notes>"])
def test_a_warning_is_shown_for_valid_and_invalid_files(tmp_path: Path, content: bytes) -> None:
    schema = Schema.dtd(DATA, "note.dtd", warnings=(refused,))
    exporter = fmt(versions={"": schema}, recognises=recognise)
    assert codes(validated(tmp_path, content, exporter))[-1] == "document-part-ignored"


# Entities


def with_subset(subset: str, content: str) -> bytes:
    return f'<!DOCTYPE notes SYSTEM "n.dtd" [{subset}]><notes>{content}</notes>'.encode()


ENTITIES: dict[str, tuple[bytes, list[str]]] = {
    "defined in the file": (
        with_subset("<!ENTITY t '<title>x</title>'>", '<note id="a">&t;</note>'),
        [],
    ),
    "defined in the file, with an element that is not allowed": (
        with_subset("<!ENTITY t '<x/>'>", '<note id="a">&t;</note>'),
        ["document-part-unexpected"],
    ),
    "not defined": (
        with_subset("", '<note id="a"><title>&t;</title></note>'),
        ["document-entity-undefined"],
    ),
    "not defined, in an attribute": (
        with_subset("", '<note id="&t;"><title/></note>'),
        ["document-entity-undefined"],
    ),
    "in another file": (
        with_subset('<!ENTITY t SYSTEM "secret">', '<note id="a"><title>&t;</title></note>'),
        ["document-entity-unread"],
    ),
    "perhaps defined in another file": (
        with_subset('<!ENTITY % p SYSTEM "secret"> %p;', '<note id="a"><title>&t;</title></note>'),
        ["document-entity-unread"],
    ),
    "in another file, but not used": (with_subset('<!ENTITY t SYSTEM "secret">', ""), []),
}


@pytest.mark.parametrize("name", ENTITIES)
def test_an_entity_that_was_not_read_is_not_valid(tmp_path: Path, name: str) -> None:
    content, expected = ENTITIES[name]
    (tmp_path / "secret").write_text("<title>secret</title>")
    content = content.replace(b"secret", (tmp_path / "secret").as_uri().encode())
    result = validated(tmp_path, content, fmt(recognises=recognise))
    assert codes(result) == expected
    assert result.is_validated is ("document-entity-unread" not in expected)
    assert result.is_valid is (not expected)


def test_each_undefined_entity_is_named_once_with_its_line(tmp_path: Path) -> None:
    content = with_subset("", '\n<note id="a"><title>&t;\n&u;&t;</title></note>')
    result = validated(tmp_path, content, fmt(recognises=recognise))
    found = [(one.params["entity"], one.place and one.place.line) for one in result.findings]
    assert found == [("t", 2), ("u", 3)]

"""Wrong arguments are refused with a message, and are not ignored."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import jatsx
from tests.library.examples import TIMESTAMP, article

ITSELF: dict[str, Any] = {}
ITSELF["issue"] = ITSELF


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"to": [5]}, TypeError, "formats: expected text, got 5"),
        ({"include": [1]}, TypeError, "include: expected text, got 1"),
        ({"reader": 3}, TypeError, "reader: expected text, got 3"),
        ({"timestamp": 20240101000000000}, TypeError, "timestamp: expected text"),
        ({"timestamp": date(2024, 1, 1)}, TypeError, "timestamp: expected text"),
        ({"settings": "jats"}, TypeError, "settings: expected a mapping"),
        ({"settings": {"jats": "1.3"}}, TypeError, "settings\\['jats'\\]: expected a mapping"),
        ({"settings": {1: {}}}, TypeError, "settings: expected text, got 1"),
        ({"settings": {"jats": {"version": 1.3}}}, TypeError, "jats.version: expected text"),
        ({"settings": {"crossref": {"registrant": None}}}, TypeError, "crossref.registrant"),
        ({"jobs": 0}, jatsx.WrongArgument, "jobs: expected 1 or more, got 0"),
        ({"jobs": "4"}, TypeError, "jobs: expected a whole number"),
    ],
)
def test_wrong_arguments_of_an_export(
    given: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        jatsx.export(article(), **given)


@pytest.mark.parametrize("source", ["", ITSELF, {(1, 2): "x"}, {"date": date(2024, 1, 1)}])
def test_sources_of_a_wrong_type(source: Any) -> None:
    with pytest.raises(TypeError):
        jatsx.check(source)


def test_options_of_no_reader_are_refused() -> None:
    with pytest.raises(jatsx.WrongArgument, match="name it with reader="):
        jatsx.read(article(), options={"delimiter": ";"})


def test_bytes_are_not_an_issue_folder() -> None:
    result = jatsx.check(b"{}", reader="folder")
    assert [one.code for one in result.findings] == ["file-unknown"]


def test_validate_takes_bytes_and_one_format_or_its_alias() -> None:
    content: Any = "<article/>"
    with pytest.raises(TypeError, match="expected the bytes of a document, got str"):
        jatsx.validate(content)
    with pytest.raises(jatsx.WrongArgument, match="expected one format"):
        jatsx.validate(b"", format="jats,doaj")
    assert not jatsx.validate(b"", format="elibrary").ok


def test_a_session_of_some_formats_checks_no_others() -> None:
    session = jatsx.Session(formats="jats")
    result = jatsx.export(article(), session=session, timestamp=TIMESTAMP)
    assert {file.format for file in result.files} == {"jats"}
    with pytest.raises(jatsx.WrongArgument, match="no rules of crossref, but those of: jats"):
        jatsx.export(article(), to=["crossref"], session=session)
    with pytest.raises(jatsx.WrongArgument, match="“zz” is not a known format"):
        jatsx.Session(formats=["zz"])


@pytest.mark.parametrize(
    ("given", "names"), [("elibrary", ["rsci"]), ("crossref, doaj", ["crossref", "doaj"])]
)
def test_a_session_loads_the_rules_of_aliases_and_of_several_names(
    given: str, names: list[str]
) -> None:
    some, whole = jatsx.Session(formats=[given]), jatsx.Session(formats=names)
    codes = [*whole.registry.rules]
    assert [*some.registry.rules] == codes
    assert any(code.startswith(names[0]) for code in codes)

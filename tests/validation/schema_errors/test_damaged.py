"""Real documents damaged in one place: the one thing that is told, and the field that is named."""

from __future__ import annotations

from typing import Any

import pytest

from jatsx.readers.issue_folder import read_folder
from jatsx.testing.awkward import RICH as FOLDER
from tests.validation.schema_errors.finding_errors import (
    FORMATS,
    assert_reads,
    damaging,
    rich_findings,
    table,
)

CASES = {name: table(f"{name}.yaml") for name in FORMATS}
ALL = [(name, case) for name, cases in CASES.items() for case in cases]


def _id(value: Any) -> str:
    return value if isinstance(value, str) else "-".join(value[:-2])


@pytest.mark.parametrize(("name", "case"), ALL, ids=_id)
def test_one_fault_is_told_once_and_of_its_field(name: str, case: list[str]) -> None:
    *damage, kind, field = case
    found = rich_findings(damaging(FORMATS[name], *damage))
    assert [(one.code, one.field) for one in found] == [(f"document-{kind}", field or None)]
    assert_reads(found[0])


FIELDS = sorted({case[-1] for _, case in ALL} - {""})


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_found_in_the_file_where_it_is_written(field: str) -> None:
    (record,) = read_folder(FOLDER)
    assert record.locate is not None
    place = record.locate(field, "")
    names = {"issue": "issue.yaml", "issue.journal": "journal.yaml"}
    around = [
        names[one] for one in names if field == one or field.startswith((f"{one}.", f"{one}["))
    ]
    assert place is not None
    assert place.file == str(FOLDER / (around[-1] if around else "articles/full.yaml"))
    assert place.line is not None


@pytest.mark.parametrize("name", FORMATS)
def test_the_document_is_valid_as_long_as_it_isnt_damaged(name: str) -> None:
    assert rich_findings(FORMATS[name]) == []


@pytest.mark.parametrize("name", FORMATS)
def test_there_are_enough_cases(name: str) -> None:
    kinds = [case[-2] for case in CASES[name]]
    assert len(kinds) >= 30
    assert len([kind for kind in kinds if kind.endswith("-missing")]) >= 5

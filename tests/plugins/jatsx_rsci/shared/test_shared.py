"""The example of the format's description is valid; two printed issues come out, valid."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from jatsx.validation import validate
from jatsx_rsci.exporter import EXPORTER
from jatsx_rsci.languages import CODES
from tests.cli.commands import export
from tests.corpus.from_print import CORPUS, written_issue
from tests.plugins.jatsx_rsci.exporting import SCHEMA

from .conftest import REFERENCE

DESCRIPTION: Final = REFERENCE.read_text(encoding="utf-8")
ISSUES: Final = ("caa-2021-4", "irilj-2024-2")


def test_the_example_is_recognised_and_valid() -> None:
    (example,) = re.findall(r"```xml\n(.*?)```", DESCRIPTION, re.DOTALL)
    assert EXPORTER.recognises is not None
    assert EXPORTER.recognises(example[:200].encode()) == ""
    assert validate(example.encode(), SCHEMA) == ()
    assert len(etree.fromstring(example.encode()).findall(".//refInfo")) == 3


def test_the_table_of_languages_is_that_of_the_description() -> None:
    (table,) = re.findall(r"one is obvious:\n`(.*?)`", DESCRIPTION, re.DOTALL)
    pairs = re.findall(r"([a-zA-Z-]+) ([A-Z]{3})", table)
    described = {tag.lower(): code for tag, code in pairs}
    assert described | {"mul": "MAL", "fa-af": "PRS"} == CODES
    assert len(described) == 100


@pytest.mark.parametrize("issue", ISSUES)
def test_a_printed_issue_comes_out_valid_and_every_loss_is_named(
    issue: str, tmp_path: Path
) -> None:
    folder = written_issue(CORPUS / issue, tmp_path, test_values=True)
    options = ("--to", "rsci", "--set", "rsci.titleid=99999")
    ran = export(folder, *options, out=tmp_path / "out")
    errors = [one for one in ran.findings if one["level"] == "error"]
    assert [(one["code"], one["field"]) for one in errors] == []
    assert ran.files() == [f"{issue}/rsci/{issue}.xml"]
    lost = [one for one in ran.findings if one["level"] == "lost"]
    assert lost
    assert all(one["field"] and one["message"] for one in lost)

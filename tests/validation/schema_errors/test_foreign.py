"""Files that were made elsewhere: what is wrong, in the agency's words, and in which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.findings.finding import Finding
from jatsx.pipeline import validate_files
from jatsx.plugin.registry import load_registry
from tests.conftest import ROOT
from tests.validation.schema_errors.finding_errors import SENTENCES, table

GOLDENS = ROOT / "tests/examples/goldens/caa-2021-4"


def found_in(path: Path) -> list[Finding]:
    (result,) = validate_files([path], load_registry())
    return list(result.findings)


@pytest.mark.parametrize("case", table("foreign.yaml"), ids=lambda case: " ".join(case[:3]))
def test_a_fault_is_said_at_its_line(tmp_path: Path, case: list[str]) -> None:
    name, text, instead, kind, word = case
    content = (GOLDENS / name).read_text(encoding="utf-8")
    assert text in content
    before = content[: content.index(text)]
    path = tmp_path / Path(name).name
    path.write_text(content.replace(text, instead, 1), encoding="utf-8")
    finding = next(one for one in found_in(path) if one.code == f"document-{kind}")
    assert word in f"{SENTENCES.sentence(finding)} {SENTENCES.hint(finding)}"
    assert finding.field is None
    assert finding.place is not None
    assert finding.place.file == str(path)
    line = before.count("\n") + 1
    assert finding.place.line in range(line - 3, line + 2)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("issue/caa-2021-4/crossref/caa-2021-4.xml", "<year>2021</year>"),
        ("01/caa-2021-4/jats/01.xml", "<title-group>"),
    ],
)
def test_a_line_beyond_the_65535th_is_counted(tmp_path: Path, name: str, text: str) -> None:
    """libxml2 counts no further for an element without text."""
    content = (GOLDENS / name).read_text(encoding="utf-8")
    tag = text[1:].partition(">")[0]
    long = content.replace(text, "\n" * 70_000 + f"<{tag}><{tag}/></{tag}>\n<!-- ", 1)
    long = long.replace(f"</{tag}>\n", f"</{tag}> -->\n", 2).replace(
        f"</{tag}> -->", f"</{tag}>", 1
    )
    path = tmp_path / "long.xml"
    path.write_text(long, encoding="utf-8")
    lines = [one.place.line for one in found_in(path) if one.place]
    assert lines
    assert all((line or 0) > 70_000 for line in lines)

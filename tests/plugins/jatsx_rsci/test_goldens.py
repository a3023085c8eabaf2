"""Both examples, exported: the bytes are those of the goldens, and valid."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.cli.commands import Ran, export, run
from tests.conftest import ROOT

GOLDENS: Final = Path(__file__).with_name("goldens")
EXAMPLES: Final = {"caa-2021-4": ["01", "02", "03", "04", "05"]}
EXAMPLES["irilj-2024-2"] = ["01", "02", "04", "05", "09", "10"]


@pytest.fixture(scope="module", params=EXAMPLES)
def example(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Ran]:
    name: str = request.param
    options = ("--to", "rsci", "--set", "rsci.titleid=99999")
    return name, export(ROOT / "examples" / name, *options, out=tmp_path_factory.mktemp(name))


def test_every_article_is_in_the_file_of_its_issue(example: tuple[str, Ran]) -> None:
    name, ran = example
    assert ran.exit_code == 0
    assert ran.files() == [f"{name}/rsci/{name}.xml"]
    for article in EXAMPLES[name]:
        assert ran.statuses(article) == {"rsci": "valid"}


def test_the_file_is_the_golden(example: tuple[str, Ran], write_goldens: bool) -> None:
    name, ran = example
    written = (ran.out / name / "rsci" / f"{name}.xml").read_bytes()
    golden = GOLDENS / f"{name}.xml"
    if write_goldens:
        golden.write_bytes(written)
    assert written == golden.read_bytes()


def test_goldens_are_valid() -> None:
    ran = run("validate", *(GOLDENS / f"{name}.xml" for name in EXAMPLES))
    assert ran.exit_code == 0, ran.stdout
    assert ran.stdout.count(": valid: ") == len(EXAMPLES)


def test_everything_lost_has_a_reason(example: tuple[str, Ran]) -> None:
    lost = [one for one in example[1].findings if one["level"] == "lost"]
    assert lost
    assert all(one["field"] and one["message"] for one in lost)


def test_nobody_can_export_without_the_number_at_elibrary(tmp_path: Path) -> None:
    ran = export(ROOT / "examples" / "irilj-2024-2", "--to", "rsci", out=tmp_path / "out")
    assert (ran.exit_code, ran.files()) == (1, [])
    codes = {one["code"] for one in ran.findings if one["level"] == "error"}
    assert codes == {"format-option-missing"}

"""Every awkward article: a valid file, or refused with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.cli.commands import Ran, export, run
from tests.plugins.awkward.cases import CASES, Case

RSCI: Final = ("--to", "rsci", "--set", "rsci.titleid=99999")
MENDED: Final = ("pages", "elocation_id")
"""What no article of the catalogue has unless it is about that, and eLIBRARY asks for."""


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    case: Case = request.param
    folder = case.issue_folder(tmp_path_factory.mktemp("case") / "issue")
    with_pages(folder / "articles" / "01.yaml")
    return export(folder, *RSCI, out=folder.parent / "out")


def test_it_is_valid_or_the_reason_is_said(ran: Ran) -> None:
    blamed = [one for one in ran.findings if one["level"] == "error"]
    assert all(one["target"] in (None, "rsci") and one["message"] for one in blamed)
    assert not any(one["code"] == "plugin-failed" for one in blamed)
    files = ran.files()
    assert bool(files) != bool(blamed)
    for file in files:
        validated = run("validate", ran.out / file)
        assert validated.exit_code == 0, validated.stdout


def with_pages(path: Path) -> None:
    """Adds pages to an article that is readable and has none."""
    written = path.read_bytes()
    if not any(field.encode() in written for field in MENDED) and b"\nid:" in b"\n" + written:
        path.write_bytes(written.rstrip(b"\n") + b"\npages: {first: '1', last: '2'}\n")

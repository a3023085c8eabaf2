"""``--report html`` of ``export`` and ``check``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import export, run
from tests.cli.issues import article, issue_folder
from tests.report_page.pages import text_of, tree_of

EMAIL = article("08").replace(
    b"  - name:", b"  - email: secretary@example.org\n    orcid: 0000-0002-1825-0098\n    name:"
)


def heading(page: Path) -> str:
    """The heading of a page."""
    return text_of(tree_of(page.read_text("utf-8")).find(".//h1"))


def test_export_writes_the_page_to_the_output_folder(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a07=article("07"), a08=EMAIL)
    done = export(folder, "--report", "html", out=tmp_path / "out")
    page = tmp_path / "out" / "report.html"
    assert heading(page) == "Report of the export: 2024-1"
    assert "2024-06-01 · jatsx" in page.read_text("utf-8")
    assert "secretary@example.org" not in page.read_text("utf-8")
    assert str(page) in done.stderr.replace("\n", "")
    assert done.exit_code == 1
    again = export(folder, "--report", "html", "--report-emails", out=tmp_path / "out")
    assert again.exit_code == 1
    assert "secretary@example.org" in page.read_text("utf-8")


def test_the_page_has_articles_without_findings(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a07=article("07"))
    export(folder, "--report", "html", "--format", "github", out=tmp_path / "out")
    assert "Article 07" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_without_the_option_there_is_no_page(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a07=article("07"))
    export(folder, out=tmp_path / "out")
    assert not (tmp_path / "out" / "report.html").exists()


def test_check_writes_the_page_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = issue_folder(tmp_path / "2024-1", a07=article("07"))
    monkeypatch.chdir(tmp_path)
    assert run("check", folder, "--report", "html").exit_code == 0
    assert heading(tmp_path / "report.html") == "Report of the check: 2024-1"
    own = tmp_path / "own" / "page.html"
    assert run("check", folder, "--report", "html", "--report-file", own, "--lang", "ru")
    assert heading(own) == "Отчёт о проверке: 2024-1"


def test_files_of_others_are_not_overwritten(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a07=article("07"))
    own = tmp_path / "report.html"
    own.write_text("<html>mine", "utf-8")
    done = run("check", folder, "--report", "html", "--report-file", own)
    assert done.exit_code == 5
    assert "is not a report of jatsx" in done.stderr
    assert own.read_text("utf-8") == "<html>mine"


def test_a_template_engine_is_loaded_only_for_a_page(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a07=article("07"))
    program = (
        "import jatsx, sys\n"
        f"result = jatsx.export({str(folder)!r}, keep_articles=True)\n"
        "assert 'jinja2' not in sys.modules\n"
        "result.page()\n"
        "assert 'jinja2' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

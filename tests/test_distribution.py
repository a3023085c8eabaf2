"""The distribution: its plugins, and what the README shows of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.issues import issue_folder
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_every_plugin_folder_is_an_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = set(project["project"]["entry-points"]["jatsx"].values())
    folders = {path.parent.name for path in (ROOT / "plugins").glob("jatsx_*/__init__.py")}
    assert listed == folders


def test_the_findings_in_the_readme_are_what_is_printed(tmp_path: Path) -> None:
    """The example issue, and the sample issue with three errors."""
    from click.testing import CliRunner

    from jatsx.cli import main

    run = CliRunner().invoke
    sample = tmp_path / "2024-2"
    run(main, ["init", str(sample)])
    journal, article = sample / "journal.yaml", sample / "articles" / "01.yaml"
    text = journal.read_text("utf-8")
    journal.write_text(re.sub("1234-5679.*", "2618-121Х", text), "utf-8")
    text = article.read_text("utf-8").replace("2024-02-12", "2024-02-30")
    article.write_text(re.sub("# orcid: .*", "orcid: 0000-0002-1825-0098", text), "utf-8")
    example = ROOT / "examples" / "irilj-2024-2"
    printed = "".join(run(main, ["check", str(one)]).stdout for one in (example, sample))
    shown = re.findall(r"(?:error|warning): .*\n(?:    .*\n)+", README)
    assert len(shown) == 3
    assert [one for one in shown if one not in printed] == []


def test_the_first_screen_of_the_readme_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from jatsx.cli import main

    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", "examples")
    arguments = ["export", "examples/irilj-2024-2", "--report", "html"]
    printed = CliRunner().invoke(main, arguments).output
    assert f"```\n{printed}```" in README
    assert printed.count("\n") <= 25


def test_the_readmes_input_is_sound(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", README, flags=re.DOTALL)
    (example,) = (block for block in blocks if block.startswith("id:"))
    folder = issue_folder(tmp_path / "2024-1", a02=example.encode())
    command = [sys.executable, "-m", "jatsx", "check", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "no errors, no warnings" in done.stdout

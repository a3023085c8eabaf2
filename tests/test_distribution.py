"""The distribution: its plugins, and what the README shows of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.cli.issues import article, issue_folder
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_every_plugin_folder_is_an_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = set(project["project"]["entry-points"]["jatsx"].values())
    folders = {path.parent.name for path in (ROOT / "plugins").glob("jatsx_*/__init__.py")}
    assert listed == folders


def test_the_readmes_exporter_works(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _install(site)
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    out = tmp_path / "out"
    command = [sys.executable, "-m", "jatsx", "export", str(folder), "--to", "titles"]
    done = subprocess.run(
        [*command, "--out", str(out)],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (out / "titles" / "01.json").read_text("utf-8").count("Article 01") == 1
    assert "lost in titles: abstract" in done.stdout


def test_the_readmes_input_is_sound(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", README, flags=re.DOTALL)
    (example,) = (block for block in blocks if block.startswith("id:"))
    folder = issue_folder(tmp_path / "2024-1", a02=example.encode())
    command = [sys.executable, "-m", "jatsx", "check", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "no errors, no warnings" in done.stdout


def _install(site: Path) -> None:
    """Puts the README's plugin where Python finds it, as an installer would."""
    (code,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    (schema,) = re.findall(r"```json\n(.*?)```", README, flags=re.DOTALL)
    (project,) = re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL)
    points = tomllib.loads(project)["project"]["entry-points"]["jatsx"]
    package, info = site / "jatsx_titles", site / "jatsx_titles-1.0.dist-info"
    package.mkdir(parents=True)
    info.mkdir()
    (package / "__init__.py").write_text(code, "utf-8")
    (package / "schema.json").write_text(schema, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: jatsx-titles\nVersion: 1.0\n")
    lines = [f"{name} = {value}" for name, value in points.items()]
    (info / "entry_points.txt").write_text("\n".join(["[jatsx]", *lines]) + "\n")

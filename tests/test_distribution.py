"""The distribution: its plugins, and what the README shows of it."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.issues import issue_folder
from tests.conftest import ROOT


def _normalised(name: str) -> str:
    """The name of a distribution as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


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


# What is built and installed


def setup_functions() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "setup.py"))


def test_the_schemas_are_those_of_the_manifest() -> None:
    assert list(setup_functions()["schema_faults"]()) == []


def test_nothing_is_built_if_a_schema_is_not_the_published_one(tmp_path: Path) -> None:
    for name in ("setup.py", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, tmp_path)
    home = tmp_path / "xsd" / "jatsx_xsd"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "xsd" / "jatsx_xsd", home, ignore=ignored)
    (home / "crossref" / "fundref.xsd").unlink()
    (home / "crossref" / "xml-of-mine.xsd").write_text("<x/>", "utf-8")
    changed = home / "jats" / "1.3" / "mathml3.dtd"
    changed.write_bytes(changed.read_bytes() + b"\n")
    command = [sys.executable, "setup.py", "build_py", "--build-lib", "built"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stderr.strip().endswith(
        "missing: crossref/fundref.xsd; not in manifest.json: crossref/xml-of-mine.xsd;"
        " changed: jats/1.3/mathml3.dtd"
    )
    assert not (tmp_path / "built").exists()


def test_each_licence_of_the_schemas_is_described_in_the_wheel() -> None:
    licences = json.loads((ROOT / "xsd/jatsx_xsd/manifest.json").read_text("utf-8"))["licences"]
    page = (ROOT / "THIRD_PARTY_LICENSES.md").read_text("utf-8")
    assert [name for name in licences if f"`{name}`" not in page] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "THIRD_PARTY_LICENSES.md" in project["license-files"]


LOCK = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
PINNED = re.findall(r"^([\w.-]+)==", LOCK, flags=re.MULTILINE)


def test_the_lock_file_has_all_that_ci_installs() -> None:
    """If it has not, renew it: RELEASING.md, "The lock file"."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(one for extra in ("dev", "office", "xsd11") for one in extras[extra]),
    ]
    names = {_normalised(re.findall(r"[\w.-]+", one)[0]) for one in wanted}
    assert names - set(map(_normalised, PINNED)) == {"jatsx"}  # an extra names another one


def test_each_line_of_the_lock_file_has_hashes_and_none_names_a_host() -> None:
    assert len(PINNED) > 40
    hashed = re.findall(r"^([\w.-]+)==\S+ (?:; .+)?\\\n +--hash=sha256:", LOCK, flags=re.MULTILINE)
    assert hashed == PINNED
    assert "://" not in LOCK


def test_the_version_is_the_same_everywhere() -> None:
    import jatsx

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert jatsx.__version__ == project["version"] == citation["version"]
    assert citation["license"] == project["license"]

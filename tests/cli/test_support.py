"""``jatsx --version``, and what it tells a helper with ``--verbose``."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml

import jatsx
from jatsx.cli import support
from jatsx.plugin.registry import Plugin, Registry
from tests.cli.commands import run


def told(*arguments: str) -> dict[str, Any]:
    ran = run(*arguments)
    assert (ran.exit_code, ran.stderr) == (0, "")
    values: dict[str, Any] = yaml.safe_load(ran.stdout)
    return values


def test_the_version_is_one_line() -> None:
    assert run("--version").stdout == f"jatsx, version {jatsx.__version__}\n"


@pytest.mark.parametrize("arguments", [("--version", "--verbose"), ("--verbose", "--version")])
def test_a_helper_is_told_the_versions(arguments: tuple[str, ...]) -> None:
    values = told(*arguments)
    assert values["jatsx"] == jatsx.__version__
    assert values["python"].startswith(platform.python_version())
    assert values["packages"]["lxml"] == version("lxml")
    assert values["plugins"]["crossref"] == f"jatsx {version('jatsx')}"
    assert values["schemas"]["crossref"] == "5.5.0, 5.4.0, 5.3.1"
    assert values["findings"] == []


def test_packages_of_developers_are_not_told() -> None:
    assert {"mypy", "playwright", "cosmic-ray"} & set(
        told("--version", "--verbose")["packages"]
    ) == set()


def test_the_names_are_the_same_in_every_language() -> None:
    english, kazakh = (
        told("--lang", language, "--version", "--verbose") for language in ("en", "kk")
    )
    assert (english.pop("language"), kazakh.pop("language")) == ("en", "kk")
    assert english == kazakh


def test_secrets_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JATSX_OJS_TOKEN", "do-not-show")
    assert "do-not-show" not in run("--version", "--verbose").stdout
    assert told("--version", "--verbose")["variables"]["JATSX_OJS_TOKEN"] == "(set, not shown)"


def test_the_ledger_is_named_whether_or_not_it_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jatsx.deposit.ledger.file.default_path", lambda: tmp_path / "l.sqlite")
    assert told("--version", "--verbose")["places"]["ledger"] == f"{tmp_path / 'l.sqlite'} (absent)"
    (tmp_path / "l.sqlite").write_bytes(b"12345")
    assert told("--version", "--verbose")["places"]["ledger"].endswith("l.sqlite (5 bytes)")


def test_a_broken_plugin_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Plugin("parts", "jatsx-parts", "3.1", fault="KeyError: 'x'")
    absent = Plugin("gone", "jatsx-gone", "1.0", missing="jatsx_gone")
    monkeypatch.setattr("jatsx.plugin.registry.load_registry", lambda: Registry([broken, absent]))
    values = yaml.safe_load(support.support_text())
    assert values["plugins"] == {
        "parts": "jatsx-parts 3.1, broken: KeyError: 'x'",
        "gone": "jatsx-gone 1.0, missing: jatsx_gone",
    }
    assert [one["code"] for one in values["findings"]] == ["plugin-broken"]


def test_verbose_without_a_version_or_a_command_is_wrong_usage() -> None:
    ran = run("--verbose", "check")
    assert ran.exit_code == 2
    assert "Write `--verbose` after a command: `jatsx check --verbose`." in ran.stderr

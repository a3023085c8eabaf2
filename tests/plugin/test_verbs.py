"""What the command line says of plugins: listed, disabled, missing, broken, with tracebacks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import jatsx
from tests.cli.commands import export, run
from tests.plugin.conftest import Install
from tests.plugin.installing import HEAD, HOOK, SHIPPED, installed, shipped_files, stumbling

SOUND = HEAD + HOOK.replace("(export)", "(sound)")


def listed(stdout: str, name: str) -> str:
    """What ``jatsx plugins`` says below the name of a plugin."""
    found = re.search(rf"^{name}  .*\n((?: .*\n)*)", stdout, re.MULTILINE)
    return found[1] if found else ""


# Disabled


def test_a_disabled_plugin_isnt_even_imported(install: Install, tmp_path: Path) -> None:
    trace = tmp_path / "imported"
    install("odd_plugin", f"open({str(trace)!r}, 'w')\n{SOUND}")
    ran = run("plugins", "--disable", "odd_plugin")
    assert (ran.exit_code, trace.exists()) == (0, False)
    assert listed(ran.stdout, "odd_plugin") == "  disabled\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_without_a_broken_plugin_all_is_well(
    jobs: str, install: Install, lines: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    install("odd_plugin", "1 / 0")
    asked = (lines, *SHIPPED, "--jobs", jobs, "--disable", "odd_plugin", "--disable", "rsci")
    ran = export(*asked, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (0, alone)


def test_a_shipped_plugin_can_be_disabled_too(
    folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    ran = export(folder, "--disable", "crossref", out=tmp_path / "out")
    others = {name: file for name, file in alone.items() if "/crossref/" not in name}
    assert (ran.exit_code, shipped_files(ran)) == (0, others)


def test_a_format_of_a_disabled_plugin_is_said_to_be_so(folder: Path) -> None:
    ran = run("check", folder, "--to", "doaj", "--disable", "doaj")
    assert ran.exit_code == 2
    assert f"The plugin doaj (jatsx {jatsx.__version__}) is not used (disabled)." in ran.stderr


@pytest.mark.parametrize("name", ["no_such_plugin", "jatsx"])
def test_what_isnt_there_cant_be_disabled(name: str) -> None:
    ran = run("plugins", "--disable", name)
    assert ran.exit_code == 2
    assert f"“{name}” is not an installed plugin. Plugins: crossref," in ran.stderr


@pytest.mark.parametrize("verb", ["check", "export", "convert", "validate", "plugins"])
def test_each_verb_that_asks_plugins_can_do_without(verb: str) -> None:
    shown = run(verb, "--help").stdout
    assert "--disable PLUGIN" in shown
    assert "--debug" in shown


# Missing


def test_a_plugin_whose_module_is_gone_is_missing_and_no_failure(
    install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    site = install("odd_plugin", SOUND)
    (site / "odd_plugin.py").unlink()
    ran = export(folder, *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran), ran.report["findings"]) == (0, alone, [])
    shown = run("plugins")
    assert shown.exit_code == 0
    missing = "missing: the module odd_plugin does not exist"
    assert listed(shown.stdout, "odd_plugin") == f"  {missing}\n"
    asked = run("check", folder, "--to", "odd_plugin")
    assert (asked.exit_code, f"is not used ({missing})." in asked.stderr) == (2, True)


def test_a_folder_that_is_left_of_a_plugin_is_no_plugin(install: Install) -> None:
    """Python takes a folder with nothing but compiled files in it for a package."""
    site = install("odd_plugin", SOUND)
    (site / "odd_plugin.py").unlink()
    (site / "odd_plugin" / "__pycache__").mkdir(parents=True)
    shown = run("plugins")
    assert (shown.exit_code, "missing" in listed(shown.stdout, "odd_plugin")) == (0, True)


def test_a_plugin_that_lacks_a_module_of_its_own_is_broken(install: Install) -> None:
    install("odd_plugin", "import odd_plugin.part")
    shown = run("plugins")
    assert (shown.exit_code, "broken" in listed(shown.stdout, "odd_plugin")) == (3, True)


# Tracebacks


def ran_apart(site: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs ``jatsx`` in a process of its own, with a plugin."""
    shutil.rmtree(site.parent / "out", ignore_errors=True)
    return subprocess.run(
        [sys.executable, "-m", "jatsx", *map(str, arguments)],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]),
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_debug_shows_the_traceback_of_a_format(jobs: str, lines: Path, tmp_path: Path) -> None:
    site = installed(tmp_path / "site", "odd_plugin", stumbling("1 / 0"))
    asked = ("export", lines, "--to", "odd", "--out", tmp_path / "out", "--jobs", jobs)
    quiet, loud = ran_apart(site, *asked), ran_apart(site, *asked, "--debug")
    assert (quiet.returncode, loud.returncode) == (3, 3)
    assert (quiet.stdout, quiet.stderr) == (loud.stdout, "")
    assert loud.stderr.count("Traceback") == 1
    assert "odd_plugin (odd_plugin 1.2), given the article 05, failed:" in loud.stderr
    assert 'odd_plugin.py", line' in loud.stderr
    assert "ZeroDivisionError" in loud.stderr


@pytest.mark.parametrize("verb", ["plugins", "check", "validate", "convert"])
def test_debug_shows_the_traceback_of_a_plugin_that_cant_be_imported(
    verb: str, folder: Path, tmp_path: Path
) -> None:
    site = installed(tmp_path / "site", "odd_plugin", "1 / 0")
    paths = {
        "plugins": (),
        "check": (folder,),
        "validate": (folder / "issue.yaml",),
        "convert": (folder, "--out", tmp_path / "out"),
    }
    done = ran_apart(site, verb, *paths[verb], "--debug")
    assert "The plugin odd_plugin (odd_plugin 1.2) failed:" in done.stderr
    assert done.stderr.count("ZeroDivisionError") == 1


# Options

OPTIONS = HOOK.replace(
    "(export)",
    "(sound, options=(Option('who', 'who sends it', required=True),"
    " Option('how', 'how', choices=('a', 'b'), default='a'),"
    " Option('speaks', 'its language', kind='language')))",
)
SETTINGS = {
    "odd.who=x": "",
    "odd.how=c": "c is not a valid value of odd.how. Choose one of: a, b.",
    "odd.speaks=zz": "zz is not a valid language tag for odd.speaks. Examples: kk, ru, en.",
    "odd.speaks=kk": "",
    "odd.what=x": "“odd” has no option “what”. Options: who, how, speaks.",
    "odd.who": "Expected FORMAT.OPTION=VALUE after --set, but found odd.who.",
    "doaj.language=zz": "zz is not a valid language tag for doaj.language.",
    "rsci.language=russian": "russian is not a valid language tag for rsci.language.",
}


def test_options_are_listed(install: Install) -> None:
    install("odd_plugin", HEAD + OPTIONS)
    assert listed(run("plugins").stdout, "odd_plugin").splitlines()[2:] == [
        "          odd.who: who sends it; required",
        "          odd.how: how; one of: a, b; default: a",
        "          odd.speaks: its language; a language tag",
    ]


@pytest.mark.parametrize("setting", SETTINGS)
def test_options_that_are_set_are_checked(setting: str, install: Install, folder: Path) -> None:
    install("odd_plugin", HEAD + OPTIONS)
    ran = run("check", folder, "--to", "odd", "--set", "odd.who=x", "--set", setting)
    assert (ran.exit_code, SETTINGS[setting] in ran.stderr) == (2 if SETTINGS[setting] else 0, True)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("who: x", None),
        ("speaks: kk", "format-option-missing"),
        ("{who: x, how: c}", "format-option-choice"),
        ("{who: x, speaks: qazaq}", "format-option-language"),
        ("{who: x, what: c}", "format-option-unknown"),
    ],
)
def test_options_of_the_journal_are_checked(
    line: str, code: str | None, install: Install, folder: Path, tmp_path: Path
) -> None:
    install("odd_plugin", HEAD + OPTIONS)
    own = shutil.copytree(folder, tmp_path / "own")
    said = line if line.startswith("{") else f"{{{line}}}"
    with (own / "journal.yaml").open("a", encoding="utf-8") as journal:
        journal.write(f"  odd: {said}\n")
    ran = export(own, "--to", "odd", *SHIPPED, out=tmp_path / "out")
    assert ran.exit_code == (1 if code else 0)
    found = [one for report in ran.reports for one in report["findings"]]
    assert [one["code"] for one in found] == ([code] if code else [])
    assert all(one["file"].endswith("journal.yaml") for one in found)
    assert len(shipped_files(ran)) == 12


# Each hook, by a plugin that is installed

EVERY_HOOK = """
from jatsx import model

def export(articles, deposit):
    for article in articles:
        yield Document(f"{article.id}.json", {"id": article.id})

@hookimpl
def jatsx_exporters():
    yield offered(export)

@hookimpl
def jatsx_readers():
    yield Reader('odd', 'Odd', lambda path, head: head == b'odd', read)

def read(path):
    journal = {'title': {'en': 'Odd'}, 'issn': {'electronic': '1234-5679'}}
    described = {'id': 'odd-1', 'language': 'en', 'title': {'en': 'Odd'}}
    described['issue'] = {'year': '2024', 'journal': journal}
    yield Record('x', model.Article.model_validate(described), 'odd-1')

@hookimpl
def jatsx_rules():
    yield Rule('odd-doi-missing', Level.WARNING, model.Article, without_doi, 'It has no {what}.')

def without_doi(article):
    if not article.doi:
        yield fault('doi', what='DOI')
"""


def test_each_hook_is_asked(install: Install, tmp_path: Path) -> None:
    install("odd_plugin", f"JATSX_CONTRACT = {jatsx.CONTRACT}\n{HEAD}{EVERY_HOOK}")
    source = tmp_path / "x"
    source.write_text("odd")
    ran = export(source, "--to", "odd", out=tmp_path / "out")
    assert ran.files() == ["issue/odd/odd-1.json"]
    assert "It has no DOI." in [one["message"] for one in ran.findings]
    assert listed(run("plugins").stdout, "odd_plugin").count("odd ") == 2

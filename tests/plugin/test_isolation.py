"""A plugin that misbehaves costs its own output alone, for the articles concerned alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import export, run
from tests.plugin.conftest import Install
from tests.plugin.installing import CULPRIT, HEAD, HOOK, IDS, SHIPPED, shipped_files, stumbling

OTHERS = [f"2024-1/odd/{id_}.json" for id_ in IDS if id_ != CULPRIT]
WHO = "odd_plugin (odd_plugin 1.2)"

FAILS = {
    "raises": ("1 / 0", "ZeroDivisionError"),
    "raises with an error that can't be told": (
        "raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})()",
        "Mute",
    ),
    "ends the program": ("sys.exit(0)", "SystemExit"),
    "returns None": ("return None", "NoneType"),
    "returns a string": ("return '<x/>'", "not a Document"),
    "returns a number": ("return 5", "TypeError"),
    "makes a string": ("return ['<x/>']", "not a Document"),
    "makes content of a wrong type": ("return [Document('x.json', object())]", "TypeError"),
    "makes two documents of one name": (
        "return [Document('x.json', {'id': 'x'}), Document('X.json', {'id': 'x'})]",
        "two documents have the same name",
    ),
    "makes a name with ..": (
        "return [Document('../../x.json', {'id': 'x'})]",
        "is not a bare file name",
    ),
    "makes a name with a folder": (
        "return [Document('/tmp/x.json', {'id': 'x'})]",
        "is not a bare file name",
    ),
    "tells a loss of another article": (
        "return [Document('x.json', {'id': 'x'}, {'99': [Loss('title', 'none')]})]",
        "99",
    ),
    "changes the title": ("article.title = {}", "frozen"),
    "changes a title": ("article.title['en'] = article.title['en']", "TypeError"),
    "changes an author": ("article.contributors[0].email = 'x'", "frozen"),
    "changes the journal": ("article.issue.journal.doi = 'x'", "frozen"),
    "adds an author": ("article.contributors.append(1)", "AttributeError"),
    "deletes the title": ("del article.title", "frozen"),
    "changes the article by force": ("object.__setattr__(article, 'doi', 'x'); 1 / 0", "Zero"),
}
REFUSED = {
    "makes an ill-formed document": ("return [Document('x.json', b'{')]", "document-syntax"),
    "makes an invalid document": ("return [Document('x.json', {'id': 5})]", "document-value-type"),
    "makes a document without what is asked": (
        "return [Document('x.json', {})]",
        "document-part-missing",
    ),
}


@pytest.mark.parametrize("name", FAILS)
def test_a_format_that_fails_costs_one_article(
    name: str, install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    body, detail = FAILS[name]
    install("odd_plugin", stumbling(body))
    ran = export(folder, "--to", "odd", *SHIPPED, out=tmp_path / "out")
    assert ran.exit_code == 3
    assert shipped_files(ran) == alone
    assert [one for one in ran.files() if "/odd/" in one] == OTHERS
    assert ran.statuses(CULPRIT) == {
        **dict.fromkeys(("jats", "crossref", "doaj"), "valid"),
        "odd": "failed",
    }
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert finding in ran.articles[CULPRIT]["findings"]
    assert WHO in finding["message"]
    assert detail in finding["message"]
    assert f"{CULPRIT}: Article {CULPRIT}" in ran.stdout
    assert not (tmp_path / "x.json").exists()


def test_what_a_format_changes_by_force_is_its_own_copy(
    install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    force = "object.__setattr__(article, 'doi', 'x'); return sound(articles, None)"
    install("odd_plugin", stumbling(force))
    ran = export(folder, "--to", "odd", *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (0, alone)


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_is_refused_costs_one_article(
    name: str, install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    body, code = REFUSED[name]
    install("odd_plugin", stumbling(body))
    ran = export(folder, "--to", "odd", *SHIPPED, out=tmp_path / "out")
    assert ran.exit_code == 1
    assert shipped_files(ran) == alone
    assert [one for one in ran.files() if "/odd/" in one] == OTHERS
    assert ran.statuses(CULPRIT)["odd"] == "refused"
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert (finding["code"], finding["target"]) == (code, "odd")
    assert finding in ran.articles[CULPRIT]["findings"]


ENDS = {
    "ends": "import os; os._exit(9)",
    "is killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "crashes": "import ctypes; ctypes.string_at(0)",
}


@pytest.mark.parametrize("per", ["article", "issue"])
@pytest.mark.parametrize("name", ENDS)
def test_a_process_that_ends_is_replaced_and_the_plugin_and_article_are_named(
    name: str, per: str, install: Install, lines: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    install("odd_plugin", stumbling(ENDS[name], per))
    ran = export(lines, "--to", "odd", *SHIPPED, "--jobs", "2", out=tmp_path / "out")
    assert ran.exit_code == 3
    assert shipped_files(ran) == alone
    assert [one for one in ran.files() if "/odd/" in one] == OTHERS
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert finding["code"] == "plugin-process-lost"
    assert finding in ran.articles[CULPRIT]["findings"]
    assert WHO in finding["message"]


def test_a_process_that_is_killed_once_costs_nothing(
    install: Install, lines: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    mark = tmp_path / "mark"
    once = (
        f"import os, pathlib; mark = pathlib.Path({str(mark)!r})\n"
        "    if not mark.exists(): mark.touch(); os._exit(9)\n"
        "    return sound(articles, None)"
    )
    install("odd_plugin", stumbling(once))
    ran = export(lines, "--to", "odd", *SHIPPED, "--jobs", "2", out=tmp_path / "out")
    assert ran.exit_code == 0
    assert len([one for one in ran.files() if "/odd/" in one]) == len(OTHERS) + 1
    assert shipped_files(ran) == alone


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("body", ["print('hello')", "import os; os.chdir('/')"])
def test_what_a_plugin_prints_and_where_it_goes_harms_nobody(
    body: str,
    jobs: str,
    install: Install,
    lines: Path,
    alone: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The paths are relative, and the result is JSON on standard output."""
    shutil.copy(lines, tmp_path)
    monkeypatch.chdir(tmp_path)
    install("odd_plugin", f"{body}\n{stumbling(f'{body}; return sound(articles, None)')}")
    arguments = (lines.name, "--to", "odd", *SHIPPED, "--jobs", jobs, "--format", "json")
    ran = export(*arguments, out=Path("out"))
    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["summary"]["exit_code"] == 0
    assert shipped_files(ran) == alone
    assert len([one for one in ran.files() if "/odd/" in one]) == len(IDS)
    assert ("hello" in ran.stderr) is ("hello" in body)


@pytest.mark.parametrize("per", ["article", "issue"])
@pytest.mark.parametrize("name", ["raises", "ends the program", "returns None"])
def test_so_it_is_in_several_processes(
    name: str,
    per: str,
    install: Install,
    lines: Path,
    alone: dict[str, bytes],
    tmp_path: Path,
) -> None:
    body, detail = FAILS[name]
    install("odd_plugin", stumbling(body, per))
    ran = export(lines, "--to", "odd", *SHIPPED, "--jobs", "2", out=tmp_path / "out")
    assert ran.exit_code == 3
    assert shipped_files(ran) == alone
    assert [one for one in ran.files() if "/odd/" in one] == OTHERS
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert finding in ran.articles[CULPRIT]["findings"]
    assert WHO in finding["message"]
    assert detail in finding["message"]


# What can't be loaded, and whose name is taken

UNUSABLE = {
    "can't be imported": ("import no_such_module", "no_such_module"),
    "is no Python": ("def", "SyntaxError"),
    "ends the program": ("import sys; sys.exit(0)", "SystemExit"),
    "misspells a hook": (
        HEAD + "@hookimpl\ndef jatsx_exporter():\n    return []\n",
        "jatsx_exporter",
    ),
    "wants an argument": (HEAD + HOOK.replace("exporters()", "exporters(articles)"), "articles"),
    "raises in a hook": (HEAD + "@hookimpl\ndef jatsx_rules():\n    1 / 0\n", "ZeroDivisionError"),
    "offers a string": (
        HEAD + "@hookimpl\ndef jatsx_readers():\n    return 'x'\n",
        "expected Reader",
    ),
    "is of a later contract": (HEAD + "JATSX_CONTRACT = 2\n", "update jatsx"),
    "is of no contract": (HEAD + "JATSX_CONTRACT = 0\n", "update the plugin"),
    "is of a contract without number": (HEAD + "JATSX_CONTRACT = '1'\n", "a whole number"),
    "has a format that would be a folder above": (
        HEAD + HOOK.replace("(export)", "(sound, '..')"),
        "'..' is not a valid name",
    ),
    "has a format that is called as another folder": (
        HEAD + HOOK.replace("(export)", "(sound, 'refused')"),
        "'refused' is not a valid name",
    ),
    "has a format that is no function": (HEAD + HOOK.replace("(export)", "('x')"), "a function"),
    "has options that are none": (
        HEAD + HOOK.replace("(export)", "(sound, options=('x',))"),
        "must be Option",
    ),
    "has a rule without level": (
        HEAD + "@hookimpl\ndef jatsx_rules():\n"
        "    return [Rule('x-y-z', 'error', Article, list, '')]\n",
        "must be Level",
    ),
    "claims the name of a format": (
        HEAD + HOOK.replace("(export)", "(sound, 'jats', default=True)"),
        "the name jats",
    ),
    "claims the name of a rule": (
        HEAD + "@hookimpl\ndef jatsx_rules():\n"
        "    return [Rule('article-date-unreal', Level.ERROR, Article, 1 .__divmod__, '')]\n",
        "the name article-date-unreal",
    ),
    "claims the name of a reader": (
        HEAD + "@hookimpl\ndef jatsx_readers():\n"
        "    return [Reader('folder', 'x', lambda *_: True, lambda path: [])]\n",
        "the name folder",
    ),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_plugin_that_cant_be_used_costs_itself(
    name: str, install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    code, detail = UNUSABLE[name]
    install("odd_plugin", code)
    ran = export(folder, *SHIPPED, out=tmp_path / "out")
    assert ran.exit_code == 3
    assert shipped_files(ran) == alone
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert WHO in finding["message"]
    assert detail in finding["message"]
    listed = run("plugins")
    assert listed.exit_code == 3
    assert "odd_plugin  odd_plugin 1.2" in listed.stdout
    assert detail in listed.stdout


def test_rules_of_a_format_whose_name_is_taken_are_asked_of_nobody(
    install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    install(
        "odd_plugin",
        HEAD
        + HOOK.replace("(export)", "(sound, 'doaj')")
        + "@hookimpl\ndef jatsx_rules():\n"
        + "    check = lambda part: [Fault('doi')]\n"
        + "    return [Rule('odd-doi-any', Level.ERROR, Article, check, '', target='doaj')]\n",
    )
    ran = export(folder, *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (3, alone)


def test_rules_that_cant_be_loaded_cost_only_who_asks_for_their_format(
    install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    hook = "@hookimpl\ndef jatsx_rules(formats):\n    return [1 / 0] if 'odd' in formats else []\n"
    install("odd_plugin", HEAD + HOOK.replace("(export)", "(sound)") + hook)
    ran = export(folder, *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (0, alone)
    asked = run("export", folder, "--to", "odd")
    assert asked.exit_code == 2
    assert "odd_plugin (odd_plugin 1.2) is not used (broken: ZeroDivisionError" in asked.stderr
    assert run("plugins").exit_code == 3


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_default_format_whose_rules_cant_be_loaded_is_asked_for_nothing(
    jobs: str, install: Install, lines: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    hook = "@hookimpl\ndef jatsx_rules(formats):\n    if 'odd' in formats:\n        1 / 0\n"
    rule = "Rule('odd-rule-any', Level.ERROR, Article, lambda part: [Fault('doi')], 'No.')"
    offered = HOOK.replace("(export)", "(sound, default=True)")
    install("odd_plugin", f"{HEAD}{offered}{hook}    return [{rule}]\n")
    ran = export(lines, "--jobs", jobs, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (3, alone)
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert WHO in finding["message"]


def test_a_name_that_two_others_claim_is_nobodys(
    install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    for name in ("odd_plugin", "other_plugin"):
        install(name, HEAD + HOOK.replace("(export)", "(sound)"))
    ran = export(folder, *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (3, alone)
    assert run("export", folder, "--to", "odd").exit_code == 2
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert WHO in finding["message"]
    assert "other_plugin (other_plugin 1.2)" in finding["message"]


# Rules

RULE = """
def check(part):
    if part.id == '05':
        {body}
    return ()

@hookimpl
def jatsx_rules():
    return [Rule('odd-rule-any', Level.ERROR, Article, check, 'No.', target={target!r})]
"""
RULE_FAILS = {
    "raises": "1 / 0",
    "ends the program": "sys.exit(0)",
    "returns None": "return None",
    "returns a string": "return 'no'",
    "returns a field that is none": "return [Fault('a..b[')]",
    "returns an excerpt that is none": "return [Fault('doi', excerpt=5)]",
}


@pytest.mark.parametrize("target", [None, "jats"])
@pytest.mark.parametrize("name", RULE_FAILS)
def test_a_rule_that_fails_blocks_nothing_of_others(
    name: str,
    target: str | None,
    install: Install,
    folder: Path,
    alone: dict[str, bytes],
    tmp_path: Path,
) -> None:
    install("odd_plugin", HEAD + RULE.format(body=RULE_FAILS[name], target=target))
    ran = export(folder, *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (3, alone)
    (finding,) = (one for one in ran.findings if one["level"] != "lost")
    assert finding in ran.articles[CULPRIT]["findings"]
    assert (finding["code"], WHO in finding["message"]) == ("plugin-failed", True)
    assert "odd-rule-any" in finding["message"]

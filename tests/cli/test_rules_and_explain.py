"""``jatsx rules`` and ``jatsx explain``, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from jatsx.cli.views.rule_page import rule_page
from jatsx.findings.finding import Level
from jatsx.findings.messages import MESSAGES
from jatsx.model import Article
from jatsx.plugin.registry import Plugin, Registry, load_registry
from jatsx.rules.engine import Rule
from tests.cli.commands import run

REGISTRY = load_registry()
RULES = REGISTRY.rules
JOURNAL = (
    "rules: {article-doi-prefix: warning, article-srsti-missing: error, pages-last-order: off}"
)


@pytest.mark.parametrize("verb", ["rules", "explain"])
def test_help_has_an_example(verb: str) -> None:
    assert f"jatsx {verb}" in run(verb, "--help").stdout.split("Example", 1)[1]


def test_every_rule_is_listed_with_level_and_format() -> None:
    lines = run("rules").stdout.split("\n")
    for rule in RULES.values():
        level = rule.level.value if rule.level else "off by default"
        mends = ", corrected by --fix" if rule.mends else ""
        assert f"  {rule.code}  {level}, {rule.target or 'every format'}{mends}" in lines


def test_rules_of_one_format_come_with_those_of_every_format() -> None:
    listed = json.loads(run("rules", "--to", "doaj", "--format", "json").stdout)
    assert {one["target"] for one in listed} == {None, "doaj"}


def test_rules_have_the_levels_of_a_journal(tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text(JOURNAL)
    ran = run("rules", "--journal", journal)
    lines = [line.strip() for line in ran.stdout.split("\n")]
    assert "article-doi-prefix  warning (default: error), every format" in lines
    assert "article-srsti-missing  error (default: off), every format" in lines
    assert "pages-last-order  off (default: warning), every format" in lines
    assert "article-doi-missing  off, every format" in lines
    assert ran.stderr == ""
    listed = json.loads(run("rules", "--journal", journal, "--format", "json").stdout)
    levels = {one["code"]: (one["level"], one["journal_level"]) for one in listed}
    assert levels["article-srsti-missing"] == ("off", "error")


def test_a_level_of_no_rule_is_told(tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text("rules: {article-prefix-doi: warning}")
    ran = run("rules", "--journal", journal)
    assert ran.exit_code == 0
    assert "article-prefix-doi, but this rule does not exist" in ran.stderr
    assert "article-doi-prefix" in ran.stderr


def test_a_journal_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal.yaml").write_text("rules: [x]")
    ran = run("rules", "--journal", tmp_path / "journal.yaml")
    assert ran.exit_code == 2
    assert "journal.yaml:1:8: rules must be a mapping" in ran.stderr


def test_every_code_is_explained() -> None:
    ran = {code: run("explain", code) for code in (*RULES, *MESSAGES)}
    assert [code for code, one in ran.items() if one.exit_code != 0] == []
    assert [code for code, one in ran.items() if not one.stdout.startswith(f"{code}\n\n")] == []
    assert [code for code, one in ran.items() if len(one.stdout.split("\n\n")) <= 2] == []


def test_a_page_shows_the_sentence_of_the_bad_example() -> None:
    page = run("explain", "[contributor-orcid-checksum]").stdout
    assert "Source: ISO 7064, MOD 11-2." in page
    assert "    orcid: 0000-0002-1825-0098\n" in page
    assert "    The ORCID iD 0000-0002-1825-0098 has a wrong check digit.\n" in page
    assert "    Compare it with the author's ORCID page. A digit is probably mistyped.\n" in page


def test_what_each_page_says_to_write_changes_the_level() -> None:
    for code, rule in RULES.items():
        if not rule.fixed:
            *_, snippet = rule_page(rule, REGISTRY)
            levels = yaml.safe_load(snippet)["rules"]
            assert list(levels) == [code]
            level = levels[code]["level"] if rule.options else levels[code]
            assert level in ("error", "warning"), code
            assert level != rule.level, code


def test_a_code_that_is_no_rule_is_explained_too() -> None:
    page = run("explain", "document-value-long", "ojs-url-absent").stdout
    assert "is too long for ‹name› in ‹format›. Length: ‹length›" in page
    assert "This code does not belong to a rule, so a journal cannot change its level." in page


def test_a_misspelt_code_gets_the_nearest() -> None:
    ran = run("explain", "contributor-orcid-cheksum")
    assert ran.exit_code == 2
    assert (
        "Unknown code: contributor-orcid-cheksum. Similar codes: contributor-orcid-ch" in ran.stderr
    )


def test_a_requirement_is_explained_with_its_level(tmp_path: Path) -> None:
    path = tmp_path / "journal.yaml"
    path.write_text(
        "rules: {requirement-own: error}\nrequirements: {own: {field: doi, required: yes}}\n",
        "utf-8",
    )
    page = run("explain", "requirement-own", "--journal", str(path)).stdout
    assert "Field: doi" in page
    assert "Level: error. It blocks every format." in page


def test_a_rule_without_a_manual_has_a_page() -> None:
    rule = Rule("a-b-c", None, Article, lambda _: 1 / 0, "{what} is wrong.", target="marc")  # type: ignore[arg-type, return-value]
    page = list(rule_page(rule, Registry([Plugin("p", "p", "1", rules=[rule])])))
    assert page[:3] == ["Checked part: Article", "Message:", "    ‹what› is wrong."]
    assert page[3].startswith("Level: off by default.")


def test_an_error_of_an_unknown_format_blocks_it_alone() -> None:
    rule = Rule("a-b-c", Level.ERROR, Article, lambda _: [], "Wrong.", target="marc")
    page = "\n".join(rule_page(rule, Registry([])))
    assert "Level: error. It blocks only this format: marc." in page

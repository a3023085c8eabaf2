"""How rules are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest

from jatsx.findings.finding import Finding, Level
from jatsx.model import Article, Contributor, Issn, Issue, Journal, Pages, PersonName
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.registry import load_registry
from jatsx.rules import engine
from jatsx.rules.engine import Fault, Rule, RuleFailed, RuleOption, fault
from jatsx.rules.rulebook import Rulebook
from tests.conftest import ROOT

DECORATED: Final = re.compile(r"^@rule\(", re.MULTILINE)

ARTICLE = Article.model_validate(
    {
        "id": "01",
        "contributors": [
            {"name": {"kk": {"family": "Үлгі"}, "ru-Latn": {"family": "Ulgi"}}},
            {"group": {"en": "Group"}},
        ],
        "issue": {"volume": "3", "journal": {"issn": {"print": "1563-0285"}}},
    }
)


def rule(on: type, check: Callable[..., Any] | None = None, **said: Any) -> Rule:
    """A rule that finds one fault in every part, if nothing else is said."""
    said = {"code": "x", "level": Level.ERROR, "message": "", **said}
    return Rule(on=on, check=check or (lambda _: [Fault()]), **said)


def asked(*rules: Rule, article: Article = ARTICLE) -> list[Finding | RuleFailed]:
    return list(Rulebook(rules).article_findings(article))


def fields(found: list[Finding | RuleFailed]) -> list[str | None]:
    return [one.field for one in found if isinstance(one, Finding)]


PARTS: dict[type, list[str]] = {
    Article: [""],
    Contributor: ["contributors[0]", "contributors[1]"],
    PersonName: ["contributors[0].name.kk", "contributors[0].name.ru-Latn"],
    Pages: [],
    Issue: [],
    Journal: [],
}


@pytest.mark.parametrize("on", PARTS)
def test_a_rule_is_asked_of_every_part_of_its_class(on: type) -> None:
    """Not of the issue, which has its turn of its own, nor of parts that say nothing."""
    assert fields(asked(rule(on))) == PARTS[on]


ISSUE_PARTS: dict[type, list[str]] = {
    Issue: ["issue"],
    Journal: ["issue.journal"],
    Issn: ["issue.journal.issn"],
    Article: [],
    Contributor: [],
}


@pytest.mark.parametrize("on", ISSUE_PARTS)
def test_a_rule_of_the_issue_is_asked_of_it_once(on: type) -> None:
    found = list(Rulebook([rule(on)]).issue_findings(ARTICLE.issue))
    assert fields(found) == ISSUE_PARTS[on]
    assert all(isinstance(one, Finding) and one.article is None for one in found)


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ("", "contributors[0]"),
        ("orcid", "contributors[0].orcid"),
        ("name.kk", "contributors[0].name.kk"),
    ],
)
def test_a_fault_names_its_field_from_the_part(fault: str, field: str) -> None:
    assert fields(asked(rule(Contributor, lambda _: [Fault(fault)])))[0] == field


def test_a_finding_is_what_the_rule_says() -> None:
    params = FrozenMap({"orcid": "1"})
    one = rule(Article, lambda _: [Fault("doi", params)], code="c", target="f")
    assert asked(one) == [Finding("c", Level.ERROR, params, "doi", "01", "f")]


LEVELS = {
    "error": Level.ERROR,
    "warning": Level.WARNING,
    "off": None,
    "lost": Level.WARNING,
    "nonsense": Level.WARNING,
    "": Level.WARNING,
}


@pytest.mark.parametrize("level", LEVELS)
def test_a_journal_gives_a_rule_its_level(level: str) -> None:
    """What is no level leaves the rule's own."""
    found = asked(rule(Article, level=Level.WARNING), article=of_journal({"x": level}))
    assert [one.level for one in found if isinstance(one, Finding)] == [
        said for said in [LEVELS[level]] if said
    ]


@pytest.mark.parametrize("level", ["off", "warning"])
def test_a_fixed_rule_keeps_its_level(level: str) -> None:
    (found,) = asked(rule(Article, fixed=True), article=of_journal({"x": level}))
    assert isinstance(found, Finding)
    assert found.level is Level.ERROR


def test_the_level_of_one_rule_is_not_that_of_others() -> None:
    article = of_journal({"x": "off"})
    found = asked(rule(Article), rule(Article, code="y"), article=article)
    assert [one.code for one in found if isinstance(one, Finding)] == ["y"]


def test_a_rule_gets_its_options_from_the_journal_or_their_defaults() -> None:
    def check(article: Article, options: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:  # noqa: ARG001
        yield fault("dates", dates=" ".join(options["dates"]), most=" ".join(options["most"]))

    options = (
        RuleOption("dates", "Dates.", default=("received", "accepted")),
        RuleOption("most", "A number.", kind="number"),
    )
    one = rule(Article, check, options=options)
    (by_default,) = asked(one)
    article = of_journal({"x": {"dates": "revised", "most": "5"}})
    (found,) = asked(one, article=article)
    assert isinstance(by_default, Finding)
    assert isinstance(found, Finding)
    assert dict(by_default.params) == {"dates": "received accepted", "most": ""}
    assert dict(found.params) == {"dates": "revised", "most": "5"}


def test_the_decorator_takes_the_class_from_the_annotation() -> None:
    @engine.rule("a-b-c", Level.ERROR, message="Wrong.", hint="Correct it.", target="marc")
    def check(contributor: Contributor) -> Iterator[Fault]:
        """The manual."""
        yield fault("orcid", orcid=contributor.orcid or "")

    assert (check.code, check.level, check.on) == ("a-b-c", Level.ERROR, Contributor)
    assert (check.message, check.hint, check.target) == ("Wrong.", "Correct it.", "marc")
    assert check.check.__doc__ == "The manual."


def test_a_check_without_a_usable_annotation_is_refused() -> None:
    def untyped(part) -> list[Fault]:  # type: ignore[no-untyped-def]  # noqa: ARG001
        return []

    def unknown(part: Unknown) -> list[Fault]:  # type: ignore[name-defined]  # noqa: ARG001, F821
        return []

    for check in (untyped, unknown):
        with pytest.raises(TypeError, match="annot"):
            engine.rule("a-b-c", Level.ERROR, message="Wrong.")(check)


def test_the_rules_of_a_package_are_found_without_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (
        "from jatsx import Article, Fault, Level, rule\n"
        "@rule({code!r}, Level.ERROR, message='Wrong.')\n"
        "def check(article: Article):\n    yield Fault()\n"
    )
    folder = tmp_path / "found_rules"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "second.py").write_text(source.format(code="second"))
    (folder / "first.py").write_text("from jatsx.rules.article.article import title_missing\n")
    (folder / "inner" / "__init__.py").write_text(source.format(code="inner"))
    monkeypatch.syspath_prepend(tmp_path)
    package = import_module("found_rules")
    assert [one.code for one in engine.rules_in(package)] == ["inner", "second"]


def test_each_file_with_rules_is_read() -> None:
    """Every function with the decorator, in the files of the core and of the plugins."""
    folders = [ROOT / "jatsx" / "rules", *sorted((ROOT / "plugins").glob("jatsx_*"))]
    files = [path for folder in folders for path in folder.rglob("*.py")]
    declared = sum(len(DECORATED.findall(path.read_text("utf-8"))) for path in files)
    assert declared == len(load_registry().rules)


def of_journal(rules: Mapping[str, Any]) -> Article:
    return Article.model_validate({"id": "01", "issue": {"journal": {"rules": rules}}})


def _raise(error: BaseException) -> Any:
    raise error


def _halfway(part: object) -> Any:
    yield Fault("doi")
    raise ValueError(part)


BAD: dict[str, Callable[[Any], Any]] = {
    "raises": lambda _: _raise(RuntimeError("x")),
    "raises halfway": _halfway,
    "ends the program": lambda _: _raise(SystemExit(1)),
    "gives nothing": lambda _: None,
    "gives a string": lambda _: "doi",
    "gives a fault alone": lambda _: Fault("doi"),
    "gives findings": lambda _: [Finding("x")],
    "names a field that is no text": lambda _: [Fault(3)],  # type: ignore[arg-type]
    "gives params that are none": lambda _: [Fault("doi", None)],  # type: ignore[arg-type]
}


@pytest.mark.parametrize("check", BAD.values(), ids=BAD)
def test_a_rule_that_fails_costs_only_itself(check: Callable[[Any], Any]) -> None:
    bad = rule(Article, check, code="bad")
    found = asked(rule(Article, code="a"), bad, rule(Article, code="b"))
    assert [one.code for one in found if isinstance(one, Finding)] == ["a", "b"]
    (failed,) = [one for one in found if isinstance(one, RuleFailed)]
    assert failed.rule is bad
    assert str(failed).startswith("rule bad: ")


def test_a_person_can_still_stop_the_program() -> None:
    with pytest.raises(KeyboardInterrupt):
        asked(rule(Article, lambda _: _raise(KeyboardInterrupt())))

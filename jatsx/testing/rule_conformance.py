"""The tests for rules. A plugin needs three lines to use them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from jatsx.findings.finding import Finding
from jatsx.findings.formatting import filled, placeholders
from jatsx.model import Article
from jatsx.rules.engine import Fault, Rule, RuleFailed
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import PARTS, manual, part_of
from jatsx.rules.rulebook import Rulebook
from jatsx.testing.awkward import awkward_articles
from jatsx.testing.odd_articles import odd_articles
from jatsx.testing.side_effects import Watch

if TYPE_CHECKING:
    import pytest

WATCH: Final = Watch()

MOST: Final = 5
"""The maximum number of failures that a test shows."""


class RuleConformance:
    """Tests each rule of a plugin::

        class TestRules(RuleConformance):
            rules = rules_in(my_plugin.rules)

    Args:
        rules: the rules.
    """

    rules: Sequence[Rule]

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Runs each test with every rule."""
        if "one" in metafunc.fixturenames:
            metafunc.parametrize("one", self.rules, ids=lambda rule: rule.code)

    def test_there_are_rules(self) -> None:
        """The test class names at least one rule, and no two rules have the same code."""
        codes = [rule.code for rule in self.rules]
        assert codes, "rules is empty. Set it to the rules of the plugin."
        assert len(set(codes)) == len(codes), "Two rules have the same code."

    def test_its_manual_is_complete(self, one: Rule) -> None:
        """The docstring says what is required and by which source, with two examples."""
        _check([*_manual_failures(one)], one)

    def test_its_good_example_has_no_fault(self, one: Rule) -> None:
        """The rule finds nothing in the good example of its manual."""
        found = _example_faults(one, manual(one).good)
        _check([f"the rule finds {fault} in the good example" for fault in found], one)

    def test_its_bad_example_has_a_fault(self, one: Rule) -> None:
        """The rule finds the fault of its bad example, in a field that it has."""
        found = _example_faults(one, manual(one).bad)
        wrong = [] if found else ["the rule finds nothing in the bad example"]
        _check([*wrong, *(text for fault in found for text in _fault_failures(one, fault))], one)

    def test_it_checks_any_article(self, one: Rule) -> None:
        """The rule never raises, and names existing fields, for awkward articles and odd texts."""
        _check([*_article_failures(one)], one)

    def test_it_depends_only_on_the_article(self, one: Rule) -> None:
        """The rule finds the same twice, prints nothing, and reads and changes nothing else."""
        _check([*_purity_failures(one)], one)


def _check(failures: Sequence[str], rule: Rule) -> None:
    __tracebackhide__ = True
    if failures:
        shown = "\n".join(f"  {text}" for text in failures[:MOST])
        raise AssertionError(f"rule {rule.code}\n{shown}")


def _manual_failures(rule: Rule) -> Iterator[str]:
    page = manual(rule)
    if not page.title.endswith((".", "…")):
        yield "the docstring does not begin with a sentence that says what is required"
    for name in ("source", "good", "bad"):
        if not getattr(page, name):
            yield f"the docstring has no part “{name}”. See jatsx.rules.manual for its form."
    if part_of(rule) not in PARTS:
        yield f"rules cannot check {part_of(rule)}. Check one of: {', '.join(PARTS)}."
    if not all(_sentences(rule)):
        yield "the message or the hint is empty"


def _sentences(rule: Rule) -> tuple[str, ...]:
    return (*rule.words.sentences, *(rule.words.hints or ("",)))


@cache
def _example_faults(rule: Rule, text: str) -> list[Fault]:
    return faults_of(rule, read_example(text)) if text else []


def _fault_failures(rule: Rule, fault: Fault) -> Iterator[str]:
    """What is wrong with a fault: a placeholder without a value, a param that is not text."""
    known = {"field": "", "target": "", **fault.params}
    for sentences in (rule.words.sentences, rule.words.hints):
        fitting = [one for one in sentences if placeholders(one) <= known.keys()]
        if sentences and not fitting:
            missing = placeholders(sentences[-1]) - known.keys()
            yield f"the fault has no value for {', '.join(sorted(missing))}: “{sentences[-1]}”"
        if any("{" in filled(one, known) for one in fitting[:1] if "{" not in str(fault.params)):
            yield f"a brace is left in “{fitting[0]}”"
    if not all(isinstance(value, str) for value in fault.params.values()):
        yield "a param is not text"


def _article_failures(rule: Rule) -> Iterator[str]:
    for name, found in _findings(rule):
        if isinstance(found, RuleFailed):
            yield f"{name}: {found}"


@cache
def _articles() -> tuple[tuple[str, Article], ...]:
    awkward = ((f"the article {one.name}", one.article) for one in awkward_articles())
    return (*awkward, *odd_articles())


def _findings(rule: Rule) -> Iterator[tuple[str, Finding | RuleFailed]]:
    """What the rule finds in awkward and odd articles, each with the name of the article."""
    from jatsx.model import ContentsEntry, IssueContents

    book = Rulebook([rule])
    for name, article in _articles():
        entries = [ContentsEntry.of(article), ContentsEntry.of(article)]
        for found in (
            *book.article_findings(article),
            *book.issue_findings(article.issue),
            *book.contents_findings(IssueContents(article.issue, entries)),
            *_file_findings(book, article),
        ):
            yield name, found


def _file_findings(book: Rulebook, article: Article) -> Iterator[Finding | RuleFailed]:
    """What the rules find in the files that an article names, readable and not."""
    from jatsx.model import FileAccess, FoundFile

    for n, file in enumerate(article.files):
        for access in FileAccess:
            found = FoundFile(file, article.issue, access)
            yield from book.file_findings(found, ("files", n), article)


def _purity_failures(rule: Rule) -> Iterator[str]:
    from contextlib import redirect_stderr, redirect_stdout
    from io import StringIO

    first = [found for _, found in _findings(rule) if isinstance(found, Finding)]
    printed = StringIO()
    with WATCH.on() as side_effects, redirect_stdout(printed), redirect_stderr(printed):
        second = [found for _, found in _findings(rule) if isinstance(found, Finding)]
    yield from side_effects
    if printed.getvalue():
        yield f"it printed {printed.getvalue()[:40]!r}"
    if first != second:
        yield "it found something else the second time"

"""Findings as JUnit XML, for GitLab, Jenkins and other CI systems.

A format is a test suite and an article is a test case. Issues, files and plugins are test cases
only if they have findings. An error makes a test case fail. An article that is not published, or
blocked only by an error in its issue or journal, is skipped. Warnings are in ``system-out``.

Source: the schema of the Jenkins xUnit plugin, ``junit-10.xsd``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from lxml import etree

from jatsx.cli.views.groups import Group, article_group, shared_groups
from jatsx.findings.finding import Finding, Level
from jatsx.findings.level_names import level_name
from jatsx.findings.translation import gettext as _
from jatsx.model.text import ILLEGAL, shown

if TYPE_CHECKING:
    from jatsx.findings.sentences import Sentences
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import RunResult
    from jatsx.plugin.registry import Registry


def show(result: RunResult, registry: Registry, out: Path | str | None) -> None:  # noqa: ARG001
    """Prints a test suite for each format."""
    shared = [group for group in shared_groups(result) if group.findings]
    of_articles = [article_group(article) for article in result.articles]
    _print(
        _suite(target, _cases(target, [*shared, *of_articles], registry.sentences))
        for target in result.targets
    )


def show_validated(results: Sequence[Validated], registry: Registry) -> None:
    """Prints a test suite for each format of the files, and one for unknown files."""
    suites: dict[str, list[etree._Element]] = {}
    for result in results:
        name = result.format or "unknown"
        case = _case(name, Group(str(result.path), result.findings), registry.sentences)
        suites.setdefault(name, []).append(case)
    _print(_suite(name, cases) for name, cases in suites.items())


def _print(suites: Iterable[etree._Element]) -> None:
    root = etree.Element("testsuites", name="jatsx")
    root.extend(list(suites))
    etree.indent(root)
    click.echo(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _suite(name: str, cases: Iterable[etree._Element]) -> etree._Element:
    suite = etree.Element("testsuite", name=_legal(name))
    suite.extend(list(cases))
    for count, tag in (
        ("tests", "testcase"),
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ):
        suite.set(count, str(sum(1 for _ in suite.iter(tag))))
    return suite


def _cases(target: str, groups: Iterable[Group], sentences: Sentences) -> Iterator[etree._Element]:
    """Yields the test cases of a format, without findings of other formats."""
    for group in groups:
        own = [finding for finding in group.findings if finding.target in (None, target)]
        case = _case(target, Group(group.heading, own, group.article), sentences)
        if (
            case.find("failure") is None
            and case.find("error") is None
            and _is_blocked(group, target)
        ):
            message = _blocked_because(group)
            etree.SubElement(case, "skipped", message=message)
        if own or group.article is not None:
            yield case


def _blocked_because(group: Group) -> str:
    status = group.article.held_back if group.article else None
    if status:
        return _("Not published. Status: {status}.").format(status=status)
    return _("Blocked by an error in the issue or journal.")


def _is_blocked(group: Group, target: str) -> bool:
    return group.article is not None and target in group.article.blocked


def _case(suite: str, group: Group, sentences: Sentences) -> etree._Element:
    case = etree.Element("testcase", classname=_legal(f"jatsx.{suite}"), name=_legal(group.heading))
    if group.article is not None:
        case.set("file", _legal(group.article.source))
    errors = [finding for finding in group.findings if finding.level is Level.ERROR]
    if errors:
        kind = "error" if errors[0].code.startswith("plugin-") else "failure"
        failure = etree.SubElement(case, kind, type=_legal(errors[0].code))
        failure.set("message", _legal(sentences.sentence(errors[0])))
        failure.text = _text(errors, sentences)
    if others := [finding for finding in group.findings if finding.level is not Level.ERROR]:
        etree.SubElement(case, "system-out").text = _text(others, sentences)
    return case


def _text(findings: Iterable[Finding], sentences: Sentences) -> str:
    return _legal("\n".join(_line(finding, sentences) for finding in findings))


def _line(finding: Finding, sentences: Sentences) -> str:
    place = f"{finding.place}: " if finding.place else ""
    level = level_name(finding.level)
    line = f"{place}{level}: {sentences.sentence(finding)} [{finding.code}]"
    return f"{line}\n  {sentences.hint(finding)}".rstrip()


def _legal(text: str) -> str:
    """The text with U+FFFD in place of each character that XML does not allow."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", shown(text))

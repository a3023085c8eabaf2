"""What a rule has against an example, such as those of its manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from jatsx.model.fieldpath import join_path
from jatsx.rules.engine import Fault, Rule

if TYPE_CHECKING:
    from jatsx.model import Article, FoundFile, Part

ANYTHING: Final = "01"
"""The id, address or type of a part that can't be without one, where an example leaves it out."""


def read_example(text: str) -> Any:
    """The plain data of an example in YAML, each value as typed."""
    from jatsx.readers.yaml_text import read_yaml

    return read_yaml(text)[0]


def faults_of(rule: Rule, described: Any) -> list[Fault]:
    """What a rule has against a part that plain data describe.

    A rule on texts is given an article with its issue and journal, one on the contents of an issue
    a list of its articles; their faults lead from the article. A rule on files as they are in the
    issue folder is given a file, with ``access``, ``head`` and ``journal``.
    """
    from jatsx.model import FoundFile, IssueContents, Texts

    if rule.on is FoundFile:
        return list(rule.faults(found_file(described)))
    if rule.on is IssueContents:
        return _faults_of_contents(rule, [article(one) for one in described])
    if rule.on is Texts:
        return list(_faults_of_texts(rule, article(described)))
    return list(rule.faults(part(rule.on, described)))


def article(described: Mapping[str, Any]) -> Article:
    """The article that plain data describe."""
    from jatsx.model import Article

    return Article.model_validate(completed(Article, described))


def part(on: type[Part], described: Mapping[str, Any]) -> Part:
    """The part of the model that plain data describe."""
    return on.model_validate(completed(on, described))


def found_file(described: Mapping[str, Any]) -> FoundFile:
    """The file that plain data describe, as it is in the issue folder."""
    from jatsx.model import FileAccess, FoundFile, Issue, LocalFile

    own = {name: value for name, value in described.items() if name in LocalFile.model_fields}
    issue = Issue.model_validate({"journal": described.get("journal", {})})
    head = described.get("head", "").encode()
    access = FileAccess(described.get("access", FileAccess.FOUND))
    file = LocalFile.model_validate(completed(LocalFile, own))
    return FoundFile(file, issue, access, len(head), head)


def completed(on: type[Part], described: Mapping[str, Any]) -> dict[str, Any]:
    """The description with what the part can't be without."""
    needed = (name for name, field in on.model_fields.items() if field.is_required())
    return {**dict.fromkeys(needed, ANYTHING), **described}


def _faults_of_contents(rule: Rule, articles: Sequence[Article]) -> list[Fault]:
    from jatsx.model import ContentsEntry, IssueContents

    entries = [ContentsEntry.of(one) for one in articles]
    return list(rule.faults(IssueContents(articles[0].issue, entries)))


def _faults_of_texts(rule: Rule, owner: Article) -> Iterator[Fault]:
    from jatsx.model import Texts

    issue = owner.issue
    for path, part in (("", owner), ("issue", issue), ("issue.journal", issue.journal)):
        for fault in rule.faults(Texts.of(part)):
            yield replace(fault, field=join_path(path, fault.field))

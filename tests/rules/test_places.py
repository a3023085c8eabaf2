"""A file with a rule's bad example gives the file, line and column of the exact value.

The example is written out as an issue folder in YAML, one in JSON, and as JSON Lines; where each
value stands is noted by what writes it (:mod:`tests.rules.written`).
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from jatsx.findings.finding import Finding, Place
from jatsx.model import Article, FileAccess, FoundFile, IssueContents, LocalFile, Part, Texts
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import format_path, join_path, parse_path
from jatsx.model.fields import is_part, unfolded
from jatsx.pipeline import Request, check
from jatsx.plugin.registry import Registry, load_registry
from jatsx.rules.engine import Rule
from jatsx.rules.examples import completed, faults_of, read_example
from jatsx.rules.manual import manual

from .written import Files, Notes, Spot, json_folder, json_lines, yaml_folder

Writer = Callable[[Sequence[Mapping[str, Any]]], Files]

WRITERS: Final[Mapping[str, Writer]] = {
    "YAML": yaml_folder,
    "JSON": json_folder,
    "JSON Lines": json_lines,
}
RULES: Final = load_registry().rules


@cache
def registry() -> Registry:
    return load_registry()


@pytest.mark.parametrize("form", WRITERS)
def test_each_fault_is_found_at_the_exact_value(form: str, tmp_path: Path) -> None:
    wrong = {}
    for code, rule in RULES.items():
        folder = tmp_path / code
        folder.mkdir()
        wrong[code] = list(misplaced(rule, WRITERS[form], folder))
    assert {code: told for code, told in wrong.items() if told} == {}


def misplaced(rule: Rule, write: Writer, folder: Path) -> Iterator[str]:
    """What is found otherwise than it is written."""
    articles = described_articles(rule)
    if rule.on is FoundFile:
        make_file(read_example(manual(rule).bad), folder)
    files = write(articles)
    told = [one for one in findings(files, folder) if one.code == rule.code]
    found = [one for one in told if one.target == told[0].target]
    fields = sorted(one.field or "" for one in found)
    if fields != expected_fields(rule):
        yield f"faults in {fields}, not in {expected_fields(rule)}"
    for finding in found:
        number = [one["id"] for one in articles].index(finding.article or articles[0]["id"])
        notes, path = files.notes_of(number, parse_path(finding.field or ""))
        if not is_at_value(finding, notes, path, folder):
            yield f"{finding.field} at {finding.place} of\n{notes.text}"


def make_file(example: Mapping[str, Any], folder: Path) -> None:
    """The file of an example on the disk, as the example says."""
    file = folder / example["path"]
    file.parent.mkdir()
    target = folder / "target"
    target.write_text(example.get("head", ""), encoding="utf-8")
    access = FileAccess(example.get("access", "found"))
    if access is FileAccess.LINK:
        file.symlink_to(target)
    elif access is FileAccess.FOUND:
        target.rename(file)
    else:
        assert access is FileAccess.MISSING


def findings(files: Files, folder: Path) -> list[Finding]:
    """What ``jatsx check`` finds in those files."""
    for name, text in files.texts.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    is_folder = len(files.texts) > 1
    path = folder if is_folder else folder / next(iter(files.texts))
    result = check(Request([path], list(registry().exporters), {}), registry())
    return list(result.all_findings)


def is_at_value(finding: Finding, notes: Notes, path: FieldPath, folder: Path) -> bool:
    """Whether a finding stands where its value was written; where it has an excerpt, at that."""
    place, value = finding.place, nearest(notes, path)
    if place is None or place.file != str(folder / notes.file):
        return False
    around = [
        spot for spot in (value, notes.keys.get(path)) if spot and holds(notes, spot, finding)
    ]
    if not around:
        return (place.line, place.column) == (value.line, value.column)
    at = offset(notes.text, place)
    is_there = notes.text.startswith(spellings(finding.excerpt), at)
    return is_there and any(spot.start <= at < spot.end for spot in around)


def nearest(notes: Notes, path: FieldPath) -> Spot:
    """Where a value stands; of one that is missing, the nearest thing around it."""
    lengths = range(len(path), -1, -1)
    return next(notes.values[path[:end]] for end in lengths if path[:end] in notes.values)


def holds(notes: Notes, spot: Spot, finding: Finding) -> bool:
    """Whether the characters at fault stand there."""
    source = notes.text[spot.start : spot.end]
    return bool(finding.excerpt) and any(one in source for one in spellings(finding.excerpt))


def spellings(excerpt: str) -> tuple[str, ...]:
    """How characters are written: as they are, and as JSON and YAML's quotes have them."""
    return excerpt, json.dumps(excerpt, ensure_ascii=False)[1:-1]


def offset(text: str, place: Place) -> int:
    """Which character of a text a place is."""
    assert place.line
    assert place.column
    lines = text.split("\n")[: place.line - 1]
    return sum(len(line) + 1 for line in lines) + place.column - 1


def described_articles(rule: Rule) -> list[dict[str, Any]]:
    """The bad example of a rule, put where it stands in an article, with all that is needed."""
    example = read_example(manual(rule).bad)
    if rule.on is FoundFile:
        file = {name: example[name] for name in LocalFile.model_fields if name in example}
        article = inside(completed(LocalFile, file), path_to(LocalFile))
        return [whole({**article, "issue": {"journal": example.get("journal")}}, rule)]
    if rule.on is IssueContents:
        return [whole(one, rule) for one in example]
    if rule.on in (Article, Texts):
        return [whole(example, rule)]
    return [whole(inside(completed(rule.on, example), path_to(rule.on)), rule)]


def whole(article: Mapping[str, Any], rule: Rule) -> dict[str, Any]:
    """The article with an id, an issue and a journal, in which the rule is asked."""
    issue = article.get("issue") or {"number": "2"}
    journal = issue.get("journal") or {"abbreviated_title": "CAA"}
    if rule.level is None:
        journal = {**journal, "rules": {rule.code: "warning"}}
    return {**completed(Article, article), "issue": {**issue, "journal": journal}}


def expected_fields(rule: Rule) -> list[str]:
    """The fields of the faults of a bad example, from the article."""
    part = LocalFile if rule.on is FoundFile else rule.on
    above = "" if part in (IssueContents, Article, Texts) else format_path(path_to(part))
    faults = faults_of(rule, read_example(manual(rule).bad))
    return sorted(join_path(above, fault.field) for fault in faults)


@cache
def path_to(part: type) -> FieldPath:
    """The way from an article to the first part of a class."""
    waiting: deque[tuple[type[Part], FieldPath]] = deque([(Article, ())])
    while waiting:
        above, path = waiting.popleft()
        for name, info in above.model_fields.items():
            steps, held = unfolded(info.annotation)
            into = re.findall(r"LANG|KEY|\[\]", steps)
            found = (*path, name, *(0 if step == "[]" else "kk" for step in into))
            if held is part:
                return found
            if is_part(held):
                waiting.append((held, found))
    raise LookupError(part)


def inside(described: Any, path: FieldPath) -> Any:
    """What is described, with everything around it that leads there."""
    for step in reversed(path):
        described = [described] if step == 0 else {step: described}
    return described

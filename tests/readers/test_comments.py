"""A comment behind free text is reported with its place: it may be a part of the text."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from jatsx.findings.finding import Finding
from jatsx.model.fields import fields, is_free_text
from jatsx.readers.journal_file import read_journal_file
from tests.readers.reading import MARK, findings, marked, places, read, read_text, told, written

CODE = "text-hash-unquoted"
ROOT = Path(__file__).parents[2]

TEXTS = [
    "title:\n  en: Some ▶#1 aspects of law",
    'title:\n  en: "Silk Road" ▶#2 and mediation',
    "title:\n  en: 'Silk Road' ▶# a comment",
    "title:\n  en: A title\n    over two lines ▶# 3",
    "title:\n  en: ▶#1 aspects of law",
    "title:\r\n  en: Some ▶#1 aspects\r\nlanguage: en",
    "title: {en: Some ▶#1 aspects\n  }",
    "references:\n  - text:\n      ru: Вестник. 2011. ▶# 3 (105). S. 12-19.",
    "references:\n  - Вестник. 2011. ▶# 3 (105). S. 12-19.",
    "references:\n  - text:\n      ru: Вестник. 2011.\n        ▶# 3 (105). S. 12-19.",
    "references:\n  - text:\n      ru: Вестник. 2011.\n\n        ▶# 3 (105). S. 12-19.",
    "references:\n  - work: {title: On ▶# law\n      }",
    "references:\n  - work:\n      publisher: Press ▶#2",
    "references:\n  - work:\n      authors:\n        - family: Li ▶#2",
    "keywords:\n  en:\n    - soil ▶#2\n    - water",
    "keywords:\n  en: [soil, ▶#2 water,\n    salt]",
    "subtitle:\n  en: Part ▶# 2",
    "abstract:\n  en: Aim. ▶#2",
    "abstract:\n  en:\n    - title: Aim ▶#2\n      text: All.",
    "abstract:\n  en:\n    - text: All. ▶#2",
    "other_abstracts:\n  - type: teaser\n    text:\n      en: Aim. ▶#2",
    "contributors:\n  - name:\n      en:\n        family: Smith ▶#2\n        given: A.",
    "contributors:\n  - group:\n      en: Group ▶#2",
    "contributors:\n  - position:\n      en: Professor ▶#2",
    "affiliations:\n  - id: a1\n    institution:\n      en: School ▶#2",
    "affiliations:\n  - id: a1\n    city:\n      en: Almaty ▶# the old capital",
    "subject_codes:\n  - scheme: SRSTI\n    code: '11'\n    heading:\n      en: Law ▶#2",
    "funding:\n  - funder:\n      en: Fund ▶#2",
    "funding:\n  - awards:\n      - title:\n          en: Project ▶#2",
    "copyright:\n  holder:\n    en: Press ▶#2",
    "relations:\n  - type: review\n    title:\n      en: On law ▶#2",
    "statements:\n  acknowledgement:\n    en: Thanks to school ▶#2",
]
"""YAML of an article; the mark stands before each comment that is reported."""

VALUES = [
    "doi: 10.5555/1  # registered",
    "url: https://example.org/1#2   # the page",
    "title:\n  # the English title is missing\n  ru: Право",
    "title:\n  ru: Право\n  # en:\n",
    "title:\n  ru: Право\n# the end of the titles\nlanguage: ru",
    "title:\n  en: Some#1 aspects, C# and F#",
    'title:\n  en: "Some #1 aspects"',
    "title:\n  en: |\n    Some #1 aspects\n    # 2",
    "title:\n  en: >-   # folded\n    Some aspects",
    "title:   # in each language\n  en: Law",
    "keywords:   # none yet",
    "keywords:\n  en: [soil, water]   # two only",
    "keywords:\n  en: [soil,\n    # the second\n    water]",
    "keywords:\n  en:\n  - soil\n  # the second\n  - water",
    "language: en   # the language of the text",
    "type: review-article   # or an editorial",
    "dates:\n  received: 2024-01-01   # as printed\n  revised:\n    - 2024-02   # first",
    "pages: {first: '5', last: '17'}   # as printed",
    "pages:\n  first: '5'   # as printed",
    "contributors:\n  - name:\n      en: {family: Smith, given: A.}   # first author\n"
    "    corresponding: yes   # by e-mail\n    orcid: 0000-0002-1825-0097   # checked\n"
    "    affiliations: [a1]   # the school",
    "affiliations:\n  - id: a1   # the school\n    country: KZ   # Kazakhstan",
    "references:\n  - doi: 10.5555/2   # found\n    label: '1'   # as printed\n"
    "    work:\n      year: '2011'   # as printed\n      volume: '3'   # as printed",
    "counts:\n  words: 12   # without notes",
    "identifiers:\n  edn: abcdef   # at elibrary.ru",
]
"""YAML of an article with comments that are nothing but comments."""


def _comments(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.code == CODE]


@pytest.mark.parametrize("text", TEXTS)
def test_a_comment_behind_free_text_is_reported_at_its_place(text: str, tmp_path: Path) -> None:
    plain, expected = marked(f"id: a\n{text}\n")
    found = _comments(findings(read_text(tmp_path, "a.yaml", plain)))
    assert places(found) == expected
    assert all(is_free_text(_path(one), with_parts=True) for one in found)


@pytest.mark.parametrize("text", VALUES)
def test_other_comments_are_not_reported(text: str, tmp_path: Path) -> None:
    assert MARK not in text
    assert findings(read_text(tmp_path, "a.yaml", f"id: a\n{text}\n")) == []


def test_the_finding_shows_the_text_and_the_comment(tmp_path: Path) -> None:
    (record,) = read_text(tmp_path, "a.yaml", "id: a\ntitle:\n  en: Some #1 aspects of law\n")
    (found,) = record.findings
    whole = '"Some #1 aspects of law"'
    assert dict(found.params) == {"text": "Some", "comment": "#1 aspects of law", "whole": whole}
    assert found.field == "title.en"
    assert found.blocks("any format")
    assert record.article is not None, "rules still check the article"


@pytest.mark.parametrize(
    ("file", "text", "field"),
    [
        ("journal", "title:\n  en: Law #1\n", "issue.journal.title.en"),
        ("journal", "abbreviated_title: L. #1\n", "issue.journal.abbreviated_title"),
        ("journal", "publisher:\n  name:\n    en: Press #1\n", "issue.journal.publisher.name.en"),
        ("issue", "special: On law #1\n", "issue.special"),
        ("issue", "sections:\n- id: a\n  title:\n    en: Law #1\n", "issue.sections[0].title.en"),
        ("articles__a", "id: a\ntitle:\n  en: Law #1\n", "title.en"),
    ],
)
def test_every_file_of_a_folder_is_checked(
    file: str, text: str, field: str, tmp_path: Path
) -> None:
    texts = {"journal": "url: https://example.org # x\n", "articles__a": "id: a\n", file: text}
    assert told(findings(read(written(tmp_path, **texts)))) == [f"{CODE} {field}"]


def test_a_separate_journal_file_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "journal.yaml"
    file.write_text("title:\n  en: Law #1\n", encoding="utf-8")
    assert told(read_journal_file(file).findings) == [f"{CODE} issue.journal.title.en"]


def test_json_has_no_comments(tmp_path: Path) -> None:
    text = '{"id": "a", "title": {"en": "Some #1 aspects"}}'
    (record,) = read_text(tmp_path, "a.json", text)
    assert record.article is not None
    assert record.article.title["en"].plain == "Some #1 aspects"
    assert record.findings == []


def test_the_template_and_the_examples_have_none(tmp_path: Path) -> None:
    template = files("jatsx.issue_folder") / "template" / "en"
    shutil.copytree(Path(str(template)), tmp_path / "template")
    for folder in (tmp_path / "template", *sorted((ROOT / "examples").iterdir())):
        assert findings(read(folder)) == []


def test_every_field_is_text_or_not() -> None:
    """The names of the fields that are free text though they have no language or markup."""
    plain = {field.path for field in fields() if is_free_text(_general(field.path))}
    assert {path for path in plain if ".LANG" not in path} == {
        *(f"references[].work.{name}" for name in ("title", "source", "series")),
        *(f"references[].work.{name}" for name in ("publisher", "place", "edition")),
        *(f"references[].work.authors[].{name}" for name in ("family", "given", "group")),
        "issue.supplement",
        "issue.special",
        "issue.journal.abbreviated_title",
    }


def _path(finding: Finding) -> tuple[str | int, ...]:
    from jatsx.model.fieldpath import parse_path

    return parse_path(finding.field or "")


def _general(path: str) -> tuple[str | int, ...]:
    from jatsx.model.fieldpath import parse_path

    return parse_path(path.replace("[]", "[0]"))

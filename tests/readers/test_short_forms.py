"""Shorter forms of reference lists read as the same articles as the long form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jatsx
from jatsx.findings.finding import Finding, Level
from jatsx.model import Article
from jatsx.standards.romanisation import romanised
from tests.cli.issues import article, issue_folder
from tests.readers.reading import marked

WORDS = st.lists(st.sampled_from(["Белов", "право", "2010", "№ 1", "– М.", "//"]), min_size=1)
ENTRIES = st.lists(WORDS.map(lambda words: " ".join(["Аа", *words])), min_size=1, max_size=6)
HEAD = "id: 01\nlanguage: ru\ntitle: {ru: X}\n"


def read(data: dict[str, Any]) -> Article:
    """The article that data describes."""
    base = {"id": "01", "language": "ru", **data}
    (record,) = jatsx.read(base)
    assert record.article is not None, record.findings
    return record.article


def found(path: Path) -> list[Finding]:
    """The findings on the short forms in a file."""
    all_found = jatsx.check(path).run.all_findings
    codes = ("text-tag-unclosed", "value-not-text")
    starts = ("references-", "reference-pair-")
    return [one for one in all_found if one.code.startswith(starts) or one.code in codes]


def written(folder: Path, text: str) -> tuple[Path, list[tuple[int, int]]]:
    """An article file with a reference list, and the marked places."""
    plain, places = marked(HEAD + text)
    path = folder / "01.yaml"
    path.write_text(plain, "utf-8")
    return path, places


def long_form(entries: list[str], **others: list[str]) -> list[dict[str, Any]]:
    lists = {"ru": entries, **{tag.replace("_", "-"): one for tag, one in others.items()}}
    rows = zip(*lists.values(), strict=True)
    return [{"text": dict(zip(lists, row, strict=True))} for row in rows]


@settings(max_examples=50)
@given(ENTRIES)
def test_each_form_of_a_list_reads_as_the_same_article(entries: list[str]) -> None:
    expected = read({"references": long_form(entries)})
    numbered = "\n".join(f"{n}. {entry}" for n, entry in enumerate(entries, 1))
    bracketed = "\n\n".join(f"[{n}] {entry}" for n, entry in enumerate(entries, 1))
    wrapped = "\n".join(
        f"{n}) {entry.replace(' ', chr(10), 1)}" for n, entry in enumerate(entries, 1)
    )
    plain: Any = "\n".join(entries)
    forms: list[Any] = [plain, numbered, bracketed, wrapped, {"ru": plain}, entries]
    forms.append([{"text": entry} for entry in entries])
    for form in forms:
        assert read({"references": form}) == expected


@settings(max_examples=50)
@given(ENTRIES)
def test_lists_of_one_length_are_paired_by_number(entries: list[str]) -> None:
    latin = [romanised(entry) for entry in entries]
    expected = read({"references": long_form(entries, ru_Latn=latin)})
    texts = {"ru": "\n".join(entries), "ru-Latn": "\n".join(latin)}
    assert read({"references": texts}) == expected
    assert read({"references": {"ru": entries, "ru-Latn": latin}}) == expected


def test_lists_of_other_lengths_are_paired_by_romanisation(tmp_path: Path) -> None:
    path, places = written(
        tmp_path,
        "references:\n"
        "  ru: |\n"
        "    1. Белов В.А. Право. 2010.\n"
        "    ▶2. Кашанина Т.В. Экономика. 2012.\n"
        "    3. Ломакин Д.В. Общество. 2014.\n"
        "  ru-Latn: |\n"
        "    1. Belov V.A. Pravo. 2010.\n"
        "    2. Lomakin D.V. Obshchestvo. 2014.\n",
    )
    (record,) = jatsx.read(path)
    assert record.article is not None
    texts = [
        {tag: str(text) for tag, text in one.text.items()} for one in record.article.references
    ]
    assert texts == [
        {"ru": "Белов В.А. Право. 2010.", "ru-Latn": "Belov V.A. Pravo. 2010."},
        {"ru": "Кашанина Т.В. Экономика. 2012."},
        {"ru": "Ломакин Д.В. Общество. 2014.", "ru-Latn": "Lomakin D.V. Obshchestvo. 2014."},
    ]
    (one,) = found(path)
    assert (one.code, one.level) == ("reference-pair-missing", Level.WARNING)
    assert one.params["language"] == "ru-Latn"
    assert one.place is not None
    assert [(one.place.line, one.place.column)] == places


UNCLOSED = [
    "references: |\n  Белов. Право.\n\n  Ким. ▶<b>Закон.\n",
    "references: |\n  1. Белов. Право.\n  2. Ким.\n     ▶<b>Закон.\n",
    'references: {ru: "Белов. Право.\\nКим. ▶<b>Закон."}\n',
    "references:\n  - Белов. Право.\n  - Ким. ▶<b>Закон.\n",
    "references:\n  ru:\n  - Белов. Право.\n  - Ким. ▶<b>Закон.\n",
    "references:\n  - Белов. Право.\n  - text: Ким. ▶<b>Закон.\n    doi: 10.5555/1\n",
]


@pytest.mark.parametrize("text", UNCLOSED)
def test_a_finding_in_an_entry_has_its_line(tmp_path: Path, text: str) -> None:
    path, places = written(tmp_path, text)
    (one,) = found(path)
    assert (one.code, one.field) == ("text-tag-unclosed", "references[1].text.ru")
    assert one.place is not None
    assert [(one.place.line, one.place.column)] == places


def test_a_number_out_of_order_is_an_error(tmp_path: Path) -> None:
    path, places = written(tmp_path, "references: |\n  1. Белов.\n  2. Ким.\n  ▶4. Омаров.\n")
    (one,) = found(path)
    assert (one.code, one.level) == ("references-number-order", Level.ERROR)
    assert (one.params["number"], one.params["expected"]) == ("4", "3")
    assert one.place is not None
    assert [(one.place.line, one.place.column)] == places


@pytest.mark.parametrize("sign", ["", ">"])
def test_a_list_that_yaml_joins_to_one_line_is_an_error(tmp_path: Path, sign: str) -> None:
    path, places = written(tmp_path, f"references: {sign}\n  ▶1. Белов.\n  2. Ким.\n  3. Омаров.\n")
    (one,) = found(path)
    assert one.code == "references-lines-joined"
    assert one.place is not None
    assert [(one.place.line, one.place.column)] == places


@pytest.mark.parametrize("data", [{}, {"sources": "1. A."}, {"en": "1. A.", "sources": "1. B."}])
def test_only_languages_have_lists(data: dict[str, str]) -> None:
    (record,) = jatsx.read({"id": "01", "language": "en", "references": data})
    assert [(one.code, one.field) for one in record.findings] == [("value-not-list", "references")]


def test_an_empty_list_is_absent() -> None:
    for empty in ("", "\n", {"ru": ""}):
        assert read({"references": empty}) == read({})


@pytest.mark.parametrize("form", ["|\n  Белов.\n", "\n  - Белов.\n", "[{text: Белов.}]\n"])
def test_without_a_language_it_is_asked_for(tmp_path: Path, form: str) -> None:
    path = tmp_path / "01.yaml"
    path.write_text(f"id: 01\ntitle: {{ru: X}}\nreferences: {form}", "utf-8")
    assert [one.code for one in found(path)] == ["references-language-unknown"]
    (record,) = jatsx.read(path)
    assert [one.code for one in record.findings] == ["references-language-unknown"]


@pytest.mark.parametrize("where", ["journal", "issue"])
def test_the_language_is_inherited(tmp_path: Path, where: str) -> None:
    text = article("01").decode().replace("language: en\n", "") + "references: [Belov V. Law.]\n"
    folder = issue_folder(tmp_path / "2024-1", a01=text.encode())
    file = folder / f"{where}.yaml"
    file.write_text(file.read_text("utf-8") + "language: en\n", "utf-8")
    (read_article,) = (one.article for one in jatsx.read(folder) if one.article)
    assert list(read_article.references[0].text) == ["en"]


def test_json_lines_inherit_it_too(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    line = {"id": "01", "references": "Belov V.\nKim N.", "issue": {"journal": {"language": "en"}}}
    path.write_text(json.dumps(line) + "\n", "utf-8")
    (record,) = jatsx.read(path)
    assert record.article is not None
    assert [str(one.text["en"]) for one in record.article.references] == ["Belov V.", "Kim N."]


def test_a_colon_in_an_entry_is_explained(tmp_path: Path) -> None:
    path, places = written(tmp_path, "references:\n  - ▶Белов В.А. Право: учебник.\n")
    (one,) = found(path)
    assert (one.code, one.params["colon_form"]) == (
        "value-not-text",
        '"Белов В.А. Право: учебник."',
    )
    assert one.place is not None
    assert one.place.line == places[0][0]


def test_a_comment_behind_an_entry_is_doubted(tmp_path: Path) -> None:
    path, _ = written(tmp_path, "references:\n  - Белов В.А. Право # 2\n")
    assert "text-hash-unquoted" in {one.code for one in jatsx.check(path).run.all_findings}

"""Every value is what was typed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jatsx.model import Article
from tests.readers.reading import read_text, told

TYPED = {
    "no": "no",
    "Yes": "Yes",
    "on": "on",
    "null": "null",
    "Null": "Null",
    "NO": "NO",
    "11.20": "11.20",
    "0042": "0042",
    "0x1F": "0x1F",
    "1e3": "1e3",
    "1_000": "1_000",
    ".inf": ".inf",
    "12:30:45": "12:30:45",
    "2024-02-30": "2024-02-30",
    "2024-06-30": "2024-06-30",
    "=": "=",
    "<<": "<<",
    "'~'": "~",
    "''": "",
    '" x "': " x ",
    '"a\\tb\\u049a\\U0001F600"': "a\tbҚ😀",
    "10.5555/a#b": "10.5555/a#b",
    "a b": "a b",
    "a # note": "a",
    "«Қазақ» 漢字 😀": "«Қазақ» 漢字 😀",
    "!!str 4": "4",
    "&a x": "x",
    "|\n  a\n  b": "a\nb\n",
    "|-\n  a\n\n  b": "a\n\nb",
    ">-\n  a\n  b": "a b",
    "\u00a0x": "\u00a0x",
}


@pytest.mark.parametrize("typed", TYPED)
def test_a_scalar_of_yaml_is_text(tmp_path: Path, typed: str) -> None:
    (record,) = read_text(tmp_path, "a.yaml", f"id: {typed}\n")
    assert record.findings == []
    assert record.id == TYPED[typed]
    assert record.article is not None
    assert record.article.id == TYPED[typed]


@pytest.mark.parametrize("absent", ["", "~", "# note"])
def test_an_empty_value_of_yaml_is_absent(tmp_path: Path, absent: str) -> None:
    (record,) = read_text(tmp_path, "a.yaml", f"id: a\ndoi: {absent}\ntitle:\n  en: {absent}\n")
    assert record.article == Article.model_validate({"id": "a", "title": {}, "issue": {"id": "a"}})


def test_null_of_json_is_absent(tmp_path: Path) -> None:
    (record,) = read_text(tmp_path, "a.json", '{"id": "a", "doi": null, "title": {"en": null}}')
    assert record.article == Article.model_validate({"id": "a", "issue": {"id": "a"}})


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.yaml", "id: a\ntitle: {ru: x, kk: y, en: z}\n"),
        ("a.json", '{"id": "a", "title": {"ru": "x", "kk": "y", "en": "z"}}'),
        ("a.jsonl", '{"id": "a", "title": {"ru": "x", "kk": "y", "en": "z"}}\n'),
    ],
)
def test_the_order_of_languages_is_kept(tmp_path: Path, file: str, text: str) -> None:
    (record,) = read_text(tmp_path, file, text)
    assert record.article is not None
    assert list(record.article.title) == ["ru", "kk", "en"]


@pytest.mark.parametrize(
    ("text", "subtitle"),
    [
        ("title: &t {en: x}\nsubtitle: *t\n", {"en": "x"}),
        ("title: {en: &t x}\nsubtitle: {en: *t, ru: *t}\n", {"en": "x", "ru": "x"}),
        ("title: {en: &t x}\ndoi: &t y\nsubtitle: {en: *t}\n", {"en": "y"}),
        ("title: {&k en: x}\nsubtitle: {*k : y}\n", {"en": "y"}),
    ],
)
def test_an_alias_is_followed(tmp_path: Path, text: str, subtitle: dict[str, str]) -> None:
    (record,) = read_text(tmp_path, "a.yaml", f"id: a\n{text}")
    assert record.article is not None
    assert {tag: str(one) for tag, one in record.article.subtitle.items()} == subtitle


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.yaml", "id: a\nid: b\n"),
        ("a.json", '{"id": "a", "id": "b"}'),
        ("a.yaml", "id: a\ntitle: {en: x\x07}\n"),
        ("a.yaml", "id: a\nx: y\n"),
        ("a.json", '{"id": "a", "x": "y"}'),
    ],
)
def test_the_id_of_a_bad_article_is_known(tmp_path: Path, file: str, text: str) -> None:
    (record,) = read_text(tmp_path, file, text)
    assert (record.article, record.id) == (None, "a")


# Encodings

RUSSIAN = "id: a\ntitle: {ru: Привет}\n"
ENCODED: dict[str, tuple[bytes, tuple[int, int], str]] = {
    "UTF-16 with a mark": (RUSSIAN.encode("utf-16"), (1, 1), "0"),
    "windows-1251": (RUSSIAN.encode("cp1251"), (2, 13), "18"),
    "Latin-1 after wide letters": ("id: 漢\ndoi: ".encode() + b"\xe9", (2, 6), "13"),
    "cut off in a letter": ("id: Қ".encode()[:-1], (1, 5), "4"),
}


@pytest.mark.parametrize("name", ENCODED)
@pytest.mark.parametrize("file", ["a.yaml", "a.json"])
def test_what_isnt_utf_8_is_told_with_its_first_byte(tmp_path: Path, file: str, name: str) -> None:
    content, place, offset = ENCODED[name]
    (record,) = read_text(tmp_path, file, content)
    (finding,) = record.findings
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert (finding.code, finding.params["offset"]) == ("file-encoding", offset)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize(("file", "text"), [("a.yaml", "id: Қ"), ("a.json", '{"id": "Қ"}')])
def test_utf_8_is_read_with_and_without_a_mark(
    tmp_path: Path, file: str, text: str, encoding: str
) -> None:
    (record,) = read_text(tmp_path, file, text.encode(encoding))
    assert record.article is not None
    assert record.article.id == "Қ"


# What would harm

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HARMFUL: dict[str, tuple[str, str, str]] = {
    "billion laughs": ("a.yaml", LAUGHS, "file-expansion"),
    "many aliases of much": (
        "a.yaml",
        f"a: &a [{'x,' * 5000}]\nb: [{'*a,' * 5000}]\n",
        "file-expansion",
    ),
    "deep flow": ("a.yaml", "id: " + "[" * 100_000, "file-depth"),
    "deep flow, closed": ("a.yaml", "id: " + "[" * 600 + "]" * 600, "file-depth"),
    "deep blocks": (
        "a.yaml",
        "".join(f"{' ' * depth}a:\n" for depth in range(200)),
        "file-depth",
    ),
    "deep JSON": ("a.json", '{"id": ' + "[" * 100_000 + "]" * 100_000 + "}", "file-depth"),
    "rather deep JSON": ("a.json", '{"id": ' + "[" * 600 + "]" * 600 + "}", "file-depth"),
    "deep JSON, a key twice": (
        "a.json",
        '{"id": "", "id": ' + "[" * 600 + "]" * 600 + "}",
        "file-depth",
    ),
    "a number of 5,000 digits": ("a.json", f'{{"id": {"1" * 5000}}}', "value-not-text id"),
    "a number of 5,000 digits where one is due": (
        "a.json",
        f'{{"id": "a", "counts": {{"pages": {"1" * 5000}}}}}',
        "value-not-count counts.pages",
    ),
    "no number": ("a.json", '{"id": NaN}', "value-not-text id"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_would_harm_is_refused(tmp_path: Path, name: str) -> None:
    file, text, expected = HARMFUL[name]
    (record,) = read_text(tmp_path, file, text)
    assert record.article is None
    assert expected in told(record.findings)


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.mkdir", "!!python/object/new:os.mkdir", "!m"]
)
def test_nothing_in_a_file_is_executed(tmp_path: Path, tag: str) -> None:
    made = tmp_path / "made"
    (record,) = read_text(tmp_path, "a.yaml", f"id: {tag} ['{made}']\n")
    assert "file-tag id" in told(record.findings)
    assert not made.exists()


HALVES = (
    '{"id": "\\ud800"}',
    '{"id": "a", "doi": "\\ud800"}',
    '{"id": "a", "\\ud800": "x"}',
    '{"id": "a", "title": {"\\ud800": "x"}}',
)


@pytest.mark.parametrize("text", HALVES)
def test_a_finding_can_be_printed_whatever_the_file_holds(tmp_path: Path, text: str) -> None:
    """Half of a pair of surrogates can't: no encoding has it."""
    (record,) = read_text(tmp_path, "a.json", text)
    assert record.findings
    texts = [record.id or ""]
    for finding in record.findings:
        texts += [finding.field or "", *finding.params.values()]
    assert all(text.encode() for text in texts if text)


REFERENCE = '{"label": "1", "text": {"ru": "Образцов А. Название работы"}},\n'


def test_places_are_found_in_time_that_grows_with_the_file(tmp_path: Path) -> None:
    few, many = (
        min(_seconds(tmp_path, REFERENCE * count) for _ in range(3)) for count in (500, 4_000)
    )
    assert many < 40 * max(few, 0.005)


def _seconds(folder: Path, references: str) -> float:
    text = f'{{"id": "a", "references": [{references.rstrip().rstrip(",")}], "x": "y"}}'
    start = time.process_time()
    (record,) = read_text(folder, "a.json", text)
    assert told(record.findings) == ["field-unknown x"]
    return time.process_time() - start

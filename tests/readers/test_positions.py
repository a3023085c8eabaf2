"""Every fault of a file at once, each at its place. ▶ marks the places, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.readers.reading import core_registry, findings, marked, places, read_text, told

YAML: dict[str, tuple[str, list[str]]] = {
    "an unknown key, at the key": ("id: a\n▶tilte:\n  en: x\n", ["field-unknown tilte"]),
    "an unknown key, deep": (
        "id: a\ndates:\n  accepted: 2024\n  ▶recieved: 2024\n",
        ["field-unknown dates.recieved"],
    ),
    "an unknown key, in flow": (
        "id: a\npages: {first: 1, ▶lsat: 2}\n",
        ["field-unknown pages.lsat"],
    ),
    "a missing field, at what should hold it": (
        "# note\n\n▶title: {en: x}\n",
        ["field-missing id"],
    ),
    "a missing field, deep": (
        "id: a\nlinks:\n- url: x\n- ▶language: en\n",
        ["field-missing links[1].url"],
    ),
    "a value, after its key": ("id: a\ncontributors: ▶x\n", ["value-not-list contributors"]),
    "a value, on the next line": (
        "id: a\ntitle:\n  en:\n    ▶- x\n",
        ["value-not-text title.en"],
    ),
    "a value, in quotes": ("id: a\ntitle: ▶'x'\n", ["value-not-mapping title"]),
    "a value, in a block": (
        "id: a\nabstract:\n  en: |\n    ▶<i>x\n",
        ["text-tag-unclosed abstract.en"],
    ),
    "an item": (
        "id: a\nkeywords:\n  en:\n  - x\n  - ▶<i>y\n",
        ["text-tag-unclosed keywords.en[1]"],
    ),
    "an item, in flow": (
        "id: a\nkeywords: {en: [x, ▶<i>y]}\n",
        ["text-tag-unclosed keywords.en[1]"],
    ),
    "a section of an abstract": (
        "id: a\nabstract:\n  en:\n  - title: ▶<b>T\n    text: x\n",
        ["text-tag-unclosed abstract.en[0].title"],
    ),
    "after wide letters": (
        "id: a\ntitle: {kk: Қазақ, zh: 漢字, x: 😀𠀀, en: ▶<i>x}\n",
        ["text-tag-unclosed title.en"],
    ),
    "a key twice": ("▶id: b\n".join(("id: a\n", "")), ["key-duplicate id"]),
    "a key thrice, and one below": (
        "id: a\n▶id: b\ntitle:\n  en: x\n  ▶en: y\n▶id: c\n",
        ["key-duplicate id", "key-duplicate title.en", "key-duplicate id"],
    ),
    "a key that is a list": ("id: a\n? ▶[b]\n: c\n", ["key-not-text"]),
    "a key that is nothing": ("id: a\n▶~: c\n", ["key-not-text"]),
    "a tag": ("id: ▶!!python/name:os.system a\n", ["file-tag id"]),
    "a tag of numbers": ("id: ▶!!int 4\n", ["file-tag id"]),
    "a control character": (
        "id: a\ntitle: {en: x▶\x07y}\n",
        ["character-illegal title.en"],
    ),
    "a control character, in a key, as it is": (
        "id: a\ntitle: {e▶\x07n: x}\n",
        ['character-illegal title["e\ufffdn"]'],
    ),
    "a control character, in a comment": ("id: a # ▶\x07\n", ["character-illegal"]),
    "a control character, in what can't be read": (
        "id: ▶\x07\n▶: }\n",
        ["character-illegal", "file-colon-missing"],
    ),
    "a control character, escaped": (
        'id: a\ntitle: {en: ▶"x\\ay"}\n',
        ["character-illegal title.en"],
    ),
    "a control character, in a key": (
        'id: a\ntitle: {▶"x\\ay": z}\n',
        ['character-illegal title["x\\u0007y"]'],
    ),
    "a control character, as a reference": (
        "id: a\ntitle: {en: ▶x&#7;y}\n",
        ["character-illegal title.en"],
    ),
    "delete": ("id: a\ntitle: {en: x▶\x7fy}\n", ["character-illegal title.en"]),
    "half of a pair, escaped": ('id: a\ntitle: {en: ▶"x\\ud800y"}\n', ["file-escape-unknown"]),
    "a tab": ("id: a\ntitle:\n▶\ten: x\n", ["file-space-odd"]),
    "a colon in a text": ("id: a\ntitle:\n  en: x▶: y\n", ["file-colon-bare"]),
    "a second document": ("id: a\n▶---\nid: b\n", ["file-many-documents"]),
    "a second document after an end": ("id: a\n...\n▶---\nid: b\n", ["file-many-documents"]),
    "an alias of nothing": ("id: ▶*b\n", ["file-character-start"]),
    "an alias of itself": ("id: a\ntitle: &t {en: ▶*t}\n", ["file-syntax"]),
    "an alias whose value is at fault": (
        "id: a\ntitle: &t {en: ▶<i>x}\nsubtitle: ▶*t\n",
        ["text-tag-unclosed title.en", "text-tag-unclosed subtitle.en"],
    ),
    "a list at the root": ("▶- id: a\n", ["file-root"]),
    "text at the root": ("▶a\n", ["file-root"]),
    "nothing": ("▶", ["file-empty"]),
    "spaces": ("▶\n  \n", ["file-empty"]),
    "comments": ("▶# id: a\n# b\n", ["file-empty"]),
    "a document of nothing": ("▶---\n...\n", ["file-empty"]),
    "a byte-order mark": ("\ufeffid: a\n▶x: y\n", ["field-unknown x"]),
    "everything at once": (
        "▶▶ttl: x\ntitle: ▶x\ndates: {▶on: 2024}\ncontributors:\n- corresponding: ▶maybe\n"
        "  orcid: ▶[x]\ncounts: {pages: ▶many}\nissue:\n  ▶vol: 1\n  journal:\n    ▶name: x\n",
        [
            "field-missing id",
            "field-unknown ttl",
            "value-not-mapping title",
            "field-unknown dates.on",
            "value-not-flag contributors[0].corresponding",
            "value-not-text contributors[0].orcid",
            "value-not-count counts.pages",
            "field-unknown issue.vol",
            "field-unknown issue.journal.name",
        ],
    ),
}

JSON: dict[str, tuple[str, list[str]]] = {
    "an unknown key": ('{"id": "a",\n ▶"tilte": {}}', ["field-unknown tilte"]),
    "a missing field": ('\n ▶{"title": {}}', ["field-missing id"]),
    "a number": ('{"id": ▶4}', ["value-not-text id"]),
    "a number that is a title": (
        '{"id": "a", "title": {"en": ▶1984}}',
        ["value-not-text title.en"],
    ),
    "true": ('{"id": ▶true}', ["value-not-text id"]),
    "an item": (
        '{"id": "a", "keywords": {"en": ["x" , "▶<i>y"]}}',
        ["text-tag-unclosed keywords.en[1]"],
    ),
    "after escapes and wide letters": (
        '{"id": "\\"]}\\u049a", "title": {"zh": "漢😀", "en": "▶<i>"}}',
        ["text-tag-unclosed title.en"],
    ),
    "a key twice": (
        '{"id": "a",\n"title": {"en": "x", ▶"en": "y"},\n▶"id": "b"}',
        ["key-duplicate title.en", "key-duplicate id"],
    ),
    "a control character": (
        '{"id": "a", "title": {"en": "x▶\x07y"}}',
        ["character-illegal title.en"],
    ),
    "a control character, escaped": (
        '{"id": "a", "title": {"en": ▶"x\\u0007y"}}',
        ["character-illegal title.en"],
    ),
    "half of a pair": ('{"id": "a", "title": {"en": ▶"\\ud800"}}', ["character-illegal title.en"]),
    "a missing colon": ('{"id" ▶"a"}', ["file-syntax"]),
    "two values": ('{"id": "a"} ▶{"id": "b"}', ["file-syntax"]),
    "an open end": ('{"id": ▶"a', ["file-syntax"]),
    "a list at the root": ('▶[{"id": "a"}]', ["file-root"]),
    "null at the root": ("▶null", ["file-empty"]),
    "a byte-order mark": ('\ufeff{"id": "a",\n▶"x": 1}', ["field-unknown x"]),
    "everything at once": (
        '{▶"ttl": 1,\n"title": ▶"x",\n"dates": {▶"on": 1},\n"counts": {"pages": ▶"x"}, "id": ▶5}',
        [
            "field-unknown ttl",
            "value-not-mapping title",
            "field-unknown dates.on",
            "value-not-count counts.pages",
            "value-not-text id",
        ],
    ),
}

JSON_LINES: dict[str, tuple[str, list[str]]] = {
    "in a later line": ('{"id": "a"}\n\n{"id": "b", ▶"x": ""}\n', ["field-unknown x"]),
    "in several lines": (
        '{"id": ▶1}\n{"id": "b"}\n ▶{}\n{"id": ▶2}',
        ["value-not-text id", "field-missing id", "value-not-text id"],
    ),
    "a broken line": ('{"id": "a"}\n{"id": ▶\n{"id": "c"}\n', ["file-syntax"]),
    "a line that is a list": ('{"id": "a"}\n▶[]\n', ["file-root"]),
    "line ends of Windows": ('{"id": "a"}\r\n{"id": ▶1}\r\n', ["value-not-text id"]),
}

FILES = [
    (name, text, expected)
    for suffix, cases in (("a.yaml", YAML), ("a.json", JSON), ("a.jsonl", JSON_LINES))
    for name, text, expected in ((suffix, text, expected) for text, expected in cases.values())
]
IDS = [name for cases in (YAML, JSON, JSON_LINES) for name in cases]


@pytest.mark.parametrize(("file", "text", "expected"), FILES, ids=IDS)
def test_a_fault_is_told_at_its_place(
    tmp_path: Path, file: str, text: str, expected: list[str]
) -> None:
    content, marks = marked(text)
    found = findings(read_text(tmp_path, file, content))
    assert sorted(told(found)) == sorted(expected)
    assert places(found) == marks
    assert {finding.place.file for finding in found if finding.place} == {str(tmp_path / file)}


@pytest.mark.parametrize(("file", "text"), [case[:2] for case in FILES], ids=IDS)
def test_a_fault_is_a_whole_sentence(tmp_path: Path, file: str, text: str) -> None:
    sentences = core_registry().sentences
    for finding in findings(read_text(tmp_path, file, marked(text)[0])):
        for sentence in (sentences.sentence(finding), sentences.hint(finding)):
            assert is_whole(sentence), (finding, sentence)


def is_whole(sentence: str) -> bool:
    """Nothing was left out of it, and no param stayed in it."""
    rest = re.sub(r"\{[a-z]+: .*\}", "", sentence)  # a form with the user's own values
    gaps = ("{", " .", ": .", "None", "  ")
    return bool(sentence) and sentence == sentence.strip() and not any(gap in rest for gap in gaps)


# Hints

HINTS: dict[str, tuple[str, str, str]] = {
    "a slip": ("a.yaml", "id: a\ntilte: {}\n", "Did you mean title?"),
    "a slip in a part": ("a.yaml", "id: a\ndates: {recieved: x}\n", "Did you mean received?"),
    "a slip in an abstract": (
        "a.yaml",
        "id: a\nabstract: {en: [{titel: x, text: y}]}\n",
        "Did you mean title?",
    ),
    "no slip": ("a.yaml", "id: a\npages: {x: y}\n", "Allowed fields: first, last, other."),
    "one text for all languages": (
        "a.yaml",
        "id: a\ntitle: x\n",
        "Write: title: {en: x}",
    ),
    "a name in one string": (
        "a.yaml",
        "id: a\ncontributors: [{name: {en: X Y}}]\n",
        "Write each part of the name in its own field, and compare them with the article: en:"
        " {family: Y, given: X}",
    ),
    "two values": ("a.yaml", "id: a\ndoi: [x, y]\n", "Write a single text as the value."),
    "a number": ("a.json", '{"id": 1}', 'Put it in quotation marks: "1".'),
    "a number with its zeros": ("a.json", '{"id": 11.20}', 'Put it in quotation marks: "11.20".'),
    "a number in full": ("a.json", '{"id": 1e400}', 'Put it in quotation marks: "1e400".'),
    "no number": ("a.json", '{"id": NaN}', 'Put it in quotation marks: "NaN".'),
    "true": ("a.json", '{"id": true}', 'Put it in quotation marks: "true".'),
}


@pytest.mark.parametrize("name", HINTS)
def test_a_finding_says_what_to_do(tmp_path: Path, name: str) -> None:
    file, text, hint = HINTS[name]
    (finding,) = findings(read_text(tmp_path, file, text))
    assert core_registry().sentences.hint(finding) == hint


@pytest.mark.parametrize(
    "text",
    ["identifiers: x", "issue: {journal: {rules: x}}", "issue: {journal: {formats: {f: x}}}"],
)
def test_a_map_of_other_things_isnt_asked_for_languages(tmp_path: Path, text: str) -> None:
    (finding,) = findings(read_text(tmp_path, "a.yaml", f"id: a\n{text}\n"))
    assert finding.code == "value-not-mapping"
    assert "language" not in core_registry().sentences.hint(finding)


def test_a_number_where_an_abstract_is_due_is_told_as_text(tmp_path: Path) -> None:
    text = '{"id": "a", "abstract": {"en": 5}}'
    (finding,) = findings(read_text(tmp_path, "a.json", text))
    assert told([finding]) == ["value-not-text abstract.en"]
    assert core_registry().sentences.hint(finding) == 'Put it in quotation marks: "5".'


SENTENCES = {
    "id: [x]": "id must be text, not a list.",
    "keywords: {en: [[x]]}": "keywords.en[0] must be text, not a list.",
    "contributors: [x]": "contributors[0] must be a mapping (field: value), not text.",
    "contributors: [{orcid: {}}]": "orcid must be text, not a mapping (field: value).",
    "title: {қаз: []}": 'title["қаз"] must be text, not a list.',
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_calls_a_field_by_its_name(tmp_path: Path, text: str) -> None:
    text = text if text.startswith("id") else f"id: a\n{text}"
    (finding,) = findings(read_text(tmp_path, "a.yaml", f"{text}\n"))
    assert core_registry().sentences.sentence(finding) == SENTENCES[text.removeprefix("id: a\n")]

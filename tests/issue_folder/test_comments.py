"""What was found stands at its field, and never gets in the way of reading."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.findings.finding import Finding, Level
from jatsx.model.frozenmap import FrozenMap
from tests.issue_folder.converting import article, contents, read, written
from tests.strategies import legal_strings

ARTICLE = article(
    "a",
    title={"en": "Title"},
    abstract={"en": [{"title": "Aim", "text": "Short."}], "ru": "Кратко."},
    keywords={"en": ["one", "two"]},
    contributors=[{"name": {"en": {"family": "Sample"}}, "email": "a@example.org"}, {}],
    dates={"accepted": "2024-05"},
)

PLACES = {
    "title.en": "title:\n  # found\n  en: Title\n",
    "title.kk": "title:\n  en: Title\n  # found\n  # kk:\n",
    "subtitle.kk": "# found\n# subtitle:\n#   kk:\n",
    "url": "# found\n# url:\n",
    "abstract.en[0].title": "  en:\n    # found\n    - title: Aim\n",
    "abstract.ru": "  # found\n  ru: |\n    Кратко.\n",
    "keywords.en[1]": "  en:\n    - one\n    # found\n    - two\n",
    "keywords.en": "  # found\n  en: [one, two]\n",
    "contributors": "# found\ncontributors:\n  - name:\n",
    "contributors[0]": "contributors:\n  # found\n  - name:\n",
    "contributors[0].name": "contributors:\n  # found\n  - name:\n      en: {family: Sample}\n",
    "contributors[0].name.en.given": "      en:\n        family: Sample\n        # found\n"
    "        # given:\n",
    "contributors[0].kind": "      en: {family: Sample}\n    # found\n    # kind:\n    email:",
    "contributors[0].orcid": "      en: {family: Sample}\n    # found\n    # orcid:\n    email:",
    "contributors[1].name": "  # found\n  - {}\n",
    "contributors[7].orcid": "# found\ncontributors:\n  - name:\n",
    "dates.received": "dates:\n  # found\n  # received:\n  accepted: 2024-05\n",
    "subject_codes[0].code": "# found\n# subject_codes:\n#   - code:\n",
    "title.en.deeper[2]": "title:\n  # found\n  en: Title\n",
    'identifiers["a: b\\n"]': '# found\n# identifiers:\n#   "a: b\\n":\n',
    "": "# found\n\nid: a\n",
    "no [path": "# found\n\nid: a\n",
}
"""Where a comment stands, by the field of its finding."""


def _found(field: str | None, sentence: str = "found") -> Finding:
    return Finding("test-found", Level.WARNING, FrozenMap({"detail": sentence}), field)


@pytest.mark.parametrize("field", PLACES)
def test_a_note_stands_at_its_field(field: str, tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, _found(field))
    text = contents(tmp_path)["articles/a.yaml"]
    assert PLACES[field] in _of_the_test(text)
    assert read(tmp_path) == [ARTICLE]


def _of_the_test(text: str) -> str:
    """The text with the notes of the test alone, in short."""
    lines, is_foreign = [], False
    for line in text.replace("# warning: test-found", "# found").splitlines():
        is_note = line.lstrip().startswith(("# error", "# warning"))
        is_foreign = is_note or (is_foreign and line.lstrip().startswith("#   "))
        if not is_foreign:
            lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("field", "file", "expected"),
    [
        ("issue.year", "issue.yaml", "# warning: test-found\n# year:\n"),
        ("issue", "issue.yaml", "# warning: test-found\n\nid: 2024-1\n"),
        (
            "issue.journal.issn.print",
            "journal.yaml",
            "# warning: test-found\n# issn:\n#   print:\n",
        ),
    ],
)
def test_a_note_stands_in_its_file(field: str, file: str, expected: str, tmp_path: Path) -> None:
    written([ARTICLE, article("b")], tmp_path, _found(field))
    files = contents(tmp_path)
    commented = [name for name in files if "# warning: test-found" in files[name]]
    assert commented == [file]
    assert files[file].count("test-found") == 1
    assert all(line in files[file] for line in expected.splitlines())


def test_a_field_that_is_noted_out_can_be_filled_in(tmp_path: Path) -> None:
    written([ARTICLE], tmp_path, _found("dates.received"), _found("statements.contributions.en"))
    file = tmp_path / "articles" / "a.yaml"
    text = file.read_text("utf-8").replace("  # received:", "  received: 2024-01")
    text = text.replace("# statements:\n#   contributions:\n#     en:", _STATEMENT)
    file.write_text(text, "utf-8")
    (changed,) = read(tmp_path)
    assert changed.dates.received == "2024-01"
    assert changed.statements.contributions["en"].plain == "All."


_STATEMENT = "statements:\n  contributions:\n    en: All."


@given(
    st.sampled_from([*PLACES, "x", "issue.x.y[0]", "issue.journal.formats.crossref.x"]),
    legal_strings(200) | st.text(max_size=200),
)
def test_no_note_is_ever_read(field: str, detail: str) -> None:
    finding = Finding("plugin-failed", params=FrozenMap({"detail": detail}), field=field)
    with TemporaryDirectory() as folder:
        written([ARTICLE], Path(folder), finding)
        assert read(Path(folder)) == [ARTICLE]


def test_notes_are_broken_into_lines(tmp_path: Path) -> None:
    finding = Finding("plugin-failed", params=FrozenMap({"detail": "word " * 50}), field="title")
    written([ARTICLE], tmp_path, finding)
    lines = contents(tmp_path)["articles/a.yaml"].splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[lines.index("title:") - 1] == "#   Report this to the authors of the plugin."

"""A reader that misbehaves costs the sources that it alone can read; others go on."""

from __future__ import annotations

from pathlib import Path

import pytest

import jatsx
from tests.cli.commands import export, run
from tests.plugin.conftest import Install
from tests.plugin.installing import HEAD, SHIPPED, shipped_files

WHO = "odd_plugin (odd_plugin 1.2)"
READER = """
from jatsx import model

def recognises(path, head):
    {recognises}

def read(path):
    {read}

@hookimpl
def jatsx_readers():
    return [Reader('odd', 'Odd', recognises, read{bulk})]
"""


def reader(read: str = "return []", recognises: str = "", bulk: str = "", before: str = "") -> str:
    """A plugin with one reader, of files that end in .odd."""
    knows = recognises or "return path.suffix == '.odd'"
    return HEAD + before + READER.format(read=read, recognises=knows, bulk=bulk)


ARTICLE = "yield Record('x', model.Article(id='01'), '01')"
FAILS = {
    "raises": "1 / 0",
    "ends the program": "sys.exit(0)",
    "returns None": "return None",
    "returns a string": "return 'x'",
    "gives None": "yield None",
    "gives an article alone": "yield model.Article(id='01')",
    "gives a record of something else": "yield Record('x', 'an article')",
    "gives findings that are none": "yield Record('x', findings=['no'])",
}


@pytest.mark.parametrize("name", FAILS)
def test_a_reader_that_fails_costs_its_source(
    name: str, install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    install("odd_plugin", reader(FAILS[name]))
    source = tmp_path / "x.odd"
    source.write_text("odd")
    ran = export(folder, source, *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (3, alone)
    (finding,) = (one for one in ran.findings if one["level"] == "error")
    assert (finding["code"], finding["file"]) == ("plugin-failed", str(source))
    assert WHO in finding["message"]


def test_articles_read_before_it_fails_are_kept(install: Install, tmp_path: Path) -> None:
    install("odd_plugin", reader(f"{ARTICLE}; 1 / 0"))
    source = tmp_path / "x.odd"
    source.write_text("odd")
    ran = export(source, "--to", "jats", out=tmp_path / "out")
    assert (ran.exit_code, list(ran.articles)) == (3, ["01"])


@pytest.mark.parametrize("fails", ["1 / 0", "sys.exit(0)"])
def test_a_reader_that_fails_to_recognise_leaves_files_to_others(
    fails: str, install: Install, tmp_path: Path
) -> None:
    install("odd_plugin", reader(recognises=fails))
    install("zed_plugin", reader(ARTICLE).replace("Reader('odd'", "Reader('zed'"))
    source = tmp_path / "x.odd"
    source.write_text("odd")
    ran = run("check", source, "--to", "jats")
    assert ran.exit_code == 3
    assert "1 article" in ran.stdout
    assert f"The plugin {WHO} failed" in " ".join(ran.stdout.split())


def test_a_place_that_cant_be_found_costs_the_place(install: Install, tmp_path: Path) -> None:
    install("odd_plugin", reader(f"{ARTICLE[:-1]}, locate=lambda *_: 1 / 0)"))
    source = tmp_path / "x.odd"
    source.write_text("odd")
    ran = run("check", source, "--to", "crossref")
    assert (ran.exit_code, "1 article: " in ran.stdout) == (1, True)


def test_a_reader_that_returns_nothing_is_named(install: Install, tmp_path: Path) -> None:
    install("odd_plugin", reader("return []"))
    source = tmp_path / "x.odd"
    source.write_text("odd")
    ran = run("check", source, "--to", "jats")
    assert ran.exit_code == 2
    assert "The reader odd found no articles in" in " ".join(ran.stdout.split())


# Choosing a reader, and its options

OPTIONS = """
from jatsx import Option, model

def read(path, options):
    title = {"en": options.get("title") or "none"}
    data = {"id": "01", "title": title, "issue": {"id": "2024-1"}}
    yield record_of(data, str(path), lambda field, excerpt: Place(str(path), 1))

@hookimpl
def jatsx_readers():
    options = (Option("title", help="the title", choices=("water", "salt")),)
    return [Reader("odd", "Odd", lambda path, head: False, read, options=options)]
"""


def test_a_reader_is_chosen_and_gets_its_options(install: Install, tmp_path: Path) -> None:
    install("odd_plugin", HEAD + OPTIONS)
    source = tmp_path / "x.any"
    source.write_text("odd")
    assert run("check", source).exit_code == 2
    for setting, title in ("title=", "none"), ("title=salt", "salt"):
        given = ("--from", "odd", "--set", f"odd.{setting}")
        ran = run("check", source, "--to", "jats", *given)
        assert f"01: {title}" in ran.stdout
    for wrong, message in (
        (("--from", "ods"), "“ods” is not a known reader."),
        (("--from", "oddd"), "Did you mean odd?"),
        (("--from", "odd", "--set", "odd.titel=x"), "“odd” has no option “titel”."),
        (("--from", "odd", "--set", "odd.title=x"), "x is not a valid value of odd.title."),
    ):
        ran = run("check", source, *wrong)
        assert ran.exit_code == 2
        assert message in ran.stderr
    assert "odd.title: the title; one of: water, salt" in run("plugins").stdout


def test_a_program_chooses_a_reader_too(install: Install) -> None:
    install("odd_plugin", HEAD + OPTIONS)
    session = jatsx.Session()
    options = {"title": "salt"}
    (record,) = jatsx.read(b"odd", reader="odd", options=options, session=session)
    assert record.article is not None
    assert str(record.article.title["en"]) == "salt"


# A source of a million articles

BULK = """
from jatsx import model

def look(path):
    for n in range(10):
        yield RecordHead(n, n + 1, n + 1, {'id': '2024-1'}, f'{n:02}')

def record(n):
    issue = model.Issue(id='2024-1')
    return Record(f'x:{n}', model.Article(id=f'{n:02}', issue=issue), f'{n:02}')

def piece(path, start, end, line):
    for n in range(start, end):
        BODY
"""
PIECES = {
    "is sound": ("yield record(n)", 10, 0),
    "raises in the middle": ("yield record(n) if n != 4 else 1 / 0", 4, 3),
    "gives None": ("yield record(n) if n != 4 else None", 4, 3),
    "gives too few": ("if n != 4: yield record(n)", 9, 3),
    "gives too many": ("yield record(n); yield record(n)", 0, 2),
    "returns None": ("return None", 0, 2),
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", PIECES)
def test_a_reader_in_bulk_costs_the_articles_that_it_fails_at(
    name: str, jobs: str, install: Install, tmp_path: Path
) -> None:
    body, number, exit_code = PIECES[name]
    before = BULK.replace("BODY", body)
    install("odd_plugin", reader(before=before, bulk=", bulk=Bulk(look, piece)"))
    source = tmp_path / "x.odd"
    source.write_text("0123456789")
    ran = export(source, "--to", "jats", "--jobs", jobs, out=tmp_path / "out")
    assert ran.report["summary"]["articles"] == 10
    failed = [one for one in ran.findings if one["code"] == "plugin-failed"]
    assert (len(failed), all(WHO in one["message"] for one in failed)) == (10 - number, True)
    assert ran.exit_code == (exit_code or 1)


@pytest.mark.parametrize(
    "head",
    ["None", "RecordHead('0', 1, 1)", "RecordHead(0, 1, 1, None)", "RecordHead(0, 1, 1, {}, 5)"],
)
def test_a_glance_of_a_wrong_type_costs_the_source(
    head: str, install: Install, folder: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    before = f"look = lambda path: [{head}]\npiece = lambda *_: []\n"
    install("odd_plugin", reader(before=before, bulk=", bulk=Bulk(look, piece)"))
    source = tmp_path / "x.odd"
    source.write_text("odd")
    ran = export(folder, source, *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (3, alone)


# Validating files

RECOGNISES = """
def recognises(head):
    {body}

@hookimpl
def jatsx_exporters():
    return [offered(sound, 'aaa', recognises=recognises)]
"""


@pytest.mark.parametrize("body", ["1 / 0", "sys.exit(0)"])
def test_a_format_that_fails_to_recognise_leaves_files_to_others(
    body: str, install: Install, alone: dict[str, bytes], tmp_path: Path
) -> None:
    install("aaa_plugin", HEAD + RECOGNISES.format(body=body))
    for name in ("2024-1/crossref/2024-1.xml", "2024-1/jats/01.xml"):
        path = tmp_path / "x.xml"
        path.write_bytes(alone[name])
        ran = run("validate", path)
        assert ran.exit_code == 3
        assert f"{path}: valid:" in ran.stdout
        assert "aaa_plugin (aaa_plugin 1.2)" in " ".join(ran.stdout.split())


def test_a_schema_1_1_says_which_package_it_needs(
    install: Install,
    folder: Path,
    alone: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "xmlschema", None)
    code = HEAD.replace("Schema.json(Anything(), 'x.json')", "")
    code += (
        "from pathlib import Path\n"
        "def export(articles, deposit):\n"
        "    root = single_element(element('a', keep_empty=True))\n"
        "    return [Document(f'{one.id}.xml', root) for one in articles]\n"
        "@hookimpl\n"
        "def jatsx_exporters():\n"
        f"    schema = Schema.xsd11(Path({str(tmp_path)!r}), 'x.xsd')\n"
        "    return [Exporter('odd', 'Odd', export, schema=schema,"
        " recognises=lambda head: '' if b'<a/>' in head else None)]\n"
    )
    install("odd_plugin", code)
    ran = export(folder, "--to", "odd", *SHIPPED, out=tmp_path / "out")
    assert (ran.exit_code, shipped_files(ran)) == (3, alone)
    found = [one for one in ran.findings if one["level"] == "error"]
    assert {one["code"] for one in found} == {"plugin-needs-package"}
    assert {one["hint"] for one in found} == {"Run `pip install 'jatsx[xsd11]'`."}
    path = tmp_path / "x.xml"
    path.write_text("<a/>")
    assert run("validate", path).exit_code == 3

"""The ZIP file for Articulus: it has what its XML file names, and is the same twice."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import pytest
from lxml import etree

import jatsx
from jatsx.validation import validate
from jatsx_rsci.exporter import EXPORTER
from tests.cli.commands import export, run
from tests.conftest import ROOT

from .exporting import LEAST, SCHEMA, merged

EXAMPLE: Final = ROOT / "examples" / "irilj-2024-2"
ZIP: Final = {"rsci": {"titleid": "99999", "package": "zip"}}
TIMESTAMP: Final = "20240601120000000"
JPEG: Final = b"\xff\xd8\xff\xe0 cover"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An example issue with a PDF file of each article in two languages, and a cover."""
    folder = tmp_path / "2024-2"
    shutil.copytree(EXAMPLE, folder)
    for path in (folder / "articles").glob("*.yaml"):
        id = path.stem[:2]
        named = [f"  - {{path: pdf/{id}-{tag}.pdf, kind: full-text}}" for tag in ("ru", "en")]
        path.write_text("\n".join([path.read_text("utf-8"), "files:", *named, ""]), "utf-8")
        (folder / "pdf").mkdir(exist_ok=True)
        for tag in ("ru", "en"):
            (folder / "pdf" / f"{id}-{tag}.pdf").write_bytes(f"%PDF-1.7 {id} {tag}".encode())
    issue = folder / "issue.yaml"
    issue.write_text(issue.read_text("utf-8") + "\nfiles: [{path: c.jpg, kind: cover}]\n", "utf-8")
    (folder / "c.jpg").write_bytes(JPEG)
    return folder


def exported(source: Any, **settings: str) -> jatsx.Result:
    options = {"rsci": {**ZIP["rsci"], **settings}}
    return jatsx.export(source, to=["rsci"], settings=options, timestamp=TIMESTAMP)


def codes(result: jatsx.Result) -> set[str]:
    """The codes of the errors."""
    return {one.code for one in result.findings if one.level is jatsx.Level.ERROR}


def test_it_unpacks_to_what_its_xml_names(folder: Path, tmp_path: Path) -> None:
    result = exported(folder)
    assert result.ok, codes(result)
    (file,) = result.files
    assert file.name == "2024-2.zip"
    (tmp_path / file.name).write_bytes(file.content)
    with ZipFile(tmp_path / file.name) as package:
        package.extractall(tmp_path / "unpacked")
        names = package.namelist()
    xml = (tmp_path / "unpacked" / "Markup_unicode.xml").read_bytes()
    assert validate(xml, SCHEMA) == ()
    root = etree.fromstring(xml)
    named = [str(one.text) for one in root.iter("file")]
    assert names[0] == "Markup_unicode.xml"
    assert sorted(names[1:]) == sorted(named)
    assert len(named) == 2 * len(root.findall("issue/articles/article")) + 1
    for article in folder.glob("pdf/*.pdf"):
        assert (tmp_path / "unpacked" / article.name).read_bytes() == article.read_bytes()
    assert (tmp_path / "unpacked" / "c.jpg").read_bytes() == JPEG


def test_it_is_the_same_twice_in_memory_and_on_disk(folder: Path, tmp_path: Path) -> None:
    (first,), (second,) = exported(folder).files, exported(folder).files
    assert first.content == second.content
    exported(folder).write(tmp_path / "written")
    jatsx.export(folder, to=["rsci"], settings=ZIP, timestamp=TIMESTAMP, out=tmp_path / "out")
    yielded = jatsx.iter_export(folder, to=["rsci"], settings=ZIP, timestamp=TIMESTAMP)
    (third,) = (one for one in yielded if isinstance(one, jatsx.File))
    assert third == first
    for out in ("written", "out"):
        assert (tmp_path / out / first.path).read_bytes() == first.content


def test_without_the_option_the_xml_names_the_files_too(folder: Path) -> None:
    (file,) = exported(folder, package="xml").files
    assert file.name == "2024-2.xml"
    assert b'<file desc="fullText">01-ru.pdf</file>' in file.content


def test_an_article_without_its_file_is_left_out(folder: Path) -> None:
    (folder / "pdf" / "01-ru.pdf").unlink()
    (folder / "pdf" / "02-en.pdf").write_bytes(b"<!DOCTYPE html>")
    result = exported(folder)
    assert codes(result) == {"rsci-file-access-missing", "rsci-file-content-form"}
    (file,) = result.files
    assert not {"01", "02"} & {*file.articles}


def test_without_its_cover_nothing_is_exported(folder: Path) -> None:
    (folder / "c.jpg").unlink()
    result = exported(folder)
    assert result.files == []
    (error,) = [one for one in result.findings if one.level is jatsx.Level.ERROR]
    assert (error.code, error.field) == ("rsci-file-access-missing", "issue.files[0].path")
    assert error.place is not None
    assert error.place.file == str(folder / "issue.yaml")


def test_an_error_of_a_file_is_not_reported_twice(folder: Path) -> None:
    (folder / "pdf" / "01-ru.pdf").unlink()
    found = [one.code for one in exported(folder).findings if one.field == "files[0].path"]
    assert found == ["rsci-file-access-missing"]


def test_articles_of_a_program_have_no_folder() -> None:
    given = merged(LEAST, {"files": [{"path": "01.pdf", "kind": "full-text"}]})
    result = exported(given)
    assert codes(result) == {"rsci-file-access-missing"}
    assert result.files == []


def test_json_lines_name_files_beside_them_also_in_several_processes(tmp_path: Path) -> None:
    articles = [
        merged(LEAST, {"id": id, "files": [{"path": f"pdf/{id}.pdf", "kind": "full-text"}]})
        for id in ("01", "02")
    ]
    source = tmp_path / "issue.jsonl"
    source.write_text("".join(json.dumps(one) + "\n" for one in articles), "utf-8")
    (tmp_path / "pdf").mkdir()
    for id in ("01", "02"):
        (tmp_path / "pdf" / f"{id}.pdf").write_bytes(f"%PDF-1.7 {id}".encode())
    found: list[jatsx.File] = []
    for jobs in (1, 2):
        result = jatsx.export(source, to=["rsci"], settings=ZIP, timestamp=TIMESTAMP, jobs=jobs)
        assert result.ok, codes(result)
        found += result.files
    assert found[0] == found[1]
    with ZipFile(BytesIO(found[0].content)) as package:
        assert package.namelist() == ["Markup_unicode.xml", "01.pdf", "02.pdf"]


def test_the_next_step_is_that_of_a_zip_file(folder: Path, tmp_path: Path) -> None:
    settings = [f"rsci.{name}={value}" for name, value in ZIP["rsci"].items()]
    arguments = [word for one in settings for word in ("--set", one)]
    ran = export(folder, "--to", "rsci", *arguments, out=tmp_path / "out")
    assert ran.exit_code == 0, ran.stdout
    words = " ".join(ran.stdout.split())
    assert "2024-2.zip in Articulus" in words
    assert "Markup_unicode.xml" not in words


OWN: Final = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:include schemaLocation="{include}"/>
  <xs:element name="journal"><xs:complexType><xs:sequence>
    <xs:element name="titleid"/><xs:element name="issn"/><xs:element name="journalInfo"/>
    <xs:element name="issue"><xs:complexType><xs:sequence>
      <xs:element name="number" type="ThreeDigits"/>
      <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

TYPES: Final = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="ThreeDigits">
    <xs:restriction base="xs:string"><xs:pattern value="[0-9]{3}"/></xs:restriction>
  </xs:simpleType>
</xs:schema>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A schema of a user, which includes another file."""
    (tmp_path / "types.xsd").write_text(TYPES)
    path = tmp_path / "own.xsd"
    path.write_text(OWN.format(include="types.xsd"))
    return path


def least(number: str) -> Any:
    return merged(LEAST, {"issue": {"number": number}})


def test_the_own_schema_validates_too(schema: Path) -> None:
    assert exported(least("123"), package="xml", schema=str(schema)).ok
    result = exported(least("1"), package="xml", schema=str(schema))
    (error,) = [one for one in result.findings if one.level is jatsx.Level.ERROR]
    assert error.code.startswith("document-")
    assert error.field == "issue.number"
    assert error.target == "rsci"
    assert "own.xsd" in error.params["format"]
    assert result.files == []


def test_a_schema_that_was_changed_is_read_again(schema: Path) -> None:
    assert not exported(least("1"), package="xml", schema=str(schema)).ok
    (schema.parent / "other.xsd").write_text(TYPES.replace("{3}", "{1,3}"))
    schema.write_text(OWN.format(include="other.xsd"))
    assert exported(least("1"), package="xml", schema=str(schema)).ok


UNUSABLE: Final = {
    "missing": None,
    "no XML": "schema",
    "no schema": "<journal/>",
    "an import that is missing": OWN.format(include="absent.xsd"),
    "an import of another folder": OWN.format(include="../own.xsd"),
    "an import of the network": OWN.format(include="https://example.org/own.xsd"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_schema_that_cannot_be_used_is_a_wrong_setting(name: str, tmp_path: Path) -> None:
    path, content = tmp_path / "own.xsd", UNUSABLE[name]
    if content is not None:
        path.write_text(content)
    with pytest.raises(jatsx.WrongArgument, match="cannot be used as the schema"):
        exported(least("1"), package="xml", schema=str(path))
    ran = run("export", str(EXAMPLE), "--to", "rsci", "--set", f"rsci.schema={path}")
    assert ran.exit_code == 2


def test_in_the_journal_it_is_an_error_at_its_line(folder: Path) -> None:
    journal = folder / "journal.yaml"
    lines = journal.read_text("utf-8").replace("formats:", "formats:\n  rsci: {schema: no.xsd}", 1)
    journal.write_text(lines, "utf-8")
    assert "rsci:" in lines
    result = exported(folder)
    (error,) = [one for one in result.findings if one.level is jatsx.Level.ERROR]
    assert (error.code, error.field) == (
        "format-option-schema",
        "issue.journal.formats.rsci.schema",
    )
    assert error.place is not None
    assert error.place.file == str(journal)


def test_the_exporter_opens_no_file() -> None:
    """What it returns names the files, whether they exist or not."""
    files = [{"path": "no/such.pdf", "kind": "full-text", "language": "ru"}]
    article = jatsx.Article.model_validate(merged(LEAST, {"files": files}))
    context = jatsx.ExportContext(TIMESTAMP, "", options=ZIP["rsci"])
    (document,) = EXPORTER.export([article], context)
    assert document.content_name == "Markup_unicode.xml"
    assert list(document.attachments) == [
        jatsx.Attachment("such.pdf", "no/such.pdf", "files[0].path", "01")
    ]


def validated(path: Path) -> list[tuple[str, str]]:
    """The codes of what is wrong with a ZIP file, and the files that are named."""
    found = jatsx.validate(path.read_bytes(), name=path.name)
    assert (found.format, found.is_validated) == ("rsci", True)
    return [(one.code, one.params.get("name", "")) for one in found.findings]


@pytest.fixture
def package(folder: Path, tmp_path: Path) -> Path:
    """The ZIP file of the issue."""
    path = tmp_path / "2024-2.zip"
    path.write_bytes(exported(folder).files[0].content)
    return path


def repacked(package: Path, added: dict[str, bytes], without: str = "") -> Path:
    """The ZIP file without a file, and with others."""
    path = package.with_name("repacked.zip")
    with ZipFile(package) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            if name != without:
                new.writestr(name, added.get(name, old.read(name)))
        for name in added.keys() - set(old.namelist()):
            new.writestr(name, added[name])
    return path


def test_a_zip_file_can_be_validated(package: Path) -> None:
    assert validated(package) == []
    ran = run("validate", package)
    assert (ran.exit_code, "RSCI issue XML" in ran.stdout) == (0, True)


def test_a_zip_file_without_a_named_file_is_not_valid(package: Path) -> None:
    path = repacked(package, {"other.pdf": b"%PDF-1.7"}, without="01-ru.pdf")
    assert validated(path) == [
        ("package-file-missing", "01-ru.pdf"),
        ("package-file-unnamed", "other.pdf"),
    ]
    ran = run("validate", path)
    assert ran.exit_code == 1
    assert "names the file 01-ru.pdf, which is not in" in ran.stdout


def test_a_file_in_a_folder_is_not_beside_the_document(package: Path) -> None:
    path = repacked(package, {"pictures/c.jpg": JPEG}, without="c.jpg")
    assert validated(path) == [
        ("package-file-missing", "c.jpg"),
        ("package-file-unnamed", "pictures/c.jpg"),
    ]


def test_the_document_is_validated_by_its_schema(package: Path) -> None:
    with ZipFile(package) as opened:
        xml = opened.read("Markup_unicode.xml")
    path = repacked(package, {"Markup_unicode.xml": xml.replace(b"<pages>", b"<pages>x", 1)})
    (finding,) = jatsx.validate(path.read_bytes(), name=path.name).findings
    assert finding.place is not None
    assert (finding.code, finding.place.file) == (
        "file-invalid",
        "repacked.zip/Markup_unicode.xml",
    )
    broken = repacked(package, {"Markup_unicode.xml": xml[: len(xml) // 2]})
    assert not jatsx.validate(broken.read_bytes()).is_valid


def test_a_packed_folder_is_said(package: Path) -> None:
    path = package.with_name("folder.zip")
    with ZipFile(package) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(f"2024-2/{name}", old.read(name))
    found = jatsx.validate(path.read_bytes(), name=path.name)
    assert ([one.code for one in found.findings], found.ok) == (["package-document-nested"], False)


def test_a_damaged_document_is_said(package: Path) -> None:
    content = bytearray(package.read_bytes())
    content[200] ^= 1
    found = jatsx.validate(bytes(content), name="damaged.zip")
    assert [one.code for one in found.findings] == ["package-document-unreadable"]
    assert not found.ok


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100)])
def test_other_zip_files_are_not_known(content: bytes) -> None:
    found = jatsx.validate(content, name="a.zip")
    assert [one.code for one in found.findings] == ["document-unknown"]

"""The bundled schemas are the published ones, whole, and nothing besides."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import etree

import jatsx_xsd

HOME = Path(jatsx_xsd.__file__).parent
OURS = {"__init__.py", "README.md", "manifest.json", "py.typed"}

MANIFEST: dict[str, Any] = json.loads((HOME / "manifest.json").read_text(encoding="utf-8"))
SOURCES: dict[str, dict[str, str]] = MANIFEST["sources"]
LICENCES: dict[str, dict[str, str | None]] = MANIFEST["licences"]
FILES: list[dict[str, str]] = MANIFEST["files"]
LISTED = {file["path"] for file in FILES}

JATS = tuple(
    f"jats/{folder}/JATS-{tag_set}{ending}.dtd"
    for folder, ending in (
        ("1.0", "1"),
        ("1.1", "1-mathml3"),
        ("1.2", "1-mathml3"),
        ("1.3", "1-3-mathml3"),
        ("1.4", "1-4-mathml3"),
    )
    for tag_set in ("archivearticle", "journalpublishing")
)
CROSSREF = tuple(f"crossref/crossref{version}.xsd" for version in ("5.3.1", "5.4.0", "5.5.0"))

XS = "{http://www.w3.org/2001/XMLSchema}"
REFERENCES = (f"{XS}import", f"{XS}include", f"{XS}redefine", f"{XS}override")
ABSOLUTE = {
    "http://www.w3.org/2009/01/xml.xsd": "standard-modules/xml.xsd",
    "http://www.w3.org/Math/XMLSchema/mathml3/mathml3.xsd": "standard-modules/mathml3/mathml3.xsd",
}

ARTICLE = (
    "<article><front><journal-meta><journal-id>j</journal-id><issn>1234-5679</issn></journal-meta>"
    "<article-meta><title-group><article-title>{title}</article-title></title-group>"
    "<pub-date><year>2024</year></pub-date></article-meta></front></article>"
)
FORMULA = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math>'


# The manifest


def test_each_listed_file_is_as_published() -> None:
    assert [file["path"] for file in FILES if sha256(file["path"]) != file["sha256"]] == []


def test_exactly_the_files_on_disk_are_listed() -> None:
    assert set(vendored_files()) == LISTED


def test_no_file_is_listed_twice() -> None:
    assert len(FILES) == len(LISTED)


def test_each_file_has_a_source_and_a_licence() -> None:
    places = {file["path"]: f"{SOURCES[file['source']]['here']}/" for file in FILES}
    assert [path for path, place in places.items() if not path.startswith(place)] == []
    assert [file["path"] for file in FILES if not LICENCES[file["licence"]]["name"]] == []


def test_each_source_and_licence_has_a_file() -> None:
    assert {file["source"] for file in FILES} == set(SOURCES)
    assert {file["licence"] for file in FILES} == set(LICENCES)


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_can_be_found_again(name: str) -> None:
    source = SOURCES[name]
    assert all(source[key] for key in ("registry", "package", "version", "folder", "here"))
    assert re.fullmatch("[0-9a-f]{64}", source["archive_sha256"])


@pytest.mark.parametrize("name", SOURCES)
def test_the_readme_names_a_source_as_the_manifest_does(name: str) -> None:
    source, readme = SOURCES[name], (HOME / "README.md").read_text(encoding="utf-8")
    package = f"{source['registry']} `{source['package']}` {source['version']}"
    assert f"| {package} | `{source['archive_sha256']}` |" in readme


# The JATS DTDs


def test_the_dtds_open_just_the_files_beside_them() -> None:
    opened = {path for driver in JATS for path in opened_by(driver)}
    assert opened == {path for path in LISTED if path.startswith("jats/")}
    assert [
        driver
        for driver in JATS
        if {Path(path).parts[:2] for path in opened_by(driver)} != {Path(driver).parts[:2]}
    ] == []


@pytest.mark.parametrize("driver", JATS)
@pytest.mark.parametrize("title", ["Plain", FORMULA])
def test_a_dtd_accepts_a_good_article(driver: str, title: str) -> None:
    dtd = etree.DTD(file=str(HOME / driver))
    assert dtd.validate(etree.fromstring(ARTICLE.format(title=title))), dtd.error_log


@pytest.mark.parametrize("driver", JATS)
@pytest.mark.parametrize("title", ["<p>no such place</p>", FORMULA.replace("mi>", "no-such>")])
def test_a_dtd_refuses_a_bad_article(driver: str, title: str) -> None:
    dtd = etree.DTD(file=str(HOME / driver))
    assert not dtd.validate(etree.fromstring(ARTICLE.format(title=title)))


# The Crossref schemas


@pytest.mark.parametrize("driver", CROSSREF)
def test_all_that_a_crossref_schema_reaches_is_here(driver: str) -> None:
    assert reached_from(driver) <= LISTED


def test_nothing_is_here_that_no_crossref_schema_reaches() -> None:
    reached = {path for driver in CROSSREF for path in reached_from(driver)}
    assert {path for path in LISTED if path.startswith("crossref/")} == reached


def test_the_absolute_locations_are_those_we_serve_ourselves() -> None:
    locations = {place for path in LISTED if path.endswith(".xsd") for place in locations_in(path)}
    assert {place for place in locations if "://" in place} == set(ABSOLUTE)


# Helpers


def sha256(path: str) -> str:
    return hashlib.sha256((HOME / path).read_bytes()).hexdigest()


def vendored_files() -> Iterator[str]:
    for path in HOME.rglob("*"):
        name = path.relative_to(HOME).as_posix()
        if path.is_file() and name not in OURS and "__pycache__" not in path.parts:
            yield name


def opened_by(driver: str) -> list[str]:
    """The files that libxml2 asks for, with the network off, to read a document of this DTD."""
    recorder = Recorder()
    parser = etree.XMLParser(load_dtd=True, resolve_entities=True, no_network=True)
    parser.resolvers.add(recorder)
    etree.fromstring(f'<!DOCTYPE article SYSTEM "{(HOME / driver).as_posix()}"><article/>', parser)
    return [Path(url).relative_to(HOME).as_posix() for url in recorder.urls]


class Recorder(etree.Resolver):
    """Notes each address and leaves the opening to libxml2."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def resolve(self, system_url: str, public_id: str, context: object = None) -> None:  # noqa: ARG002
        self.urls.append(system_url)


def reached_from(driver: str) -> set[str]:
    """The driver and each file that its imports and includes lead to, their own included."""
    reached: set[str] = set()
    waiting = [driver]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += [served(location, path) for location in locations_in(path)]
    return reached


def served(location: str, path: str) -> str:
    """The file that stands for a location named in another file."""
    return "crossref/" + ABSOLUTE[location] if location in ABSOLUTE else urljoin(path, location)


def locations_in(path: str) -> list[str]:
    root = etree.parse(str(HOME / path)).getroot()
    return [found for each in root.iter(*REFERENCES) if (found := each.get("schemaLocation"))]

"""Articles of other programs are validated by the DTD that they declare."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from jatsx.pipeline import Validated, validate_files
from jatsx.plugin.registry import load_registry
from jatsx_jats.recognition import DRIVERS, ENDINGS, TITLES
from tests.conftest import ROOT

REGISTRY: Final = load_registry()
NAMES: Final = {
    "publishing": "Journal Publishing DTD",
    "archiving": "Journal Archiving and Interchange DTD",
}
TITLE: Final = "<article-title>{}</article-title>"
FORMULA: Final = (
    '<inline-formula><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi>'
    "</mml:math></inline-formula>"
)


def article(
    version: str,
    tag_set: str = "publishing",
    *,
    title: str = "T",
    mathml: str = "",
    subset: str = "",
    first: str = "",
    permissions: str = "",
) -> str:
    """An article that declares a DTD."""
    name = f"JATS (Z39.96) {NAMES[tag_set]}{mathml} v{version} 20210610"
    return (
        f'<!DOCTYPE article PUBLIC "-//NLM//DTD {name}//EN" "https://example.org/jats.dtd"{subset}>'
        f'\n<article dtd-version="{version}">{first}<front><journal-meta><journal-id>j</journal-id>'
        "<issn>1234-5679</issn></journal-meta><article-meta><title-group>"
        f"{TITLE.format(title)}</title-group><pub-date><year>2024</year></pub-date>{permissions}"
        "</article-meta></front></article>"
    )


def validated(folder: Path, content: str) -> Validated:
    path = folder / "article.xml"
    path.write_text(content, encoding="utf-8")
    (result,) = validate_files([path], REGISTRY)
    return result


def codes(result: Validated) -> list[str]:
    return [finding.code for finding in result.findings]


@pytest.mark.parametrize("version", ENDINGS)
@pytest.mark.parametrize("tag_set", DRIVERS)
def test_each_version_is_validated_by_its_own_dtd(
    tmp_path: Path, version: str, tag_set: str
) -> None:
    result = validated(tmp_path, article(version, tag_set, title="T"))
    assert (result.title, result.version, codes(result)) == (TITLES[tag_set], version, [])
    wrong = validated(tmp_path, article(version, tag_set, title="<no/>"))
    assert (wrong.version, codes(wrong)) == (version, ["document-part-unexpected"])


@pytest.mark.parametrize("tag_set", DRIVERS)
def test_an_element_of_1_3_is_not_valid_in_1_0(tmp_path: Path, tag_set: str) -> None:
    first = '<processing-meta tagset-family="jats" base-tagset="publishing"/>'
    assert codes(validated(tmp_path, article("1.0", tag_set, first=first))) == [
        "document-part-unexpected"
    ]
    assert codes(validated(tmp_path, article("1.3", tag_set, first=first))) == []


def test_archiving_allows_what_publishing_does_not(tmp_path: Path) -> None:
    title = "T <x>, </x>"
    assert codes(validated(tmp_path, article("1.2", "archiving", title=title))) == []
    assert codes(validated(tmp_path, article("1.2", "publishing", title=title))) != []


def test_a_prefix_that_the_dtd_declares_is_declared(tmp_path: Path) -> None:
    permissions = (
        '<permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/">'
        "<license-p>x</license-p></license></permissions>"
    )
    result = validated(tmp_path, article("1.3", permissions=permissions))
    assert (result.version, codes(result)) == ("1.3", [])
    other = article("1.3", permissions=permissions.replace("xlink:", "link:"))
    assert codes(validated(tmp_path, other)) == ["document-syntax"]


def test_a_character_that_the_dtd_defines_is_defined(tmp_path: Path) -> None:
    assert codes(validated(tmp_path, article("1.1", title="caf&eacute; &alpha;"))) == []
    assert codes(validated(tmp_path, article("1.1", title="&nope;"))) == [
        "document-entity-undefined"
    ]


@pytest.mark.parametrize("version", ENDINGS)
def test_formulas_in_a_mathml_that_is_not_bundled_are_reported(
    tmp_path: Path, version: str
) -> None:
    result = validated(tmp_path, article(version, title=FORMULA))
    assert result.is_valid
    assert codes(result) == ([] if version == "1.0" else ["document-module-other"])
    if version != "1.0":
        assert codes(validated(tmp_path, article(version, mathml=" with MathML3"))) == []


def test_an_article_that_names_no_tag_set_is_reported(tmp_path: Path) -> None:
    undeclared = article("1.2").partition("\n")[2]
    result = validated(tmp_path, undeclared)
    assert (result.is_valid, result.version) == (True, "1.2")
    assert codes(result) == ["document-version-undeclared"]


@pytest.mark.parametrize("version", ["1.1d3", "1.2d1", "1.3d2", "1.4d1", "2.3", "3.0"])
def test_drafts_and_earlier_formats_are_named(tmp_path: Path, version: str) -> None:
    result = validated(tmp_path, article(version, "archiving"))
    before = version.startswith(("2", "3"))
    assert result.title == ("NLM" if before else "JATS") + " Journal Archiving and Interchange"
    assert (result.version, codes(result)) == (version, ["document-schema-absent"])
    assert not result.is_validated


def test_our_own_documents_are_validated_without_warnings() -> None:
    paths = sorted((ROOT / "tests/examples/goldens").glob("**/jats/*.xml"))
    assert paths
    assert [result.path for result in validate_files(paths, REGISTRY) if result.findings] == []

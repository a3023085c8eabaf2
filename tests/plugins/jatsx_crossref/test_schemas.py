"""The schemas as they are read, the tables that follow them, and files of other hands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from jatsx.documents.xml import serialised
from jatsx.model.text import MATHML
from jatsx.plugin.exporter import Exporter, ForeignFormat
from jatsx.standards.vocabularies import (
    CONTRIBUTOR_KINDS,
    CREDIT_ROLES,
    REFERENCE_TYPES,
    RELATIONS,
    UPDATES,
)
from jatsx.validation import validate
from jatsx_crossref.assertions import ROLES
from jatsx_crossref.crossmark import UPDATE_TYPES
from jatsx_crossref.dates import FIRST_YEAR, LAST_YEAR
from jatsx_crossref.options import COLLECTIONS
from jatsx_crossref.pieces import LENGTHS
from jatsx_crossref.publisher_item import ID_TYPES
from jatsx_crossref.recognition import recognised_version
from jatsx_crossref.references import TYPES
from jatsx_crossref.relations import INTER_WORK, INTRA_WORK
from jatsx_crossref.schemas import (
    FORMULAS,
    SCHEMAS,
    CrossrefSchemaLoader,
    with_common_languages,
    without_assertions,
)
from jatsx_crossref.version import VERSIONS
from jatsx_crossref.vocabulary import languages, media_types, relation_languages
from jatsx_xsd import CROSSREF

from .deposits import VERSIONS as NUMBERS
from .deposits import described, exported

XSD = {"xsd": "http://www.w3.org/2001/XMLSchema"}
FILES = (
    "crossref{}.xsd",
    "common{}.xsd",
    "languages{}.xsd",
    "mediatypes{}.xsd",
    "relations.xsd",
    "AccessIndicators.xsd",
)


def found(version: str, path: str) -> list[str]:
    """The values at an XPath in the files of a version."""
    select = etree.XPath(path, namespaces=XSD)
    names = (file.format(version) for file in FILES)
    results: list[Any] = [select(parsed(name)) for name in names if (CROSSREF / name).is_file()]
    return [str(value) for values in results for value in values]


@cache
def parsed(name: str) -> etree._Element:
    return etree.fromstring((CROSSREF / name).read_bytes())


def values(version: str, name: str, attribute: str) -> set[str]:
    """What an attribute of an element, or of a group of attributes, may say."""
    holder = f"//xsd:*[@name='{name}' and (self::xsd:element or self::xsd:attributeGroup)]"
    attributes = f"{holder}//xsd:attribute[@name='{attribute}']"
    return set(found(version, f"{attributes}//xsd:enumeration/@value"))


@pytest.mark.parametrize("version", NUMBERS)
def test_archives_are_those_of_the_schema(version: str) -> None:
    assert set(VERSIONS[version].archives) == values(version, "archive", "name")


@pytest.mark.parametrize("version", NUMBERS)
def test_contributor_roles_are_in_the_schema(version: str) -> None:
    known = values(version, "contributor.atts", "contributor_role")
    assert set(CONTRIBUTOR_KINDS) <= known
    assert (VERSIONS[version].other_role or "author") in known
    assert ("other" in known) == (VERSIONS[version].other_role is not None)


@pytest.mark.parametrize("version", NUMBERS)
def test_words_of_the_model_have_a_word_of_the_schema(version: str) -> None:
    citation_types = values(version, "citation_key.atts", "type")
    assert bool(citation_types) == VERSIONS[version].has_citation_types
    assert set(TYPES.values()) <= citation_types or not citation_types
    assert set(REFERENCE_TYPES) - set(TYPES) == {"newspaper"}
    update_types = found(version, "//xsd:simpleType[@name='cm_update_type']//@value")
    assert set(UPDATE_TYPES.values()) == set(update_types)
    assert set(UPDATE_TYPES) == set(UPDATES)
    assert set(ID_TYPES.values()) == values(version, "identifier", "id_type")
    assert set(COLLECTIONS) < values(version, "collection", "property")
    assert set(INTRA_WORK.values()) <= values(version, "intra_work_relation", "relationship-type")
    assert set(INTER_WORK.values()) <= values(version, "inter_work_relation", "relationship-type")
    assert {*INTRA_WORK, *INTER_WORK} == set(RELATIONS)
    uses = values(version, "license_ref", "applies_to")
    assert set(VERSIONS[version].license_uses) == uses - (
        {"stm-asf"} if version == "5.3.1" else set()
    )


def test_roles_are_those_of_the_schema() -> None:
    assert ROLES["crossref"] | ROLES["credit"] == values("5.5.0", "roles.atts", "type")
    assert ROLES["credit"] == set(CREDIT_ROLES)


@pytest.mark.parametrize("version", NUMBERS)
@pytest.mark.parametrize(("tag", "lengths"), LENGTHS.items())
def test_lengths_are_those_of_the_schema(version: str, tag: str, lengths: tuple[int, int]) -> None:
    own = f"//xsd:element[@name='{tag}']"
    (kind,) = found(version, f"{own}//xsd:extension/@base") or [""]
    facets = f"({own} | //xsd:simpleType[@name='{kind}'])//xsd:{{}}/@value"
    shortest, longest = (
        set(found(version, facets.format(f"{end}Length"))) for end in ("min", "max")
    )
    assert (shortest, longest) == ({str(lengths[0])}, {str(lengths[1])})


@pytest.mark.parametrize("version", NUMBERS)
def test_names_and_years_are_those_of_the_schema(version: str) -> None:
    for tag in ("surname", "given_name"):
        longest = found(version, f"//xsd:element[@name='{tag}']//xsd:maxLength/@value")
        pattern = found(version, f"//xsd:element[@name='{tag}']//xsd:pattern/@value")
        assert longest == [str(VERSIONS[version].name_length)]
        assert bool(pattern) == (VERSIONS[version].name_pattern is not None)
    year = "//xsd:simpleType[@name='xrefYear']//xsd:{}/@value"
    assert found(version, year.format("minInclusive")) == [str(FIRST_YEAR)]
    assert found(version, year.format("maxInclusive")) == [str(LAST_YEAR)]


@pytest.mark.parametrize("version", NUMBERS)
def test_long_lists_are_read_from_the_schema(version: str) -> None:
    own = VERSIONS[version]
    assert languages(own) == values(version, "language.atts", "language")
    assert media_types(own) == values(version, "mime_type.atts", "mime_type")
    assert relation_languages() < languages(VERSIONS["5.5.0"])
    assert {"kk", "ru", "en"} <= languages(own)
    assert {"application/pdf", "text/html"} <= media_types(own)
    assert {"kk", "ru", "en"} <= relation_languages()


@pytest.mark.parametrize("version", ["5.5.0", "5.4.0"])
def test_rearranged_languages_take_what_the_published_take(version: str) -> None:
    """A few; all of them are asked in ``tests/exhaustive``."""
    plain, quick = judges_of_languages(version)
    for value in ("kk", "ru", "en", "kaz", "aaa", "zzj", *NO_LANGUAGES):
        assert quick(value) == plain(value), value


NO_LANGUAGES = ("", "xx", "RU", "ru kk", "ru-Latn", "kaz ", " ru", "ru\n", "ru1", "aab", "aac")
"""Most of these, at least."""


def judges_of_languages(version: str) -> tuple[Callable[[str], bool], Callable[[str], bool]]:
    """What says whether a value is a language: as published, and rearranged."""
    name = f"languages{version}.xsd"
    published = (CROSSREF / name).read_bytes()
    assert b"<xsd:union>" in with_common_languages(name, published)
    rearranged = with_common_languages(name, published)
    return judge_of_languages(published), judge_of_languages(rearranged)


def judge_of_languages(schema: bytes) -> Callable[[str], bool]:
    """Says whether a value is a language by a schema that has the type alone."""
    element = (
        b'<xsd:element name="a"><xsd:complexType>'
        b'<xsd:attributeGroup xmlns="" ref="language.atts"/>'
        b"</xsd:complexType></xsd:element></xsd:schema>"
    )
    compiled = etree.XMLSchema(etree.fromstring(schema.replace(b"</xsd:schema>", element)))
    return lambda value: compiled.validate(etree.Element("a", language=value))


def test_reading_leaves_out_three_assertions() -> None:
    name = "crossref5.5.0.xsd"
    published = (CROSSREF / name).read_bytes()
    before, after = (
        etree.fromstring(published),
        etree.fromstring(without_assertions(name, published)),
    )
    assert len(before.findall(".//xsd:assert", XSD)) == 3
    assert len(list(before.iter("*"))) - len(list(after.iter("*"))) == 3


@pytest.mark.parametrize("name", ["crossref5.4.0.xsd", "common5.5.0.xsd", "relations.xsd"])
def test_reading_leaves_other_files_as_they_are(name: str) -> None:
    published = (CROSSREF / name).read_bytes()
    assert with_common_languages(name, without_assertions(name, published)) == published


@pytest.mark.parametrize("version", NUMBERS)
@pytest.mark.parametrize("formula", ["<math><mi>x</mi></math>", "<math><cook>x</cook></math>"])
def test_formulas_are_asked_for_by_the_whole_schema(version: str, formula: str) -> None:
    document = exported(described({"title": {"ru": formula}}), version=version)
    assert bool(document.schema_errors) == ("cook" in formula)


@pytest.mark.parametrize("prefix", ["", "m:", "mml:"])
@pytest.mark.parametrize("inside", ["<mi>x</mi>", "<cook>x</cook>"])
def test_a_formula_is_seen_whatever_its_prefix(prefix: str, inside: str) -> None:
    """Others write deposits too, and declare MathML as they like."""
    document = deposit_of(f"<math>{inside}</math>").decode()
    declared = f'xmlns:mml="{MATHML}"'
    assert declared in document
    own = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    changed = document.replace(declared, "").replace("<mml:math>", f'<mml:math {own}="{MATHML}">')
    changed = changed.replace("<mml:", f"<{prefix}").replace("</mml:", f"</{prefix}")
    schema_errors = validate(changed.encode(), SCHEMAS["5.5.0"])
    assert ["cook" in one.detail for one in schema_errors] == [True] * ("cook" in inside)


def test_only_a_deposit_without_formulas_takes_the_light_schema() -> None:
    """Ours too, which declare MathML's prefix always: this light schema can't be compiled."""

    class Broken(CrossrefSchemaLoader):
        def read(self, folder: Traversable, name: str, variant: str) -> bytes:
            is_left_out = name == FORMULAS and variant.startswith("no-formulas")
            return b"<" if is_left_out else super().read(folder, name, variant)

    broken = replace(SCHEMAS["5.5.0"], loader=Broken())
    with pytest.raises(etree.XMLSchemaParseError):
        validate(deposit_of("Заң"), broken)
    formula = deposit_of("<math><mi>x</mi></math>").decode()
    for encoding in ("utf-8", "utf-16"):
        assert validate(formula.replace("UTF-8", encoding).encode(encoding), broken) == ()


def deposit_of(title: str) -> bytes:
    """A deposit of an article with that title."""
    return serialised(exported(described({"title": {"ru": title}})).content)


def test_math_is_all_that_the_schemas_take_of_mathml() -> None:
    """So a document without it needs no more than the light form."""
    written = b"".join(
        path.read_bytes()
        for path in Path(str(CROSSREF)).rglob("*.xsd")
        if path.parent.name != "mathml3"
    )
    assert set(re.findall(rb"mml:\w+", written)) == {b"mml:math"}
    assert not re.search(rb"<(?:\w+:)?any\b", written)


ROOT = b'<doi_batch version="5.5.0" xmlns="http://www.crossref.org/schema/5.5.0">'


@pytest.mark.parametrize(
    ("head", "version"),
    [
        (ROOT, "5.5.0"),
        (ROOT.replace(b"5.5.0", b"5.4.0") + b"<head><doi_batch_i", "5.4.0"),
        (ROOT.replace(b"5.5.0", b"5.3.1"), "5.3.1"),
        (ROOT.replace(b"5.5.0", b"5.3.0"), ForeignFormat("Crossref deposit", "5.3.0")),
        (ROOT.replace(b"5.5.0", b"4.8.0"), ForeignFormat("Crossref deposit", "4.8.0")),
        (
            ROOT.replace(b"schema/5.5.0", b"doi_resources_schema/4.3.6"),
            ForeignFormat("Crossref resource deposit", "4.3.6"),
        ),
        (
            b"<doi_records xmlns='http://www.crossref.org/xschema/1.1'>",
            ForeignFormat("Crossref UNIXREF record", "1.1"),
        ),
        (b"<doi_batch xmlns='http://www.crossref.org/other/1.1'>", None),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <a> -->\n" + ROOT, "5.5.0"),
        (b"<?xml version='1.0' encoding='UTF-8'?><?p a?>" + ROOT, "5.5.0"),
        (b"<!DOCTYPE doi_batch>" + ROOT, "5.5.0"),
        (ROOT.decode().encode("utf-16"), "5.5.0"),
        (b"<c:doi_batch xmlns:c='http://www.crossref.org/schema/5.5.0'>", "5.5.0"),
        (b"<doi_batch version='3.0.1'>", ForeignFormat("Crossref deposit", "3.0.1")),
        (b"<doi_batch>", None),
        (b"<journal xmlns='http://www.crossref.org/schema/5.5.0'>", None),
        (b"<article><front>" + ROOT, None),
        (b"<!-- " + ROOT, None),
        (ROOT[:-1], None),
        (b'{"bibjson": {}}', None),
        (b"\x89PNG\r\n", None),
        (b"", None),
    ],
)
def test_recognition(head: bytes, version: str | ForeignFormat | None) -> None:
    assert recognised_version(head) == version


def test_its_own_documents_are_recognised(exporter: Exporter) -> None:
    assert exporter.version == "5.5.0"
    assert (exporter.per, exporter.default) == ("issue", True)
    for version in NUMBERS:
        assert exporter.recognises
        assert exporter.recognises(exported(described({}), version=version).xml) == version
        assert validate(exported(described({}), version=version).xml, SCHEMAS[version]) == ()


@pytest.fixture
def exporter() -> Exporter:
    from jatsx_crossref import jatsx_exporters

    (exporter,) = jatsx_exporters()
    return exporter

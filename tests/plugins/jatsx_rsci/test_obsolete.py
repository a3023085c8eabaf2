"""Values that eLIBRARY accepts, but no longer uses: a warning for files, an error for exports."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from jatsx.documents.content import content_bytes
from jatsx.findings.finding import Level
from jatsx.pipeline import Validated, validate_files
from jatsx.plugin.registry import load_registry
from jatsx.validation import validate
from jatsx_rsci.obsolete import ADDITIONS
from jatsx_rsci.schema import SCHEMA
from tests.testing.rich import rich_article

from .exporting import exported

XSD: Final = Path(str(SCHEMA.folder / SCHEMA.name)).read_text("utf-8")
OBSOLETE: Final = {
    "the type UNK": ("<artType>RAR<", "<artType>UNK<", "artType"),
    "the place of a cited work": ('field="YearPubl"', 'field="PlacePubl"', "element/@field"),
    "the id of an author": ('num="1"', 'num="1" id="7"', "author/@id"),
    "the location of a URL": ("<furl ", '<furl location="publisher" ', "furl/@location"),
    "the version of a URL": ("<furl ", '<furl version="published" ', "furl/@version"),
}


@pytest.fixture(scope="module")
def everything() -> str:
    """The file of the article with a value in every field."""
    return content_bytes(exported(rich_article(), options={"pages": "1-96"})).decode()


def validated(folder: Path, content: str) -> Validated:
    path = folder / "issue.xml"
    path.write_text(content, encoding="utf-8")
    (result,) = validate_files([path], load_registry())
    return result


@pytest.mark.parametrize("name", OBSOLETE)
def test_a_file_with_an_obsolete_value_is_valid_with_a_warning(
    tmp_path: Path, everything: str, name: str
) -> None:
    text, obsolete, named = OBSOLETE[name]
    assert text in everything
    content = everything.replace(text, obsolete, 1)
    result = validated(tmp_path, content)
    assert result.is_valid
    assert [(one.code, one.level, one.params["name"]) for one in result.findings] == [
        ("document-value-obsolete", Level.WARNING, named)
    ]
    assert validate(content.encode(), SCHEMA) != ()


def test_other_faults_are_still_errors(tmp_path: Path, everything: str) -> None:
    result = validated(tmp_path, everything.replace("<artType>RAR<", "<artType>ABC<", 1))
    assert not result.is_valid
    assert validated(tmp_path, everything).findings == ()


@pytest.mark.parametrize("before", [before for before, _ in ADDITIONS])
def test_the_schema_is_extended_in_one_place(before: str) -> None:
    assert XSD.count(before) == 1

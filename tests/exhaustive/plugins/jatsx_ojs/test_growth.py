"""How the work grows with the size of an export."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from jatsx.cli import main
from tests.growth import MOST, call_growth

EXPORT = (
    '<articles xmlns="http://pkp.sfu.ca"><article{article} stage="production">'
    '<id type="internal" advice="ignore">1</id><wrong{unknown}/>'
    '<publication{publication} version="1" status="3"><title{title} locale="en">x</title>'
    '<authors><author{author}><givenname locale="en">A</givenname></author></authors>'
    "<issue_identification><volume{volume}>1</volume></issue_identification>"
    "</publication></article></articles>"
)
ELEMENTS = ("article", "unknown", "publication", "title", "author", "volume")

ATTRIBUTES = {
    "attributes": lambda n: "".join(f' a{i}="x"' for i in range(n)),
    "namespaces": lambda n: "".join(f' xmlns:a{i}="u{i}" a{i}:b="x"' for i in range(n)),
}


def export(element: str, attributes: str) -> str:
    """An export with attributes on one element."""
    return EXPORT.format(**{**dict.fromkeys(ELEMENTS, ""), element: attributes})


@pytest.mark.parametrize("kind", ATTRIBUTES)
@pytest.mark.parametrize("element", ELEMENTS)
def test_twice_the_attributes_take_twice_the_calls(tmp_path: Path, element: str, kind: str) -> None:
    source = tmp_path / "native.xml"

    def step(n: int) -> None:
        source.write_text(export(element, ATTRIBUTES[kind](n)))
        arguments = ["convert", str(source), "--out", str(tmp_path / "out"), "--force"]
        ran = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert "native.xml" in ran.stdout

    assert call_growth(step, 200) <= MOST

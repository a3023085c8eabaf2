"""What becomes of each part of the model: a case is an entry of a file in cases/.

``article`` is merged into an article that says just enough to be valid, ``options`` are those of
the format; ``at`` is an XPath, ``xml`` all that it finds, ``lost`` all that is lost, by field, with
the code of the reason. Left out, they are nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pytest
from lxml import etree

from .exporting import (
    HERE,
    compact,
    described,
    exported,
    loaded,
    lost,
    parsed,
    schema_errors,
)

CASES: Final = {
    f"{path.stem}: {case['name']}": case
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for case in loaded(path)
}


def test_there_are_cases() -> None:
    assert len(CASES) > 80


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_case(case: Mapping[str, Any]) -> None:
    assert set(case) <= {"name", "article", "options", "at", "xml", "lost"}
    document = exported(described(case["article"]), options=case.get("options"))
    found: Any = parsed(document).xpath(case["at"])
    assert compact(found) == compact(etree.fromstring(f"<r>{case.get('xml', '')}</r>"))
    assert lost(document) == case.get("lost", {})
    assert schema_errors(document) == ()


def test_nothing_of_the_least_article_is_lost() -> None:
    assert lost(exported(described({}))) == {}

"""What becomes of each part of the model: a case of ``cases/`` for each row and its variants.

``given`` is added to the minimal article. ``xml`` are the pieces that the document holds then,
``absent`` those that it doesn't; ``lost`` are the fields that are reported as lost, all of them,
in alphabetical order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from .deposits import HERE, VERSIONS, compact, described, exported, read_yaml

CASES: dict[str, Mapping[str, Any]] = {
    f"{path.stem}: {name}": case
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for name, case in read_yaml(path).items()
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_case(case: Mapping[str, Any]) -> None:
    document = exported(described(case["given"]), case.get("options"), case.get("version", "5.5.0"))
    for piece in case.get("xml", ()):
        assert compact(piece) in document.compact
    for piece in case.get("absent", ()):
        assert piece not in document.compact
    assert document.lost == case.get("lost", [])
    for version in VERSIONS:
        other = exported(described(case["given"]), case.get("options"), version)
        assert other.schema_errors == (), version


def test_nothing_of_the_minimal_article_is_lost() -> None:
    document = exported(described({}))
    assert document.lost == []
    assert document.schema_errors == ()

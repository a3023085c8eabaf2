"""Which version of JATS a file is, and whether its DTD is bundled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from jatsx import ForeignFormat, FrozenMap, Schema, SchemaError
from jatsx_jats.declaration import declaration
from jatsx_jats.version import VERSIONS
from jatsx_xsd import JATS

TITLES: Final = FrozenMap(
    {
        "publishing": "JATS Journal Publishing",
        "archiving": "JATS Journal Archiving and Interchange",
        "authoring": "JATS Article Authoring",
    }
)
"""The names of the tag sets."""

BEFORE_JATS: Final = FrozenMap(
    {
        "publishing": "NLM Journal Publishing",
        "archiving": "NLM Journal Archiving and Interchange",
        "authoring": "NLM Article Authoring",
    }
)
"""Their names up to version 3.0, before they became a standard."""

DRIVERS: Final = FrozenMap({"publishing": "journalpublishing", "archiving": "archivearticle"})
"""How the files of the bundled DTDs begin."""

ENDINGS: Final = FrozenMap(
    {
        "1.0": "1",
        "1.1": "1-mathml3",
        "1.2": "1-mathml3",
        "1.3": "1-3-mathml3",
        "1.4": "1-4-mathml3",
    }
)
"""How they end, by version."""

UNDECLARED: Final = "1.3"
"""The version for articles that declare none."""

MATHML: Final = "{http://www.w3.org/1998/Math/MathML}*"


def recognised_version(head: bytes) -> str | ForeignFormat | None:
    """Which version an article is, by the first bytes of its file; None for another format.

    An article that names no tag set counts as Journal Publishing.
    """
    found = declaration(head)
    if found is None:
        return None
    tag_set = found.tag_set or "publishing"
    version = found.version or UNDECLARED
    titles = TITLES if version.startswith(("0.", "1.")) else BEFORE_JATS
    if version not in ENDINGS or tag_set not in DRIVERS or found.has_oasis_tables:
        tables = " with OASIS tables" if found.has_oasis_tables else ""
        return ForeignFormat(titles[tag_set] + tables, version)
    is_declared = bool(found.version and found.tag_set)
    has_mathml2 = found.mathml == "2" and version != "1.0"
    if version in VERSIONS and tag_set == "publishing" and is_declared and not has_mathml2:
        return version
    schema = _schema(tag_set, version, is_declared=is_declared, has_mathml2=has_mathml2)
    return ForeignFormat(titles[tag_set], version, schema)


def is_article(path: Path, head: bytes) -> bool:  # noqa: ARG001
    """Whether a file is a JATS article, by its first bytes."""
    return declaration(head) is not None


@cache
def _schema(tag_set: str, version: str, *, is_declared: bool, has_mathml2: bool) -> Schema:
    """A bundled DTD. That of version 1.0 has MathML 2, the others have MathML 3.

    The schema warns of what the article does not declare, and of formulas in the wrong MathML.
    """
    warnings = ((_undeclared, not is_declared), (_other_mathml, has_mathml2))
    return Schema.dtd(
        JATS / version,
        f"JATS-{DRIVERS[tag_set]}{ENDINGS[version]}.dtd",
        warnings=tuple(check for check, is_needed in warnings if is_needed),
    )


def _undeclared(_: Any) -> Iterator[SchemaError]:
    yield SchemaError("the format is not fully declared", kind="version-undeclared")


def _other_mathml(root: Any) -> Iterator[SchemaError]:
    """The article declares a DTD with MathML 2, which is not bundled."""
    if next(root.iter(MATHML), None) is not None:
        params = FrozenMap({"declared": "MathML 2", "used": "MathML 3"})
        yield SchemaError("another version of MathML", kind="module-other", params=params)

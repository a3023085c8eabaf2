"""The schemas of the versions."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from typing import Final

from jatsx import FrozenMap, Schema, SchemaLoader
from jatsx.model.text import MATHML
from jatsx_crossref.assertions import person_roles, role_types
from jatsx_crossref.version import VERSIONS, Version
from jatsx_xsd import CROSSREF

FORMULAS: Final = "standard-modules/mathml3/mathml3.xsd"
"""The schema of MathML. Compiling it takes 97 % of the compile time of the whole schema."""

ADDRESSES: Final = FrozenMap(
    {
        "http://www.w3.org/2009/01/xml.xsd": "standard-modules/xml.xsd",
        "http://www.w3.org/Math/XMLSchema/mathml3/mathml3.xsd": FORMULAS,
    }
)
"""The file for each absolute URL that the schemas import."""

ANY_FORMULA: Final = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    f' targetNamespace="{MATHML}"><xs:element name="math"/></xs:schema>'
).encode()
"""The file that replaces the schema of MathML for documents without formulas."""

FORMULA_SIGNS: Final = (b"<math", b":math", b"\0")
"""Bytes of documents that may contain formulas: a MathML element with or without a prefix, or a NUL
byte (UTF-16).

The declaration of the prefix is not a sign, because every deposit declares it. A text such as
``arXiv:math`` only costs time.
"""

COMMON_LANGUAGES: Final = ("ru", "kk", "en")
"""Common languages, which a validator finds without a search through all 8,107 values."""

_ASSERTION: Final = re.compile(rb"<xsd:assert\b[^>]*/>")
_LANGUAGE_TYPE: Final = re.compile(rb"<xsd:simpleType>.*</xsd:simpleType>", re.DOTALL)
_COMMON_OR_ANY: Final = """
    <xsd:simpleType>
      <xsd:union>
        <xsd:simpleType><xsd:restriction base="xsd:NMTOKEN">{}</xsd:restriction></xsd:simpleType>
        \\g<0>
      </xsd:union>
    </xsd:simpleType>
""".format("".join(f'<xsd:enumeration value="{code}"/>' for code in COMMON_LANGUAGES)).encode()


class CrossrefSchemaLoader(SchemaLoader):
    """Reads the schema so that XSD 1.0 can compile it, and deposits are validated fast.

    Variants: ``whole``, and ``no-formulas`` without the schema of MathML. Each has a variant
    ``-fast``, which validates. The variants without ``-fast`` explain errors.
    """

    addresses = ADDRESSES

    def variant(self, document: bytes, *, explain: bool) -> str:
        """The variant for a document: with MathML only if the document may contain formulas."""
        has_formulas = any(sign in document for sign in FORMULA_SIGNS)
        return ("whole" if has_formulas else "no-formulas") + ("" if explain else "-fast")

    def read(self, folder: Traversable, name: str, variant: str) -> bytes:
        """A file of the schema. Its XSD 1.1 assertions are removed and checked in Python."""
        if name == FORMULAS and variant.startswith("no-formulas"):
            return ANY_FORMULA
        content = without_assertions(name, (folder / name).read_bytes())
        return with_common_languages(name, content) if variant.endswith("-fast") else content


def without_assertions(name: str, content: bytes) -> bytes:
    """A file of the schema without its assertions."""
    return _ASSERTION.sub(b"", content) if name.startswith("crossref") else content


def with_common_languages(name: str, content: bytes) -> bytes:
    """A file of the schema in which the common languages come before the list of all languages.

    It allows the same documents. libxml2 searches through all values of a list even if the first
    value matches.
    """
    if not name.startswith("languages"):
        return content
    return _LANGUAGE_TYPE.sub(_COMMON_OR_ANY, content)


def _schema(version: Version) -> Schema:
    return Schema.xsd(
        CROSSREF,
        f"crossref{version.name}.xsd",
        checks=(role_types, person_roles) if version.has_roles else (),
        loader=CrossrefSchemaLoader(),
    )


SCHEMAS: Final = FrozenMap({name: _schema(version) for name, version in VERSIONS.items()})
"""The schema of each version, the default one first."""

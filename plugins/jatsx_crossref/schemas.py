"""The schemas of the two versions, and which of them a foreign file claims."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

from jatsx import FrozenMap, Schema
from jatsx.model.text import MATHML
from jatsx_crossref.assertions import person_roles, role_types
from jatsx_crossref.version import VERSIONS, Version
from jatsx_xsd import CROSSREF

FORMULAS: Final = "standard-modules/mathml3/mathml3.xsd"
"""The schema of MathML, which takes 97 % of the time that the whole takes to compile."""

PLACES: Final = FrozenMap(
    {
        "http://www.w3.org/2009/01/xml.xsd": "standard-modules/xml.xsd",
        "http://www.w3.org/Math/XMLSchema/mathml3/mathml3.xsd": FORMULAS,
    }
)
"""The files that stand for what the schemas import by an absolute address."""

STUBS: Final = FrozenMap(
    {
        FORMULAS: (
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
            f' targetNamespace="{MATHML}"><xs:element name="math"/></xs:schema>'
        ).encode()
    }
)
"""What stands for the schema of MathML where a document holds no formula."""

FORMULA_SIGNS: Final = (b"<math", b":math", b"\0")
"""How a formula begins, with a prefix or without. A NUL byte is of UTF-16, which hides both.

The prefix alone says nothing: every deposit of ours declares it. A text such as ``arXiv:math`` only
costs time.
"""

COMMON_LANGUAGES: Final = ("ru", "kk", "en")
"""Languages that a validator should find without a walk through all 8,107."""

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
_DEPOSIT: Final = "doi_batch"


def recognised_version(head: bytes) -> str | None:
    """The version of a deposit, by the namespace of its root; None for anything else."""
    root = _root_tag(head)
    tags = {f"{{{version.namespace}}}{_DEPOSIT}": name for name, version in VERSIONS.items()}
    return tags.get(root or "")


def as_read(name: str, content: bytes) -> bytes:
    """A file of the schema as it is taken: without its assertions, which are asked in Python."""
    return _ASSERTION.sub(b"", content) if name.startswith("crossref") else content


def rearranged(name: str, content: bytes) -> bytes:
    """A file of the schema that judges faster: a language is one of the common ones, or of all.

    libxml2 walks through all values of a list even where the first is the one.
    """
    if not name.startswith("languages"):
        return content
    return _LANGUAGE_TYPE.sub(_COMMON_OR_ANY, content)


def _root_tag(head: bytes) -> str | None:
    """The tag of the root element, with its namespace, where the bytes hold all of it."""
    from lxml import etree

    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True)
    with suppress(etree.XMLSyntaxError):
        parser.feed(head)
    roots = (element for _, element in parser.read_events() if isinstance(element, etree._Element))
    return next((str(root.tag) for root in roots), None)


def _schema(version: Version) -> Schema:
    return Schema.xsd(
        CROSSREF,
        f"crossref{version.name}.xsd",
        checks=(role_types, person_roles) if version.has_roles else (),
        places=PLACES,
        stubs=STUBS,
        stubs_unless=FORMULA_SIGNS,
        read_as=as_read,
        rearranged=rearranged,
    )


SCHEMAS: Final = FrozenMap({name: _schema(version) for name, version in VERSIONS.items()})
"""The schema of each version, the default one first."""

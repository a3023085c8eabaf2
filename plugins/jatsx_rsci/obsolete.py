"""Values that eLIBRARY accepts in files, but no longer uses.

Source: the explanations in eLIBRARY's schema: the article type ``UNK``, the cited field
``PlacePubl``, the attributes ``author/@id``, ``furl/@location`` and ``furl/@version``.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Final, cast

from jatsx import FrozenMap, SchemaError, SchemaLoader, positions

if TYPE_CHECKING:
    from lxml.etree import _Element

ATTRIBUTES: Final = (("author", "id"), ("furl", "location"), ("furl", "version"))
"""The obsolete attributes, each with its element."""

ADDITIONS: Final = (
    ('<xs:enumeration value="SCO"/>', '<xs:enumeration value="UNK"/>'),
    ('<xs:enumeration value="ADS"/>', '<xs:enumeration value="PlacePubl"/>'),
    (
        '<xs:attribute name="num" type="xs:unsignedInt" use="required"/>',
        '<xs:attribute name="id" type="xs:string"/>',
    ),
)
"""What is added to the schema so that it allows the obsolete values, and after what."""


class WithObsoleteValues(SchemaLoader):
    """Reads the schema with the obsolete values."""

    def read(self, folder: Traversable, name: str, variant: str) -> bytes:
        """The content of the schema."""
        schema = super().read(folder, name, variant).decode("utf-8")
        for before, addition in ADDITIONS:
            schema = schema.replace(before, before + addition)
        return schema.encode("utf-8")


def obsolete_values(root: _Element) -> Iterator[SchemaError]:
    """The obsolete values of a file."""
    for kind in root.iter("artType"):
        if kind.text == "UNK":
            yield _obsolete("artType", "UNK", kind)
    for cited in root.iter("element"):
        if cited.get("field") == "PlacePubl":
            yield _obsolete("element/@field", "PlacePubl", cited, "@field")
    for tag, attribute in ATTRIBUTES:
        for element in root.iter(tag):
            value = element.get(attribute)
            if value is not None:
                yield _obsolete(f"{tag}/@{attribute}", value, element, f"@{attribute}")


def _obsolete(name: str, value: str, element: _Element, *steps: str) -> SchemaError:
    return SchemaError(
        f"{name} is obsolete",
        (*positions(element), *steps),
        cast("int | None", element.sourceline),
        "value-obsolete",
        FrozenMap({"name": name, "value": value}),
    )

"""The values of a document in order, with their places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

from lxml import etree

from jatsx.documents.content import content_bytes
from jatsx.documents.document import Document

_KIND = re.compile("type$|kind$|^lang", re.IGNORECASE)
"""The keys of JSON whose value says what the values beside it are."""

_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|[0-9]+")


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of a document, and the names of its place from the outside in.

    A name contains the element or key, and what says what it is: the values of its attributes, or
    the values of the keys ``type`` and ``lang`` beside it.
    """

    place: tuple[str, ...]
    text: str

    @property
    def words(self) -> frozenset[str]:
        """The words of the two innermost names, in lower case."""
        return frozenset(word.lower() for name in self.place[-2:] for word in _WORD.findall(name))


def placed_texts(document: Document) -> tuple[list[PlacedText], bool]:
    """The texts of a document in order, and whether they are exact.

    Texts that are neither XML nor JSON may be escaped in a way that is not known here. The same is
    true of a ZIP file of XML files, such as a workbook.
    """
    content = content_bytes(document)
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            files = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
        roots = map(etree.fromstring, files)
        return [text for root in roots for text in _xml_texts(root, (), {})], False
    with suppress(etree.XMLSyntaxError):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(content, parser)
        return list(_xml_texts(root, (), _targets(root))), True
    with suppress(ValueError):
        return list(_json_texts(json.loads(content), ())), True
    lines = content.decode("utf-8", "replace").splitlines()
    return [PlacedText(tuple(line.split()[:1]), line) for line in lines], False


def _targets(root: etree._Element) -> Mapping[str, etree._Element]:
    """The elements with an id."""
    return {one.get("id", ""): one for one in root.iter() if one.get("id")}


def _xml_texts(
    element: etree._Element, place: tuple[str, ...], targets: Mapping[str, etree._Element]
) -> Iterator[PlacedText]:
    """The texts of an element. A reference to an id is followed by the texts of its element."""
    if not isinstance(element.tag, str):
        return
    attributes = {etree.QName(name).localname: text for name, text in element.attrib.items()}
    own = etree.QName(element).localname
    here = (*place, " ".join((own, *map(str, attributes.values()))))
    for name, text in attributes.items():
        yield PlacedText((*place, own, name), str(text))
        if name != "id" and targets:
            for target in (targets[one] for one in str(text).split() if one in targets):
                yield from _xml_texts(target, (), {})
    if element.text:
        yield PlacedText(here, element.text)
    for child in element:
        yield from _xml_texts(child, here, targets)
        if child.tail:
            yield PlacedText(here, child.tail)


def _json_texts(value: Any, place: tuple[str, ...]) -> Iterator[PlacedText]:
    if isinstance(value, dict):
        kinds = [item for key, item in value.items() if _KIND.search(key) and type(item) is str]
        for key, item in value.items():
            yield PlacedText((*place, "key"), key)
            is_plain = not isinstance(item, (dict, list))
            yield from _json_texts(item, (*place, " ".join((key, *(kinds if is_plain else ())))))
    elif isinstance(value, list):
        for item in value:
            yield from _json_texts(item, place)
    else:
        yield PlacedText(place, str(value))

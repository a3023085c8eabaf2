"""Articles to export, and what comes of them, for all tests of the RSCI exporter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import yaml
from lxml import etree

from jatsx import Document, ExportContext, SchemaError
from jatsx.documents.content import content_bytes
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.validation import validate
from jatsx_rsci.exporter import EXPORTER, export

HERE: Final = Path(__file__).parent
TITLEID: Final = {"titleid": "99999"}
SCHEMA: Final = EXPORTER.versions[""]

LEAST: Final[Mapping[str, Any]] = {
    "id": "01",
    "type": "research-article",
    "language": "ru",
    "title": {"ru": "Название"},
    "pages": {"first": "5", "last": "14"},
    "issue": {
        "id": "2024-1",
        "number": "1",
        "year": "2024",
        "journal": {"title": {"ru": "Вестник"}, "issn": {"print": "2434-561X"}},
    },
}
"""An article that says no more than eLIBRARY asks for. Nothing of it is lost."""


def described(given: Mapping[str, Any]) -> Article:
    """The least article, with what is given in addition or instead."""
    return Article.model_validate(merged(LEAST, given))


def merged(base: Any, over: Any) -> Any:
    """The one mapping over the other, at every depth; a text in languages is replaced whole."""
    if not isinstance(base, Mapping) or not isinstance(over, Mapping) or "ru" in base:
        return over
    return {**base, **{key: merged(base.get(key), value) for key, value in over.items()}}


def exported(*articles: Article, options: Mapping[str, str] | None = None) -> Document:
    """The document of some articles of one issue."""
    (document,) = export(articles, context(options))
    return document


def context(options: Mapping[str, str] | None = None) -> ExportContext:
    """A deposit with the option that every file needs, and these."""
    given = FrozenMap({**TITLEID, **(options or {})})
    return ExportContext("20240601120000000", "batch", 0, "", given)


def parsed(document: Document) -> etree._Element:
    """The document's root."""
    return etree.fromstring(content_bytes(document))


def schema_errors(document: Document) -> Sequence[SchemaError]:
    """What the schema has against a document."""
    return validate(content_bytes(document), SCHEMA)


def lost(document: Document) -> dict[str, str]:
    """The fields that were lost, and the code of the reason."""
    return {loss.field: loss.code for loss in document.all_losses}


def compact(found: Iterable[Any]) -> list[str]:
    """Elements as strings, without what only lays them out; other values as they are."""
    return [_canonical(node) if isinstance(node, etree._Element) else str(node) for node in found]


def loaded(path: Path) -> Any:
    """A file of test data, its plain scalars as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def _canonical(element: etree._Element) -> str:
    for node in element.iter():
        if _is_layout(node.text):
            node.text = None
        if node is not element and _is_layout(node.tail):
            node.tail = None
    canonical: bytes = etree.tostring(element, method="c14n", with_tail=False)
    return canonical.decode()


def _is_layout(text: str | None) -> bool:
    return text is not None and "\n" in text and not text.strip()

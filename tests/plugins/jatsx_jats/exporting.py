"""Articles from plain data, exported and held against the bundled DTDs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from lxml import etree

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.xml import Element, serialised
from jatsx.model import Article
from jatsx_jats.exporter import EXPORTER
from jatsx_jats.version import VERSIONS

HERE: Final = Path(__file__).parent
NAMESPACES: Final = {
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
}

Data = Mapping[str, Any]


def loaded(name: str) -> Any:
    """What a YAML file beside this one says; every scalar is text, as in input."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.BaseLoader)


def exported(data: Data | Article, version: str = "1.3") -> Document:
    """The document that an article becomes."""
    article = data if isinstance(data, Article) else Article.model_validate(data)
    context = ExportContext(timestamp="20240101000000000", batch_id="b", version=version)
    (document,) = EXPORTER.export([article], context)
    return document


def as_bytes(document: Document) -> bytes:
    assert isinstance(document.content, Element)
    return serialised(document.content, doctype=document.doctype)


def parsed(document: Document) -> etree._Element:
    return etree.fromstring(as_bytes(document))


def schema_errors(document: Document, version: str) -> list[str]:
    """What the version's DTD has against a document."""
    schema = dtd(version)
    schema.validate(parsed(document))
    log: Any = schema.error_log
    return [f"{entry.path}: {entry.message[:300]}" for entry in log]


def lost(document: Document) -> dict[str, str]:
    """The reason for each field that was lost."""
    return {loss.field: EXPORTER.reason(loss) for loss in document.all_losses}


@cache
def dtd(version: str) -> etree.DTD:
    path = VERSIONS[version].schema
    return etree.DTD(file=str(path.folder / path.name))

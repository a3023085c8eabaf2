"""Reading articles, and what was read as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from jatsx.documents.document import ExportContext
from jatsx.documents.xml import Element, serialised
from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import format_path
from jatsx.readers.reader import Record
from jatsx_jats.exporter import EXPORTER
from jatsx_jats.reader.reader import read

NAMESPACES: Final = (
    'xmlns:ali="http://www.niso.org/schemas/ali/1.0/"'
    ' xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:xlink="http://www.w3.org/1999/xlink"'
)

TITLE: Final = "<title-group><article-title>Т</article-title></title-group>"


def whole(
    meta: str = "", *, journal: str = "", back: str = "", after: str = "", lang: str = "ru"
) -> str:
    """An article with that in its ``article-meta``, ``journal-meta``, ``back`` and after it."""
    language = f' xml:lang="{lang}"' if lang else ""
    journal_meta = f"<journal-meta>{journal}</journal-meta>" if journal else ""
    return (
        f"<article {NAMESPACES}{language}><front>{journal_meta}"
        f"<article-meta>{meta}</article-meta></front><body><p>Текст</p></body>"
        f"<back>{back}</back>{after}</article>"
    )


def record_of(content: str | bytes, folder: Path, name: str = "a.xml") -> Record:
    """The record of a file with that content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (record,) = read(path)
    return record


def article_of(content: str | bytes, folder: Path, name: str = "a.xml") -> Article:
    """The article of a file with that content."""
    record = record_of(content, folder, name)
    assert record.article is not None, record.findings
    return record.article


def document_of(article: Article, version: str = "1.3", **options: str) -> bytes:
    """The document that an article becomes."""
    context = ExportContext("20240101000000000", "b", version=version, options=options)
    (document,) = EXPORTER.export([article], context)
    assert isinstance(document.content, Element)
    return serialised(document.content, doctype=document.doctype)


def data_of(article: Article) -> dict[str, Any]:
    """An article as plain data, without default values."""
    return article.model_dump(mode="json", exclude_defaults=True)


def leaves(value: Any, path: FieldPath = ()) -> Iterator[tuple[str, Any]]:
    """Each value of plain data with its path."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from leaves(item, (*path, n))
    else:
        yield format_path(path), value


def summary(finding: Finding) -> str:
    """A finding in one line: its code and what it is about."""
    names = ("name", "tags", "type", "date", "language", "title")
    said = [finding.params[name] for name in names if finding.params.get(name)]
    return " ".join((finding.code, *said[:1]))

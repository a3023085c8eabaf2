"""Reading an export, and what was read as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import format_path
from jatsx.readers.reader import Record
from jatsx_ojs.reader import read

NAMESPACE = 'xmlns="http://pkp.sfu.ca"'


def records(content: str | bytes, folder: Path) -> list[Record]:
    """The records of an export with that content."""
    path = folder / "export.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(path))


def article_record(inside: str, folder: Path, attributes: str = 'locale="ru"') -> Record:
    """The record of an article of one version, with that inside its ``publication``."""
    publication = f"<publication status='3'>{inside}</publication>"
    xml = f"<article {NAMESPACE} {attributes}>\n{publication}\n</article>"
    return records(xml, folder)[1]


def read_article(inside: str, folder: Path, attributes: str = 'locale="ru"') -> Article:
    """That article."""
    article = article_record(inside, folder, attributes).article
    assert article is not None
    return article


def codes(record: Record) -> list[str]:
    """What was found: the codes, each with its field and what it is of."""
    return [_code(finding) for finding in record.findings]


def own_codes(record: Record) -> list[str]:
    """What was found beyond what no export holds."""
    absent = (
        "ojs-url-absent",
        "ojs-received-absent",
        "ojs-accepted-absent",
        "ojs-subject-codes-absent",
    )
    return [code for code in codes(record) if not code.startswith(absent)]


def table(record: Record) -> dict[str, list[Any]]:
    """Each value of the article's fields, after the line of the file in which it stands."""
    assert record.article is not None
    assert record.locate is not None
    rows: dict[str, list[Any]] = {}
    for path, value in _leaves(record.article.model_dump(mode="json", exclude_defaults=True)):
        place = record.locate(format_path(path), "")
        assert place is not None
        rows[format_path(path)] = [place.line, value]
    return rows


def _code(finding: Finding) -> str:
    said = (finding.code, finding.field, finding.params.get("name"))
    return " ".join(filter(None, said))


def _leaves(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _leaves(item, (*path, n))
    else:
        yield path, value

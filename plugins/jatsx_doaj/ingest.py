"""What DOAJ accepts of files of other programs, and what it then ignores or changes.

Source: DOAJ's source code, ``IncomingArticleDO``: unknown properties are removed, values of links
are matched without regard to case, and the properties of the journal are taken from DOAJ's record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from jatsx import FrozenMap, Schema, SchemaError
from jatsx_doaj.checks import CHECKS, ErrorPath

KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("bibjson", "admin"),
    "admin": ("publisher_record_id",),
    "bibjson": (
        *("title", "abstract", "keywords", "identifier", "link", "author"),
        *("year", "month", "journal"),
    ),
    "identifier": ("type", "id"),
    "link": ("type", "url", "content_type"),
    "author": ("name", "affiliation", "orcid_id"),
    "journal": ("volume", "number", "start_page", "end_page"),
}
"""The properties that DOAJ keeps, by the property that contains them."""

CONTENT_TYPES: Final = ("PDF", "HTML", "ePUB", "XML")
MONTHS: Final = tuple(str(number) for number in range(1, 13))

_DOI: Final = re.compile(
    r"((https?://)?((dx\.)?doi\.org/|hdl\.handle\.net/)|doi:|info:doi/|info:hdl/)?10\.\S+/\S+\Z",
    re.IGNORECASE,
)


def malformed_doi(document: Any) -> Iterator[SchemaError]:
    """The first DOI of an article has a form that DOAJ knows.

    Source: DOAJ's source code, "Invalid DOI format": also ``doi:10.…`` and URLs.
    """
    for path, article in _records(document):
        for n, identifier in enumerate(article["bibjson"]["identifier"]):
            if identifier["type"] == "doi":
                if not _DOI.match(identifier["id"]):
                    name = {"name": "identifier/id", "value": identifier["id"]}
                    yield SchemaError(
                        "Invalid DOI format",
                        (*path, "bibjson", "identifier", n, "id"),
                        kind="value-form",
                        params=FrozenMap(name),
                    )
                break


def ignored_properties(document: Any) -> Iterator[SchemaError]:
    """The properties that DOAJ accepts and does not keep."""
    for path, article in _records(document):
        yield from _ignored(article, path, "")


def changed_values(document: Any) -> Iterator[SchemaError]:
    """The values that DOAJ stores in another form, and those that it does not document."""
    for path, article in _records(document):
        bibjson = article.get("bibjson")
        if isinstance(bibjson, dict):
            yield from _of_month(bibjson, (*path, "bibjson"))
            for n, one in enumerate(_objects(bibjson.get("identifier"))):
                yield from _of_issn(one, (*path, "bibjson", "identifier", n))
            for n, one in enumerate(_objects(bibjson.get("link"))):
                yield from _of_link(one, (*path, "bibjson", "link", n))


INGEST: Final = Schema.json(
    files("jatsx_doaj"),
    "ingest.json",
    checks=(malformed_doi, *CHECKS),
    warnings=(ignored_properties, changed_values),
)
"""The schema for files of other programs."""


def _records(document: Any) -> Iterator[tuple[ErrorPath, dict[str, Any]]]:
    """Each article with its path. The document may be invalid."""
    if isinstance(document, dict):
        yield (), document
    elif isinstance(document, list):
        yield from (((n,), one) for n, one in enumerate(document) if isinstance(one, dict))


def _objects(value: Any) -> Iterable[dict[str, Any]]:
    """The objects of a list; nothing if the value is not a list of objects."""
    is_list = isinstance(value, list) and all(isinstance(one, dict) for one in value)
    return value if is_list else ()


def _ignored(value: Any, path: ErrorPath, parent: str) -> Iterator[SchemaError]:
    if isinstance(value, list):
        for n, item in enumerate(value):
            yield from _ignored(item, (*path, n), parent)
    elif isinstance(value, dict) and parent in KEPT:
        for key, inner in value.items():
            if key in KEPT[parent] and inner != "":
                yield from _ignored(inner, (*path, key), key)
            else:
                params = FrozenMap({"property": key, "parent": parent or "article"})
                detail = f"{key} is not kept"
                yield SchemaError(detail, (*path, key), kind="part-ignored", params=params)


def _of_month(bibjson: dict[str, Any], path: ErrorPath) -> Iterator[SchemaError]:
    month = bibjson.get("month")
    if month not in (None, "", *MONTHS):
        yield _undocumented("month", month, MONTHS, (*path, "month"))


def _of_issn(identifier: dict[str, Any], path: ErrorPath) -> Iterator[SchemaError]:
    issn = identifier.get("id")
    if identifier.get("type") in ("pissn", "eissn") and isinstance(issn, str):
        digits = issn.upper().replace("-", "")
        stored = f"{digits[:4]}-{digits[4:]}"
        if issn != stored and len(digits) == 8:
            yield _changed("identifier/id", issn, stored, (*path, "id"))


def _of_link(link: dict[str, Any], path: ErrorPath) -> Iterator[SchemaError]:
    kind, content_type = link.get("type"), link.get("content_type")
    if isinstance(kind, str) and kind != "fulltext" and kind.strip().lower() == "fulltext":
        yield _changed("link/type", kind, "fulltext", (*path, "type"))
    if isinstance(content_type, str) and content_type not in ("", *CONTENT_TYPES):
        known = {one.lower(): one for one in CONTENT_TYPES}
        stored = known.get(content_type.strip().lower())
        where = (*path, "content_type")
        if stored:
            yield _changed("link/content_type", content_type, stored, where)
        else:
            yield _undocumented("link/content_type", content_type, CONTENT_TYPES, where)


def _changed(name: str, value: str, stored: str, path: ErrorPath) -> SchemaError:
    params = FrozenMap({"name": name, "value": value, "stored": stored})
    return SchemaError(f"stored as {stored}", path, kind="value-changed", params=params)


def _undocumented(name: str, value: Any, choices: Iterable[str], path: ErrorPath) -> SchemaError:
    params = FrozenMap({"name": name, "value": str(value), "choices": ", ".join(choices)})
    return SchemaError(f"not documented: {value}", path, kind="value-undocumented", params=params)

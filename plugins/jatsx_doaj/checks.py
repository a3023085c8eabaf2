"""Checks of DOAJ's documents that a JSON Schema cannot express. They run after the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from jatsx import SchemaError
from jatsx.standards.identifiers import doi_key

ErrorPath: TypeAlias = tuple[str | int, ...]
SCRIPT: Final = "<script>"
"""The string that DOAJ does not allow in any text."""


def no_equal_issns(document: Any) -> Iterator[SchemaError]:
    """The print ISSN and the online ISSN are different.

    Source: DOAJ, "P-ISSN and E-ISSN should be different".
    """
    for path, bibjson in _articles(document):
        by_id: dict[str, str] = {}
        for n, identifier in enumerate(bibjson["identifier"]):
            kind, number = identifier["type"], identifier["id"].upper().replace("-", "")
            if by_id.setdefault(number, kind) != kind:
                yield SchemaError("pissn and eissn are equal", (*path, "identifier", n, "id"))


def no_doi_twice(document: Any) -> Iterator[SchemaError]:
    """No two articles of a file have the same DOI. Source: DOAJ refuses such files."""
    return _no_value_twice(document, "the same DOI", _dois)


def no_link_twice(document: Any) -> Iterator[SchemaError]:
    """No two articles of a file have the same link, with any scheme. Source: as for DOIs."""
    return _no_value_twice(document, "the same link", _links)


def no_script(document: Any) -> Iterator[SchemaError]:
    """No text contains ``<script>``. Source: DOAJ, "Metadata contains <script> tag"."""
    for path, text in _strings(document):
        if SCRIPT in text:
            yield SchemaError(f"the text contains {SCRIPT}", path)


CHECKS: Final = (no_equal_issns, no_doi_twice, no_link_twice, no_script)


def _no_value_twice(
    document: Any, name: str, values: Callable[[Any], Iterator[tuple[ErrorPath, str]]]
) -> Iterator[SchemaError]:
    seen: set[str] = set()
    for path, bibjson in _articles(document):
        own = list(values(bibjson))
        for place, value in own:
            if value in seen:
                yield SchemaError(f"another article has {name} {value}", (*path, *place))
        seen.update(value for _, value in own)


def _dois(bibjson: Any) -> Iterator[tuple[ErrorPath, str]]:
    for n, identifier in enumerate(bibjson["identifier"]):
        if identifier["type"] == "doi":
            yield ("identifier", n, "id"), doi_key(identifier["id"])


def _links(bibjson: Any) -> Iterator[tuple[ErrorPath, str]]:
    for n, link in enumerate(bibjson.get("link") or ()):
        yield ("link", n, "url"), link["url"].partition("://")[2]


def _articles(document: Any) -> Iterator[tuple[ErrorPath, Any]]:
    """The ``bibjson`` of each article, with its path."""
    if isinstance(document, list):
        yield from (((n, "bibjson"), record["bibjson"]) for n, record in enumerate(document))
    else:
        yield ("bibjson",), document["bibjson"]


def _strings(value: Any, path: ErrorPath = ()) -> Iterator[tuple[ErrorPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _strings(item, (*path, n))

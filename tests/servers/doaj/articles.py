"""Articles as DOAJ takes and stores them. Source: DOAJ's source code, ``IncomingArticleDO``."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from jatsx.validation import validate
from jatsx_doaj.ingest import INGEST, KEPT
from tests.servers.doaj.refusals import NOT_JSON, Refused

Article: TypeAlias = dict[str, Any]

_ADDRESS_OF_DOI: Final = re.compile(r"(https?://(dx\.)?doi\.org/|doi:)", re.IGNORECASE)


def accepted(value: Any) -> Article:
    """An article as DOAJ stores it: unknown properties are dropped without a word.

    Raises:
        Refused: DOAJ does not accept its form.
    """
    content = json.dumps(value, ensure_ascii=False).encode()
    errors = [one.detail for one in validate(content, INGEST) if not one.is_warning]
    if errors or not isinstance(value, dict):
        raise Refused(400, errors[0] if errors else "The article is not an object")
    return {name: _kept(one, name) for name, one in value.items() if name in KEPT[""]}


def doi_of(article: Article) -> str:
    """The DOI in small letters, without an address; empty if there is none."""
    dois = _identifiers(article, "doi")
    return _ADDRESS_OF_DOI.sub("", dois[0]).lower() if dois else ""


def issns_of(article: Article) -> list[str]:
    return _identifiers(article, "pissn") + _identifiers(article, "eissn")


def link_of(article: Article) -> str:
    """The first link, without its scheme; empty if there is none."""
    links = article["bibjson"].get("link") or []
    return str(links[0]["url"]).partition("://")[2] if links else ""


def _identifiers(article: Article, kind: str) -> list[str]:
    return [one["id"] for one in article["bibjson"]["identifier"] if one["type"] == kind]


def has_twins(articles: Sequence[Article]) -> bool:
    """Whether two articles have the same DOI or the same link."""
    for value in (doi_of, link_of):
        values = [value(one) for one in articles if value(one)]
        if len(values) > len(set(values)):
            return True
    return False


def json_of(body: bytes) -> Any:
    """The value in a body. Raises Refused."""
    try:
        return json.loads(body.decode("utf-8"))
    except ValueError as error:
        raise Refused(400, NOT_JSON) from error


def _kept(value: Any, parent: str) -> Any:
    """What DOAJ stores of a property's value."""
    if isinstance(value, list):
        return [_kept(one, parent) for one in value]
    if isinstance(value, dict) and parent in KEPT:
        return {key: _kept(one, key) for key, one in value.items() if key in KEPT[parent]}
    return value

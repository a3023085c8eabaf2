"""The articles in a document, as they were sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from jatsx.standards.identifiers import doi_key


@dataclass(frozen=True, slots=True)
class SentArticle:
    """An article: its DOI in lower case, or its first link if it has none; its ISSNs."""

    key: str | None
    issns: frozenset[str]


def sent_articles(content: bytes) -> list[SentArticle]:
    """The articles of a document, which is a list of articles or one article."""
    value = json.loads(content)
    return [
        _sent_article(one["bibjson"]) for one in (value if isinstance(value, list) else [value])
    ]


def is_single(content: bytes) -> bool:
    """Whether a document has only one article."""
    return len(sent_articles(content)) == 1


def single_article(content: bytes) -> bytes:
    """The only article of a document, without the list around it."""
    value = json.loads(content)
    if isinstance(value, list):
        (value,) = value
    return json.dumps(value, ensure_ascii=False).encode()


def _sent_article(bibjson: dict[str, object]) -> SentArticle:
    dois = [doi_key(one) for one in _ids(bibjson, "doi")]
    links = bibjson.get("link") or []
    urls = [str(one["url"]) for one in links] if isinstance(links, list) else []
    issns = frozenset((*_ids(bibjson, "pissn"), *_ids(bibjson, "eissn")))
    return SentArticle(next(iter((*dois, *urls)), None), issns)


def _ids(bibjson: dict[str, object], kind: str) -> Iterator[str]:
    identifiers = bibjson.get("identifier") or []
    assert isinstance(identifiers, list)  # the schema requires it
    return (str(one["id"]) for one in identifiers if one["type"] == kind)

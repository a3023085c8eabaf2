"""Whether a format says truly what it drops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jatsx.formats import Deposit, Exporter
from jatsx.model import Article
from jatsx.testing.changes import changes

EXEMPT = {
    r"id": "names the article in the input and its file in the output",
    r"affiliations\[\d+\]\.id": "used only inside the input",
    r"issue\.sections\[\d+\]\.id": "used only inside the input",
    r"issue\.journal\.(doi_prefix|languages.*|rules.*)": "a setting, asked by rules",
    r"issue\.journal\.formats.*": "a setting of formats",
    r"issue\.articles\[\d+\]": "ids used only inside the input",
}
"""Fields that no format has to show, and why: patterns of their paths."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A change that a format neither shows in its documents nor names in its losses."""

    field: str
    how: str


@dataclass(frozen=True, slots=True)
class _Export:
    documents: tuple[tuple[str, bytes], ...]
    losses: frozenset[str]


def silences(exporter: Exporter, article: Article, deposit: Deposit) -> Iterator[Silence]:
    """The fields of an article that a format drops without a word."""
    before = _exported(exporter, [article], deposit)
    for change in changes(article):
        if is_exempt(exporter, change.field):
            continue
        after = _exported(exporter, [change.article], deposit)
        named = before.losses | after.losses
        if before.documents == after.documents and not _is_named(change.field, named):
            yield Silence(change.field, change.how)


def is_exempt(exporter: Exporter, field: str) -> bool:
    """Whether a format needn't show a field."""
    own = (re.escape(prefix) + r"\b.*" for prefix in exporter.own_record)
    return any(re.fullmatch(pattern, field) for pattern in (*EXEMPT, *own))


def _exported(exporter: Exporter, articles: Sequence[Article], deposit: Deposit) -> _Export:
    from jatsx.pipeline.content import content_bytes

    documents = list(exporter.export(articles, deposit))
    losses = (loss.field for document in documents for loss in document.losses)
    return _Export(tuple((one.name, content_bytes(one)) for one in documents), frozenset(losses))


def _is_named(field: str, losses: frozenset[str]) -> bool:
    return any(field == loss or field.startswith((f"{loss}.", f"{loss}[")) for loss in losses)

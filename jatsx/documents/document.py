"""What an exporter returns, and all that it may know beyond the articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from jatsx.documents.xml import Element
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from lxml.etree import _Element

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of an article that a format has no place for.

    ``article`` is the article's id, ``field`` a path in the model, ``why`` a sentence that is true
    of the format's schema.
    """

    article: str
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file that an exporter made.

    ``name`` is a bare file name. ``content`` is an ``Element``, an lxml element, a JSON value (of
    ``json_object`` and ``json_list``, or of plain dictionaries and lists) or bytes; ``doctype``
    stands before an element's root. ``articles`` are the ids of those described, all of the run
    where none is named.
    """

    name: str
    content: Element | _Element | Json | bytes
    losses: Sequence[Loss] = ()
    articles: Sequence[str] = ()
    doctype: str = ""


@dataclass(frozen=True, slots=True)
class Deposit:
    """All that an exporter may know beyond the articles.

    ``timestamp`` has 17 digits, UTC. ``batch_id`` names this deposit among all others. ``run``
    counts from 1 where an issue is too large for one file, and is 0 where it isn't. ``options``
    are the format's, from the journal and ``--set``.
    """

    timestamp: str
    batch_id: str
    run: int = 0
    version: str = ""
    options: Mapping[str, str] = FrozenMap()
    batch: int = 500

    def option(self, name: str) -> str | None:
        """What an option says, or None where it is left out or empty."""
        return self.options.get(name) or None

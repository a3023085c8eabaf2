"""What an exporter returns, and all that it may know beyond the articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from jatsx.documents.loss import Loss
from jatsx.documents.xml import Element
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from lxml.etree import _Element

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Document:
    """A file that an exporter made.

    Args:
        name: a bare file name: ``<article id>.<ext>`` or ``<issue id>[-<run>].<ext>``.
        content: an :class:`~jatsx.documents.xml.Element`, an lxml element, a JSON value (made by
            ``json_object`` and ``json_list``, or of plain dictionaries and lists) or bytes.
        losses: what the document does not include of each article, by the article's id.
        articles: the ids of the articles described; none stands for all of the run.
        doctype: the document type declaration before an element's root.
    """

    name: str
    content: Element | _Element | Json | bytes
    losses: Mapping[str, Sequence[Loss]] = FrozenMap()
    articles: Sequence[str] = ()
    doctype: str = ""

    @property
    def all_losses(self) -> tuple[Loss, ...]:
        """The losses of all its articles."""
        return tuple(chain.from_iterable(self.losses.values()))


@dataclass(frozen=True, slots=True)
class ExportContext:
    """All that an exporter may know beyond the articles.

    ``timestamp`` has 17 digits, UTC. ``batch_id`` names this export among all others. ``run``
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

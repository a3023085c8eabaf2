"""The documents that an exporter returns, and the context that it receives."""

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
class Attachment:
    """A file of the issue folder that is put into a ZIP file.

    An exporter never opens it. jatsx reads it when it writes the ZIP file.

    Args:
        name: its name in the ZIP file, without folders.
        path: its path in the issue folder, as the model has it.
        field: the field of the path, starting at the article: ``files[0].path``.
        article: the id of the article that names it; None for a file of the issue.
    """

    name: str
    path: str
    field: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that an exporter returns.

    With ``content_name``, it is a ZIP file without folders: the content with this name, then the
    attachments in their order. It is not compressed, and all its dates are the same.

    Args:
        name: a file name without a folder: ``<article id>.<ext>`` or
            ``<issue id>[-<run>].<ext>``.
        content: an :class:`~jatsx.documents.xml.Element`, an lxml element, a JSON value (of
            ``json_object`` and ``json_list``, or plain dictionaries and lists), text (written as
            UTF-8) or bytes.
        losses: the losses of each article, by the article's id.
        articles: the ids of the articles in the document; empty means all articles of the run.
        doctype: the document type declaration before the root element.
        content_name: the name of the content in the ZIP file; empty if the file is not a ZIP file.
        attachments: the other files in the ZIP file.
    """

    name: str
    content: Element | _Element | Json | bytes
    losses: Mapping[str, Sequence[Loss]] = FrozenMap()
    articles: Sequence[str] = ()
    doctype: str = ""
    content_name: str = ""
    attachments: Sequence[Attachment] = ()

    @property
    def all_losses(self) -> tuple[Loss, ...]:
        """The losses of all articles."""
        return tuple(chain.from_iterable(self.losses.values()))


@dataclass(frozen=True, slots=True)
class ExportContext:
    """The context of an export: all data that an exporter receives in addition to the articles.

    Args:
        timestamp: date and time, 17 digits (``YYYYMMDDhhmmssSSS``), UTC.
        batch_id: a unique id of this export.
        run: the number of the file, from 1, if an issue is written to several files; else 0.
        version: the version of the format.
        options: the options of the format, from the journal's settings and ``--set``.
        batch: the maximum number of articles in a run.
    """

    timestamp: str
    batch_id: str
    run: int = 0
    version: str = ""
    options: Mapping[str, str] = FrozenMap()
    batch: int = 500

    def option(self, name: str) -> str | None:
        """The value of an option; None if it is missing or empty."""
        return self.options.get(name) or None

"""What a format is: an exporter, its options, and the schemas that its documents must meet.

An exporter is a pure function. It sees articles and a :class:`ExportContext`, and nothing else: no
clock, no disk, no network, no locale. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.loss import SHARED_REASONS, Loss
from jatsx.findings.formatting import filled
from jatsx.findings.translation import gettext
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.schema import Schema

if TYPE_CHECKING:
    from jatsx.model import Article


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a format: ``formats: {NAME: {option: value}}`` or ``--set NAME.option=value``.

    ``choices`` are the values allowed, where not every text is. ``default`` is said in the help;
    an exporter applies it itself. ``kind`` is what the value must be: a language tag (BCP 47) or
    any text.
    """

    name: str
    help: str
    required: bool = False
    choices: tuple[str, ...] = ()
    default: str = ""
    kind: Literal["text", "language"] = "text"


def option_field(format: str, option: str) -> Path:
    """The field in which an option of a format is written, from the journal.

    >>> option_field("pdf", "paper")
    ('formats', 'pdf', 'paper')
    """
    return ("formats", format, option)


def option_path(format: str, option: str) -> str:
    """The path of the field in which an option of a format is written, from the article.

    It is the ``field`` of an element that holds the option's value.

    >>> option_path("pdf", "paper")
    'issue.journal.formats.pdf.paper'
    """
    return format_path(("issue", "journal", *option_field(format, option)))


Export: TypeAlias = "Callable[[Sequence[Article], ExportContext], Iterable[Document]]"


@dataclass(frozen=True, eq=False)
class Exporter:
    """A format that articles can be exported to.

    Args:
        name: what the command line calls it: one lower-case word.
        title: what people call it.
        export: makes documents of one article, or of a run of one issue's articles.
        versions: a schema for each version of the format, the default version first.
        schema: short for one version without a name.
        per: whether ``export`` gets one article or a run of one issue's articles.
        whole: whether a run is always a whole issue, however many articles it has; one of more
            than ten thousand is refused then.
        default: whether it is exported to where the user names no format.
        options: the settings it knows.
        losses: the English sentence of each code of a loss, a format string over the loss's params.
            It completes "not included in NAME, because", and names what the schema or the agency
            allows.
        own_record: fields that the agency takes from a record of its own, and why they stand
            neither in a document nor among its losses: paths in the model, without positions.
        unique_urls: whether two articles may not have the same landing page.
        recognises: which version a foreign file is, by its first bytes; None for another format.
    """

    name: str
    title: str
    export: Export
    versions: Mapping[str, Schema] = FrozenMap()
    schema: Schema | None = None
    per: Literal["article", "issue"] = "article"
    whole: bool = False
    default: bool = False
    options: tuple[Option, ...] = ()
    losses: Mapping[str, str] = FrozenMap()
    own_record: Mapping[str, str] = FrozenMap()
    recognises: Callable[[bytes], str | None] | None = None
    unique_urls: bool = False

    def __post_init__(self) -> None:
        if self.schema is not None:
            object.__setattr__(self, "versions", FrozenMap({"": self.schema}))
        if not self.versions:
            raise ValueError(f"the format {self.name} has no schema")
        if self.whole and self.per != "issue":
            raise ValueError(f"the format {self.name} is whole, and not per issue")

    @property
    def reasons(self) -> Mapping[str, str]:
        """The English sentences of its losses by code, with those that jatsx itself adds."""
        return {**SHARED_REASONS, **self.losses}

    def reason(self, loss: Loss) -> str:
        """Why a field is lost, in English; the code itself where there is no sentence for it."""
        shared = SHARED_REASONS.get(loss.code, loss.code)
        return filled(gettext(self.losses.get(loss.code, shared)), loss.params)

    @property
    def version(self) -> str:
        """The default version."""
        return next(iter(self.versions))

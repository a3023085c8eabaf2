"""Formats: an exporter, its options and its schemas.

An exporter is a pure function. It gets articles and an :class:`ExportContext`, and must not use the
clock, the disk, the network or the locale. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.loss import LANGUAGE_TAG_INVALID, Loss
from jatsx.findings.formatting import filled
from jatsx.findings.translation import N_, gettext
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.option import Option
from jatsx.validation.schema import NO_SCHEMA, Schema

if TYPE_CHECKING:
    from jatsx.model import Article


def option_field(format: str, option: str) -> Path:
    """The path of the field of an option, starting at the journal.

    >>> option_field("pdf", "paper")
    ('formats', 'pdf', 'paper')
    """
    return ("formats", format, option)


def option_path(format: str, option: str) -> str:
    """The path of the field of an option, starting at the article.

    It is the ``field`` of an element that contains the value of the option.

    >>> option_path("pdf", "paper")
    'issue.journal.formats.pdf.paper'
    """
    return format_path(("issue", "journal", *option_field(format, option)))


SHARED_REASONS: Final[Mapping[str, str]] = {
    LANGUAGE_TAG_INVALID: N_(
        "“{tag}” is not a valid language tag for `xml:lang`. The text is included without its"
        " language."
    ),
}
"""The sentences of the losses that jatsx itself adds, in every format."""


@dataclass(frozen=True, slots=True)
class ForeignFormat:
    """What a file is that a format's exporter does not write: another version, a related format.

    Args:
        title: the name of the format shown to users.
        version: its version; empty if it has none.
        schema: validates the file. Without a schema, the file is named, but not validated.

    Raises:
        TypeError: the title or the version is not a text.
    """

    title: str
    version: str = ""
    schema: Schema | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.title, str) or not isinstance(self.version, str):
            raise TypeError(f"title and version must be text: {self.title!r}, {self.version!r}")


Export: TypeAlias = "Callable[[Sequence[Article], ExportContext], Iterable[Document]]"


@dataclass(frozen=True, eq=False)
class Exporter:
    """A format that articles can be exported to.

    Args:
        name: the name on the command line: one lower-case word.
        title: the name shown to users.
        export: makes the documents of one article, or of several articles of one issue (a run).
        versions: a schema for each version of the format, the default version first.
        schema: short for a single version without a name. Without ``versions`` and ``schema``, the
            documents are not validated, which is said wherever the format is shown.
        per: whether ``export`` gets one article or a run of articles of one issue.
        whole: whether a run is always a whole issue. An issue with more than ten thousand articles
            is then refused.
        default: whether articles are exported to it if the user names no format.
        options: the options of the format.
        losses: the English sentence for each code of a loss, a format string over the params of the
            loss. It is a whole sentence that says what the schema or the agency allows.
        own_record: fields that the agency takes from its own records, and why they are not in a
            document and not among its losses: paths in the model, without positions.
        unique_urls: whether each article must have its own landing page.
        real_values: whether the documents are sent to an agency, so that sample values (such as a
            DOI for tests) are errors.
        recognises: returns the version of a file, given its first bytes. For a version or a related
            format that is not among the ``versions``, it returns a :class:`ForeignFormat`, so that
            the file can be named or validated. None if the file has another format.
        aliases: other names that users may type for it, in lower case.
        accepts: the schemas for files of other programs, by version, if the agency accepts more
            than the exporter writes.
        without_language: fields whose values are written without their language, and why the format
            has no place for it: paths in the model, without positions and languages.
        next_step: what users do with the files, as one English sentence or several, marked with
            ``N_``: where a file goes, with which account, what comes back and when. They are shown
            one after the other. ``{files}`` is the file, or the folder that contains the files.
        template: returns an empty document for users to fill in, if there is one. It gets the
            language of the reader (BCP 47) and a function that translates a sentence marked with
            ``N_``. ``jatsx init --NAME FILE`` writes it. The files of such a format are made for
            editing, and ``jatsx convert --to NAME`` writes them whatever rules say.
        zip_next_step: the same as ``next_step`` for ZIP files, if it is different.
        zip_document: the name of the document in ZIP files, if it is always the same. Such ZIP
            files can be validated.
        zip_files: returns the names of the files that a document names, given its bytes, whether it
            is valid or not. They are beside it in the ZIP file.

    Raises:
        ValueError: it is whole, but not per issue; or it has only one of ``zip_document`` and
            ``zip_files``.
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
    recognises: Callable[[bytes], str | ForeignFormat | None] | None = None
    unique_urls: bool = False
    real_values: bool = False
    accepts: Mapping[str, Schema] = FrozenMap()
    aliases: tuple[str, ...] = ()
    without_language: Mapping[str, str] = FrozenMap()
    next_step: str | tuple[str, ...] = ()
    template: Callable[[str, Callable[[str], str]], bytes] | None = None
    zip_next_step: str | tuple[str, ...] = ()
    zip_document: str = ""
    zip_files: Callable[[bytes], Iterable[str]] | None = None

    def __post_init__(self) -> None:
        if self.schema is not None:
            object.__setattr__(self, "versions", FrozenMap({"": self.schema}))
        if not self.versions:
            object.__setattr__(self, "versions", FrozenMap({"": NO_SCHEMA}))
        if bool(self.zip_document) != (self.zip_files is not None):
            raise ValueError(f"{self.name}: zip_document and zip_files belong together")
        if self.whole and self.per != "issue":
            raise ValueError(f"the format {self.name} has whole=True, but not per='issue'")

    @property
    def reasons(self) -> Mapping[str, str]:
        """The English sentences of all losses by code, including those that jatsx adds."""
        return {**SHARED_REASONS, **self.losses}

    def reason(self, loss: Loss) -> str:
        """Why a field is not included, in the reader's language; the code if it has no sentence."""
        shared = SHARED_REASONS.get(loss.code, loss.code)
        return filled(gettext(self.losses.get(loss.code, shared)), loss.params)

    def next_steps(self, files: str, *, are_zip: bool = False) -> list[str]:
        """What users do with the files, in the reader's language.

        Args:
            files: the file, or the folder that contains the files.
            are_zip: whether they are all ZIP files.
        """
        step = (self.zip_next_step if are_zip else ()) or self.next_step
        sentences = (step,) if isinstance(step, str) else step
        return [filled(gettext(sentence), {"files": files}) for sentence in sentences]

    def foreign(self, version: str) -> ForeignFormat:
        """A version, as files of other programs are validated.

        Raises:
            KeyError: it is not a version of this format.
        """
        own = self.versions[version]
        return ForeignFormat(self.title, version, self.accepts.get(version, own))

    @property
    def version(self) -> str:
        """The default version."""
        return next(iter(self.versions))

"""What a format is: an exporter, the documents it makes, and the schemas they must meet.

An exporter is a pure function. It sees articles and a :class:`Deposit`, and nothing else: no
clock, no disk, no network, no locale. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import Struct

from jatsx.elements import Element
from jatsx.frozenmap import FrozenMap

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jatsx.model import Article

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"


class Loss(Struct, frozen=True, gc=False):
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


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a schema has against a document.

    ``path`` leads to the element or value: positions among the children of each level, counted
    from 0, elements alone, and keys of JSON objects. Where an attribute is meant, or a child or key
    that is missing, its name comes last (``@language``, ``surname``). ``detail`` holds the schema's
    own words, or those of a check, which then end a sentence. ``kind`` is what is wrong in a word
    or two (``value-long``): the sentence of ``document-value-long`` says it, given ``params``.
    """

    detail: str
    path: tuple[str | int, ...] = ()
    line: int | None = None
    kind: str = ""
    params: Mapping[str, str] = FrozenMap()


Check: TypeAlias = Callable[[Any], Iterable[Complaint]]
"""What a schema can't say: looks at the root element, or the JSON value, and complains."""


ReadAs: TypeAlias = Callable[[str, bytes], bytes]
"""What a schema's file is taken for as it is read, given its name and bytes."""


@dataclass(frozen=True, eq=False, slots=True)
class Schema:
    """A schema to validate documents by: made by ``dtd``, ``xsd``, ``xsd11``, ``rng`` or ``json``.

    ``name`` is the schema's file in ``folder``, a Traversable, so that a plugin ships its own. It
    is compiled once per process and form, at first use. ``checks`` are asked of what the schema
    passed.
    """

    kind: Literal["dtd", "xsd", "xsd11", "rng", "json"]
    folder: Traversable
    name: str
    checks: tuple[Check, ...] = ()
    places: Mapping[str, str] = FrozenMap()
    stubs: Mapping[str, bytes] = FrozenMap()
    stubs_unless: tuple[bytes, ...] = ()
    read_as: ReadAs | None = None
    rearranged: ReadAs | None = None

    @classmethod
    def dtd(cls, folder: Traversable, name: str, *, checks: tuple[Check, ...] = ()) -> Schema:
        """An XML DTD; what it opens stands below its folder."""
        return cls("dtd", folder, name, checks)

    @classmethod
    def xsd(
        cls,
        folder: Traversable,
        name: str,
        *,
        checks: tuple[Check, ...] = (),
        places: Mapping[str, str] | None = None,
        stubs: Mapping[str, bytes] | None = None,
        stubs_unless: tuple[bytes, ...] = (),
        read_as: ReadAs | None = None,
        rearranged: ReadAs | None = None,
    ) -> Schema:
        """An XML Schema 1.0; what it imports stands below its folder, and nothing else is read.

        Args:
            folder: where the schema and its imports stand.
            name: the schema's file.
            checks: what the schema can't say or what was left out of it.
            places: the file in the folder for each address that is imported from elsewhere.
            stubs: light forms of imported files, by file, taken for documents in which none of
                ``stubs_unless`` occurs; the others are validated by the whole schema.
            stubs_unless: what stands in documents that need the whole schema. Where nothing is
                named, all of them do.
            read_as: the place to leave out what XSD 1.0 can't compile.
            rearranged: what a file, so read, is taken for to judge faster. It takes the same
                documents; why one isn't valid is told by the file as read.
        """
        return cls(
            "xsd",
            folder,
            name,
            checks,
            FrozenMap(places or {}),
            FrozenMap(stubs or {}),
            stubs_unless,
            read_as,
            rearranged,
        )

    @classmethod
    def xsd11(
        cls,
        folder: Traversable,
        name: str,
        *,
        checks: tuple[Check, ...] = (),
        places: Mapping[str, str] | None = None,
    ) -> Schema:
        """An XML Schema 1.1, with assertions; what it imports stands below its folder.

        It is read by the package ``xmlschema``: ``pip install 'jatsx[xsd11]'``. ``places`` are the
        files in the folder for the addresses that are imported from elsewhere.
        """
        return cls("xsd11", folder, name, checks, FrozenMap(places or {}))

    @classmethod
    def rng(cls, folder: Traversable, name: str, *, checks: tuple[Check, ...] = ()) -> Schema:
        """A RELAX NG schema in XML syntax."""
        return cls("rng", folder, name, checks)

    @classmethod
    def json(cls, folder: Traversable, name: str, *, checks: tuple[Check, ...] = ()) -> Schema:
        """A JSON Schema, of 2020-12 where its ``$schema`` names no other draft."""
        return cls("json", folder, name, checks)


class PackageMissing(Exception):
    """A schema can't be read without a package that an extra of jatsx installs."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} isn't installed: pip install 'jatsx[{extra}]'")
        self.package = package
        self.extra = extra


Export: TypeAlias = "Callable[[Sequence[Article], Deposit], Iterable[Document]]"


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
        own_record: fields that the agency takes from a record of its own, and why they stand
            neither in a document nor among its losses: paths in the model, without positions.
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
    own_record: Mapping[str, str] = FrozenMap()
    recognises: Callable[[bytes], str | None] | None = None

    def __post_init__(self) -> None:
        if self.schema is not None:
            object.__setattr__(self, "versions", FrozenMap({"": self.schema}))
        if not self.versions:
            raise ValueError(f"the format {self.name} has no schema")
        if self.whole and self.per != "issue":
            raise ValueError(f"the format {self.name} is whole, and not per issue")

    @property
    def version(self) -> str:
        """The default version."""
        return next(iter(self.versions))

"""A schema that documents are validated by, and what it has against one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeAlias

from jatsx.model.frozenmap import FrozenMap


@dataclass(frozen=True, slots=True)
class SchemaError:
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


Check: TypeAlias = Callable[[Any], Iterable[SchemaError]]
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

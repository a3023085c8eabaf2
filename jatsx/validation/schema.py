"""A schema that documents are validated by, and what it has against one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any, ClassVar, Literal, TypeAlias

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
"""What a schema can't say: looks at the root element, or the JSON value, and returns errors."""


class SchemaLoader:
    """Reads the files of an XML Schema from its folder.

    A schema whose files can't be compiled as they are, or that has a variant which judges faster,
    gets a subclass.
    """

    addresses: ClassVar[Mapping[str, str]] = FrozenMap()
    """The file in the folder for each absolute address that the schema imports."""

    def variant(self, document: bytes, *, explain: bool) -> str:  # noqa: ARG002
        """The variant of the schema that judges a document: any name, empty for the only one.

        With ``explain`` the document is known to be invalid, and the variant must say why.
        """
        return ""

    def read(self, folder: Traversable, name: str, variant: str) -> bytes:  # noqa: ARG002
        """A file of the schema as it is compiled in a variant.

        Raises:
            OSError: there is no such file.
        """
        return (folder / name).read_bytes()


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
    loader: SchemaLoader = field(default_factory=SchemaLoader)

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
        loader: SchemaLoader | None = None,
    ) -> Schema:
        """An XML Schema 1.0; its imports are read from its folder, and from nowhere else.

        Args:
            folder: where the schema and its imports are.
            name: the schema's file.
            checks: what the schema can't express.
            loader: reads the files, where they can't be compiled as they are.
        """
        return cls("xsd", folder, name, checks, loader or SchemaLoader())

    @classmethod
    def xsd11(
        cls,
        folder: Traversable,
        name: str,
        *,
        checks: tuple[Check, ...] = (),
        loader: SchemaLoader | None = None,
    ) -> Schema:
        """An XML Schema 1.1, with assertions; its imports are read from its folder.

        The package ``xmlschema`` reads it: ``pip install 'jatsx[xsd11]'``. Of the ``loader`` only
        the ``addresses`` are used.
        """
        return cls("xsd11", folder, name, checks, loader or SchemaLoader())

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

"""Schemas, and the errors that they report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, ClassVar, Final, Literal, TypeAlias

from jatsx.model.frozenmap import FrozenMap


@dataclass(frozen=True, slots=True)
class SchemaError:
    """An error that a schema reports about a document.

    Args:
        detail: the message of the schema library or of a check. It completes "The document does
            not match the schema:".
        path: leads to the element or value: for XML, positions among the child elements, from 0;
            for JSON, keys and positions. The name of an attribute, or of a missing child or key,
            comes last: ``@language``, ``surname``.
        line: the line in the document, if it is known.
        kind: the kind of error, for example ``value-long``. Its message is that of the code
            ``document-value-long``.
        params: the params of that message.
        is_warning: whether the document is valid all the same.
    """

    detail: str
    path: tuple[str | int, ...] = ()
    line: int | None = None
    kind: str = ""
    params: Mapping[str, str] = FrozenMap()
    is_warning: bool = False


Check: TypeAlias = Callable[[Any], Iterable[SchemaError]]
"""A check that a schema cannot express. It gets the root element or the JSON value (for a format
without a schema, the bytes) and returns errors."""

Checks: TypeAlias = tuple[Check, ...]


class SchemaLoader:
    """Reads the files of an XML Schema from its folder.

    Use a subclass if the files cannot be compiled unchanged, or if a variant of the schema is
    faster.
    """

    addresses: ClassVar[Mapping[str, str]] = FrozenMap()
    """The file in the folder for each absolute URL that the schema imports."""

    def variant(self, document: bytes, *, explain: bool) -> str:  # noqa: ARG002
        """The name of the schema's variant for a document; empty if there is only one.

        With ``explain``, the document is known to be invalid, and the variant must report why.
        """
        return ""

    def read(self, folder: Traversable, name: str, variant: str) -> bytes:  # noqa: ARG002
        """The content of a file of the schema, as it is compiled for a variant.

        Raises:
            OSError: the file does not exist.
        """
        return (folder / name).read_bytes()


@dataclass(frozen=True, eq=False, slots=True)
class Schema:
    """A schema, created by ``dtd``, ``xsd``, ``xsd11``, ``rng``, ``json`` or ``function``.

    ``name`` is the schema's file in ``folder``, a Traversable, so that a plugin can include its own
    schemas. A schema is compiled once per process and variant, when it is first used. ``checks``
    run on documents that are valid against the schema. ``warnings`` are checks that run on every
    document that can be read, also on invalid ones, and that do not make it invalid: for example,
    they find values that the agency accepts, but ignores.
    """

    kind: Literal["dtd", "xsd", "xsd11", "rng", "json", "function", "none"]
    folder: Traversable = Path()
    name: str = ""
    checks: Checks = ()
    loader: SchemaLoader = field(default_factory=SchemaLoader)
    warnings: Checks = ()

    @property
    def is_file(self) -> bool:
        """Whether there is a schema, not only a function of the plugin, or nothing at all."""
        return self.kind not in ("function", "none")

    def checked(self, root: Any) -> Iterator[SchemaError]:
        """The errors of the checks, given the root element or the JSON value."""
        return (schema_error for check in self.checks for schema_error in check(root))

    def warned(self, root: Any) -> Iterator[SchemaError]:
        """What the checks find that only warn, given the root element or the JSON value."""
        found = (schema_error for check in self.warnings for schema_error in check(root))
        return (replace(schema_error, is_warning=True) for schema_error in found)

    @classmethod
    def dtd(
        cls, folder: Traversable, name: str, *, checks: Checks = (), warnings: Checks = ()
    ) -> Schema:
        """An XML DTD. The files that it includes are in the same folder or below."""
        return cls("dtd", folder, name, checks, warnings=warnings)

    @classmethod
    def xsd(
        cls,
        folder: Traversable,
        name: str,
        *,
        checks: Checks = (),
        warnings: Checks = (),
        loader: SchemaLoader | None = None,
    ) -> Schema:
        """An XML Schema 1.0. Its imports are read only from its folder.

        Args:
            folder: the folder of the schema and its imports.
            name: the file of the schema.
            checks: checks that the schema cannot express.
            warnings: checks whose errors are only warnings.
            loader: reads the files if they cannot be compiled unchanged.
        """
        return cls("xsd", folder, name, checks, loader or SchemaLoader(), warnings)

    @classmethod
    def xsd11(
        cls,
        folder: Traversable,
        name: str,
        *,
        checks: Checks = (),
        warnings: Checks = (),
        loader: SchemaLoader | None = None,
    ) -> Schema:
        """An XML Schema 1.1, with assertions. Its imports are read only from its folder.

        It needs the package ``xmlschema``: ``pip install 'jatsx[xsd11]'``. Only the ``addresses``
        of the ``loader`` are used.
        """
        return cls("xsd11", folder, name, checks, loader or SchemaLoader(), warnings)

    @classmethod
    def rng(
        cls, folder: Traversable, name: str, *, checks: Checks = (), warnings: Checks = ()
    ) -> Schema:
        """A RELAX NG schema in XML syntax."""
        return cls("rng", folder, name, checks, warnings=warnings)

    @classmethod
    def json(
        cls, folder: Traversable, name: str, *, checks: Checks = (), warnings: Checks = ()
    ) -> Schema:
        """A JSON Schema, by default of 2020-12. Its ``$schema`` may name another draft."""
        return cls("json", folder, name, checks, warnings=warnings)

    @classmethod
    def function(cls, *checks: Check, warnings: Checks = ()) -> Schema:
        """For a format without a schema, such as a text format: functions check its documents.

        Args:
            checks: functions that get the bytes of a document and return its errors.
            warnings: functions whose errors are only warnings.
        """
        return cls("function", checks=checks, warnings=warnings)


NO_SCHEMA: Final = Schema("none")
"""For a format without a schema: its documents are not validated."""


class PackageMissing(Exception):
    """A format or its schema needs a package that is not installed.

    Args:
        package: the name of the package.
        extra: the extra of jatsx that installs it.
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed: pip install 'jatsx[{extra}]'")
        self.package = package
        self.extra = extra

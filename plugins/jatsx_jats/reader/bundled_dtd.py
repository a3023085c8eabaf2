"""The bundled DTD whose entities and namespaces an article uses."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Final

from jatsx_jats.declaration import declaration
from jatsx_jats.recognition import DRIVERS, ENDINGS
from jatsx_xsd import JATS

OLDEST: Final = "1.0"
"""The DTD for versions that are not bundled: NLM and drafts. The entities are the same."""


@dataclass(frozen=True, slots=True)
class DtdFile:
    """A file of a bundled DTD."""

    version: str
    name: str

    def read(self) -> bytes:
        """The content of the file."""
        return (JATS / self.version / self.name).read_bytes()


@dataclass(frozen=True, slots=True)
class BundledDtd:
    """A bundled DTD: its version and its first file."""

    version: str
    name: str

    def file(self, base: str | None, system: str | None, public: str | None) -> DtdFile | None:
        """The file for a reference to a file; None if it is not part of the DTD.

        Args:
            base: the file with the reference, in the folder of the DTD; None for the article.
            system: the system identifier of the reference.
            public: its public identifier.
        """
        if base is None:
            is_dtd = "//DTD" in (public or "") or (system or "").lower().endswith(".dtd")
            return DtdFile(self.version, self.name) if is_dtd else None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), system or ""))
        if path.startswith(("/", "..")) or not (JATS / self.version / path).is_file():
            return None
        return DtdFile(self.version, path)


def dtd_of(head: bytes) -> BundledDtd | None:
    """The bundled DTD for an article, by the first bytes of its file; None if it declares none."""
    found = declaration(head)
    if found is None or not found.mathml:  # without a document type declaration
        return None
    tag_set = found.tag_set if found.tag_set in DRIVERS else "archiving"
    version = found.version if found.version in ENDINGS else OLDEST
    return BundledDtd(version, f"JATS-{DRIVERS[tag_set]}{ENDINGS[version]}.dtd")

"""DataCite's JSON Schemas in the package ``datacite``, and the recognition of files."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec, module_from_spec
from typing import Final

from jatsx import ForeignFormat, Schema

from jatsx_datacite.checks import CHECKS
from jatsx_datacite.version import VERSIONS

_KERNEL: Final = re.compile(rb'"https?://datacite\.org/schema/kernel-4(?:\.[0-9])?"')
_XML: Final = re.compile(
    rb"<(?:\w+:)?resource\s[^>]*[\"']https?://datacite\.org/schema/kernel-([0-9.]+)[\"']"
)
_IDENTIFIERS: Final = re.compile(rb'"identifiers"\s*:')


def schemas_folder() -> Traversable:
    """The folder of the schemas. The package is not imported, because it loads an HTTP client.

    Raises:
        ModuleNotFoundError: the package ``datacite`` is not installed.
    """
    spec = find_spec("datacite")
    if spec is None:
        raise ModuleNotFoundError("the package datacite is not installed", name="datacite")
    return files(module_from_spec(spec)) / "schemas"


def schemas() -> dict[str, Schema]:
    """The schema of each version, the default one first."""
    folder = schemas_folder()
    return {name: Schema.json(folder, f"datacite-v{name}.json", checks=CHECKS) for name in VERSIONS}


def recognises(head: bytes) -> str | ForeignFormat | None:
    """The version of a file with DataCite's kernel 4 in its first bytes; None for other files.

    Version 4.3 has ``identifiers``, which contain the DOI. Later versions have ``doi``. DataCite's
    XML is named: its schema is not included.
    """
    if xml := _XML.search(head):
        return ForeignFormat("DataCite XML", xml[1].decode("ascii"))
    is_json = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    if not is_json or not _KERNEL.search(head):
        return None
    return "4.3" if _IDENTIFIERS.search(head) else "4.5"

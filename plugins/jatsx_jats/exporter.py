"""The format ``jats``: a document for each article."""

from __future__ import annotations

from typing import Final

from jatsx import Exporter
from jatsx_jats.document import documents
from jatsx_jats.recognition import recognised_version
from jatsx_jats.version import VERSIONS

EXPORTER: Final = Exporter(
    name="jats",
    title="JATS Journal Publishing",
    export=documents,
    versions={number: version.schema for number, version in VERSIONS.items()},
    default=True,
    recognises=recognised_version,
)

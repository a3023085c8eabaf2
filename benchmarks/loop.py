"""The loop: parses documents and validates them against the official schemas, nothing else.

A script that doesn't use jatsx: ``python loop.py SCHEMAS DOCUMENTS``. The schemas are the agencies'
files as published, without the three assertions of Crossref 5.5.0, which libxml2 doesn't support.
Each schema is compiled once.
"""

import re
import sys
from pathlib import Path
from typing import Any

from lxml import etree

JATS = "jats/1.3/JATS-journalpublishing1-3-mathml3.dtd"


class LocalFiles(etree.Resolver):
    """Finds schema files in a folder by name, whatever address imports them."""

    def __init__(self, folder: Path) -> None:
        self.files = {path.name: path for path in folder.rglob("*.xsd")}

    def resolve(self, url: str, public: str, context: Any = None) -> Any:  # noqa: ARG002
        content = self.files[url.rpartition("/")[2]].read_bytes()
        content = re.sub(rb"<xsd:assert\b[^>]*/>", b"", content)
        return self.resolve_string(content, context, base_url=url)


def crossref_schema(folder: Path) -> etree.XMLSchema:
    """The schema of Crossref 5.5.0, compiled."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(LocalFiles(folder))
    return etree.XMLSchema(etree.parse("local:/crossref5.5.0.xsd", parser))


def main(schemas: Path, documents: Path) -> None:
    """Validates all documents in a folder."""
    dtd = etree.DTD(file=str(schemas / JATS))
    for path in sorted(documents.glob("jats/**/*.xml")):
        assert dtd.validate(etree.fromstring(path.read_bytes())), path
    xsd = crossref_schema(schemas / "crossref")
    for path in sorted(documents.glob("crossref/**/*.xml")):
        assert xsd.validate(etree.fromstring(path.read_bytes())), path


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

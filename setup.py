"""Builds the package: everything is in pyproject.toml, except the catalogues of translations and
the check of the agencies' schemas.

A wheel contains the catalogues compiled (``.mo``). An editable install compiles them beside their
sources. Nothing is built if a schema is not the published one, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SCHEMAS = Path(__file__).parent / "xsd" / "jatsx_xsd"
OURS = ("__init__.py", "README.md", "manifest.json", "py.typed")


def schema_faults(home: Path = SCHEMAS) -> Iterator[str]:
    """The schemas that the manifest does not describe: changed, missing or not listed."""
    listed = {
        file["path"]: file["sha256"]
        for file in json.loads((home / "manifest.json").read_text("utf-8"))["files"]
    }
    found = {
        path.relative_to(home).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in home.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    for name in sorted(listed.keys() | found.keys() - set(OURS)):
        if name not in found:
            yield f"missing: {name}"
        elif name not in listed:
            yield f"not in manifest.json: {name}"
        elif found[name] != listed[name]:
            yield f"changed: {name}"


class BuildWithCatalogues(build_py):
    """Verifies the schemas, builds the modules and compiles the catalogues."""

    def run(self) -> None:
        if faults := list(schema_faults()):
            raise SystemExit("Nothing is built. Schemas in xsd/jatsx_xsd: " + "; ".join(faults))
        super().run()
        for source, compiled in self._catalogues():
            compiled.parent.mkdir(parents=True, exist_ok=True)
            compiled.write_bytes(_compiled(source))

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        compiled = [str(path) for _, path in self._catalogues()]
        return [*super().get_outputs(include_bytecode), *compiled]

    def _catalogues(self) -> list[tuple[Path, Path]]:
        """The catalogues of all packages, each with the place of its compiled form."""
        found = []
        for package in self.packages or ():
            folder = Path(self.get_package_dir(package))
            built = folder if self.editable_mode else Path(self.build_lib, *package.split("."))
            for source in sorted((folder / "locale").rglob("*.po")):
                compiled = built / source.relative_to(folder).with_suffix(".mo")
                found.append((source, compiled))
        return found


def _compiled(source: Path) -> bytes:
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


if __name__ == "__main__":
    setup(cmdclass={"build_py": BuildWithCatalogues})

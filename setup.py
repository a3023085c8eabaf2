"""Builds the package: everything is in pyproject.toml, except the catalogues of translations.

A wheel contains them compiled (``.mo``). An editable install compiles them beside their sources.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithCatalogues(build_py):
    """Compiles the catalogues after the modules are built."""

    def run(self) -> None:
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


setup(cmdclass={"build_py": BuildWithCatalogues})

"""The agencies' own schemas, byte for byte as published.

    JATS / "1.3" / "JATS-journalpublishing1-3-mathml3.dtd"
    CROSSREF / "crossref5.5.0.xsd"

``manifest.json`` gives the source, licence and checksum of each file, README.md explains them.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

JATS: Final[Traversable] = files(__name__) / "jats"
"""The JATS Journal Publishing and Archiving DTDs, a folder for each version: ``1.0`` to ``1.4``.

Those of ``1.0`` are with MathML 2, the others with MathML 3.
"""

CROSSREF: Final[Traversable] = files(__name__) / "crossref"
"""Crossref's deposit schemas ``crossref5.3.1.xsd``, ``crossref5.4.0.xsd`` and
``crossref5.5.0.xsd``, and their imports."""

"""The agencies' own schemas, byte for byte as published.

    JATS / "1.3" / "JATS-journalpublishing1-3-mathml3.dtd"
    CROSSREF / "crossref5.5.0.xsd"

``manifest.json`` gives the source, licence and checksum of each file, README.md explains them.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

JATS: Final[Traversable] = files(__name__) / "jats"
"""The JATS Journal Publishing DTD with MathML 3, a folder for each version: ``1.3``, ``1.4``."""

CROSSREF: Final[Traversable] = files(__name__) / "crossref"
"""Crossref's deposit schemas ``crossref5.4.0.xsd`` and ``crossref5.5.0.xsd`` and their imports."""

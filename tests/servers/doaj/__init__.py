"""DOAJ's API v4, as its source code has it."""

from __future__ import annotations

from tests.servers.doaj.articles import doi_of, issns_of
from tests.servers.doaj.server import DoajJournal, DoajServer

__all__ = ["DoajJournal", "DoajServer", "doi_of", "issns_of"]

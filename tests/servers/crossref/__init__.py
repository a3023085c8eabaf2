"""Crossref's servers, as reference documentation and clients in production describe them."""

from __future__ import annotations

from tests.servers.crossref.diagnostic import Record
from tests.servers.crossref.registry import TitleRecord, User
from tests.servers.crossref.script import NAME_TAKEN, many_records
from tests.servers.crossref.server import CrossrefServer

__all__ = ["NAME_TAKEN", "CrossrefServer", "Record", "TitleRecord", "User", "many_records"]

"""The formats that jatsx ships, with what each can't do without, for the tests of any exporter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from jatsx.plugin.registry import load_registry

from .rich import FORMATS

EXPORTERS: Final = load_registry().exporters


class Jats:
    exporter = EXPORTERS["jats"]


class Crossref:
    exporter = EXPORTERS["crossref"]
    options: Mapping[str, str] = FORMATS["crossref"]
    variants: Sequence[Mapping[str, str]] = (
        {"crossmark_policy": "10.5555/policy", "crossmark_domains": "example.org"},
    )


class Doaj:
    exporter = EXPORTERS["doaj"]


class Rsci:
    exporter = EXPORTERS["rsci"]
    options: Mapping[str, str] = FORMATS["rsci"]
    variants: Sequence[Mapping[str, str]] = (
        {"language": "en"},
        {"issue_type": "online-first", "pages": "1-96"},
    )
    needed: Mapping[str, Any] = {"pages": {"first": "1", "last": "2"}}
    """What eLIBRARY asks of every article."""

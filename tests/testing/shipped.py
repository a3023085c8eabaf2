"""The formats that jatsx ships, with the options and fields that each requires for the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from jatsx.plugin.registry import load_registry

from .rich import FORMATS

EXPORTERS: Final = load_registry().exporters


class Jats:
    exporter = EXPORTERS["jats"]
    keeping: Mapping[str, str] = {"leftovers": "yes"}


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
    """What eLIBRARY requires of every article."""


class Xlsx:
    exporter = EXPORTERS["xlsx"]

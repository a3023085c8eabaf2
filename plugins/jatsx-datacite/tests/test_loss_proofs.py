"""Each reason for a loss is tried against DataCite's schema, or has a source."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from described import PLAIN, article, written
from jatsx.testing.loss_proofs import accepted, changed_json, proofs_in, unproven
from jatsx.validation import validate

from jatsx_datacite.exporter import EXPORTER
from jatsx_datacite.losses import LOSSES

PROOFS: Final = proofs_in(Path(__file__).with_name("losses.yaml"))
FULL: Final = {
    **PLAIN,
    "contributors": [*PLAIN["contributors"], {"kind": "editor", "name": {"ru": {"family": "А"}}}],
    "abstract": {"ru": "О воде."},
    "dates": {"received": "2024-01-10"},
    "funding": [{"funder": {"en": "Fund"}}],
    "references": [{"doi": "10.5555/a", "type": "book", "work": {"title": "Soil"}}],
}


def test_every_reason_has_a_proof() -> None:
    assert unproven(PROOFS, LOSSES) == set()


@pytest.mark.parametrize("code", PROOFS)
def test_the_schema_refuses_the_value(code: str) -> None:
    assert PROOFS[code].get("source") or PROOFS[code].get("tries")
    assert accepted(PROOFS[code], document, is_valid, changed_json) == []


@pytest.mark.parametrize("version", EXPORTER.versions)
def test_the_document_that_is_changed_is_valid(version: str) -> None:
    assert is_valid(document(version), version)


@cache
def document(version: str | None) -> Any:
    return json.loads(written(article(**FULL), version or "4.5"))


def is_valid(changed: Any, version: str | None) -> bool:
    return not validate(json.dumps(changed).encode(), EXPORTER.versions[version or "4.5"])

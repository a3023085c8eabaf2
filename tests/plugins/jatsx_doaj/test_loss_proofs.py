"""Each reason for a loss has a source at DOAJ, and most are tried against our schema."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from jatsx.documents.content import content_bytes
from jatsx.testing.loss_proofs import accepted, changed_json, proofs_in, unproven
from jatsx.validation import validate
from jatsx_doaj.exporter import EXPORTER
from jatsx_doaj.losses import LOSSES

from .articles import article, exported

PROOFS: Final = proofs_in(Path(__file__).with_name("losses.yaml"))


def test_every_reason_has_a_proof() -> None:
    assert unproven(PROOFS, LOSSES) == set()


@pytest.mark.parametrize("code", PROOFS)
def test_the_reason_has_a_source_and_the_schema_refuses_the_value(code: str) -> None:
    assert PROOFS[code].get("source")
    assert accepted(PROOFS[code], document, is_valid, changed_json) == []


def test_the_document_that_is_changed_is_valid() -> None:
    assert is_valid(document(None), None)


@cache
def document(_: str | None) -> Any:
    (made,) = exported(article(identifiers={"publisher-id": "5"}), bulk="no")
    return json.loads(content_bytes(made))


def is_valid(changed: Any, _: str | None) -> bool:
    return not validate(json.dumps(changed).encode(), EXPORTER.versions[""])

"""Each reason for a loss has a source at eLIBRARY, and many are tried against our schema."""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest
from lxml import etree

from jatsx.testing.loss_proofs import accepted, changed_xml, proofs_in, unproven
from jatsx.validation import validate
from jatsx_rsci.losses import LOSSES

from .exporting import HERE, SCHEMA, described, exported, parsed

PROOFS: Final = proofs_in(HERE / "losses.yaml")
FULL: Final = {
    "doi": "10.5555/a",
    "contributors": [
        {
            "kind": "editor",
            "name": {"ru": {"family": "Озеров"}},
            "orcid": "0000-0002-1825-0097",
            "affiliations": ["a"],
        }
    ],
    "affiliations": [{"id": "a", "institution": {"ru": "Институт"}, "country": "KZ"}],
    "subject_codes": [{"scheme": "SRSTI", "code": "11.25"}, {"scheme": "CCS", "code": "1"}],
    "keywords": {"ru": ["вода"]},
    "dates": {"received": "2024-01-10", "published": {"online": "2024-06-01"}},
    "references": [{"text": {"ru": "Иванов"}, "work": {"title": "Вода"}}],
    "issue": {"volume": "1", "title": {"ru": "Вода"}},
}


def test_every_reason_has_a_proof() -> None:
    assert unproven(PROOFS, LOSSES) == set()


@pytest.mark.parametrize("code", PROOFS)
def test_the_reason_has_a_source_and_the_schema_refuses_the_value(code: str) -> None:
    assert PROOFS[code].get("source")
    assert accepted(PROOFS[code], document, is_valid, changed_xml) == []


def test_the_document_that_is_changed_is_valid() -> None:
    assert is_valid(document(None), None)


@cache
def document(_: str | None) -> etree._Element:
    return parsed(exported(described(FULL)))


def is_valid(root: etree._Element, _: str | None) -> bool:
    return not validate(etree.tostring(root, encoding="UTF-8"), SCHEMA, explain=False)
